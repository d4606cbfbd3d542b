import type { CorpusTables } from '../../engine/corpus-tables.js';
import {
  chanceOf,
  quantileOf,
  readChances,
  readTotal,
  type ReadCase,
} from '../../stats/quantification/read-in-part.js';
import type { ReadingErrors } from '../../stats/quantification/reading-errors.js';
import type { MessageLabel } from '../basic/labelled-shares.js';
import type { Bilingual } from '../make-metric.js';
import { isAllOfItsBrands, oncePerCorpus } from '../memo.js';
import { byLabels, type FoundSpills } from './found-spills.js';
import { UNREAD_IN_PRIVATE, type GroupKey } from './funnel-cases.js';
import { labelledCases, labelsKey } from './labelled-cases.js';
import { complaintsOf, readCases, spillsOf, type SpillCase } from './spill-cases.js';

/** Cases opened in private, read as complaints or not, each with how likely labels make it one. */
export interface LabelledSpills {
  readonly cases: readonly WeighedCase[];
  /** Cases whose label says what they are. */
  readonly known: number;
  /** By how much the share of some of them that is seen to spill, as weighed, may be off: quantile function of the factor by which it is divided; absent where nothing is. */
  readonly among: (rows: readonly SpillCase[]) => ((p: number) => number) | undefined;
  /** What reading misses and tells wrongly among private cases. */
  readonly reading: ReadingErrors;
}
interface WeighedCase extends SpillCase, ReadCase {
  readonly weight: number;
}

const byChance = ({ probability }: SpillCase): number => probability;

async function measured(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  seed: number,
): Promise<LabelledSpills | undefined> {
  const labelled = await labelledCases(corpus, labels);
  if (labelled === undefined) return undefined;
  const spills = await spillsOf(corpus),
    unread = (await readCases(corpus, spills, UNREAD_IN_PRIVATE)).cases;
  const known = new Map(labelled.map((one) => [one.caseId, one.known]));
  const judged = (told: boolean) => (one: SpillCase) => ({
    ...one,
    told,
    befell: one.probability > 0.5,
    known: known.get(one.caseId),
  });
  const read = [...spills.cases.map(judged(true)), ...unread.map(judged(false))],
    chances = readChances(read, { seed });
  const cases = read.map((one): WeighedCase => ({ ...one, weight: chanceOf(one, chances) }));
  const own = new Map(cases.map((one) => [one.caseId, one]));
  const told = cases.filter((one) => one.told),
    right = readTotal(told, chances),
    all = readTotal(cases, chances);
  return {
    cases,
    known: cases.filter((one) => one.known !== undefined).length,
    among: (rows) => {
      const those = rows.flatMap(({ caseId }) => own.get(caseId) ?? []),
        above = readTotal(those, chances, byChance),
        below = readTotal(those, chances);
      if (!(above.value > 0) || those.every((one) => one.known !== undefined)) return undefined;
      const share = above.value / below.value;
      return quantileOf(above.draws.map((spilled, k) => share / (spilled / (below.draws[k] as number))));
    },
    reading: {
      precision: right.draws.map((complaints) => complaints / Math.max(1, told.length)),
      recall: right.draws.map((complaints, k) => complaints / (all.draws[k] as number)),
      trueForTold: all.draws.map((complaints) => complaints / Math.max(1, told.length)),
    },
  };
}

/**
 * The cases opened in private while public exports watch, by what persons say of a random part of the messages: those with a label are complaints or not, those without one as often
 * as those read and seen to spill alike. Chances are of all exports of the brand, lent to its parts. `undefined` where fewer than 30 cases have a label.
 */
export async function labelledSpills(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  { seed }: { readonly seed: number },
): Promise<LabelledSpills | undefined> {
  const wide = corpus.ofItsBrands();
  const whole = await oncePerCorpus(wide, `labelled spills ${seed} ${labelsKey(labels)}`, () =>
    measured(wide, labels, seed),
  );
  if (whole === undefined || isAllOfItsBrands(corpus)) return whole;
  const table = await corpus.query(`SELECT caseId FROM cases WHERE firstStage = 'private'`),
    own = new Set(table.array('caseId') as Iterable<string>);
  return { ...whole, cases: whole.cases.filter(({ caseId }) => own.has(caseId)) };
}

export const NONE_COMPLAINS: Bilingual = {
  fr: 'd’après vos étiquettes, aucun dossier ouvert en privé n’est plus probablement une plainte qu’autre chose',
  en: 'by your labels no case opened in private is likelier a complaint than not',
};

/** What a group of cases read as complaints is lent by labels. */
export interface LentByLabels {
  readonly found: FoundSpills;
  /** The share seen to spill of the complaints that labels tell, over that of those read. */
  readonly times: number;
}

const shareOf = (cases: readonly SpillCase[]): number =>
  cases.reduce((sum, { probability, weight = 1 }) => sum + weight * probability, 0) /
  cases.reduce((sum, { weight = 1 }) => sum + weight, 0);

/** What labels say of a group of cases; without any, what labelled sets do. `undefined`: by labels none of them is a complaint. */
export function lentTo(
  { key, rows }: { readonly key: GroupKey; readonly rows: readonly SpillCase[] },
  found: FoundSpills,
  labelled: LabelledSpills | undefined,
): LentByLabels | undefined {
  if (labelled === undefined) return { found, times: 1 };
  const own = labelled.cases.filter((one) => key.by === 'total' || one[key.by] === key[key.by]);
  if (complaintsOf(own).length === 0) return undefined;
  const times = shareOf(own) / shareOf(rows);
  return { found: byLabels(found, labelled.among(own)), times: Number.isFinite(times) ? times : 1 };
}
