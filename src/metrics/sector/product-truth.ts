import { barcode, readProductFacts, type ProductFacts } from '../../engine/product-facts.js';
import type { CorpusConfig } from '../../model/config.js';
import { netScoreInterval } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { clusterTone, joinTone, type ToneSums } from './product-tone.js';
import { namePatterns, productMatcher, type ProductMatch } from './product-match.js';
import { joinedTo, type Mentioned, mentionsOf } from './product-mentions.js';
import { rankGaps } from './rank-gap.js';

export interface ProductTruthOptions extends MetricOptions {
  /** A file of Open Food Facts, see `readProductFacts`, or its products. Default: `productFacts` of the configuration. */
  readonly productFacts?: string | readonly ProductFacts[];
}

const frame = metricFrame({
  name: 'productTruth',
  label: { fr: 'Ce qu’on dit des produits, ce qu’ils sont', en: 'What is said of products, what they are' },
  unit: 'messages',
  denominator: {
    fr: 'messages de clients qui nomment un produit',
    en: 'customers’ messages that name a product',
  },
  method: {
    fr: 'Produits rapprochés d’Open Food Facts (ODbL) par code-barres, ou par marque et nom avec un score ; de plusieurs marques d’un texte, celle écrite au nom du produit, sinon la plus proche qui ait un tel produit, ni terme de comparaison ni magasin. Tonalité sur la nutrition et les additifs ; écart = rang de la tonalité − rang du Nutri-Score (1 : le meilleur). Au-dessus de 0 : jugé moins bien que sa note. Intervalle de l’écart : la note est sue, le rang de la tonalité va du premier au dernier que laissent les produits dont la tonalité diffère sûrement (différences deux à deux, MOVER, corrigées de Bonferroni ; Mogstad et al., 2024) ; qui écrit plusieurs fois compte moins.',
    en: 'Products joined to Open Food Facts (ODbL) by barcode, or by brand and name with a score; of several brands of a text, the one written at the product’s name, else the nearest that has such a product and is neither yardstick nor shop. Tone on nutrition and additives; gap = rank of the tone − rank of the Nutri-Score (1: best). Above 0: judged worse than its grade. Interval of the gap: the grade is known, the rank of the tone goes from the first to the last that products whose tone surely differs leave (pairwise differences, MOVER, Bonferroni; Mogstad et al. 2024); who writes several times counts less.',
  },
  limits: {
    fr: 'Données collaboratives, parfois anciennes. Un produit sans cinq messages sur la nutrition n’a pas de rang. La tonalité est celle que le modèle lit : ses erreurs ne sont pas dans les intervalles. Un nom ambigu, ou entre deux marques, n’est rapproché d’aucun produit.',
    en: 'Crowd-sourced data, sometimes old. A product without five messages on nutrition has no rank. The tone is that which the model reads: its errors are not in the intervals. A name that is ambiguous, or stands between two brands, is joined to no product.',
  },
  columns: {
    code: 'text',
    product: 'text',
    brand: 'text?',
    nutriScore: 'text?',
    nova: 'number?',
    additives: 'number',
    origins: 'texts',
    labels: 'texts',
    matchedBy: 'text',
    score: 'number',
    n: 'number',
    nutritionN: 'number',
    tone: 'number?',
    low: 'number?',
    high: 'number?',
    toneRank: 'number?',
    gradeRank: 'number?',
    gap: 'number?',
    gapLow: 'number?',
    gapHigh: 'number?',
  },
});

/** Messages on nutrition that a rank stands on. */
const LEAST_MESSAGES = 5;

interface Sums {
  match: ProductMatch;
  n: number;
  /** On nutrition and additives, by who writes. */
  readonly tones: Map<string, ToneSums>;
}

async function factsOf(
  given: string | readonly ProductFacts[],
  mentions: readonly Mentioned[],
  brands: readonly string[],
): Promise<readonly ProductFacts[]> {
  if (typeof given !== 'string') return given;
  const codes = mentions.flatMap(({ code }) => (code === null ? [] : (barcode(code) ?? [])));
  return (await readProductFacts(given, { codes, brands })).products;
}

/**
 * What customers say of products on nutrition and additives, beside what Open Food Facts says of them: Nutri-Score, NOVA, additives,
 * origins, labels; `gap` is the rank of the tone less the rank of the grade. The facts are a file that the user gives. Value: messages
 * whose product is joined.
 */
export const productTruth = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: ProductTruthOptions) => {
    const { level } = resolveOptions(options);
    const config = corpus.manifest.options['config'] as CorpusConfig | undefined;
    const given = options.productFacts ?? config?.productFacts;
    if (given === undefined)
      return unmeasured(
        frame,
        0,
        'aucun extrait d’Open Food Facts n’est donné (clé « productFacts » de la configuration)',
        'no extract of Open Food Facts is given (key "productFacts" of the configuration)',
      );
    const ours = config?.brand ?? null;
    const kinds = await mentionsOf(corpus, ours);
    const brands = [
      ...new Set([
        ...kinds.flatMap(({ brands: named, home }) => [...named, home ?? []].flat()),
        ...(ours ? [ours] : []),
      ]),
    ];
    const facts = await factsOf(given, kinds, brands);
    const matcher = productMatcher(facts),
      patterns = namePatterns(facts),
      mentions = patterns.length === 0 ? kinds : await mentionsOf(corpus, ours, patterns);
    const found = new Map<string, Sums>();
    for (const mention of mentions)
      for (const match of joinedTo(mention, matcher, config?.aliases)) {
        const known = found.get(match.product.code) ?? { match, n: 0, tones: new Map<string, ToneSums>() };
        known.n += mention.n;
        joinTone(known.tones, mention);
        // what is least sure is told: of equal scores a name
        if (match.score < known.match.score || (match.score === known.match.score && match.by === 'name'))
          known.match = match;
        found.set(match.product.code, known);
      }
    const all = mentions.reduce(
      (sum, { n, names, own }) => sum + n * Math.max(1, new Set([...names, ...(own ? [own] : [])]).size),
      0,
    );
    if (found.size === 0)
      return unmeasured(
        frame,
        all,
        facts.length === 0
          ? 'l’extrait n’a aucun produit lisible de ces marques (code-barres juste, nom)'
          : all === 0
            ? 'aucun message ne nomme un produit'
            : 'aucun produit nommé n’est sûrement dans l’extrait',
        facts.length === 0
          ? 'the extract has no readable product of these brands (right barcode, name)'
          : all === 0
            ? 'no message names a product'
            : 'no product named is surely in the extract',
      );
    const list = [...found.values()].map((sums) => {
      const tone = clusterTone(sums.tones);
      return { sums, tone, net: netScoreInterval(tone, level) };
    });
    const ranked = list.filter(
      ({ sums, tone }) => tone.n >= LEAST_MESSAGES && sums.match.product.nutriScore !== null,
    );
    // Of one product there is no rank.
    const gaps =
      ranked.length < 2
        ? []
        : rankGaps(
            ranked.map(({ sums, tone }) => ({ ...tone, grade: sums.match.product.nutriScore ?? '' })),
            level,
          );
    const rows = list.map((one) => {
      const { match, n } = one.sums,
        { product } = match;
      const gap = gaps[ranked.indexOf(one)];
      return {
        code: product.code,
        product: product.name,
        brand: product.brands[0] ?? null,
        nutriScore: product.nutriScore,
        nova: product.nova,
        additives: product.additives.length,
        origins: product.origins,
        labels: product.labels,
        matchedBy: match.by,
        score: match.score,
        n,
        nutritionN: one.tone.n,
        tone: one.net?.value ?? null,
        low: one.net?.low ?? null,
        high: one.net?.high ?? null,
        toneRank: gap?.toneRank ?? null,
        gradeRank: gap?.gradeRank ?? null,
        gap: gap?.gap ?? null,
        gapLow: gap?.gapLow ?? null,
        gapHigh: gap?.gapHigh ?? null,
      };
    });
    rows.sort(
      (a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0) || b.n - a.n || (a.code < b.code ? -1 : 1),
    );
    return makeMetric(frame, { value: rows.reduce((sum, { n }) => sum + n, 0), n: all, rows });
  },
);
