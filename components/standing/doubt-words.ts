/** How the reports of doubt name a number, and write its values. */
import { messages } from '../../lib/messages/messages.ts';
import { ACTION_NUMBERS } from '../../lib/model/action.ts';
import type { DoubtedNumber } from '../../lib/model/doubt.ts';
import { PARAMETERS } from '../../lib/model/parameters.ts';
import { actionNumberWords } from '../campaign/action-number-words.ts';
import { formatSpan, formatValue, type NumberSetting } from '../campaign/number-text.ts';

type Named = Pick<DoubtedNumber, 'number' | 'action'>;

/** "Share of the harm to others that lands on whoever decides", "Share that stops: Flights, day 14". */
export function doubtedLabel({ number, action }: Named): string {
  if (number.of === 'campaign') return messages.numbers.parameters[number.key].label;
  if (!action) return number.key;
  const { label } = actionNumberWords(action.kind, number.key);
  const name = action.name || messages.timeline.kinds[action.kind];
  return messages.why.rests.ofAction(label, name, action.startDay);
}

/** The model's symbol of a campaign's number; null for an action's. */
export function doubtedSymbol({ number }: Named): string | null {
  return number.of === 'campaign' ? PARAMETERS[number.key].symbol : null;
}

function settingOf({ number }: Named, currency: string): NumberSetting {
  const { unit } = number.of === 'campaign' ? PARAMETERS[number.key] : ACTION_NUMBERS[number.key];
  return { unit, currency };
}

export function doubtedValue(named: Named, value: number, currency: string): string {
  return formatValue(value, settingOf(named, currency));
}

/** "0–45%": the ends between which 90 in 100 points lie. */
export function doubtedSpan(named: DoubtedNumber, currency: string): string {
  return formatSpan(named.low, named.high, settingOf(named, currency));
}
