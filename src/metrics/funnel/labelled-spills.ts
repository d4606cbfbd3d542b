import type { CorpusTables } from '../../engine/corpus-tables.js';
import {
  chanceOf,
  quantileOf,
  readChances,
  readTotal,
  type ReadCase,
  type ReadChances,
} from '../../stats/quantification/read-in-part.js';
import type { ReadingErrors } from '../../stats/quantification/reading-errors.js';
import { formatNumber, plural } from '../../util/french.js';
import { personLabels, type MessageLabel } from '../basic/labelled-shares.js';
import type { Bilingual } from '../make-metric.js';
import { isAllOfItsBrands, oncePerCorpus } from '../memo.js';
import { byLabels, type FoundSpills } from './found-spills.js';
import { UNREAD_IN_PRIVATE, type GroupKey } from './funnel-cases.js';
import { labelledCases, labelsKey } from './labelled-cases.js';
import { readCases, spillsOf, type SpillCase, type Spills } from './spill-cases.js';
import { complaintsOf, countOf, weightOf } from './weighed-complaints.js';

/** Cases opened in private, read as complaints or not, each with how likely labels make it one. */
export interface LabelledSpills {
  readonly cases: readonly WeighedCase[];
  /** The same opened when no public source watched. */
  readonly outside: readonly (Spills['outside'][number] & ReadCase)[];
  /** Cases that no model reads, in another language for instance: nobody knows what they are, and they are left out. */
  readonly unreadable: readonly string[];
  /** By how much the share of some of them that is seen to spill, as weighed, may be off: quantile function of the factor by which it is divided; absent where nothing is. */
  readonly among: (rows: readonly SpillCase[]) => ((p: number) => number) | undefined;
  /** What reading misses and tells wrongly among private cases. */
  readonly reading: ReadingErrors;
}
export interface WeighedCase extends SpillCase, ReadCase {
  readonly weight: number;
}

/** By how much the share of some cases that is seen to spill may be off, as chances weigh them. */
export function doubtOf(
  rows: readonly (ReadCase & Pick<SpillCase, 'probability'>)[],
  chances: ReadChances,
): ((p: number) => number) | undefined {
  const above = readTotal(rows, chances, byChance),
    below = readTotal(rows, chances);
  if (!(above.value > 0) || rows.every((one) => one.known !== undefined)) return undefined;
  const share = above.value / below.value;
  return quantileOf(above.draws.map((spilled, k) => share / (spilled / (below.draws[k] as number))));
}

const byChance = ({ probability }: Pick<SpillCase, 'probability'>): number => probability;

async function measured(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  seed: number,
): Promise<LabelledSpills | undefined> {
  const labelled = await labelledCases(corpus, labels);
  if (labelled === undefined) return undefined;
  const spills = await spillsOf(corpus),
    others = await readCases(corpus, spills, UNREAD_IN_PRIVATE);
  const known = new Map(labelled.map((one) => [one.caseId, one.known]));
  const judged =
    (told: boolean) =>
    <One extends { readonly caseId: string; readonly probability?: number }>(one: One): One & ReadCase => ({
      ...one,
      told,
      befell: (one.probability ?? 0) > 0.5,
      known: known.get(one.caseId),
    });
  const isRead = ({ caseId }: { readonly caseId: string }): boolean => known.has(caseId);
  const read = [...spills.cases.map(judged(true)), ...others.cases.filter(isRead).map(judged(false))],
    chances = readChances(read, { seed });
  const cases = read.map((one): WeighedCase => ({ ...one, weight: chanceOf(one, chances) }));
  const own = new Map(cases.map((one) => [one.caseId, one]));
  const told = cases.filter((one) => one.told),
    right = readTotal(told, chances),
    all = readTotal(cases, chances);
  return {
    cases,
    outside: [...spills.outside.map(judged(true)), ...others.outside.filter(isRead).map(judged(false))],
    unreadable: others.cases.flatMap((one) => (isRead(one) ? [] : [one.caseId])),
    among: (rows) =>
      doubtOf(
        rows.flatMap(({ caseId }) => own.get(caseId) ?? []),
        chances,
      ),
    reading: {
      precision: right.draws.map((complaints) => complaints / Math.max(1, told.length)),
      recall: right.draws.map((complaints, k) => complaints / (all.draws[k] as number)),
      trueForTold: all.draws.map((complaints) => complaints / Math.max(1, told.length)),
    },
  };
}

/**
 * The cases opened in private while public exports watch, by what persons say of a random part of the messages: those with a label are complaints or not, those without one as often
 * as those read and seen to spill alike. Chances are of all exports of the brand, lent to its parts. What no model reads is told nothing by labels of what
 * one does: it is left out. `undefined` where fewer than 30 cases have a label.
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
  return {
    ...whole,
    cases: whole.cases.filter(({ caseId }) => own.has(caseId)),
    outside: whole.outside.filter(({ caseId }) => own.has(caseId)),
    unreadable: whole.unreadable.filter((caseId) => own.has(caseId)),
  };
}

/** Labels of fewer than 30 private cases. */
export const TOO_FEW_KNOWN: Bilingual = {
  fr: 'Vos étiquettes font connaître moins de 30 dossiers privés (le message qui décide d’un dossier doit en avoir une)',
  en: 'Your labels know fewer than 30 private cases (the message that decides a case must have one)',
};

/** What labels of complaints do for a figure of private cases: what they know of them, or that they know too few; `undefined` without any. */
export function toldOfLabels(
  labels: readonly MessageLabel[] = [],
  labelled: LabelledSpills | undefined,
): Bilingual | undefined {
  if (labelled !== undefined) return toldByLabels(labelled);
  if (personLabels('complaint', labels).size === 0) return undefined;
  const { fr, en } = TOO_FEW_KNOWN;
  return {
    fr: `${fr} : elles n’entrent pas dans cette mesure, dont les plaintes restent celles qui se lisent.`,
    en: `${en}: they are not used for this figure, whose complaints stay those that are read.`,
  };
}

/** Limits, and what labels do for the figure; as they are without labels. */
export function limitsWith(
  limits: Bilingual | undefined,
  labels: readonly MessageLabel[] | undefined,
  labelled: LabelledSpills | undefined,
): { readonly limits?: Bilingual } {
  const told = toldOfLabels(labels, labelled);
  if (told === undefined) return {};
  return {
    limits: { fr: `${limits?.fr ?? ''} ${told.fr}`.trim(), en: `${limits?.en ?? ''} ${told.en}`.trim() },
  };
}

/** What labels know of some cases, for who reads their rate: `n` complaints, and how surely. */
function toldByLabels({ cases, unreadable }: LabelledSpills): Bilingual {
  const known = cases.filter((one) => one.known !== undefined).length,
    sure = cases.filter((one) => one.known === true).length;
  const left =
    unreadable.length === 0
      ? { fr: '', en: '' }
      : {
          fr: ` ${plural(unreadable.length, 'dossier privé')} ${unreadable.length < 2 ? 'qu’aucun modèle ne lit (une autre langue par exemple) est laissé' : 'qu’aucun modèle ne lit (une autre langue par exemple) sont laissés'} de côté.`,
          en: ` ${unreadable.length} private ${unreadable.length === 1 ? 'case that no model reads (in another language for instance) is' : 'cases that no model reads (in another language for instance) are'} left out.`,
        };
  return {
    fr: `Ce qui est une plainte est dit par vos étiquettes : ${formatNumber(known)} ${known < 2 ? 'dossier privé' : 'dossiers privés'} sur ${formatNumber(cases.length)} en ${known < 2 ? 'a' : 'ont'} une, les autres comptent pour la part de plaintes des dossiers étiquetés qui sont lus et débordent comme eux ; aucun jeu étiqueté n’y entre. Le dénominateur, ${plural(countOf(cases), 'plainte', { feminine: true })}, est la somme de ces parts : ${formatNumber(sure)} ${sure < 2 ? 'dite' : 'dites'} par une étiquette, le reste estimé.${left.fr}`,
    en: `Your labels say what is a complaint: ${known} of ${cases.length} private cases ${known === 1 ? 'has' : 'have'} one, the others count for the share of those read and seen to spill alike; no labelled set has a part in it. The denominator, ${countOf(cases)} ${countOf(cases) === 1 ? 'complaint' : 'complaints'}, is the sum of these shares: ${sure} told by a label, the rest estimated.${left.en}`,
  };
}

export const NONE_COMPLAINS: Bilingual = {
  fr: 'd’après vos étiquettes, aucun dossier ouvert en privé n’est plus probablement une plainte qu’autre chose',
  en: 'by your labels no case opened in private is likelier a complaint than not',
};

/** What labels say of delays. */
export const DELAYS_BY_LABELS: Bilingual = {
  fr: 'Ce qui est une plainte, et combien il y en a, est dit par vos étiquettes, comme pour le taux de débordement ; les délais, la part vue et les plaintes encore suivies sont ceux des plaintes telles que lues.',
  en: 'Your labels say what is a complaint and how many there are, as for the spill rate; delays, the seen share and complaints still followed are those of complaints as read.',
};

/** What a group of cases read as complaints is lent by labels. */
export interface LentByLabels {
  readonly found: FoundSpills;
  /** The share seen to spill of the complaints that labels tell, over that of those read. */
  readonly times: number;
  /** Complaints that labels tell. */
  readonly weight: number;
  /** By how much labels may be off of the share seen to spill, as `among`. */
  readonly doubt?: ((p: number) => number) | undefined;
}

const shareOf = (cases: readonly SpillCase[]): number =>
  cases.reduce((sum, { probability, weight = 1 }) => sum + weight * probability, 0) / weightOf(cases);

/** What labels say of a group of cases; without any, what labelled sets do. `undefined`: by labels none of them is a complaint. */
export function lentTo(
  { key, rows }: { readonly key: GroupKey; readonly rows: readonly SpillCase[] },
  found: FoundSpills,
  labelled: LabelledSpills | undefined,
): LentByLabels | undefined {
  if (labelled === undefined) return { found, times: 1, weight: rows.length };
  const own = labelled.cases.filter((one) => key.by === 'total' || one[key.by] === key[key.by]);
  if (complaintsOf(own).length === 0) return undefined;
  const times = shareOf(own) / shareOf(rows);
  const doubt = labelled.among(own);
  return {
    found: byLabels(found, doubt),
    doubt,
    times: Number.isFinite(times) ? times : 1,
    weight: weightOf(own),
  };
}
