/** A number of the studio that rests on a claim of an event, in words. */
export interface RestingNumber {
  key: string;
  /** "Share that stops: Cabin crews, from day 14 (Posti, Finland 2019)" */
  label: string;
  /** What the event claims. */
  claim: string;
  /** What that is read as. */
  reading: string;
}
