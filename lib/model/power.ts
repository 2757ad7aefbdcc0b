import type { Action } from './action.ts';

/**
 * The four classes of workers' power that the power resources approach knows (Wright 2000; Silver 2003; Schmalz,
 * Ludwig & Webster 2018), in the order in which they are shown.
 */
export const POWER_RESOURCES = [
  'structural',
  'associational',
  'institutional',
  'societal',
] as const;
export type PowerResource = (typeof POWER_RESOURCES)[number];

/**
 * Where an action's power comes from. The class follows the channel through which the model lets the action work,
 * not the people who take it: a union that endorses is societal power, though a union is an association.
 */
export function powerOf(action: Action): PowerResource {
  switch (action.kind) {
    // Work withheld where others depend on it: it reaches the target through sectors that stand still. A handling ban
    // withholds work on the struck goods alone and takes the replacement away at a place where it must pass.
    case 'sympathyStrike':
    case 'handlingBan':
      return 'structural';
    // Members' means, pooled: they last longer because they are many and organized, wherever they work.
    case 'donation':
      return 'associational';
    // The movement's own service is people organized to carry each other; the target's own is a counter-move.
    case 'serviceSubstitution':
      return action.provider === 'movement' ? 'associational' : 'institutional';
    // Customers and the public take sides: coalitions and a cause that others hold to be just.
    case 'boycott':
    case 'endorsement':
      return 'societal';
    // What an employer may do against a strike, in court or with replacements, is for law and agreements to say:
    // institutional power, of which these are the other side's.
    case 'injunction':
    case 'replacementSurge':
      return 'institutional';
    default:
      return action satisfies never;
  }
}
