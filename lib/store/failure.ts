/** Why something was not written: the disk is full, the store closed under us, or the browser refused. */
export type FailureReason = 'full' | 'closed' | 'exists' | 'unreadable' | 'failed';

/**
 * Thrown, not returned, by whatever writes: a save that did not happen must not look like one to a caller
 * that forgot to look.
 */
export class StoreError extends Error {
  readonly reason: FailureReason;
  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.reason = reason;
  }
}

const REASONS: Record<string, FailureReason> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  OpenFailedError: 'closed',
};

interface Named {
  name?: unknown;
  message?: unknown;
  inner?: unknown;
}

/** The browser's and Dexie's errors as ours; anything else is somebody's broken promise and stays as it is. */
export function asStoreError(error: unknown): unknown {
  for (let cause = error as Named | undefined, depth = 0; cause && depth < 5; depth++) {
    const reason = REASONS[String(cause.name)];
    if (reason) return new StoreError(reason, String(cause.message), { cause: error });
    cause = cause.inner as Named | undefined;
  }
  const isBrowsers =
    error instanceof DOMException || (error as Named | undefined)?.inner instanceof DOMException;
  return isBrowsers
    ? new StoreError('failed', String((error as Named).message), { cause: error })
    : error;
}
