/** From so many letters on, those of handles, tags and links aside, a text tells that it is in none of some languages: « Bravo !!!!! » does not. */
const ENOUGH_LETTERS = 18;

/** The languages asked for, where a text has letters enough to tell of them. */
export const askedOf = (
  among: ReadonlySet<string> | undefined,
  letters: number,
): ReadonlySet<string> | undefined => (letters < ENOUGH_LETTERS ? undefined : among);

/** What the languages asked for have together. */
export function shareOf(
  among: ReadonlySet<string> | undefined,
  codes: readonly string[],
  shares: Float64Array,
): { among?: number } {
  if (among === undefined) return {};
  return { among: codes.reduce((sum, code, k) => (among.has(code) ? sum + (shares[k] as number) : sum), 0) };
}

/** Softmax in place; index and share of the largest, −1 when there is none. */
export function softmaxTop(scores: Float64Array): { at: number; share: number } {
  let at = -1,
    total = 0;
  for (let k = 0; k < scores.length; k++)
    if (scores[k] !== -Infinity && (at < 0 || (scores[k] as number) > (scores[at] as number))) at = k;
  if (at < 0) return { at, share: 0 };
  const top = scores[at] as number;
  for (let k = 0; k < scores.length; k++) total += Math.exp((scores[k] as number) - top);
  for (let k = 0; k < scores.length; k++)
    if (scores[k] !== -Infinity) scores[k] = Math.exp((scores[k] as number) - top) / total;
  return { at, share: 1 / total };
}
