/** What we use of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** A text of any kind it knows, as CSL-JSON. */
      chain(text: string, options: { generateGraph: false }): unknown[];
      /** One step of it: what the parser of that kind makes of it. */
      data(text: string, kind: string): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
