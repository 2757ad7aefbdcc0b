/**
 * What is drawn is what the file says. Of every picture that can be saved, the user's own file of numbers is read, and
 * each mark of the drawing on the page is held against its row: its places must be the row's numbers on one straight
 * scale, to the drawing's rounding, and there are as many marks as rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatShare } from '../../components/charts/format.ts';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { digestOn, LONG, settle } from './on-page.ts';
import { downloadInto, numbersOf, picturesOn } from './saved-pictures.ts';

const words = messages.charts;
const { why } = messages;
const { ask, compare } = studioMessages;

/** Pixels that a place may be off: a drawing keeps two decimals, and a hair of its own. */
const ROUNDING = 0.6;
/** A bar of nothing is still drawn this wide. */
const LEAST_BAR = 1.5;

interface Mark {
  tag: string;
  classes: string[];
  /** Its attributes that are numbers: x, y, width, height, cx, cy, x1 … fill-opacity. */
  at: Record<string, number>;
  /** Of a path, corner by corner. */
  points: [number, number][];
  text: string;
  /** Which `g` of the drawing it stands in; −1: none. */
  group: number;
}

interface Picture {
  title: string;
  head: string[];
  rows: string[][];
  marks: Mark[];
}

/** The marks of a drawing in its order; what only clips them is none. */
function marksIn(svg: SVGSVGElement): Mark[] {
  const groups = [...svg.querySelectorAll('g')];
  return [...svg.querySelectorAll('path, rect, circle, line, text')]
    .filter((element) => !element.closest('defs'))
    .map((element) => ({
      tag: element.localName,
      classes: [...element.classList],
      at: Object.fromEntries(
        [...element.attributes]
          .map(({ name, value }) => [name, Number(value)] as const)
          .filter(([, value]) => Number.isFinite(value)),
      ),
      points: [...(element.getAttribute('d') ?? '').matchAll(/[ML](-?[\d.e-]+),(-?[\d.e-]+)/g)].map(
        ([, x, y]): [number, number] => [Number(x), Number(y)],
      ),
      text: element.textContent.trim(),
      group: groups.findIndex((group) => group.contains(element)),
    }));
}

const some = ({ marks }: Pick<Picture, 'marks'>, tag: string, ...classes: string[]) =>
  marks.filter((mark) => mark.tag === tag && classes.every((name) => mark.classes.includes(name)));
function one(picture: Pick<Picture, 'marks'>, tag: string, ...classes: string[]): Mark {
  const found = some(picture, tag, ...classes);
  expect(found, `${tag}.${classes.join('.')}`).toHaveLength(1);
  return found[0]!;
}
/** null where the file has nothing. */
const number = (cell: string | undefined) =>
  cell === undefined || cell === '' ? null : Number(cell);
const sure = (cell: string | undefined) => {
  const value = number(cell);
  expect(value, `“${cell}” is a number`).not.toBeNull();
  expect(Number.isFinite(value)).toBe(true);
  return value!;
};

/** Numbers and where they are drawn, which must lie on one straight line. */
class Scale {
  readonly #pairs: { value: number; drawn: number; about: string }[] = [];
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }

  add(value: number, drawn: number, about: string): void {
    expect(Number.isFinite(value) && Number.isFinite(drawn), `${this.#name}: ${about}`).toBe(true);
    this.#pairs.push({ value, drawn, about });
  }

  /**
   * @param isCut where the drawing ends at an edge of its plot, what lies beyond is drawn on the edge
   * @returns where a number is drawn
   */
  holds({ isCut = false } = {}): (value: number) => number {
    const drawn = this.#pairs.map((pair) => pair.drawn);
    const [top, bottom] = isCut ? [Math.min(...drawn), Math.max(...drawn)] : [-Infinity, Infinity];
    const isAtEdge = (pair: { drawn: number }) => pair.drawn <= top || pair.drawn >= bottom;
    const free = this.#pairs.filter((pair) => !isAtEdge(pair)).sort((a, b) => a.value - b.value);
    const [first, last] = [free[0]!, free.at(-1)!];
    expect(free.length, `${this.#name}: enough to know the scale`).toBeGreaterThan(1);
    expect(last.value, `${this.#name}: more than one number`).toBeGreaterThan(first.value);
    const slope = (last.drawn - first.drawn) / (last.value - first.value);
    expect(slope, `${this.#name}: its numbers stand apart`).not.toBe(0);
    const place = (value: number) => first.drawn + (value - first.value) * slope;
    for (const pair of this.#pairs) {
      const wanted = Math.max(top, Math.min(bottom, place(pair.value)));
      expect(
        Math.abs(pair.drawn - wanted),
        `${this.#name}: ${pair.about} is ${pair.value}, drawn at ${pair.drawn}, not ${wanted}`,
      ).toBeLessThanOrEqual(ROUNDING);
    }
    return place;
  }
}

/** A line has a corner for each place. */
function addLine(
  { points }: Mark,
  at: readonly number[],
  values: readonly number[],
  [x, y]: readonly [Scale, Scale],
  about: string,
): void {
  expect(points.length, `${about}: corners`).toBe(values.length);
  points.forEach(([drawnX, drawnY], index) => {
    x.add(at[index]!, drawnX, `${about}, corner ${index}`);
    y.add(values[index]!, drawnY, `${about}, corner ${index}`);
  });
}

/** A band goes along its upper edge and comes back along its lower one. */
function addBand(
  { points, ...mark }: Mark,
  at: readonly number[],
  edges: { low: readonly number[]; high: readonly number[] },
  scales: readonly [Scale, Scale],
  about: string,
): void {
  const half = points.length / 2;
  addLine({ ...mark, points: points.slice(0, half) }, at, edges.high, scales, `${about}, high`);
  addLine(
    { ...mark, points: points.slice(half).reverse() },
    at,
    edges.low,
    scales,
    `${about}, low`,
  );
}

/** Leverage of the scenario and of what it is compared with. */
function fan({ head, rows, marks }: Picture): void {
  const from = head[1] === words.dateColumn ? 2 : 1;
  expect(head).toHaveLength(from + 8);
  const [x, y] = [new Scale('days'), new Scale('ln leverage')] as const;
  /** A day's value holds all day: the line begins with its first morning and ends with its last evening. */
  const column = (index: number) => {
    const given = rows.filter((row) => number(row[from + index]) !== null);
    const values = given.map((row) => sure(row[from + index]));
    const days = given.map((row) => sure(row[0]));
    return {
      at: [days[0]!, ...days.map((day) => day + 0.5), days.at(-1)! + 1],
      values: [values[0]!, ...values, values.at(-1)!],
    };
  };
  const band = (name: string[], low: number, high: number) =>
    addBand(
      one({ marks }, 'path', 'band', ...name),
      column(low).at,
      { low: column(low).values, high: column(high).values },
      [x, y],
      name.join(),
    );
  const median = (name: string, index: number) => {
    const { at, values } = column(index);
    addLine(one({ marks }, 'path', 'median', name), at, values, [x, y], `median, ${name}`);
  };
  band(['wide'], 0, 4);
  band(['middle'], 1, 3);
  median('scenario', 2);
  band(['baseline'], 5, 7);
  median('baseline', 6);
  expect(some({ marks }, 'path', 'band')).toHaveLength(3);
  // Even is where its line is.
  y.add(0, one({ marks }, 'line', 'one').at.y1!, 'even');
  const place = y.holds();
  const across = x.holds();
  // What happened on a day is tied to the median of that day.
  for (const event of some({ marks }, 'circle', 'event')) {
    const row = rows.find((each) => Math.abs(across(Number(each[0]) + 0.5) - event.at.cx!) < 1);
    expect(row, 'the day of an event').toBeDefined();
    expect(Math.abs(place(sure(row![from + 2])) - event.at.cy!)).toBeLessThanOrEqual(ROUNDING);
  }
}

/** How it has ended by each evening: layers upon each other. */
function endings({ head, rows, marks }: Picture): void {
  const from = head[1] === words.dateColumn ? 2 : 1;
  const [x, y] = [new Scale('evenings'), new Scale('share')] as const;
  const at = [0, ...rows.map((row) => sure(row[0]) + 1)];
  let below = at.map(() => 0);
  const layers = ['conceded', 'compromised', 'collapsed', 'open'];
  expect(some({ marks }, 'path', 'layer')).toHaveLength(layers.length);
  layers.forEach((layer, index) => {
    // On the first morning everything is open.
    const shares = [layer === 'open' ? 1 : 0, ...rows.map((row) => sure(row[from + index]))];
    const above = below.map((share, evening) => share + shares[evening]!);
    addBand(one({ marks }, 'path', 'layer', layer), at, { low: below, high: above }, [x, y], layer);
    below = above;
  });
  const baseline = rows.map((row) => number(row[from + 4])).filter((share) => share !== null);
  addLine(
    one({ marks }, 'path', 'baseline'),
    at.slice(0, baseline.length + 1),
    [0, ...baseline],
    [x, y],
    'baseline',
  );
  const rules = some({ marks }, 'line', 'rule');
  rules.forEach(({ at: { y1 } }, index) => {
    y.add(index / (rules.length - 1), y1!, `rule ${index}`);
  });
  y.holds();
  x.holds();
}

/** Fifty dots, in stacks. */
function dots({ rows, marks }: Picture): void {
  const circles = some({ marks }, 'circle');
  expect(circles).toHaveLength(rows.length);
  const stacks = new Map<string, { gain: number; circle: Mark }[]>();
  rows.forEach((row, index) => {
    const gain = sure(row[1]);
    const kind = gain >= 0.005 ? 'helps' : gain <= -0.005 ? 'hurts' : 'indifferent';
    expect(circles[index]!.classes, `dot ${index + 1}: ${gain}`).toContain(kind);
    const stack = stacks.get(row[2]!) ?? [];
    stacks.set(row[2]!, [...stack, { gain, circle: circles[index]! }]);
  });
  const heights = [...new Set(circles.map(({ at }) => at.cy!))].sort((a, b) => b - a);
  const [ground, next] = heights;
  const columns = Math.max(
    ...[...stacks.values()].map(
      (stack) => stack.filter(({ circle }) => circle.at.cy === ground).length,
    ),
  );
  const pitch = next === undefined ? 0 : ground! - next;
  const x = new Scale('middle of a stretch');
  let last = -Infinity;
  for (const [middle, stack] of stacks) {
    stack.forEach(({ gain, circle }, place) => {
      const column = (place % columns) - (columns - 1) / 2;
      x.add(Number(middle), circle.at.cx! - column * pitch, `dot of ${gain}`);
      const row = Math.floor(place / columns);
      expect(Math.abs(circle.at.cy! - (ground! - row * pitch))).toBeLessThanOrEqual(ROUNDING);
      // The least first: a stretch begins where the one before it has ended.
      expect(gain).toBeGreaterThanOrEqual(last);
      last = gain;
    });
  }
  if (stacks.size > 1) x.holds();
}

/** When it ends: what ends in each stretch of days, upon each other. */
function settles({ rows, marks }: Picture): void {
  const bars = some({ marks }, 'rect');
  expect(bars).toHaveLength(rows.length * 3);
  const { points } = one({ marks }, 'path', 'baseline');
  expect(points).toHaveLength(rows.length * 2);
  const [x, y] = [new Scale('days'), new Scale('share')] as const;
  y.add(0, some({ marks }, 'line', 'rule')[0]!.at.y1!, 'none');
  rows.forEach((row, bin) => {
    let sum = 0;
    for (const part of [0, 1, 2]) {
      const { at } = bars[bin * 3 + part]!;
      const about = `from day ${row[0]}, part ${part}`;
      x.add(sure(row[0]), at.x!, about);
      // Air of a pixel between two bars, unless nothing would be left of them.
      if (at.width! > 1) x.add(sure(row[1]) + 1, at.x! + at.width! + 1, about);
      y.add(sum, at.y! + at.height!, about);
      sum += sure(row[2 + part]);
      y.add(sum, at.y!, about);
    }
    const [from, to] = [points[bin * 2]!, points[bin * 2 + 1]!];
    x.add(sure(row[0]), from[0], 'baseline');
    x.add(sure(row[1]) + 1, to[0], 'baseline');
    for (const [, drawn] of [from, to]) y.add(sure(row[5]), drawn, `baseline from day ${row[0]}`);
  });
  y.holds();
  x.holds();
}

/** Curves by day, each in a panel of its own. */
function panels({ head, rows, marks }: Picture): void {
  const only = { marks };
  const medians = some(only, 'path', 'median');
  let column = 1;
  medians.forEach((median, panel) => {
    const nth = (name: string) => some(only, 'path', name)[panel]!;
    const [x, y] = [new Scale(`days of panel ${panel}`), new Scale(`panel ${panel}`)] as const;
    const cells = (offset: number) => {
      const given = rows.filter((row) => number(row[column + offset]) !== null);
      return {
        at: given.map((row) => sure(row[0])),
        values: given.map((row) => sure(row[column + offset])),
      };
    };
    const hasBands = nth('wide').points.length > 0;
    if (hasBands) {
      for (const [name, low, high] of [
        ['wide', 0, 4],
        ['middle', 1, 3],
      ] as const) {
        const edges = { low: cells(low).values, high: cells(high).values };
        addBand(nth(name), cells(low).at, edges, [x, y], name);
      }
    } else expect(nth('middle').points).toEqual([]);
    const ours = cells(hasBands ? 2 : 0);
    addLine(median, ours.at, ours.values, [x, y], 'median');
    const theirs = cells(hasBands ? 5 : 1);
    addLine(nth('baseline'), theirs.at, theirs.values, [x, y], 'baseline');
    column += hasBands ? 6 : 2;
    y.holds({ isCut: true });
    x.holds();
  });
  expect(column, 'every column is drawn').toBe(head.length);
}

/** What each adds: steps, each from where the one before it ended. */
function adds({ rows, marks }: Picture): void {
  const bars = some({ marks }, 'rect');
  expect(bars).toHaveLength(rows.length);
  const x = new Scale('share');
  x.add(0, one({ marks }, 'line', 'zero').at.x1!, 'nothing');
  const whiskers = some({ marks }, 'line', 'whisker');
  const ends: { at: Mark['at']; to: number; error: number }[] = [];
  let sum = 0;
  rows.forEach((row, index) => {
    const value = sure(row[1]);
    const { at, classes } = bars[index]!;
    const about = row[0]!;
    const [left, right] = [Math.min(sum, sum + value), Math.max(sum, sum + value)];
    x.add(left, at.x!, about);
    if (at.width! > LEAST_BAR) {
      x.add(right, at.x! + at.width!, about);
      expect(classes.includes('takes'), about).toBe(value < 0);
    }
    sum += value;
    ends.push({ at, to: sum, error: sure(row[4]) });
  });
  const place = x.holds();
  for (const { at } of whiskers) {
    const bar = ends.find((end) => Math.abs(end.at.y! + end.at.height! / 2 - at.y1!) < 0.01)!;
    const width = Math.max(...bars.map((each) => each.at.x! + each.at.width!));
    for (const [drawn, value] of [
      [at.x1!, bar.to - 2 * bar.error],
      [at.x2!, bar.to + 2 * bar.error],
    ] as const) {
      const wanted = Math.max(0, Math.min(width, place(value)));
      expect(Math.abs(drawn - wanted), 'error of sampling').toBeLessThanOrEqual(ROUNDING);
    }
  }
  if (ends.every(({ error }) => error === 0)) expect(whiskers).toEqual([]);
}

/** What it rests on: from the effect as set to the effect at both ends of a range. */
function tornado({ rows, marks }: Picture): void {
  const x = new Scale('effect');
  x.add(0, one({ marks }, 'line', 'zero').at.x1!, 'nothing');
  const now = one({ marks }, 'line', 'now').at.x1!;
  for (const [name, column] of [
    ['low', 2],
    ['high', 4],
  ] as const) {
    const bars = some({ marks }, 'rect', name);
    expect(bars, name).toHaveLength(rows.length);
    rows.forEach((row, index) => {
      const { at } = bars[index]!;
      const [effect, asSet] = [sure(row[column]), sure(row[6])];
      const about = `${row[0]}, ${name} end`;
      x.add(asSet, now, about);
      // Every bar grows from the line of the effect as set.
      const [near, far] = effect < asSet ? [at.x! + at.width!, at.x!] : [at.x!, at.x! + at.width!];
      if (at.width! > 1) {
        x.add(asSet, near, about);
        x.add(effect, far, about);
      } else expect(Math.abs(at.x! - now), about).toBeLessThanOrEqual(1);
    });
  }
  x.holds();
}

/** Chances of what may go wrong, two bars each. */
function risks({ rows, marks }: Picture): void {
  const x = new Scale('chance');
  x.add(0, 0, 'never');
  for (const [name, column] of [
    ['scenario', 1],
    ['baseline', 2],
  ] as const) {
    const bars = some({ marks }, 'rect', name);
    expect(bars, name).toHaveLength(rows.length);
    rows.forEach((row, index) => {
      const { at } = bars[index]!;
      expect(at.x).toBe(0);
      if (at.width! > LEAST_BAR) x.add(sure(row[column]), at.width!, `${row[0]}, ${name}`);
    });
  }
  const place = x.holds();
  for (const [name, column] of [
    ['scenario', 1],
    ['baseline', 2],
  ] as const) {
    some({ marks }, 'rect', name).forEach(({ at }, index) => {
      const wanted = Math.max(LEAST_BAR, place(sure(rows[index]![column])));
      expect(Math.abs(at.width! - wanted)).toBeLessThanOrEqual(ROUNDING);
    });
  }
}

/** How far it spreads: the ink of a day is the root of the share, in steps of a fortieth. */
function spread({ head, rows, marks }: Picture): void {
  const days = head.length - 2;
  const lines: { ground: Mark; cells: Mark[] }[] = [];
  for (const mark of some({ marks }, 'rect')) {
    if (mark.classes.includes('ground')) lines.push({ ground: mark, cells: [] });
    else lines.at(-1)!.cells.push(mark);
  }
  expect(lines).toHaveLength(rows.length);
  rows.forEach((row, index) => {
    const { ground, cells } = lines[index]!;
    const dayWidth = ground.at.width! / days;
    const shares = row.slice(1, 1 + days).map(sure);
    let inked = 0;
    shares.forEach((share, day) => {
      const middle = ground.at.x! + (day + 0.5) * dayWidth;
      const cell = cells.find(({ at }) => at.x! < middle && middle < at.x! + at.width!);
      const ink = cell?.at['fill-opacity'] ?? 0;
      expect(Math.abs(ink - Math.sqrt(share)), `${row[0]}, day ${day}`).toBeLessThanOrEqual(
        1 / 80 + 1e-9,
      );
      if (cell) {
        expect(cell.at.y).toBe(ground.at.y);
        inked += dayWidth;
      }
    });
    const drawn = cells.reduce((sum, { at }) => sum + at.width!, 0);
    expect(Math.abs(drawn - inked), `${row[0]}: ink where a share is`).toBeLessThanOrEqual(
      ROUNDING,
    );
    const figures = words.spread.figures(
      formatShare(Math.max(...shares)),
      formatShare(sure(row.at(-1))),
    );
    expect(marks.map(({ text }) => text)).toContain(figures);
  });
}

/** Leverage of several scenarios, a panel each, with the median of what they are compared with. */
function multiples({ head, rows, marks }: Picture): void {
  const groups = [...new Set(marks.map(({ group }) => group))].filter((group) => group >= 0);
  expect(head).toHaveLength(1 + groups.length * 5);
  const column = (index: number) => {
    const given = rows.filter((row) => number(row[index]) !== null);
    return {
      at: given.map((row) => sure(row[0])),
      values: given.map((row) => sure(row[index])),
    };
  };
  const medians = groups.map((_, entry) => column(1 + entry * 5 + 2).values);
  const slopes: number[] = [];
  groups.forEach((group, entry) => {
    const inside = { marks: marks.filter((mark) => mark.group === group) };
    const [x, y] = [new Scale(`days of panel ${entry}`), new Scale(`panel ${entry}`)] as const;
    const of = (quantile: number) => column(1 + entry * 5 + quantile);
    for (const [name, low, high] of [
      ['wide', 0, 4],
      ['middle', 1, 3],
    ] as const) {
      const edges = { low: of(low).values, high: of(high).values };
      addBand(one(inside, 'path', name), of(low).at, edges, [x, y], name);
    }
    addLine(one(inside, 'path', 'median'), of(2).at, of(2).values, [x, y], 'median');
    const place = y.holds({ isCut: true });
    const across = x.holds();
    slopes.push(place(1) - place(0));
    // The dashed line is the median of another panel, the same in all.
    const { points } = one(inside, 'path', 'without');
    if (points.length === 0) return;
    const drawnAs = medians.filter(
      (values) =>
        values.length === points.length &&
        points.every(([, drawn], day) => Math.abs(drawn - place(values[day]!)) <= ROUNDING),
    );
    expect(drawnAs.length, `panel ${entry}: what it is compared with`).toBeGreaterThan(0);
    points.forEach(([drawn], day) => {
      expect(Math.abs(drawn - across(day))).toBeLessThanOrEqual(ROUNDING);
    });
  });
  expect(
    groups.filter(
      (group) =>
        one({ marks: marks.filter((mark) => mark.group === group) }, 'path', 'without').points
          .length === 0,
    ),
  ).toHaveLength(1);
  for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 1);
}

/** How several scenarios end, a bar each. */
function endingBars({ rows, marks }: Picture): void {
  const bars = some({ marks }, 'rect');
  expect(bars).toHaveLength(rows.length * 4);
  const x = new Scale('share');
  rows.forEach((row, index) => {
    let sum = 0;
    row.slice(1).forEach((cell, part) => {
      const { at } = bars[index * 4 + part]!;
      x.add(sum, at.x!, `${row[0]}, part ${part}`);
      sum += sure(cell);
      x.add(sum, at.x! + at.width!, `${row[0]}, part ${part}`);
    });
    expect(sum).toBeCloseTo(1, 9);
  });
  const place = x.holds();
  const lines = some({ marks }, 'line', 'baseline');
  expect(lines).toHaveLength(rows.length - 1);
  const among = rows.filter((row) =>
    lines.every(({ at }) => Math.abs(at.x1! - place(sure(row[1]))) <= ROUNDING),
  );
  expect(among.length, 'the line is one of the bars’ ends').toBeGreaterThan(0);
}

/** The chance to win by day or strength. */
function curve({ rows, marks }: Picture): void {
  const [x, y] = [new Scale('day or strength'), new Scale('chance')] as const;
  const column = (index: number) => rows.map((row) => sure(row[index]));
  const at = column(0);
  const win = column(1);
  const without = win[0]! - column(2)[0]!;
  column(2).forEach((gain, index) => expect(win[index]! - gain).toBeCloseTo(without, 9));
  const bound = (share: number) => Math.max(0, Math.min(1, share));
  addLine(one({ marks }, 'path', 'curve'), at, win, [x, y], 'curve');
  addBand(
    one({ marks }, 'path', 'band'),
    at,
    {
      low: column(3).map((low) => bound(without + low)),
      high: column(4).map((high) => bound(without + high)),
    },
    [x, y],
    'band',
  );
  y.add(without, one({ marks }, 'line', 'without').at.y1!, 'without it');
  const texts = some({ marks }, 'text');
  some({ marks }, 'line', 'rule').forEach(({ at: { y1 } }, index) => {
    const percent = /^(\d+)\s*%$/.exec(texts[index]!.text);
    expect(percent, texts[index]!.text).not.toBeNull();
    y.add(Number(percent![1]) / 100, y1!, texts[index]!.text);
  });
  const place = y.holds();
  const across = x.holds();
  for (const circle of some({ marks }, 'circle')) {
    const row = rows.find((each) => Math.abs(across(sure(each[0])) - circle.at.cx!) < 0.01);
    expect(row, 'a mark stands on a row').toBeDefined();
    expect(Math.abs(place(sure(row![1])) - circle.at.cy!)).toBeLessThanOrEqual(ROUNDING);
  }
}

/** What could be added: a dot and its range. */
function options({ rows, marks }: Picture): void {
  const x = new Scale('gain');
  const circles = some({ marks }, 'circle');
  const ranges = some({ marks }, 'line', 'range');
  expect(circles).toHaveLength(rows.length);
  expect(ranges).toHaveLength(rows.length);
  some({ marks }, 'line', 'zero').forEach(({ at }) => x.add(0, at.x1!, 'nothing'));
  rows.forEach((row, index) => {
    x.add(sure(row[2]), circles[index]!.at.cx!, row[0]!);
    x.add(sure(row[3]), ranges[index]!.at.x1!, `${row[0]}, low`);
    x.add(sure(row[4]), ranges[index]!.at.x2!, `${row[0]}, high`);
    expect(circles[index]!.at.cy).toBe(ranges[index]!.at.y1);
  });
  x.holds();
}

/** Where the answer turns, on the range of each number. */
function flips({ rows, marks }: Picture): void {
  const x = new Scale('place on a range');
  const tracks = some({ marks }, 'line', 'track');
  const beyond = some({ marks }, 'line', 'beyond');
  const now = some({ marks }, 'circle');
  const turns = some({ marks }, 'path', 'flip');
  for (const found of [tracks, beyond, now, turns]) expect(found).toHaveLength(rows.length);
  rows.forEach((row, index) => {
    const [low, asSet, high, flip, , place] = row.slice(2).map(sure) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const about = row[1]!;
    x.add(-1, tracks[index]!.at.x1!, about);
    x.add(1, tracks[index]!.at.x2!, about);
    x.add(0, now[index]!.at.cx!, about);
    x.add(place, turns[index]!.points[0]![0], about);
    x.add(place < 0 ? -1 : place, beyond[index]!.at.x1!, about);
    x.add(place < 0 ? place : 1, beyond[index]!.at.x2!, about);
    // The same side of what is typical, and within the range.
    expect(Math.sign(flip - asSet), about).toBe(Math.sign(place) + 0);
    expect(flip).toBeGreaterThanOrEqual(low);
    expect(flip).toBeLessThanOrEqual(high);
  });
  x.holds();
}

/** What knowing a number would take away: a bar, and two standard errors to either side. */
function knowing({ rows, marks }: Picture): void {
  const bars = some({ marks }, 'rect');
  const whiskers = some({ marks }, 'line', 'whisker');
  expect(bars).toHaveLength(rows.length);
  expect(whiskers).toHaveLength(rows.length);
  const x = new Scale('share');
  x.add(0, 0, 'nothing');
  rows.forEach((row, index) => {
    const [share, error] = [sure(row[1]), sure(row[2])];
    const { at } = bars[index]!;
    expect(at.x).toBe(0);
    if (at.width! > LEAST_BAR) x.add(share, at.width!, row[0]!);
    x.add(Math.max(0, share - 2 * error), whiskers[index]!.at.x1!, `${row[0]}, low`);
    x.add(Math.min(1, share + 2 * error), whiskers[index]!.at.x2!, `${row[0]}, high`);
  });
  x.holds();
}

const BY_TITLE: Readonly<Record<string, (picture: Picture) => void>> = {
  [words.endings.title]: endings,
  [words.dots.title]: dots,
  [why.adds.title]: adds,
  [why.powers.title]: adds,
  [why.rests.title]: tornado,
  [why.risks.title]: risks,
  [why.chances.title]: panels,
  [why.settles.title]: settles,
  [why.states.title]: panels,
  [why.spread.title]: spread,
  [compare.endings.title]: endingBars,
  [ask.next.title]: options,
  [ask.flip.title]: flips,
  [ask.knowing.title]: knowing,
};

function checkOf({ title, head, marks }: Picture) {
  // One scenario has it as one picture, several in panels.
  if (title === words.leverage.title)
    return some({ marks }, 'path', 'without').length > 0 ? multiples : fan;
  // The two curves that ask are called after their action.
  return BY_TITLE[title] ?? (head[1] === ask.curve.win ? curve : undefined);
}

let chromium: RunningChromium;
let folder: string;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clincher-drawn-'));
  chromium = await launchChromium();
  page = await chromium.openDashboard('#/what-if/posti-2019');
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await downloadInto(folder, page);
});
afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Saves the numbers of every picture there is and holds each drawing against them. Gives their titles. */
async function holdAll(): Promise<string[]> {
  // A pointer over a picture would draw its own marks.
  await page.mouse.move(1, 1);
  await settle(page);
  const titles: string[] = [];
  for (const found of await picturesOn(page)) {
    const { title, summary, section } = found;
    await summary.click();
    const { head, rows } = await numbersOf(folder, found);
    await summary.click();
    const marks = await section.$eval('svg', marksIn);
    const check = checkOf({ title, head, rows, marks });
    if (!check) throw new Error(`Nothing here knows how “${title}” is drawn.`);
    try {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(head.length);
      check({ title, head, rows, marks });
    } catch (error) {
      throw new Error(`${title}: ${(error as Error).message}`, { cause: error });
    }
    titles.push(title);
  }
  return titles;
}

async function goTo(view: string, ready: () => Promise<unknown>): Promise<void> {
  await page.locator(`::-p-xpath(//nav//a[normalize-space(.)="${view}"])`).setTimeout(LONG).click();
  await ready();
  await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'), {
    timeout: LONG,
    polling: 200,
  });
}

/** Some draw the first rows only, until one asks for all. */
async function showAll(): Promise<number> {
  const buttons = await page.$$(
    '::-p-xpath(//button[starts-with(normalize-space(.), "Show all")])',
  );
  for (const button of buttons) await button.click();
  return buttons.length;
}

const pictures = (count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('main .chart-figure svg').length >= wanted,
    { timeout: LONG, polling: 200 },
    count,
  );

describe('the file of a picture says what is drawn', () => {
  it('on the time line’s page, wide and narrow', async () => {
    await digestOn(page);
    // Two of them are studies, which come later.
    await pictures(7);
    const titles = await holdAll();
    expect(titles).toEqual(
      expect.arrayContaining([
        words.leverage.title,
        words.endings.title,
        words.dots.title,
        why.chances.title,
        why.settles.title,
        why.states.title,
        why.adds.title,
      ]),
    );
    await page.setViewport({ width: 390, height: 900 });
    expect(await holdAll()).toEqual(titles);
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('on the Why page, the first rows and all of them', async () => {
    await goTo(why.view, () => pictures(8));
    const titles = await holdAll();
    expect(titles).toEqual([
      why.adds.title,
      why.powers.title,
      why.rests.title,
      why.risks.title,
      why.chances.title,
      why.settles.title,
      why.states.title,
      why.spread.title,
    ]);
    expect(await showAll()).toBe(1);
    await page.setViewport({ width: 390, height: 900 });
    expect(await holdAll()).toEqual(titles);
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('where scenarios are compared', async () => {
    await goTo(compare.view, () => pictures(2));
    expect(await holdAll()).toEqual([compare.leverage.title, compare.endings.title]);
  });

  it('where one asks, the first rows and all of them', async () => {
    await goTo(ask.view, () => pictures(5));
    const titles = await holdAll();
    expect(titles).toHaveLength(5);
    expect(titles).toEqual(
      expect.arrayContaining([ask.next.title, ask.flip.title, ask.knowing.title]),
    );
    expect(await showAll()).toBeGreaterThanOrEqual(2);
    expect(await holdAll()).toEqual(titles);
    expect(chromium.problems).toEqual([]);
  });
});
