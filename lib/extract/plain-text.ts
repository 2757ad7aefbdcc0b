/** Names of the characters U+00A0 … U+00FF, in order: what CMSs still write into JSON-LD and meta tags. */
const LATIN_1_ENTITIES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHER_ENTITIES =
  'amp:26 lt:3c gt:3e quot:22 apos:27 OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e bull:2022 hellip:2026 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a euro:20ac trade:2122 minus:2212';

let entityTable: Map<string, string> | undefined;
function entities(): Map<string, string> {
  if (entityTable) return entityTable;
  entityTable = new Map(
    LATIN_1_ENTITIES.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)]),
  );
  for (const entry of OTHER_ENTITIES.split(' ')) {
    const [name, code] = entry.split(':');
    entityTable.set(name, String.fromCodePoint(parseInt(code, 16)));
  }
  return entityTable;
}

function decodeOnce(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        // "AT&T;" and "?a=1&copy=2" are no entities: a named one needs its semicolon.
        return whole.endsWith(';') ? (entities().get(name) ?? whole) : whole;
      }
      const code = decimal !== undefined ? parseInt(decimal, 10) : parseInt(hex!, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** HTML entities decoded, twice where a CMS has encoded twice (`&amp;quot;`). */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const once = decodeOnce(text);
  return once.includes('&') ? decodeOnce(once) : once;
}

/** Markup that stands in a string that should be plain, as in many a JSON-LD headline. */
export function stripTags(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<(script|style)\b[^>]{0,2000}>[\s\S]{0,20000}?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]{0,20000}?-->/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '');
}

/**
 * Controls that reorder or hide text: a page could make "gro.liame" read as something else in our own windows.
 * Joiners (U+200C, U+200D) stay, Persian and emoji need them.
 */
const DIRECTION_AND_HIDDEN =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
// eslint-disable-next-line no-control-regex -- they are what we look for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Without bidi and other control characters; line ends and spaces stay as they are. */
export function stripControls(text: string): string {
  return text.replace(CONTROLS, '').replace(DIRECTION_AND_HIDDEN, '').replace(LONE_SURROGATES, '');
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
export function cap(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** One line of plain text: no controls, single spaces, capped. */
export function oneLine(text: string, length: number): string {
  // The first cut keeps the cost bounded whatever the page sends.
  const bounded = cap(text, length * 8 + 4000);
  return cap(stripControls(bounded).replace(/\s+/g, ' ').trim(), length).trim();
}

/** Letters and digits only, without case and accents: for comparing titles and names. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
