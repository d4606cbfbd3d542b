import { DEFAULT_M } from '../pairs/assumed-agreement.js';
import { FIELDS, WRITES_ON, type Field } from '../pairs/comparison.js';
import type { Table } from './level-frequencies.js';
import type { Pattern } from './patterns.js';

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

const WORDS: readonly Field[] = ['words', 'subjectWords', 'matterWords', 'placeWords'];

/** What is assumed of `m` beside what two persons show by chance, `u`; words are alike in a share `alike` of cases, and as by chance in the others. */
export const beforeData = (u: Shares, alike: number): Table => ({
  ...(Object.fromEntries(FIELDS.map((field) => [field, [...DEFAULT_M[field]]])) as Table),
  ...byChance(u),
  complains: timesAsOften(u.complains, COMPLAINS),
  ...Object.fromEntries(
    WORDS.map((field) => [
      field,
      DEFAULT_M[field].map((share, level) => alike * share + (1 - alike) * (u[field][level] as number)),
    ]),
  ),
});

/** Before data words are alike in most of the cases that go public, worth so many pairs. */
const ALIKE_STRENGTH = 20;
export const ALIKE = 0.7;

/** In which share of cases words are alike at all, by pairs of all fields of words together, each for its `weight`; `alike`: as told before. */
export function shareAlike(
  patterns: readonly Pattern[],
  weight: (pattern: Pattern) => number,
  u: Shares,
  alike: number,
): number {
  let like = ALIKE * ALIKE_STRENGTH,
    all = ALIKE_STRENGTH;
  for (const pattern of patterns)
    for (const field of WORDS) {
      const level = pattern.levels[FIELDS.indexOf(field)] ?? 0;
      if (level === 0) continue;
      const share = alike * (DEFAULT_M[field][level - 1] as number),
        chance = (1 - alike) * (u[field][level - 1] as number);
      like += (weight(pattern) * share) / (share + chance);
      all += weight(pattern);
    }
  return like / all;
}
