import { quantile } from '../../stats/shares/quantile.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import type { BenchmarkOptions } from './benchmarks.js';
import { HEADLINE_FIGURES, headlineFigures } from './headline-figures.js';

/** A median of fewer peers is none. */
const LEAST_PEERS = 3;
/** From so many on the middle half is told, below it the extremes. */
const QUARTILES_FROM = 8;

const frame = metricFrame({
  name: 'sectorFigures',
  label: { fr: 'Chiffres clés face aux pairs', en: 'Headline figures beside those of peers' },
  unit: 'messages',
  denominator: { fr: 'chiffres donnés par des pairs', en: 'figures that peers give' },
  method: {
    fr: `Chaque chiffre de la marque à côté de ceux des pairs (un corpus, un pair), tels que leur fichier les donne : médiane à partir de ${LEAST_PEERS} pairs, étendue des pairs jusqu’à ${QUARTILES_FROM - 1}, moitié centrale (quartiles) au-delà. Les pairs comptent tous autant, quelle que soit leur taille.`,
    en: `Each figure of the brand beside those of peers (one corpus, one peer) as their file gives them: the median from ${LEAST_PEERS} peers on, their range up to ${QUARTILES_FROM - 1}, the middle half (quartiles) beyond. All peers count alike whatever their size.`,
  },
  limits: {
    fr: 'Les pairs qui donnent leurs chiffres ne sont pas un échantillon du secteur. L’écart entre eux porte aussi leur hasard propre. Comparer suppose des sources et une période semblables.',
    en: 'Peers who give their figures are no sample of the sector. Their spread holds the chance of each too. Comparing supposes like sources and a like period.',
  },
  columns: {
    metric: 'text',
    own: 'number?',
    ownLow: 'number?',
    ownHigh: 'number?',
    n: 'number?',
    peers: 'number',
    middle: 'number?',
    lowest: 'number?',
    highest: 'number?',
    spread: 'text?',
    peersN: 'number',
  },
});

/** Median and spread of a headline figure among peers; of one or two, what they are. */
function spreadOf(values: readonly number[]) {
  if (values.length === 0) return { middle: null, lowest: null, highest: null, spread: null };
  const quartiles = values.length >= QUARTILES_FROM;
  const [lowest, highest] = quartiles
    ? [quantile(values, 0.25), quantile(values, 0.75)]
    : [Math.min(...values), Math.max(...values)];
  return {
    middle: values.length < LEAST_PEERS ? null : quantile(values, 0.5),
    lowest,
    highest,
    spread: quartiles ? 'quartiles' : 'extremes',
  };
}

/**
 * Headline figures of the brand beside those of an anonymous peer set: a row a figure, with the median and the spread of peers. Value:
 * figures that peers give. Not measured without a peer set, or where its file is of before such figures.
 */
export const sectorFigures = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: BenchmarkOptions) => {
    const given = options.peers?.figures ?? [];
    if (given.length === 0)
      return unmeasured(
        frame,
        0,
        options.peers === undefined
          ? 'aucun fichier de pairs n’a été donné'
          : 'le fichier de pairs ne donne que des parts de négatif',
        options.peers === undefined
          ? 'no file of peers was given'
          : 'the file of peers gives negative shares alone',
      );
    const own = new Map((await headlineFigures(corpus, options)).map((figure) => [figure.metric, figure]));
    const rows = HEADLINE_FIGURES.flatMap((metric) => {
      const [figure, peers] = [own.get(metric), given.filter((one) => one.metric === metric)];
      if (figure === undefined && peers.length === 0) return [];
      return [
        {
          metric,
          own: figure?.value ?? null,
          ownLow: figure?.low ?? null,
          ownHigh: figure?.high ?? null,
          n: figure?.n ?? null,
          peers: peers.length,
          ...spreadOf(peers.map(({ value }) => value)),
          peersN: peers.reduce((sum, { n }) => sum + n, 0),
        },
      ];
    });
    return makeMetric(frame, { value: given.length, n: given.length, rows });
  },
);
