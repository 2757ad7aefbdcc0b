/** Attachment: a text area as tall as what it holds, for browsers without `field-sizing: content`. */
export function grow(text: string): (area: HTMLTextAreaElement) => void {
  return (area) => {
    if (CSS.supports('field-sizing', 'content')) return;
    // Asked only so that the attachment runs again with every change of the text.
    void text;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
}
