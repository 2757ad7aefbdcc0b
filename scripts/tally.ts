/** How often something was suggested rightly, wrongly, or missed. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  add<T>(suggested: readonly T[], real: readonly T[]): void {
    const right = suggested.filter((each) => real.includes(each)).length;
    this.right += right;
    this.wrong += suggested.length - right;
    this.missed += real.filter((each) => !suggested.includes(each)).length;
  }

  /** Of what was suggested, the share that is right; 1 where nothing was. */
  get precision(): number {
    const all = this.right + this.wrong;
    return all === 0 ? 1 : this.right / all;
  }

  /** Of what there was to find, the share found; 1 where there was nothing. */
  get recall(): number {
    const all = this.right + this.missed;
    return all === 0 ? 1 : this.right / all;
  }

  line(): string {
    const counts = [this.right, this.wrong, this.missed].map((count) => String(count).padStart(7));
    return `${percent(this.precision).padStart(9)}${percent(this.recall).padStart(10)}${counts.join('')}`;
  }
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
