/** An author in the parts that bibliographies sort by, or whole: a newsroom, a single name. */
export type Person =
  | { kind: 'person'; given: string; particle: string; family: string; suffix: string }
  | { kind: 'whole'; name: string };

const PARTICLES = new Set(
  'af al av bin da das de del della den der des di do dos du el ibn la le ten ter van von y zu zum zur'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Words that no person's name holds. */
const NO_PERSON =
  /(?:^|\s)(?:the|news|newsroom|press|agency|desk|staff|team|editors?|editorial|union|committee|association|federation|council|ministry|university|institute|media|group|and|und|ja|och|redaktion|redaktionen|redacción|rédaction|redazione|toimitus|uutiset|agencia|agence|agentur)(?:\s|$)/iu;

/**
 * "Ludwig van Beethoven" is Beethoven, Ludwig with a "van" between; "Doe, Jane" says it itself. What does not look like a
 * person stays whole: a wrong cut is worse than none.
 */
export function splitPerson(author: string): Person {
  const name = author.replace(/\s+/gu, ' ').trim();
  const whole: Person = { kind: 'whole', name };
  const [first, second, third] = name.split(/\s*,\s*/);
  if (NO_PERSON.test(name) || /[\d@&/]/.test(name)) return whole;
  if (name.includes(',')) {
    if (!first || !second || name.split(',').length > 3) return whole;
    if (SUFFIX.test(second) && third === undefined) return withSuffix(first, second) ?? whole;
    return { kind: 'person', given: second, particle: '', family: first, suffix: third ?? '' };
  }
  const words = name.split(' ');
  if (words.length > 2 && SUFFIX.test(words.at(-1)!)) {
    return withSuffix(words.slice(0, -1).join(' '), words.at(-1)!) ?? whole;
  }
  return withSuffix(name, '') ?? whole;
}

function withSuffix(name: string, suffix: string): Person | null {
  const words = name.split(' ');
  // A family name's particles stand right before it; a name cannot begin with its end.
  let start = words.length - 1;
  if (start < 1) return null;
  while (start > 1 && PARTICLES.has(words[start - 1])) start--;
  return {
    kind: 'person',
    given: words.slice(0, start).join(' '),
    particle: words.slice(start, -1).join(' '),
    family: words.at(-1)!,
    suffix,
  };
}

/** The parts as a byline has them. */
export function joinPerson(person: Person): string {
  if (person.kind === 'whole') return person.name;
  const { given, particle, family, suffix } = person;
  return [given, particle, family, suffix].filter(Boolean).join(' ');
}
