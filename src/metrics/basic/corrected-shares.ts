import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { LEAST_SETS } from '../../stats/quantification/further-shares.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { correctedParts, correctedRows } from './corrected-rows.js';
import { labelledCells, type LabelledCell } from './labelled-cells.js';
import { HALF_WIDTH, labelsWanted } from './label-sample.js';
import {
  byLabels,
  chosenLabels,
  type CorrectedRow,
  type LabelOptions,
  type MessageLabel,
  readerStrata,
} from './labelled-shares.js';
import { withNotCorrected } from './not-corrected.js';
import { confusionFor, strataOf } from './read-strata.js';

const frame = metricFrame({
  name: 'correctedShares',
  label: { fr: 'Parts corrigées de l’erreur de lecture', en: 'Shares corrected for reading errors' },
  unit: 'share',
  denominator: {
    fr: 'messages de clients lus par le modèle',
    en: 'customers’ messages that the model reads',
  },
  method: {
    fr: 'Parts sous lesquelles ce que dit le modèle est le plus vraisemblable, d’après ses erreurs connues par genre et langue (table de confusion hors apprentissage, par tranche de score) ; avec des messages étiquetés à la main, moyenne des prédictions plus l’erreur moyenne constatée (inférence assistée par prédictions, Angelopoulos et al. 2023), genre par genre : chacun pèse ce qu’il compte de messages (Cochran 1977), quel que soit le nombre d’étiquettes, et se dit à part à partir de 30. Intervalle : les jeux étalons diffèrent entre eux, et ces messages d’eux : erreurs tirées comme d’un jeu de plus (effets aléatoires) ; pour la tonalité la table entière, d’après celle de chaque jeu, et là où ce qui est dit ne peut en venir, les parts qui en approchent le plus : la part dite est la médiane des tirages où il le peut ; avec une seule table, rééchantillonnage des messages et de la table. Là où les messages ne se répartissent pas comme un mélange des textes étalons peut le faire (X² de Pearson, p < 0,01), la part est la médiane de ces tirages, ramenée à un total de 1. Au-delà de 40 points d’intervalle, aucune part corrigée n’est dite : seulement la part brute et l’intervalle.',
    en: 'Shares under which what the model says is the likeliest, given its known errors by genre and language (held-out confusion table, by band of score); with messages labelled by hand, mean prediction plus the mean error seen (prediction-powered inference, Angelopoulos et al. 2023), genre by genre: each weighs the messages that it holds (Cochran 1977), however many are labelled, and is told apart from 30 labels on. Interval: reference sets differ from each other, and these messages from them: errors drawn as of a further set (random effects); for tone its whole table, after that of each set, and where what is told can’t come of it the shares that come nearest: the share told is the median of the draws where it can; with one table alone, resampling of the messages and of the table. Where messages spread over the bands as no mixture of the reference texts can (Pearson’s X², p < .01), the share is the median of these draws, scaled to sum to 1. Where the interval is over 40 points wide no corrected share is told: only the raw one and the interval.',
  },
  limits: {
    fr: 'La correction par table suppose que, dans une classe, les messages ressemblent à ceux des textes étalons ; là où ils se lisent mieux, elle corrige trop, et l’intervalle seul le dit. Étiqueter quelques centaines de messages (« deversoir label ») s’en passe. Ce qu’un second lecteur (un modèle plus lent, sur un échantillon) dirait de tous les messages est corrigé de ses propres erreurs, tirées comme d’un jeu de plus d’après ce qu’il dit de jeux étiquetés dont il n’a rien appris (« deversoir train --on-vectors --rebuild ») ; avec moins de quatre, il ne corrige rien, non plus que là où la table en dit plus.',
    en: 'The correction by table supposes that within a class messages look like the reference texts; where they read more easily it corrects too much, and the interval alone tells. Labelling a few hundred messages (“deversoir label”) does without. What a second reader (a slower model, on a sample) would tell of all messages is corrected for its own errors, drawn as of a further set after what it tells of labelled sets of which it learnt nothing (“deversoir train --on-vectors --rebuild”); with fewer than four it corrects nothing, nor where the table tells more.',
  },
  columns: {
    head: 'text',
    label: 'text',
    genre: 'text',
    n: 'number',
    share: 'number?',
    low: 'number',
    high: 'number',
    raw: 'number',
    rawLow: 'number',
    rawHigh: 'number',
    method: 'text',
    reference: 'text',
    referenceN: 'number',
  },
});

/** The tables of a genre as one, or of all where there is none of it. */
function pooled(tables: readonly HeadConfusion[], genre: string): HeadConfusion | undefined {
  const own = tables.filter((table) => table.genre === genre);
  return (own.length > 0 ? own : tables).reduce<HeadConfusion | undefined>(
    (all, table) =>
      all === undefined
        ? table
        : {
            ...all,
            source: `${all.source}, ${table.source}`,
            counts: all.counts.map((row, k) => row.map((count, j) => count + (table.counts[k]?.[j] ?? 0))),
          },
    undefined,
  );
}

/**
 * Rows of all messages from what a second reader tells of a random part of them, its own errors corrected as those of a further labelled set; none where
 * too few sets are known that it was held out of: towards the reader alone the interval is of what it would say, not of what is so. Rows of
 * persons' labels stand as they are.
 */
async function byReader(
  corpus: CorpusTables,
  head: CorrectedHead,
  labelled: readonly CorrectedRow[],
  labels: readonly MessageLabel[],
  options: { readonly level: number; readonly seed: number },
): Promise<readonly CorrectedRow[]> {
  const { known, reader, errors } = chosenLabels(head, labels);
  if (labelled.length === 0 || reader === undefined) return labelled;
  if (errors.length < LEAST_SETS) return [];
  const { all, own } = await labelledCells(corpus, head, known);
  const rowsOf = (genre: string, cells: readonly LabelledCell[]): readonly CorrectedRow[] => {
    const parts = correctedParts(
      readerStrata(head, cells, known),
      (stratum) => pooled(errors, stratum.genre),
      options.seed,
    );
    return parts.length < cells.length ? [] : correctedRows(head, genre, parts, errors, options);
  };
  return [...rowsOf('all', all), ...own.flatMap((cell) => rowsOf(cell.genre, [cell]))].flatMap((found) => {
    const row = labelled.find(({ genre, label }) => genre === found.genre && label === found.label);
    if (row === undefined) return [];
    const { raw, rawLow, rawHigh } = row;
    return [
      {
        ...found,
        raw,
        rawLow,
        rawHigh,
        method: 'prediction-powered, confusion-table',
        reference: `second reader ${reader}, its errors known on ${found.reference}`,
      },
    ];
  });
}

const isOf =
  (genre: string) =>
  (row: CorrectedRow): boolean =>
    row.genre === genre;
const widthOf = (rows: readonly CorrectedRow[]): number =>
  rows.reduce((sum, { low, high }) => sum + high - low, 0);

/** Of each kind of text the rows of labels, or of the tables where those of a second reader say less. */
function surest(labelled: readonly CorrectedRow[], tables: readonly CorrectedRow[]): readonly CorrectedRow[] {
  const genres = [...new Set([...labelled, ...tables].map(({ genre }) => genre))];
  return genres.flatMap((genre) => {
    const [own, other] = [labelled, tables].map((rows) => rows.filter(isOf(genre))) as [
      CorrectedRow[],
      CorrectedRow[],
    ];
    const isWider =
      own.some(({ method }) => method !== 'prediction-powered') && widthOf(own) > widthOf(other);
    return own.length === 0 || (isWider && other.length > 0) ? other : own;
  });
}

/** Whether there are messages of whose complaints no table knows the errors: microblogs, by those that ship. */
async function areLeftOut(corpus: CorpusTables, confusions: readonly HeadConfusion[]): Promise<boolean> {
  const tables = confusions.filter(({ head }) => head === 'complaint'),
    [first] = tables;
  if (first === undefined) return false;
  const strata = await strataOf(corpus, 'complaint', first.edges);
  return strata.some((stratum) => confusionFor(tables, stratum) === undefined);
}

async function byTable(
  corpus: CorpusTables,
  head: CorrectedHead,
  confusions: readonly HeadConfusion[],
  { level, seed }: { readonly level: number; readonly seed: number },
): Promise<readonly CorrectedRow[]> {
  const tables = confusions.filter((table) => table.head === head);
  const [first] = tables;
  if (first === undefined) return [];
  const parts = correctedParts(
    await strataOf(corpus, head, first.edges),
    (stratum) => confusionFor(tables, stratum),
    seed,
  );
  if (parts.length === 0) return [];
  const tones = head === 'sentiment' ? await corpus.toneSets() : [],
    sets = tones.length === 0 ? tables : tones;
  const genres = [...new Set(parts.map(({ stratum }) => stratum.genre))];
  return [
    ...correctedRows(head, 'all', parts, sets, { level, seed }),
    ...(genres.length < 2
      ? []
      : genres.flatMap((genre) =>
          correctedRows(
            head,
            genre,
            parts.filter(({ stratum }) => stratum.genre === genre),
            sets,
            { level, seed },
          ),
        )),
  ];
}

/**
 * Shares of tones, complaints and harm corrected for the model's own errors, the raw share beside: by the held-out tables of the heads,
 * genre by genre, or by the user's own labels of a random part of the messages of each genre where at least 30 are given: a genre with 30 of its
 * own has its own rows, and weighs in the share of all as many messages as it holds.
 *
 * Value: the corrected share of negative messages. Not measured where its interval is over 40 points wide (the raw share, the
 * interval and how many labels would tell it are said instead), nor where the heads are the user's own and no labels are given.
 */
export const correctedShares = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: FunnelOptions & LabelOptions) => {
    const { level, seed } = resolveFunnelOptions(options);
    const confusions = await corpus.confusions();
    const rows: CorrectedRow[] = [];
    for (const head of ['sentiment', 'complaint', 'harm'] as const) {
      const given = options.labels ?? [];
      const labelled = await byReader(corpus, head, await byLabels(corpus, head, given, level), given, {
        level,
        seed,
      });
      const tables = await byTable(corpus, head, confusions, { level, seed });
      rows.push(...surest(labelled, tables));
    }
    const posts = await areLeftOut(corpus, confusions);
    const negative = rows.find(({ label, genre }) => label === 'negative' && genre === 'all');
    if (negative === undefined)
      return unmeasured(
        frame,
        0,
        'aucun message lu par un modèle dont les erreurs sont connues, ni étiquettes',
        'no message read by a model whose errors are known, nor labels',
        rows,
      );
    const { share, low, high, raw, n, method, referenceN } = negative,
      limits = withNotCorrected(frame.limits, rows, posts);
    if (share !== null)
      return makeMetric(frame, { value: share, n, interval: { low, high, level, method }, limits, rows });
    const labels = await labelsWanted(corpus, 'sentiment'),
      [told, from, to, points] = [raw, low, high, HALF_WIDTH].map((part) => (100 * part).toFixed(0)),
      [fr, en] =
        method === 'prediction-powered'
          ? [
              `${referenceN} messages étiquetés ne disent pas mieux`,
              `${referenceN} labelled messages tell no better`,
            ]
          : [
              'le modèle se trompe diversement d’un jeu de textes à l’autre',
              'the model errs differently from one set of texts to the next',
            ];
    return makeMetric(frame, {
      value: null,
      n,
      notMeasured: {
        fr: `${told} % des messages sont dits négatifs, mais ${fr} : la part vraie peut aller de ${from} à ${to} % ; environ ${labels} messages étiquetés (« deversoir label ») la diraient à ± ${points} points`,
        en: `${told}% of messages are told negative, but ${en}: the true share may be anywhere from ${from} to ${to}%; about ${labels} labelled messages (“deversoir label”) would tell it to ± ${points} points`,
      },
      limits,
      rows,
    });
  },
);
