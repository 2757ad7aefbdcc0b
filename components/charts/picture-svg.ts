/** A drawing of the page as a file that stands alone: no script, no style sheet, colours as they are now. */

const SVG = 'http://www.w3.org/2000/svg';
const KEPT = new Set([
  'svg',
  'g',
  'path',
  'line',
  'rect',
  'circle',
  'text',
  'tspan',
  'defs',
  'clipPath',
]);
/** What style sheets say about a mark, as attributes of its own. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
];
const LETTERS = ['font-family', 'font-size', 'font-weight', 'letter-spacing', 'paint-order'];
/** A drawing's own attributes; classes, roles and handlers belong to the page. */
const OWN =
  /^(id|d|x|y|dx|dy|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|transform|clip-path|text-anchor|xml:space)$/;

const MARGIN = 20;
const HEADING = 34;
const FOOT = 30;

export interface PictureWords {
  title: string;
  /** The sentence beneath the title. */
  note: string;
  /** What it is, and what it is not. */
  foot: string;
}

function made(name: string, attributes: Record<string, string | number>, text?: string) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function copy(original: Element): Element | null {
  if (!KEPT.has(original.tagName)) return null;
  const style = getComputedStyle(original);
  if (style.display === 'none' || style.visibility === 'hidden') return null;
  const element = document.createElementNS(SVG, original.tagName);
  for (const { name, value } of original.attributes) {
    if (OWN.test(name)) element.setAttribute(name, value);
  }
  const isLettering = original.tagName === 'text' || original.tagName === 'tspan';
  for (const property of isLettering ? [...PAINT, ...LETTERS] : PAINT) {
    const value = style.getPropertyValue(property);
    if (value && value !== 'normal') element.setAttribute(property, value);
  }
  for (const child of original.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) element.append(child.textContent ?? '');
    else if (child instanceof Element) {
      const copied = copy(child);
      if (copied) element.append(copied);
    }
  }
  return element;
}

/** The drawing with its title, its sentence as description, and a foot line. */
export function standaloneSvg(drawing: SVGSVGElement, words: PictureWords): SVGSVGElement {
  const width = drawing.width.baseVal.value;
  const height = drawing.height.baseVal.value;
  const whole = { width: width + 2 * MARGIN, height: height + HEADING + FOOT + 2 * MARGIN };
  const svg = made('svg', {
    width: whole.width,
    height: whole.height,
    viewBox: `0 0 ${whole.width} ${whole.height}`,
    role: 'img',
  }) as SVGSVGElement;
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(name).trim();
  const letters = { 'font-family': colour('--sans'), 'font-size': '11px', fill: colour('--ink2') };
  svg.append(
    made('title', {}, words.title),
    made('desc', {}, words.note),
    made('rect', { ...whole, fill: colour('--paper') }),
    made(
      'text',
      {
        x: MARGIN,
        y: MARGIN + 14,
        'font-family': colour('--serif'),
        'font-size': '18px',
        'font-weight': 600,
        fill: colour('--ink'),
      },
      words.title,
    ),
  );
  const body = made('g', { transform: `translate(${MARGIN} ${MARGIN + HEADING})` });
  for (const child of drawing.children) {
    const copied = copy(child);
    if (copied) body.append(copied);
  }
  svg.append(body, made('text', { x: MARGIN, y: whole.height - MARGIN, ...letters }, words.foot));
  return svg;
}

export function svgText(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

const PNG_SCALE = 2;

/** The same drawing in pixels, two for each of the page's. Rejects where the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width.baseVal.value * PNG_SCALE;
    canvas.height = svg.height.baseVal.value * PNG_SCALE;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
