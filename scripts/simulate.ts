/** `npm run simulate`: a scenario, a snapshot or a campaign of the casebook, headless. */
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { sentenceOf } from '../components/checks/check-slots.ts';
import { foundWords, stateOf } from '../components/checks/check-words.ts';
import {
  formatDate,
  formatRatio,
  formatRatioRange,
  formatShare,
} from '../components/charts/format.ts';
import { plainText, summarize } from '../components/summary/summarize.ts';
import { nameOf } from '../components/timeline/describe-action.ts';
import { CASE_IDS } from '../lib/casebook/case-list.ts';
import {
  CASEBOOK_IDS,
  fetchCasebookEntry,
  isCasebookId,
  openCasebookEntry,
} from '../lib/casebook/casebook.ts';
import { messages } from '../lib/messages/messages.ts';
import { studioMessages } from '../lib/messages/studio-messages.ts';
import {
  ACTION_NUMBERS,
  MAX_DAYS,
  NUMBERS_OF_KIND,
  numberOf,
  withNumber,
} from '../lib/model/action.ts';
import type { ActionNumberKey } from '../lib/model/action.ts';
import { dateOfDay } from '../lib/model/campaign-days.ts';
import { checksOf } from '../lib/model/checks.ts';
import { gainsByFuture } from '../lib/model/endings-by-day.ts';
import {
  DAY_QUANTITIES,
  ENDINGS,
  MODEL_VERSION,
  QUANTILE_LEVELS,
  type Comparison,
  type EnsembleRequest,
} from '../lib/model/ensemble.ts';
import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from '../lib/model/parameters.ts';
import {
  DEFAULT_FUTURES,
  MAX_FUTURES,
  pinnedBeside,
  type CampaignScenario,
} from '../lib/model/scenario.ts';
import type { UncertainNumber } from '../lib/model/uncertain-number.ts';
import { judgeChecks } from '../lib/simulation/checks.ts';
import { compareNow, type ComparisonRequest } from '../lib/simulation/comparison.ts';
import { simulate, simulateCertain } from '../lib/simulation/ensemble.ts';
import { finishStudy } from '../lib/simulation/study.ts';
import { readSnapshot } from '../lib/snapshot/read.ts';
import { compareWithSnapshot } from '../lib/snapshot/reproduce.ts';
import { SNAPSHOT_LIMITS, type Snapshot } from '../lib/snapshot/format.ts';
import { wordsOf } from '../lib/snapshot/words.ts';

const words = messages.simulate;
const checkWords = studioMessages.checks.terminal;
const DEFAULT_ENSEMBLE = { futures: DEFAULT_FUTURES, hardshipLimit: 0.3, supportLimit: 0.4 };

/** What the user can get wrong; its message is the sentence to print. */
class Refusal extends Error {}

interface Opened extends CampaignScenario {
  snapshot: Snapshot | null;
}

function open(what: string): Opened {
  if (isCasebookId(what)) {
    return { ...openCasebookEntry(what, new Date().toISOString()), snapshot: null };
  }
  let bytes: Uint8Array;
  try {
    bytes = readAtMost(what, SNAPSHOT_LIMITS.bytes + 1);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refusal(isMissing ? words.noFile(what) : words.notRead(what, words.unreadable));
  }
  const read = readSnapshot(bytes);
  if (!read.ok) {
    const { title, advice } = wordsOf(read);
    throw new Refusal(words.notRead(basename(what), `${title}. ${advice}`));
  }
  const { campaign, scenario } = read.snapshot;
  return { campaign, scenario, snapshot: read.snapshot };
}

/** The file, or the beginning of one that is too large anyway: a pipe or a device may have no end. */
function readAtMost(path: string, bytes: number): Uint8Array {
  const buffer = new Uint8Array(bytes);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = 1; read > 0 && length < bytes; length += read) {
      read = readSync(file, buffer, length, bytes - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  // Number would take '' for 0.
  if (!/^\s*\d+\s*$/.test(text) || value < low || value > high) {
    throw new Refusal(words.notInteger(option, low, high));
  }
  return value;
}

/** "15M", "250k", "80%", "0.15". */
function readValue(text: string): number {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(k|m|%)?\s*$/i.exec(text);
  if (!match) throw new Refusal(words.notNumber(text));
  const factors: Record<string, number> = { k: 1e3, m: 1e6, '%': 0.01 };
  return Number(match[1]) * (factors[(match[2] ?? '').toLowerCase()] ?? 1);
}

function heldAt(
  number: UncertainNumber,
  key: string,
  value: number,
  min: number,
  max: number,
): UncertainNumber {
  if (!(value >= min && value <= max)) throw new Refusal(words.outOfBounds(key, min, max));
  return { ...number, low: value, typical: value, high: value, readings: [] };
}

function set(opened: Opened, assignment: string): Opened {
  const equals = assignment.indexOf('=');
  const key = assignment.slice(0, equals < 0 ? undefined : equals).trim();
  const value = readValue(equals < 0 ? '' : assignment.slice(equals + 1));
  const dot = key.lastIndexOf('.');
  if (dot < 0) {
    if (!(PARAMETER_KEYS as string[]).includes(key)) {
      throw new Refusal(words.unknownKey(key, PARAMETER_KEYS.join(', ')));
    }
    const known = key as ParameterKey;
    const { min, max } = PARAMETERS[known];
    const { campaign } = opened;
    const number = heldAt(campaign.numbers[known], key, value, min, max);
    return {
      ...opened,
      campaign: { ...campaign, numbers: { ...campaign.numbers, [known]: number } },
    };
  }
  const actionId = key.slice(0, dot);
  const field = key.slice(dot + 1) as ActionNumberKey;
  const { scenario } = opened;
  const action = scenario.actions.find(({ id }) => id === actionId);
  if (!action) throw new Refusal(words.unknownAction(actionId, actionIds(opened)));
  const number = NUMBERS_OF_KIND[action.kind].includes(field) ? numberOf(action, field) : undefined;
  if (!number) throw new Refusal(words.unknownKey(field, NUMBERS_OF_KIND[action.kind].join(', ')));
  const { min, max } = ACTION_NUMBERS[field];
  const changed = withNumber(action, field, heldAt(number, key, value, min, max));
  return {
    ...opened,
    scenario: {
      ...scenario,
      actions: scenario.actions.map((other) => (other === action ? changed : other)),
    },
  };
}

function actionIds({ scenario }: CampaignScenario): string {
  return scenario.actions.map(({ id }) => id).join(', ');
}

function without(opened: Opened, list: string): Opened {
  const { scenario } = opened;
  const ids =
    list === 'all' ? scenario.actions.map(({ id }) => id) : list.split(',').map((id) => id.trim());
  for (const id of ids) {
    if (!scenario.actions.some((action) => action.id === id)) {
      throw new Refusal(words.unknownAction(id, actionIds(opened)));
    }
  }
  return {
    ...opened,
    scenario: {
      ...scenario,
      actions: scenario.actions.map((action) =>
        ids.includes(action.id) ? { ...action, enabled: false } : action,
      ),
    },
  };
}

function shownDays(days: number): number[] {
  const step = days > 200 ? 50 : days > 40 ? 14 : 7;
  const shown = new Set([0, 3, days - 1]);
  for (let day = 7; day < days; day += day < 28 ? 7 : step) shown.add(day);
  return [...shown].filter((day) => day < days).sort((a, b) => a - b);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column])).join('   '))
    .join('\n');
}

function table(opened: Opened, comparison: Comparison): string {
  const { scenario, baseline } = comparison;
  const levels = QUANTILE_LEVELS.length;
  const quantile = (result: typeof scenario, day: number, level: number) =>
    result.quantiles.leverage[day * levels + QUANTILE_LEVELS.indexOf(level as 0.5)];
  const head = words.columns;
  return columns([
    [
      head.day,
      head.date,
      head.leverage,
      head.half,
      head.without,
      head.concedes,
      head.without,
      head.compromise,
      head.collapse,
      head.open,
    ],
    ...shownDays(scenario.days).map((day) => [
      String(day),
      dateOfDay(opened.campaign, day),
      formatRatio(quantile(scenario, day, 0.5)),
      formatRatioRange(quantile(scenario, day, 0.25), quantile(scenario, day, 0.75)),
      formatRatio(quantile(baseline, day, 0.5)),
      formatShare(scenario.endings.conceded[day]),
      formatShare(baseline.endings.conceded[day]),
      formatShare(scenario.endings.compromised[day]),
      formatShare(scenario.endings.collapsed[day]),
      formatShare(scenario.endings.open[day]),
    ]),
  ]);
}

/** @param isAsInFile nothing of the run was changed, so that the file's result should come out */
async function printTable(
  opened: Opened,
  request: ComparisonRequest,
  isAsInFile: boolean,
): Promise<void> {
  const { campaign, snapshot } = opened;
  const comparison = await compareNow(request);
  const summary = summarize(
    opened,
    comparison,
    (day) => messages.studio.dayWords(day, formatDate(dateOfDay(campaign, day))),
    request.baseline,
  );
  console.log(words.title(campaign.name, campaign.currency, campaign.moneyYear));
  console.log(`\n${plainText(summary.headline)}\n${plainText(summary.detail)}`);
  for (const caution of [...summary.why, ...summary.cautions]) console.log(caution);
  console.log(`\n${table(opened, comparison)}\n`);
  console.log(
    `${messages.studio.exploratory} ${messages.studio.madeFrom({
      futures: String(comparison.scenario.futures),
      seed: comparison.scenario.seed,
      model: MODEL_VERSION,
    })}`,
  );
  console.log(words.digest(comparison.digest));
  if (snapshot?.result && isAsInFile) {
    const reproduction = compareWithSnapshot(snapshot, comparison);
    console.log(
      reproduction.kind === 'exact' ? words.reproduced : words.differs(snapshot.result.digest),
    );
  }
}

function printCertainJson(opened: Opened): void {
  const { campaign, scenario } = opened;
  console.log(
    JSON.stringify({
      campaign: campaign.name,
      currency: campaign.currency,
      moneyYear: campaign.moneyYear,
      modelVersion: MODEL_VERSION,
      days: scenario.horizonDays,
      ...simulateCertain(opened),
    }),
  );
}

function printEnsembleJson(opened: Opened, request: EnsembleRequest): void {
  const result = simulate({ ...request, allQuantiles: true });
  const levels = QUANTILE_LEVELS.length;
  const byDay = (quantiles: Float64Array) =>
    Array.from({ length: result.days }, (_, day) => [
      ...quantiles.subarray(day * levels, (day + 1) * levels),
    ]);
  console.log(
    JSON.stringify({
      campaign: opened.campaign.name,
      currency: opened.campaign.currency,
      moneyYear: opened.campaign.moneyYear,
      modelVersion: MODEL_VERSION,
      days: result.days,
      futures: result.futures,
      seed: result.seed,
      quantileLevels: QUANTILE_LEVELS,
      quantiles: Object.fromEntries(
        DAY_QUANTITIES.map((quantity) => [quantity, byDay(result.quantiles[quantity]!)]),
      ),
      means: {
        ...Object.fromEntries(
          DAY_QUANTITIES.map((quantity) => [quantity, [...result.means[quantity]!]]),
        ),
        ...Object.fromEntries(ENDINGS.map((ending) => [ending, [...result.endings[ending]]])),
      },
      endedAsDeclared: result.endedAsDeclared,
      expectedSettlementValue: result.expectedSettlementValue,
      guardRails: result.guardRails,
      winByFuture: [...result.winByFuture],
    }),
  );
}

/** Each check of the campaign with its verdict on this scenario. @returns how many are broken */
function printChecks({ campaign, scenario }: Opened, { baseline, futures }: ComparisonRequest) {
  const checks = checksOf(campaign);
  const { terminal, verdict: marks } = studioMessages.checks;
  const scenarios = [{ scenario, baseline }];
  const answer = finishStudy(judgeChecks({ campaign, checks, scenarios, futures }));
  const { verdicts } = answer.scenarios[0];
  const setting = {
    currency: campaign.currency,
    nameOfAction: (id: string) => {
      const action = scenario.actions.find((each) => each.id === id);
      return action ? nameOf(action, campaign) : id;
    },
  };
  console.log(`\n${terminal.title(checks.length)}`);
  for (const [index, check] of checks.entries()) {
    const verdict = verdicts[index];
    const mark = marks[stateOf(verdict)];
    console.log(terminal.line(mark, sentenceOf(check), foundWords(check, verdict, setting)));
  }
  return verdicts.filter((verdict) => stateOf(verdict) === 'broken').length;
}

/** One line a future, the same futures on both sides; every digit there is. */
async function printPerFuture(request: ComparisonRequest): Promise<void> {
  const comparison = await compareNow(request);
  const gains = gainsByFuture(comparison);
  const lines = [words.perFutureHead.join(',')];
  for (const [future, gain] of gains.entries()) {
    const { scenario, baseline } = comparison;
    const numbers = [scenario.winByFuture[future], baseline.winByFuture[future], gain];
    lines.push([future + 1, ...numbers].join(','));
  }
  console.log(lines.join('\n'));
}

async function main(): Promise<void> {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        certain: { type: 'boolean', default: false },
        'per-future': { type: 'boolean', default: false },
        'exact-sectors': { type: 'boolean', default: false },
        days: { type: 'string' },
        without: { type: 'string', multiple: true, default: [] },
        set: { type: 'string', multiple: true, default: [] },
        futures: { type: 'string' },
        seed: { type: 'string' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(words.badOption(error instanceof Error ? error.message : ''));
  }
  const { values, positionals } = parsed;
  const isPerFuture = values['per-future'];
  if (values.help) {
    console.log(words.usage);
    return;
  }
  if (positionals.length !== 1) {
    throw new Refusal(`${words.noWhat} (${[...CASEBOOK_IDS, ...CASE_IDS].join(', ')})`);
  }
  if (values.check && (values.json || values.certain || isPerFuture))
    throw new Refusal(checkWords.alone);
  if (isPerFuture && (values.json || values.certain)) throw new Refusal(words.perFutureAlone);
  if (isCasebookId(positionals[0])) await fetchCasebookEntry(positionals[0]);

  let opened = open(positionals[0]);
  for (const assignment of values.set) opened = set(opened, assignment);
  for (const list of values.without) opened = without(opened, list);
  const scenario = { ...opened.scenario };
  if (values.days !== undefined)
    scenario.horizonDays = wholeNumber('--days', values.days, 1, MAX_DAYS);
  if (values.seed !== undefined) scenario.seed = wholeNumber('--seed', values.seed, 0, 0xffffffff);
  opened = { ...opened, scenario };
  const ensemble = opened.snapshot?.ensemble ?? DEFAULT_ENSEMBLE;
  const request: EnsembleRequest = {
    campaign: opened.campaign,
    scenario,
    futures:
      values.futures === undefined
        ? ensemble.futures
        : wholeNumber('--futures', values.futures, 1, MAX_FUTURES),
    certain: values.certain,
    allQuantiles: false,
    hardshipLimit: ensemble.hardshipLimit,
    supportLimit: ensemble.supportLimit,
  };
  const pinned = opened.snapshot?.baseline;
  const comparison = { ...request, baseline: pinned ? pinnedBeside(pinned, scenario) : null };
  const isAsInFile =
    !values.certain &&
    values.set.length + values.without.length === 0 &&
    [values.days, values.seed, values.futures].every((value) => value === undefined);
  if (isPerFuture) await printPerFuture(comparison);
  else if (!values.json) {
    await printTable(opened, comparison, isAsInFile);
    // One certain future says nothing of a hundred.
    if (checksOf(opened.campaign).length > 0 && !values.certain) {
      const broken = printChecks(opened, comparison);
      if (values.check && broken > 0) process.exitCode = 1;
    } else if (values.check) console.log(checkWords.none);
  } else if (values.certain) printCertainJson(opened);
  else printEnsembleJson(opened, request);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(words.failed(error.message));
    process.exitCode = 2;
  }
}
