/** Bytes that grow, and whole numbers in as few of them as they need (seven bits each, the lowest first). */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
  }

  /** @param value from 0 to 2³² − 1 */
  number(value: number): void {
    if (this.length + 5 > this.bytes.length) this.reserve(5);
    while (value > 0x7f) {
      this.bytes[this.length++] = (value & 0x7f) | 0x80;
      value >>>= 7;
    }
    this.bytes[this.length++] = value;
  }

  copy(from: Uint8Array): void {
    this.reserve(from.length);
    this.bytes.set(from, this.length);
    this.length += from.length;
  }

  /** What was written, in a buffer of its own: a view would be stored with all that lies around it. */
  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Whole numbers that grow in count. */
export class NumberList {
  values: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1 << 10) {
    this.values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(2 * this.values.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  done(): Uint32Array<ArrayBuffer> {
    return this.values.slice(0, this.length);
  }
}

/** Texts one after the other, and where each begins; the last start is the end. */
export interface Strung {
  text: string;
  starts: Uint32Array<ArrayBuffer>;
}

export function strung(texts: readonly string[]): Strung {
  const starts = new Uint32Array(texts.length + 1);
  for (let at = 0; at < texts.length; at++) starts[at + 1] = starts[at]! + texts[at]!.length;
  return { text: texts.join(''), starts };
}

export function unstrung({ text, starts }: Strung): string[] {
  return Array.from({ length: starts.length - 1 }, (_, at) =>
    text.slice(starts[at], starts[at + 1]),
  );
}
