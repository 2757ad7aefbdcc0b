import {
  COMPARED_FIELDS,
  compareClips,
  sensibleChoices,
  type Choices,
  type Difference,
  type Version,
} from '../../components/clips/compare-clips.ts';
import { comparedWords } from '../../components/clips/comparison-words.ts';
import type { Clip } from '../../lib/model/clip.ts';
import type { Conflict, Decision } from '../exchange/exchange-desk.ts';

/** What may be said of many conflicts at once. */
export type DecisionKind = Decision['kind'];

interface Opened {
  differences: Difference[];
  suggested: Choices;
}

const throughout = (side: 'left' | 'right'): Choices =>
  Object.fromEntries(COMPARED_FIELDS.map((field) => [field, side]));

/** The clips of a file that say something else than those that are here, and what is to become of each. */
export class ConflictState {
  readonly #fetch: (at: number) => Promise<{ mine: Clip; said: Version }>;
  #fetching = 0;

  conflicts = $state.raw<readonly Conflict[]>([]);
  /** By the clip's place in the file. Who has none is undecided, and stays as it is. */
  decisions = $state.raw<ReadonlyMap<number, Decision>>(new Map());
  /** Which of them is looked at; null: none. */
  index = $state<number | null>(null);
  opened = $state.raw<Opened | null>(null);
  hasFailed = $state(false);

  readonly current = $derived(this.index === null ? null : (this.conflicts[this.index] ?? null));
  readonly decision = $derived(
    this.current === null ? null : (this.decisions.get(this.current.at) ?? null),
  );
  readonly choices = $derived.by((): Choices => {
    const { decision } = this;
    if (decision?.kind === 'fields') return decision.choices;
    return throughout(decision?.kind === 'theirs' ? 'right' : 'left');
  });
  readonly tally = $derived.by(() => {
    const all = [...this.decisions.values()];
    return {
      both: all.filter(({ kind }) => kind === 'both').length,
      changing: all.filter(({ kind }) => kind === 'theirs' || kind === 'fields').length,
      undecided: this.conflicts.length - all.length,
    };
  });

  constructor(
    conflicts: readonly Conflict[],
    fetch: (at: number) => Promise<{ mine: Clip; said: Version }>,
  ) {
    this.conflicts = conflicts;
    this.#fetch = fetch;
  }

  async show(index: number | null): Promise<void> {
    const mine = ++this.#fetching;
    this.index = index;
    this.opened = null;
    this.hasFailed = false;
    const { current } = this;
    if (!current) return;
    try {
      const opened = await this.#compare(current);
      if (mine === this.#fetching) this.opened = opened;
    } catch {
      if (mine === this.#fetching) this.hasFailed = true;
    }
  }

  decide(kind: DecisionKind): void {
    const { current, opened } = this;
    if (!current) return;
    this.#set(current.at, kind === 'fields' ? this.#byFields(opened) : { kind });
  }

  choose(choices: Choices): void {
    if (this.current) this.#set(this.current.at, { kind: 'fields', choices });
  }

  /** The same for every conflict that nobody has decided yet; by fields, as each suggests itself. */
  async decideRest(kind: DecisionKind): Promise<void> {
    const decisions = new Map(this.decisions);
    for (const conflict of this.conflicts) {
      if (decisions.has(conflict.at)) continue;
      decisions.set(
        conflict.at,
        kind === 'fields' ? this.#byFields(await this.#compare(conflict)) : { kind },
      );
    }
    this.decisions = decisions;
  }

  async #compare({ at }: Conflict): Promise<Opened> {
    const { mine, said } = await this.#fetch(at);
    const differences = compareClips(mine, said, { wordsOf: comparedWords(() => null) });
    return { differences, suggested: sensibleChoices(differences, mine, 'merge') };
  }

  #byFields(opened: Opened | null): Decision {
    return { kind: 'fields', choices: opened?.suggested ?? {} };
  }

  #set(at: number, decision: Decision): void {
    this.decisions = new Map([...this.decisions, [at, decision]]);
  }
}
