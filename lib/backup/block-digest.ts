import { BACKUP_BLOCK_BYTES } from './format.ts';

/** SHA-256 of a file that is never whole in memory; the scheme stands in format.ts. */
export class BlockDigest {
  readonly #block = new Uint8Array(BACKUP_BLOCK_BYTES);
  #filled = 0;
  readonly #digests: Promise<ArrayBuffer>[] = [];

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + this.#block.length - this.#filled);
      this.#block.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === this.#block.length) this.#close();
    }
  }

  /** Hexadecimal. Nothing may be added afterwards. */
  async end(): Promise<string> {
    if (this.#filled > 0) this.#close();
    const digests = await Promise.all(this.#digests);
    const all = new Uint8Array(digests.length * 32);
    digests.forEach((digest, index) => all.set(new Uint8Array(digest), index * 32));
    const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
    return Array.from(whole, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The digest takes its copy of the block at once, so the block is free again. */
  #close(): void {
    this.#digests.push(crypto.subtle.digest('SHA-256', this.#block.subarray(0, this.#filled)));
    this.#filled = 0;
  }
}
