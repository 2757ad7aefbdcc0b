import { messages } from '../../lib/messages/messages.ts';
import type { ReportedKind } from '../../lib/model/action-kinds.ts';
import type { ComparedField } from './compare-clips.ts';
import { languageWords, publishedWords } from './field-words.ts';

const words = messages.merge;

/** One value of a field as people say it, for `compareClips`. */
export function comparedWords(
  campaignName: (id: string) => string | null,
): (field: ComparedField, value: string) => string {
  return (field, value) => {
    switch (field) {
      case 'publishedAt':
      case 'modifiedAt':
        return publishedWords(value);
      case 'language':
        return languageWords(value);
      case 'direction':
        return words.directions[value as 'ltr' | 'rtl'];
      case 'isAccessibleForFree':
        return value === 'true' ? words.freeToRead : words.behindPaywall;
      case 'reports':
        return messages.kinds.names[value as ReportedKind];
      case 'campaignIds':
        return campaignName(value) ?? words.unknownCampaign;
      case 'sectors':
        // A sector may be a word of one's own: "constructor", say.
        return Object.hasOwn(messages.kinds.sectors, value)
          ? messages.kinds.sectors[value]!
          : value;
      default:
        return value;
    }
  };
}
