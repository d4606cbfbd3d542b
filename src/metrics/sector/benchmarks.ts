import type { CorpusTables } from '../../engine/corpus-tables.js';
import { funnelLimits, sharePrior, shrunkShare } from '../../stats/shares/shrinkage.js';
import { DIFFERENCE_COLUMNS, differenceRow } from '../basic/difference-columns.js';
import { toneEvents } from '../basic/net-sentiment.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { shareDifferenceInterval } from '../basic/score-interval.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { CUSTOMER } from '../sql.js';
import type { PeerSet } from './peer-set.js';

export interface BenchmarkOptions extends MetricOptions {
  /** Other corpora, measured in the same way: they need not be of the same owner, who need not look at them. */
  readonly corpora?: readonly CorpusTables[];
  /** Groups without a name, of a file, see `parsePeerSet`. */
  readonly peers?: PeerSet;
}

const frame = metricFrame({
  name: 'benchmarks',
  label: { fr: 'Comparer marques et magasins', en: 'Brands and stores compared' },
  unit: 'share',
  denominator: {
    fr: 'messages de clients dont la tonalité est classée et qui nomment une marque ou un magasin',
    en: 'customers’ messages with a classified sentiment that name a brand or a store',
  },
  method: {
    fr: 'Part de négatif de chaque groupe et de l’ensemble (intervalle de Wilson), ramenée vers celle de l’ensemble d’autant plus que le groupe est petit (Bayes hiérarchique, bêta-binomiale). Entonnoir : bornes à 95 % et 99,8 % entre lesquelles le hasard seul place un groupe de cette taille (Spiegelhalter, 2005). Écart avec tous les autres groupes ensemble : intervalle de la différence (Newcombe, 1998). Effectifs réduits quand un auteur écrit plusieurs fois.',
    en: 'Negative share of each group and of all (Wilson’s interval), shrunk towards that of all the more the smaller the group (hierarchical Bayes, beta-binomial). Funnel: 95% and 99.8% limits between which chance alone puts a group of this size (Spiegelhalter 2005). Difference from all other groups together: interval of the difference (Newcombe 1998). Sizes are reduced when an author writes several times.',
  },
  limits: {
    fr: 'Pas un palmarès : dans l’entonnoir, les écarts ne disent rien. Comparer suppose des sources semblables d’un groupe à l’autre. Peu de groupes disent peu de ce qui les sépare : l’intervalle s’élargit d’autant.',
    en: 'No league table: inside the funnel differences say nothing. Comparing supposes like sources from group to group. Few groups say little of how groups differ: the interval widens accordingly.',
  },
  columns: {
    by: 'text',
    group: 'text',
    peer: 'boolean',
    n: 'number',
    k: 'number',
    messages: 'number',
    share: 'number',
    shareLow: 'number',
    shareHigh: 'number',
    shrunk: 'number?',
    low: 'number?',
    high: 'number?',
    expected: 'number',
    expectedLow: 'number',
    expectedHigh: 'number',
    low95: 'number',
    high95: 'number',
    low998: 'number',
    high998: 'number',
    outside: 'text',
    ...DIFFERENCE_COLUMNS,
  },
});

interface Group {
  readonly by: 'brand' | 'store';
  readonly group: string;
  readonly peer: boolean;
  readonly n: number;
  readonly k: number;
  readonly messages: number;
}

/** Groups under so many (effective) messages are not shown. */
const LEAST_MESSAGES = 10;

async function groupsOf(corpus: CorpusTables, by: Group['by']): Promise<Group[]> {
  const [from, item] =
    by === 'brand'
      ? [
          `(SELECT *, unnest(list_distinct(list_filter(list_append(brands, givenBrand), b -> b IS NOT NULL))) AS item FROM storedMessages)`,
          'item',
        ]
      : ['storedMessages', 'store'];
  const rows = await clusteredCounts(corpus, {
    from,
    where: `${CUSTOMER} AND sentiment IS NOT NULL AND ${item} IS NOT NULL`,
    by: { group: item },
    events: toneEvents(),
  });
  return rows.map(({ key, n, counts, effectiveN }) => {
    const size = Math.min(n, effectiveN['negative'] ?? n);
    return {
      by,
      group: key['group'] ?? '',
      peer: false,
      n: size,
      k: (size * (counts['negative'] ?? 0)) / n,
      messages: n,
    };
  });
}

/** Groups of one name in several corpora are one. */
function joined(groups: readonly Group[]): Group[] {
  const byName = new Map<string, Group>();
  for (const one of groups) {
    const known = byName.get(one.group);
    byName.set(
      one.group,
      known === undefined
        ? one
        : { ...known, n: known.n + one.n, k: known.k + one.k, messages: known.messages + one.messages },
    );
  }
  return [...byName.values()];
}

function benchmarked(groups: readonly Group[], level: number) {
  const prior = sharePrior(groups);
  const n = groups.reduce((sum, group) => sum + group.n, 0),
    k = groups.reduce((sum, group) => sum + group.k, 0);
  const expected = k / n,
    all = wilsonInterval(Math.min(k, n), n, level);
  return groups.map((group) => {
    const share = group.k / group.n;
    const seen = wilsonInterval(Math.min(group.k, group.n), group.n, level);
    const [at95, at998] =
      expected > 0 && expected < 1
        ? [funnelLimits(expected, group.n, 0.95), funnelLimits(expected, group.n, 0.998)]
        : [
            { low: 0, high: 1 },
            { low: 0, high: 1 },
          ];
    const shrunk = prior === undefined ? undefined : shrunkShare(group, prior, level);
    const beyond = (limits: { low: number; high: number }): boolean =>
      share < limits.low || share > limits.high;
    return {
      ...group,
      share,
      shareLow: seen.low,
      shareHigh: seen.high,
      shrunk: shrunk?.value ?? null,
      low: shrunk?.interval.low ?? null,
      high: shrunk?.interval.high ?? null,
      expected,
      expectedLow: all.low,
      expectedHigh: all.high,
      low95: at95.low,
      high95: at95.high,
      low998: at998.low,
      high998: at998.high,
      outside: beyond(at998) ? '99.8' : beyond(at95) ? '95' : 'no',
      ...differenceRow(shareDifferenceInterval(group, { k: k - group.k, n: n - group.n }, level)),
    };
  });
}

/**
 * Brands and stores side by side: the negative share of each with its interval, the same shrunk towards that of all, and the limits within which
 * chance alone puts it (`outside`: `no`, `95`, `99.8`). Other corpora and an anonymous peer set join the comparison; peers have no name.
 * `n` is the effective number of messages. Value: the share of all groups of the first kind that can be compared.
 */
export const benchmarks = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: BenchmarkOptions) => {
    const { level } = resolveOptions(options);
    const rows = [];
    let value: number | null = null,
      n = 0;
    for (const by of ['brand', 'store'] as const) {
      const own: Group[] = [];
      for (const one of [corpus, ...(options.corpora ?? [])]) own.push(...(await groupsOf(one, by)));
      const peers = (options.peers?.peers ?? [])
        .filter((peer) => peer.by === by)
        .map((peer): Group => ({
          by,
          group: peer.peer,
          peer: true,
          n: peer.n,
          k: peer.k,
          messages: Math.round(peer.n),
        }));
      const groups = [...joined(own), ...peers].filter((group) => group.n >= LEAST_MESSAGES);
      if (groups.length < 2) continue;
      const found = benchmarked(groups, level);
      value ??= found[0]?.expected ?? null;
      n = Math.max(
        n,
        groups.reduce((sum, group) => sum + group.messages, 0),
      );
      rows.push(...found.toSorted((a, b) => b.messages - a.messages || (a.group < b.group ? -1 : 1)));
    }
    return rows.length === 0
      ? unmeasured(
          frame,
          n,
          `il faut au moins deux marques ou deux magasins nommés par ${LEAST_MESSAGES} messages chacun`,
          `two brands or two stores named by ${LEAST_MESSAGES} messages each are needed`,
        )
      : makeMetric(frame, {
          value,
          n,
          rows,
          ...(rows.some(({ shrunk }) => shrunk !== null)
            ? {}
            : {
                limits: {
                  fr: 'Moins de trois groupes : les parts ne sont pas ramenées vers l’ensemble. Dans l’entonnoir, les écarts ne disent rien.',
                  en: 'Fewer than three groups: shares are not shrunk. Inside the funnel differences say nothing.',
                },
              }),
        });
  },
);
