import { DEFAULT_M } from './assumed-agreement.js';
import { FIELDS, type Field } from './comparison.js';
import type { Table } from './level-frequencies.js';
import type { Pattern } from './patterns.js';

const WORDS: readonly Field[] = ['words', 'subjectWords', 'matterWords', 'placeWords'];
/** Before data, the share of cases whose words are alike is as likely any as another. */
const [ALIKE, APART] = [1, 1];
export const HALF_ALIKE = ALIKE / (ALIKE + APART);

type Shares = Readonly<Record<Field, readonly number[]>>;

/** `m` before data: who writes again about a matter uses the same words in a share of cases, `alike`; in the others they meet as chance has it (`u`). */
export const assumedOf = (alike: number, u: Shares): Table => ({
  ...(DEFAULT_M as Table),
  ...Object.fromEntries(
    WORDS.map((field) => [
      field,
      DEFAULT_M[field].map((share, level) => alike * share + (1 - alike) * (u[field][level] ?? 0)),
    ]),
  ),
});

/**
 * That share, from pairs each for its `weight`, where it was `before` (a round of EM). It is one for all fields of words: a corpus whose customers put
 * things in new words does so on any subject, and each field alone shows few pairs.
 */
export function alikeAmong(
  patterns: readonly Pattern[],
  weight: (pattern: Pattern, field: number) => number,
  u: Shares,
  before: number,
): number {
  let alike = ALIKE,
    all = ALIKE + APART;
  for (const field of WORDS) {
    const at = FIELDS.indexOf(field);
    for (const pattern of patterns) {
      const level = (pattern.levels[at] ?? 0) - 1;
      if (level < 0) continue;
      const count = weight(pattern, at),
        ofAlike = before * (DEFAULT_M[field][level] ?? 0),
        byChance = (1 - before) * (u[field][level] ?? 0);
      all += count;
      alike += (count * ofAlike) / (ofAlike + byChance);
    }
  }
  return alike / all;
}
