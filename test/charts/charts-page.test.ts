// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import DotsChart from '../../components/charts/DotsChart.svelte';
import EndingsChart from '../../components/charts/EndingsChart.svelte';
import FanChart from '../../components/charts/FanChart.svelte';
import { formatRatio } from '../../components/charts/format.ts';
import { dateOfDay } from '../../lib/model/campaign-days.ts';
import { postiLike } from './made-comparison.ts';

beforeAll(() => {
  // jsdom lays nothing out and so observes no sizes; the charts then take their usual width.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

let page: Record<string, unknown> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  document.body.replaceChildren();
});

const comparison = postiLike();
function showFan(onpickday: (day: number) => void = () => {}) {
  page = mount(FanChart, {
    target: document.body,
    props: {
      comparison,
      shownDays: 45,
      markedDay: null,
      events: [{ day: 14, label: '300 flights grounded' }],
      settledDay: 16,
      settledLabel: 'settled, day 16',
      dateOfDay: (day: number) => dateOfDay({ firstDay: '2019-11-11', dayType: 'calendar' }, day),
      onpickday,
    },
  });
  flushSync();
}
const press = (element: Element, key: string) => {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
};
function openTable(): string[][] {
  const details = document.querySelector('details')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  flushSync();
  return [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent!.trim()),
  );
}

describe('leverage over time, on the page', () => {
  it('says in a sentence what it shows', () => {
    showFan();
    const label = document.querySelector('svg')!.getAttribute('aria-label')!;
    expect(label).toContain('highest on day 14');
    expect(label).toContain(formatRatio(comparison.scenario.quantiles.leverage[14 * 5 + 2]));
    expect(document.querySelector('h2')!.textContent).toBe('Leverage over time');
  });

  it('can be read day by day with the keyboard alone', () => {
    const picked: number[] = [];
    showFan((day) => picked.push(day));
    const slider = document.querySelector('[role=slider]')!;
    expect(slider.getAttribute('aria-valuenow')).toBe('16');
    for (const key of [
      'ArrowRight',
      'PageUp',
      'ArrowLeft',
      'PageDown',
      'End',
      'ArrowRight',
      'Home',
    ])
      press(slider, key);
    expect(picked).toEqual([17, 24, 23, 16, 44, 44, 0]);
    for (let day = 0; day < 14; day++) press(slider, 'ArrowRight');
    expect(slider.getAttribute('aria-valuetext')).toContain('Day 14 · 25 Nov 2019');
    expect(slider.getAttribute('aria-valuetext')).toContain(
      formatRatio(comparison.scenario.quantiles.leverage[14 * 5 + 2]),
    );
  });

  it('has a table with a row for every shown day', () => {
    showFan();
    const rows = openTable();
    expect(rows).toHaveLength(45);
    rows.forEach((row, day) => {
      expect(row[0]).toBe(String(day));
      expect(row[2]).toBe(formatRatio(comparison.scenario.quantiles.leverage[day * 5 + 2]));
      expect(row[5]).toBe(formatRatio(comparison.baseline.quantiles.leverage[day * 5 + 2]));
    });
  });
});

describe('how it ends, on the page', () => {
  it('shows the picked evening at the names, and the last one otherwise', () => {
    page = mount(EndingsChart, { target: document.body, props: { comparison, shownDays: 45 } });
    flushSync();
    const conceded = () => document.querySelector('text.conceded')!.textContent!;
    const percent = (day: number) =>
      `${Math.round(comparison.scenario.endings.conceded[day] * 100)}%`;
    expect(conceded()).toContain(percent(44));
    const slider = document.querySelector<HTMLElement>('[role=slider]')!;
    slider.focus();
    press(slider, 'Home');
    expect(conceded()).toContain(percent(0));
    expect(openTable()).toHaveLength(45);
  });
});

describe('in a hundred futures, on the page', () => {
  it('draws fifty dots and says the three counts, which add to a hundred', () => {
    page = mount(DotsChart, { target: document.body, props: { comparison } });
    flushSync();
    expect(document.querySelectorAll('circle')).toHaveLength(50);
    const note = document.querySelector('.note')!.textContent!;
    const [helps, indifferent, hurts] = /In (\d+) of 100.*, in (\d+) they make.*, in (\d+) they/
      .exec(note)!
      .slice(1)
      .map(Number);
    expect(helps + indifferent + hurts).toBe(100);
    const counts = openTable().map((row) => Number(row[1]));
    expect(counts.reduce((a, b) => a + b)).toBe(100);
  });
});
