/** A check as its sentence: words, choices and number boxes in the order in which it is read. */
import { LOCALE } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { MAX_DAYS } from '../../lib/model/action.ts';
import {
  CHANCE_FIGURES,
  Check,
  CHECKED_RISKS,
  EFFECT_ACTIONS,
  EFFECT_QUANTITIES,
  hasLimit,
  MAX_WORKER_DAYS,
  type CheckedRisk,
  type CheckKind,
} from '../../lib/model/checks.ts';

const words = studioMessages.checks;

export interface ChoiceSlot {
  type: 'choice';
  key: string;
  /** What it is called aloud. */
  label: string;
  value: string;
  options: { value: string; label: string }[];
}
export interface NumberSlot {
  type: 'number';
  key: string;
  label: string;
  value: number;
  min: number;
  max: number;
}
export type Slot = ChoiceSlot | NumberSlot;
export type SentencePart = { type: 'text'; text: string } | Slot;

/** Where support and hardship stand in the guard-rails of the first cut. */
const FIRST_LIMIT: Record<CheckedRisk, number | null> = {
  fundEmpty: null,
  hardshipOverLimit: 30,
  supportUnderLimit: 40,
  fewerThanHalfOut: null,
};

/** What each sentence says before anybody has changed it. */
export function newCheck(kind: CheckKind, id: string): Check {
  switch (kind) {
    case 'risk':
      return { id, kind, risk: 'fundEmpty', limit: null, beforeDay: 20, atMost: 10 };
    case 'chance':
      return { id, kind, figure: 'win', ofHundred: 50, byDay: 30 };
    case 'effect':
      return { id, kind, actions: 'sympathyStrike', never: 'lower', quantity: 'harmToOthers' };
    case 'noHarm':
      return { id, kind, atMost: 1 };
    case 'workerDays':
      return { id, kind, atMost: 5000 };
    default:
      return kind satisfies never;
  }
}

function choice<Value extends string>(
  key: 'risk' | 'figure' | 'actions' | 'never' | 'quantity',
  value: Value,
  values: readonly Value[],
): ChoiceSlot {
  const labels = words.choices[key] as Record<Value, string>;
  return {
    type: 'choice',
    key,
    label: words.labels[key],
    value,
    options: values.map((each) => ({ value: each, label: labels[each] })),
  };
}

function number(
  key: string,
  label: string,
  value: number,
  [min, max]: readonly [number, number],
): NumberSlot {
  return { type: 'number', key, label, value, min, max };
}

const OF_HUNDRED = [0, 100] as const;

function slotsOf(check: Check): { sentence: string; slots: Slot[] } {
  const { labels, sentences } = words;
  switch (check.kind) {
    case 'risk':
      return {
        sentence: check.limit === null ? sentences.risk : sentences.riskWithLimit,
        slots: [
          choice('risk', check.risk, CHECKED_RISKS),
          ...(check.limit === null ? [] : [number('limit', labels.limit, check.limit, OF_HUNDRED)]),
          number('beforeDay', labels.beforeDay, check.beforeDay, [1, MAX_DAYS]),
          number('atMost', labels.risksAtMost, check.atMost, OF_HUNDRED),
        ],
      };
    case 'chance':
      return {
        sentence: sentences.chance,
        slots: [
          number('byDay', labels.byDay, check.byDay, [0, MAX_DAYS - 1]),
          choice('figure', check.figure, CHANCE_FIGURES),
          number('ofHundred', labels.ofHundred, check.ofHundred, OF_HUNDRED),
        ],
      };
    case 'effect':
      return {
        sentence: sentences.effect,
        slots: [
          choice('actions', check.actions, EFFECT_ACTIONS),
          choice('never', check.never, ['lower', 'raise']),
          choice('quantity', check.quantity, EFFECT_QUANTITIES),
        ],
      };
    case 'noHarm':
      return {
        sentence: sentences.noHarm,
        slots: [number('atMost', labels.noHarmAtMost, check.atMost, OF_HUNDRED)],
      };
    case 'workerDays':
      return {
        sentence: sentences.workerDays,
        slots: [number('atMost', labels.workerDaysAtMost, check.atMost, [0, MAX_WORKER_DAYS])],
      };
    default:
      return check satisfies never;
  }
}

/** Every slot of its check stands in the sentence, once, where the language wants it. */
export function partsOf(check: Check): SentencePart[] {
  const { sentence, slots } = slotsOf(check);
  return sentence
    .split(/\{(\w+)\}/)
    .map((text, index): SentencePart =>
      index % 2 === 0 ? { type: 'text', text } : slots.find(({ key }) => key === text)!,
    )
    .filter((part) => part.type !== 'text' || part.text !== '');
}

const whole = (value: number) => value.toLocaleString(LOCALE);

export function sentenceOf(check: Check): string {
  return partsOf(check)
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'number') return whole(part.value);
      return part.options.find(({ value }) => value === part.value)!.label;
    })
    .join('');
}

/** The check with another choice or number; null where the number is none, or out of its bounds. */
export function withSlot(check: Check, key: string, value: string | number): Check | null {
  const changed = { ...check, [key]: value };
  const isRisk = check.kind === 'risk' && key === 'risk';
  const asked = isRisk
    ? {
        ...changed,
        limit: hasLimit(value as CheckedRisk) ? FIRST_LIMIT[value as CheckedRisk] : null,
      }
    : changed;
  const checked = Check.safeParse(asked);
  return checked.success ? checked.data : null;
}
