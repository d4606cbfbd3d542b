/** A fit whose baseline may bend: what it gains, and how many numbers its bends are. */
export interface BentFit {
  readonly logLik: number;
  readonly bends: number;
}

/** What a number must gain of log-likelihood: so that it is sure to be there (Schwarz 1978), and so that it foretells better (Akaike 1974). */
export const schwarz = (events: number): number => Math.log(Math.max(events, 1)) / 2;
export const AKAIKE = 1;

/**
 * Of fits whose level bends more and more, the one whose bends gain what they cost. A level free to bend takes clusters of follow-ups for
 * changes of its own.
 */
export const bestLevel = <Fit>(
  fits: readonly [Fit, ...Fit[]],
  of: (fit: Fit) => BentFit,
  cost: number,
): Fit => {
  const score = (fit: Fit): number => of(fit).logLik - cost * of(fit).bends;
  return fits.reduce((held, fit) => (score(fit) > score(held) ? fit : held));
};
