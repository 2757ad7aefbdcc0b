import { expect, it } from 'vitest';
import { quoteOfSelection } from '../../lib/extract/selection-quote.ts';
import { Quote } from '../../lib/model/evidence.ts';
import { BODY, documentOf, PARAGRAPHS } from './page.ts';

function select(document: Document, from: [Node, number], to: [Node, number]): Selection {
  const selection = document.getSelection()!;
  selection.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  return selection;
}
const valid = Quote.omit({ id: true });

it('gives the words with what stands before and after them', () => {
  const document = documentOf(`<body><script>var secret</script><article>${BODY}</article></body>`);
  const text = document.querySelectorAll('p')[1].firstChild!;
  const at = PARAGRAPHS[1].indexOf('refused to handle');
  const quote = valid.parse(
    quoteOfSelection(
      select(document, [text, at], [text, at + 'refused to handle'.length]),
      document.body,
    ),
  );
  expect(quote.exact).toBe('refused to handle');
  expect(
    quote.prefix.endsWith('fewer than half of that number. Dockers in the neighbouring port '),
  ).toBe(true);
  expect(quote.suffix.startsWith(' the cargo that had been sent')).toBe(true);
  expect(quote.prefix).not.toContain('secret');
});

it('spans elements and holds the caps', () => {
  const document = documentOf(
    `<body>${`<p>${'Long words of a long day. '.repeat(100)}</p>`.repeat(10)}</body>`,
  );
  const quote = valid.parse(
    quoteOfSelection(select(document, [document.body, 0], [document.body, 10]), document.body),
  );
  expect(quote.exact.length).toBeGreaterThan(3900);
  expect(quote.prefix).toBe('');
});

it('cannot be turned around by bidi controls', () => {
  const document = documentOf('<body><p>Pay \u202Enow\u202C please</p></body>');
  const text = document.querySelector('p')!.firstChild!;
  const quote = quoteOfSelection(select(document, [text, 4], [text, 9]), document.body);
  expect(quote).toEqual({ exact: 'now', prefix: 'Pay ', suffix: ' please' });
});

it('is null where nothing but space is selected', () => {
  const document = documentOf('<body><p>a   b</p></body>');
  expect(quoteOfSelection(null, document.body)).toBeNull();
  expect(quoteOfSelection(document.getSelection(), document.body)).toBeNull();
  const text = document.querySelector('p')!.firstChild!;
  expect(quoteOfSelection(select(document, [text, 1], [text, 3]), document.body)).toBeNull();
});
