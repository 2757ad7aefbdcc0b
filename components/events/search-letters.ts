/** Letters as they are searched: case and accents aside. */
export function searchLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Does the text have each of the words, anywhere in one? No words ask nothing. */
export function hasWords(text: string, words: string): boolean {
  const letters = searchLetters(text);
  return searchLetters(words)
    .split(/\s+/)
    .every((word) => letters.includes(word));
}
