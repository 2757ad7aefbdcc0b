import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leadIn,
  leadOut,
  locateQuotes,
  markParagraphs,
  quoteAt,
  quoteOfTyped,
} from '../../components/clips/quote-places.ts';

const TEXT =
  'The airline cancelled just over 300 of its 377 flights.\n\nUnion: 300 members walked out. Police: 300 cars.';
const quote = (exact: string, prefix = '', suffix = '') => ({ id: 'q', exact, prefix, suffix });

describe('a quote is found again', () => {
  test('where it stands', () => {
    const [place] = locateQuotes(TEXT, [quote('just over 300 of its 377')]);
    expect(TEXT.slice(place!.start, place!.end)).toBe('just over 300 of its 377');
  });

  test('of several same passages the one with the same surroundings', () => {
    const at = (prefix: string, suffix: string) =>
      locateQuotes(TEXT, [quote('300', prefix, suffix)])[0]!.start;
    expect(at('just over ', ' of its')).toBe(TEXT.indexOf('300 of'));
    expect(at('Union: ', ' members')).toBe(TEXT.indexOf('300 members'));
    expect(at('Police: ', ' cars')).toBe(TEXT.indexOf('300 cars'));
  });

  test('though page and kept text break their lines differently', () => {
    const [place] = locateQuotes('over\n300   of its', [quote('300 of its', 'over ')]);
    expect(place).toEqual({ start: 5, end: 17 });
  });

  test('or not at all, when it is not there', () => {
    expect(locateQuotes(TEXT, [quote('400 flights'), quote('   ')])).toEqual([null, null]);
  });

  test('every passage one can mark, as the quote it becomes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('strike', 'a', 'ä', '👷', '.', '\n\n', ' '), { maxLength: 60 }),
        fc.nat(200),
        fc.nat(200),
        (parts, from, to) => {
          const text = parts.join('');
          const marked = quoteAt(text, from, to);
          if (!marked) return;
          const [place] = locateQuotes(text, [{ ...marked, id: 'q' }]);
          expect(place).not.toBeNull();
          const found = text.slice(place!.start, place!.end);
          expect(found.replace(/\s+/g, ' ')).toBe(marked.exact.replace(/\s+/g, ' '));
          // With the u flag, Cs is a surrogate that stands alone.
          expect(marked.prefix + '|' + marked.exact + '|' + marked.suffix).not.toMatch(/\p{Cs}/u);
        },
      ),
    );
  });
});

describe('the text with its marks', () => {
  test('is the text, paragraph by paragraph, each at its offset', () => {
    const quotes = [quote('over 300 of'), { ...quote('300 of its'), id: 'r' }];
    const paragraphs = markParagraphs(TEXT, quotes);
    expect(paragraphs).toHaveLength(2);
    for (const { start, stretches } of paragraphs) {
      const text = stretches.map((stretch) => stretch.text).join('');
      expect(TEXT.slice(start, start + text.length)).toBe(text);
    }
  });

  test('shows where two quotes overlap', () => {
    const quotes = [quote('over 300 of'), { ...quote('300 of its'), id: 'r' }];
    const marked = markParagraphs(TEXT, quotes)[0]!.stretches.filter((s) => s.quoteIds.length > 0);
    expect(marked).toEqual([
      { text: 'over ', quoteIds: ['q'] },
      { text: '300 of', quoteIds: ['q', 'r'] },
      { text: ' its', quoteIds: ['r'] },
    ]);
  });

  test('marks a passage on both sides of a paragraph’s end', () => {
    const paragraphs = markParagraphs(TEXT, [quote('377 flights. Union: 300')]);
    expect(paragraphs.map(({ stretches }) => stretches.find((s) => s.quoteIds[0])?.text)).toEqual([
      '377 flights.',
      'Union: 300',
    ]);
  });
});

describe('a passage becomes a quote', () => {
  test('without blanks at its ends, with what stands around it', () => {
    const marked = quoteAt(TEXT, TEXT.indexOf(' just'), TEXT.indexOf(' flights') + 1);
    expect(marked?.exact).toBe('just over 300 of its 377');
    expect(marked?.suffix).toMatch(/^ flights/);
  });

  test('unless nothing, or more than a quote holds, is marked', () => {
    expect(quoteAt(TEXT, 5, 5)).toBeNull();
    expect(quoteAt('a'.repeat(5000), 0, 4500)).toBeNull();
  });

  test('also when it was typed; its surroundings come from the text, if it is there', () => {
    expect(quoteOfTyped(TEXT, ' 300 members ')?.prefix).toMatch(/Union: $/);
    expect(quoteOfTyped(TEXT, 'not there')).toEqual({ exact: 'not there', prefix: '', suffix: '' });
    expect(quoteOfTyped(TEXT, '  ')).toBeNull();
  });
});

test('beside a quote stands its sentence, not the paragraph before', () => {
  expect(leadIn('The end.\n\nUnion: ')).toBe('Union: ');
  expect(leadIn('It rained. The union said ')).toBe('The union said ');
  expect(leadOut(' walked out. Police said')).toBe(' walked out.');
  expect(leadOut('.\n\nPolice')).toBe('.');
});
