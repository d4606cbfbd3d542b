import { DEFAULT_M } from '../pairs/assumed-agreement.js';
import { WRITES_ON, type Field } from '../pairs/comparison.js';
import type { Table } from './level-frequencies.js';

type Shares = Readonly<Record<Field, readonly number[]>>;

/** Before data a complaint goes public eight times as often as what is none, and what is against something four times. */
const COMPLAINS = [8, 4, 1];

/** Who writes on in private after a public message of another matter does so as by chance. */
export const byChance = (u: Shares): Partial<Table> =>
  Object.fromEntries(WRITES_ON.map((field) => [field, [...u[field]]]));

function timesAsOften(u: readonly number[], times: readonly number[]): number[] {
  const weights = u.map((share, level) => share * (times[level] ?? 1)),
    total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** What is assumed of `m` beside what two persons show by chance, `u`. */
export const beforeData = (u: Shares): Shares => ({
  ...DEFAULT_M,
  ...byChance(u),
  complains: timesAsOften(u.complains, COMPLAINS),
});
