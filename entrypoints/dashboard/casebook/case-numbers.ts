import type { NumberGroup } from '../../../components/casebook/case-row.ts';
import { actionNumberWords } from '../../../components/campaign/action-number-words.ts';
import { formatRange } from '../../../components/campaign/number-text.ts';
import { modelNumbers } from '../../../components/equations/model-numbers.ts';
import { messages } from '../../../lib/messages/messages.ts';
import { studioMessages } from '../../../lib/messages/studio-messages.ts';
import { ACTION_NUMBERS, NUMBERS_OF_KIND, numberOf } from '../../../lib/model/action.ts';
import type { CampaignScenario } from '../../../lib/model/scenario.ts';
import type { Basis } from '../../../lib/model/uncertain-number.ts';

const words = studioMessages.casebookPage.detail;

/** A rule says itself that it is one. */
function reasonOf({ kind, note }: Basis): string {
  return note.startsWith('Rule ') ? note : messages.brief.from(messages.numbers.basis[kind], note);
}

/** Every number of a campaign and of its actions, with its range and its reason. */
export function caseNumbers({ campaign, scenario }: CampaignScenario): NumberGroup[] {
  const { currency } = campaign;
  const ofActions = scenario.actions.flatMap((action) =>
    NUMBERS_OF_KIND[action.kind].map((key) => {
      const number = numberOf(action, key)!;
      return {
        key: `${action.id} ${key}`,
        label: words.actionNumber(action.name, actionNumberWords(action.kind, key).label),
        range: formatRange(number, { unit: ACTION_NUMBERS[key].unit, currency }),
        basis: reasonOf(number.basis),
      };
    }),
  );
  return [
    ...modelNumbers(campaign).map(({ title, numbers }) => ({
      title,
      numbers: numbers.map(({ key, label, range }) => {
        return { key, label, range, basis: reasonOf(campaign.numbers[key].basis) };
      }),
    })),
    ...(ofActions.length > 0 ? [{ title: words.actionNumbers, numbers: ofActions }] : []),
  ];
}
