/**
 * The digest of a result: SHA-256, hex, over these doubles, little-endian, in this order.
 *   1. model version, days, futures, seed; the version is that of the program that computed it, or, to be held against
 *      an older file, the file's
 *   2. for the scenario, then for the baseline:
 *      open, conceded, compromised, collapsed (each `days` doubles);
 *      leverage quantiles (days × 5: day by day 5, 25, 50, 75, 95 %);
 *      ended as declared (1); P(concession by the horizon) of each future (`futures`)
 * Two programs that agree on it agree on every curve and every dot.
 */
import {
  ENDINGS,
  VERSIONS_OF_THESE_EQUATIONS,
  type Comparison,
  type EnsembleResult,
} from '../model/ensemble.ts';

interface Compared {
  scenario: EnsembleResult;
  baseline: EnsembleResult;
}

/** The bytes that are hashed. */
export function digestBytes(
  { scenario, baseline }: Compared,
  modelVersion = scenario.modelVersion,
): Uint8Array<ArrayBuffer> {
  const parts = [
    [modelVersion, scenario.days, scenario.futures, scenario.seed],
    ...[scenario, baseline].flatMap((result) => [
      ...ENDINGS.map((ending) => result.endings[ending]),
      result.quantiles.leverage,
      [result.endedAsDeclared],
      result.winByFuture,
    ]),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const view = new DataView(new ArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  let at = 0;
  for (const part of parts) {
    for (const value of part) {
      view.setFloat64(at, value, true);
      at += Float64Array.BYTES_PER_ELEMENT;
    }
  }
  return new Uint8Array(view.buffer);
}

/** SHA-256 in hex. WebCrypto is there in Node, in extension pages and on localhost. */
export async function digestOf(compared: Compared, modelVersion?: number): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', digestBytes(compared, modelVersion));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The digest, and what it is under each older version of the model that has the same equations. */
export async function digestsOf(
  compared: Compared,
): Promise<Pick<Comparison, 'digest' | 'olderDigests'>> {
  const { modelVersion } = compared.scenario;
  const older = VERSIONS_OF_THESE_EQUATIONS.filter((version) => version < modelVersion);
  const [digest, ...digests] = await Promise.all(
    [modelVersion, ...older].map((version) => digestOf(compared, version)),
  );
  return {
    digest: digest!,
    olderDigests: Object.fromEntries(older.map((version, index) => [version, digests[index]!])),
  };
}
