/** A case that counts as far as it is a complaint, as labels tell; absent: it is taken for one. */
interface Weighed {
  readonly weight?: number;
}

/** Cases that are likelier complaints than not. */
export const complaintsOf = <One extends Weighed>(cases: readonly One[]): readonly One[] =>
  cases.filter(({ weight = 1 }) => weight >= 0.5);

/** How many complaints they are: each counts as far as it is one. */
export const weightOf = (cases: readonly Weighed[]): number =>
  cases.reduce((sum, { weight = 1 }) => sum + weight, 0);

/** The same as it is told, a whole number. */
export const countOf = (cases: readonly Weighed[]): number => Math.round(weightOf(cases));
