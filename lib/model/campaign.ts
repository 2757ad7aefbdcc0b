import { Checks } from './checks.ts';
import { CivilDate, Id, Instant } from './identity.ts';
import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from './parameters.ts';
import { SectorTable } from './sector-table.ts';
import { UncertainNumber } from './uncertain-number.ts';
import { z } from './zod.ts';

export const CAMPAIGN_RECORD_VERSION = 1;

const CampaignNumber = (key: ParameterKey) => {
  const { min, max, drawSlot } = PARAMETERS[key];
  const inBounds = (value: number) => value >= min && value <= max;
  return UncertainNumber.refine(
    (number) => [number.low, number.typical, number.high].every(inBounds),
    {
      message: `must lie between ${min} and ${max}`,
    },
  ).refine((number) => number.drawSlot === drawSlot, { message: `its draw slot is ${drawSlot}` });
};

const numberShape = Object.fromEntries(
  PARAMETER_KEYS.map((key) => [key, CampaignNumber(key)]),
) as Record<ParameterKey, ReturnType<typeof CampaignNumber>>;

/** Where it came from; what a file brought is unverified until its reader says otherwise. */
export const Provenance = z.enum(['own', 'casebook', 'file']);

/** Who strikes, who decides, who is hurt, and their numbers. */
export const Campaign = z
  .strictObject({
    recordVersion: z.literal(CAMPAIGN_RECORD_VERSION),
    id: Id,
    name: z.string().min(1).max(200),
    place: z.string().max(200),
    summary: z.string().max(4000),
    /** "the postal workers": who can win. */
    movementName: z.string().max(200),
    /** "Posti": whoever can concede. */
    targetName: z.string().max(200),
    /** People of the campaign; stay home unless asked for. */
    actorNames: z.array(z.string().max(200)).max(200),
    note: z.string().max(20_000),
    provenance: Provenance,
    casebookId: Id.nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    moneyYear: z.int().min(1800).max(2200),
    firstDay: CivilDate,
    dayType: z.enum(['calendar', 'working']),
    employer: z.enum(['market', 'perUser']),
    sectors: z.strictObject({ struck: z.string().max(20), table: SectorTable }).nullable(),
    /** How it really ended, where it did. */
    settledDay: z.int().min(0).max(2000).nullable(),
    settlement: z.string().max(2000),
    numbers: z.strictObject(numberShape),
    /** What its members hold every scenario to; absent where they have said nothing. */
    checks: Checks.optional(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .refine(
    (campaign) =>
      campaign.sectors === null || campaign.sectors.table.codes.includes(campaign.sectors.struck),
    {
      message: 'the struck sector is not in the table',
      path: ['sectors', 'struck'],
    },
  );
export type Campaign = z.infer<typeof Campaign>;
export type CampaignNumbers = Campaign['numbers'];
