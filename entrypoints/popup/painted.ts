/** A page that is not shown draws no frame; what waits for one must not wait for ever. */
const PATIENCE_MS = 250;

/** Resolves once what stands on the page now has been drawn. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(patience);
        resolve();
      }),
    );
  });
}
