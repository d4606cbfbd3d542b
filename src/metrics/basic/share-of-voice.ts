import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorpusConfig } from '../../model/config.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { DIFFERENCE_COLUMNS, differenceRow } from './difference-columns.js';
import { groupShare, netScoreInterval, shareInterval } from './score-interval.js';
import { messageItems, OPEN_VOICED } from '../sql.js';

/** Brands compared when none is named: the most mentioned in the whole corpus, so that parts of it compare the same. */
const DEFAULT_SET = 10;
const frame = metricFrame({
  name: 'shareOfVoice',
  label: { fr: 'Part de voix', en: 'Share of voice' },
  unit: 'share',
  denominator: {
    fr: 'mentions des marques de l’ensemble nommé, en veille ouverte et dans la presse',
    en: 'mentions of the brands of the named set, in open listening and in the press',
  },
  method: {
    fr: 'Mentions de la marque / mentions de toutes les marques de l’ensemble. Un message qui nomme deux marques compte une fois pour chacune. Ce qui est dit chez une marque (commentaires de ses pages, avis de ses boutiques) est laissé de côté. Intervalle de Wilson. Écart avec la première marque de l’ensemble : différence de deux parts d’un même tout, intervalle par MOVER (Newcombe 1998, méthode 10) ; deux marques diffèrent quand il ne contient pas zéro.',
    en: 'Mentions of the brand / mentions of all brands of the set. A message naming two brands counts once for each. What is said at a brand’s own place (comments of its pages, reviews of its shops) is left out. Wilson interval. Difference from the first brand of the set: of two shares of one whole, MOVER interval (Newcombe 1998, method 10); two brands differ when it leaves zero out.',
  },
  columns: {
    brand: 'text',
    mentions: 'number',
    n: 'number',
    share: 'number',
    low: 'number?',
    high: 'number?',
    ...DIFFERENCE_COLUMNS,
  },
});

async function mostMentioned(corpus: CorpusTables): Promise<string[]> {
  const found = await corpus.query(
    `SELECT item AS brand FROM (SELECT *, unnest(brands) AS item FROM main.storedMessages) WHERE ${OPEN_VOICED}
    GROUP BY item ORDER BY count(*) DESC, item LIMIT ${DEFAULT_SET}`,
  );
  return (found.objects() as { readonly brand: string }[]).map(({ brand }) => brand);
}

/** The brand and its competitors, as the configuration of the corpus names them; empty where it names no two. */
function configuredSet({ manifest }: CorpusTables): readonly string[] {
  const { brand, competitors = [] } = (manifest.options['config'] ?? {}) as CorpusConfig;
  return brand === undefined || competitors.length === 0 ? [] : [brand, ...competitors];
}

/**
 * Share of voice in a named set of brands, `options.brands`, those of the configuration or the ten most mentioned, in open listening and in the press: value for the
 * first brand of the set; the table for all.
 */
export const shareOfVoice = defineMetric(
  { frame: frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level, brands: named } = resolveOptions(options);
    const brands = named.length > 0 ? named : configuredSet(corpus);
    const rows = await clusteredCounts(corpus, {
      from: messageItems('brands'),
      where: OPEN_VOICED,
      by: { brand: 'item' },
      events: {},
    });
    const most = brands.length > 0 ? [] : await mostMentioned(corpus);
    const set = brands.length > 0 ? brands : most;
    const counted = set.map(
      (brand) => rows.find((row) => row.key['brand'] === brand) ?? { key: { brand }, n: 0, authors: 0 },
    );
    const n = counted.reduce((sum, row) => sum + row.n, 0);
    const names = set.join(', ');
    if (n === 0) {
      return brands.length > 0
        ? unmeasured(
            frame,
            0,
            `aucune mention en veille ouverte de ${names}`,
            `no mention in open listening of ${names}`,
          )
        : unmeasured(
            frame,
            0,
            'aucune marque nommée en veille ouverte : ce qui est dit sur les pages d’une marque ne dit rien de sa part de voix',
            'no brand is named in open listening: what is said on a brand’s pages tells nothing of its share of voice',
          );
    }
    if (set.length < 2)
      return unmeasured(
        frame,
        n,
        `une seule marque nommée (${names}) : rien à comparer`,
        `only one brand named (${names}): nothing to compare`,
      );
    const largest = counted.reduce((best, row) => (row.n > best.n ? row : best));
    const first = counted.find((row) => row.key['brand'] === (brands[0] ?? largest.key['brand'])) ?? largest;
    const table = counted.map((row): RowOf<typeof frame.columns> => {
      const interval = shareInterval(groupShare(row, n), level);
      const size = Math.min(...[row, first].map((one) => groupShare(one, n).effectiveN ?? n));
      const difference =
        row === first
          ? null
          : netScoreInterval({ positive: row.n, negative: first.n, n, effectiveN: size }, level);
      return {
        brand: row.key['brand'] ?? '',
        mentions: row.n,
        n,
        share: row.n / n,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        ...differenceRow(difference),
      };
    });
    table.sort((a, b) => b.mentions - a.mentions);
    const value = first.n / n;
    const interval = shareInterval(groupShare(first, n), level);
    return makeMetric(frame, {
      value,
      n,
      interval,
      rows: table,
      limits:
        brands.length > 0
          ? { fr: `Ensemble : ${names}.`, en: `Set: ${names}.` }
          : {
              fr: `Ensemble, faute de marques choisies, les plus nommées : ${names}.`,
              en: `Set, no brand being chosen, the most mentioned: ${names}.`,
            },
    });
  },
);
