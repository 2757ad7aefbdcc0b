import type { ActionKind, ActionNumberKey } from '../../lib/model/action.ts';
import { messages } from '../../lib/messages/messages.ts';

/** Label and help of an action's number; what a share is a share of differs by kind. */
export function actionNumberWords(
  kind: ActionKind,
  key: ActionNumberKey,
): { label: string; help: string } {
  const { shareOf, actions } = messages.numbers;
  if (key === 'share' && Object.hasOwn(shareOf, kind)) return shareOf[kind as keyof typeof shareOf];
  return actions[key];
}
