import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { mixtureShares } from '../../stats/quantification/mixture-shares.js';
import { readingErrors } from '../../stats/quantification/reading-errors.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { byLabels, type CorrectedRow, type MessageLabel } from './labelled-shares.js';
import { withNotCorrected } from './not-corrected.js';
import { confusionFor, readSetOf, strataOf, toldOf, type Stratum } from './read-strata.js';
import { shareInterval } from './score-interval.js';

export interface CorrectedOptions extends FunnelOptions {
  /** Labels of a random part of the customers' messages, as `deversoir label` draws and reads them, by persons or by a second reader. */
  readonly labels?: readonly MessageLabel[];
}

const frame = metricFrame({
  name: 'correctedShares',
  label: { fr: 'Parts corrigées de l’erreur de lecture', en: 'Shares corrected for reading errors' },
  unit: 'share',
  denominator: {
    fr: 'messages de clients lus par le modèle',
    en: 'customers’ messages that the model reads',
  },
  method: {
    fr: 'Parts sous lesquelles ce que dit le modèle est le plus vraisemblable, d’après ses erreurs connues par genre et langue (table de confusion hors apprentissage, par tranche de score) ; avec des messages étiquetés à la main, moyenne des prédictions plus l’erreur moyenne constatée (inférence assistée par prédictions, Angelopoulos et al. 2023). Intervalle : les jeux étalons diffèrent entre eux, et ces messages d’eux : erreurs tirées comme d’un jeu de plus (effets aléatoires, une étiquette contre les autres) ; avec une seule table, rééchantillonnage des messages et de la table.',
    en: 'Shares under which what the model says is the likeliest, given its known errors by genre and language (held-out confusion table, by band of score); with messages labelled by hand, mean prediction plus the mean error seen (prediction-powered inference, Angelopoulos et al. 2023). Interval: reference sets differ from each other, and these messages from them: errors drawn as of a further set (random effects, one label against the others); with one table alone, resampling of the messages and of the table.',
  },
  limits: {
    fr: 'La correction par table suppose que, dans une classe, les messages ressemblent à ceux des textes étalons ; là où ils se lisent mieux, elle corrige trop, et l’intervalle seul le dit. Étiqueter quelques centaines de messages (« deversoir label ») s’en passe. Corrigées par un second lecteur (un modèle plus lent, sur un échantillon), les parts sont celles qu’il dirait de tous les messages, ses propres erreurs comprises.',
    en: 'The correction by table supposes that within a class messages look like the reference texts; where they read more easily it corrects too much, and the interval alone tells. Labelling a few hundred messages (“deversoir label”) does without. Corrected by a second reader (a slower model, on a sample), the shares are those it would tell of all messages, its own errors included.',
  },
  columns: {
    head: 'text',
    label: 'text',
    genre: 'text',
    n: 'number',
    share: 'number',
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

/** Draws of a table where it is the only one of its head. */
const REPLICATES = 400;

/** Laplace's rule of succession. Under shifted shares it takes a fifth off the error where a label is hardly told apart, and costs nothing. */
const ADDED = 1;

const sizeOf = ({ counts }: HeadConfusion): number => counts.flat().reduce((a, b) => a + b, 0);

interface Corrected {
  readonly stratum: Stratum;
  readonly table: HeadConfusion;
  readonly shares: readonly number[];
  /** Draws of the shares by the size of the table; drawn when asked for. */
  readonly replicates: () => readonly (readonly number[])[];
}

/** One row a label of a group of strata: corrected, and raw. */
function rowsOf(
  head: CorrectedHead,
  genre: string,
  parts: readonly Corrected[],
  known: readonly HeadConfusion[],
  { level, seed }: { readonly level: number; readonly seed: number },
): CorrectedRow[] {
  const n = parts.reduce((sum, { stratum }) => sum + stratum.n, 0);
  const mix = (of: (part: Corrected) => number): number =>
    parts.reduce((sum, part) => sum + (part.stratum.n / n) * of(part), 0);
  return HEAD_COLUMNS[head].labels.map((label, k) => {
    const told = parts.reduce((sum, { stratum }) => sum + (stratum.told[k] ?? 0), 0);
    const share = mix(({ shares }) => shares[k] ?? 0);
    const errors = readingErrors(
      parts.map(({ stratum }) => toldOf(stratum, known, k)),
      known.map((table) => readSetOf(table, k)),
      { seed },
    );
    const drawn =
      errors?.trueForTold.map((ratio) => (ratio * told) / n) ??
      Array.from({ length: REPLICATES }, (_, r) => mix(({ replicates }) => replicates()[r]?.[k] ?? 0));
    const { low, high } = percentileInterval(drawn, level);
    const effectiveN = parts.reduce((sum, { stratum }) => sum + (stratum.effective[k] ?? stratum.n), 0);
    const raw = shareInterval({ k: told, n, effectiveN }, level);
    const tables = [...new Set(parts.map(({ table }) => table))];
    return {
      head,
      label,
      genre,
      n,
      share,
      low: Math.min(low, share),
      high: Math.min(1, Math.max(high, share)),
      raw: told / n,
      rawLow: raw?.low ?? 0,
      rawHigh: raw?.high ?? 1,
      method: 'confusion-table',
      reference: [...new Set(tables.map(({ source }) => source))].join(', '),
      referenceN: tables.reduce((sum, table) => sum + sizeOf(table), 0),
    };
  });
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
  const parts: Corrected[] = [];
  for (const [at, stratum] of (await strataOf(corpus, head, first.edges)).entries()) {
    const table = confusionFor(tables, stratum);
    if (table === undefined) continue;
    const input = {
      table: table.counts,
      observed: stratum.cells,
      effectiveN: Math.min(stratum.n, ...stratum.effective),
    };
    const found = mixtureShares(input, { seed: seed + at, replicates: 0, added: ADDED });
    if (!found.measured) continue;
    let drawn: readonly (readonly number[])[] | undefined;
    const replicates = (): readonly (readonly number[])[] => {
      if (drawn !== undefined) return drawn;
      const again = mixtureShares(input, { seed: seed + at, replicates: REPLICATES });
      return (drawn = again.measured ? again.replicates : []);
    };
    parts.push({ stratum, table, shares: found.shares, replicates });
  }
  if (parts.length === 0) return [];
  const genres = [...new Set(parts.map(({ stratum }) => stratum.genre))];
  return [
    ...rowsOf(head, 'all', parts, tables, { level, seed }),
    ...(genres.length < 2
      ? []
      : genres.flatMap((genre) =>
          rowsOf(
            head,
            genre,
            parts.filter(({ stratum }) => stratum.genre === genre),
            tables,
            { level, seed },
          ),
        )),
  ];
}

/**
 * Shares of tones, complaints and harm corrected for the model's own errors, the raw share beside: by the held-out tables of the heads,
 * genre by genre, or by the user's own labels of a random part of the messages where at least 30 are given.
 *
 * Value: the corrected share of negative messages. Not measured where the heads are the user's own and no labels are given.
 */
export const correctedShares = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: CorrectedOptions) => {
    const { level, seed } = resolveFunnelOptions(options);
    const confusions = await corpus.confusions();
    const rows: CorrectedRow[] = [];
    for (const head of ['sentiment', 'complaint', 'harm'] as const) {
      const labelled = await byLabels(corpus, head, options.labels ?? [], level);
      const tables = await byTable(corpus, head, confusions, { level, seed });
      rows.push(
        ...labelled,
        ...(labelled.length > 0 ? tables.filter(({ genre }) => genre !== 'all') : tables),
      );
    }
    const negative = rows.find(({ label, genre }) => label === 'negative' && genre === 'all');
    if (negative === undefined)
      return unmeasured(
        frame,
        0,
        'aucun message lu par un modèle dont les erreurs sont connues, ni étiquettes',
        'no message read by a model whose errors are known, nor labels',
        rows,
      );
    return makeMetric(frame, {
      value: negative.share,
      n: negative.n,
      interval: { low: negative.low, high: negative.high, level, method: negative.method },
      limits: withNotCorrected(frame.limits, rows),
      rows,
    });
  },
);
