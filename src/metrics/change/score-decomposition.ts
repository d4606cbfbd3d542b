import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { mixRate, type TwoPeriods } from '../../stats/shares/mix-rate.js';
import { DeversoirError } from '../../util/errors.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { lastQuarters, quarterName } from '../last-quarters.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { periodsOf, readCells, replicatesOf, tableOf, type Cell } from './two-periods.js';

/** What a change can be taken apart by. */
export const DECOMPOSED_BY = ['driver', 'brand', 'channel', 'topic'] as const;
export type DecomposedBy = (typeof DECOMPOSED_BY)[number];

export interface DecompositionOptions extends FunnelOptions {
  /** Calendar periods compared, the earlier first: `['2026-Q1', '2026-Q2']`. Default: the last two quarters. */
  readonly periods?: readonly [string, string];
  /** Default: driver, brand, channel, and topic where there are subjects. */
  readonly over?: DecomposedBy | readonly DecomposedBy[];
}

const frame = metricFrame({
  name: 'scoreDecomposition',
  label: { fr: 'Pourquoi la tonalité a bougé', en: 'Why the tone moved' },
  unit: 'score',
  denominator: {
    fr: 'messages de clients des deux périodes, datés et dont la tonalité est classée',
    en: 'customers’ messages of both periods, dated and with a classified sentiment',
  },
  method: {
    fr: 'Décomposition de l’écart du score net (Kitagawa, 1955) : effet de composition (un groupe pèse plus ou moins) et effet propre (le groupe est mieux ou moins bien jugé). Les parts se somment à l’écart. Un message qui nomme plusieurs motifs se partage entre eux à parts égales. Intervalles par rééchantillonnage des auteurs.',
    en: 'Decomposition of the change of the net score (Kitagawa 1955): mix (a group weighs more or less) and rate (the group is judged better or worse). Parts sum to the change. A message that names several drivers is shared equally between them. Intervals by resampling authors.',
  },
  limits: {
    fr: 'Dit ce qui a bougé avec le score, non ce qui l’a causé. La tonalité est celle du message entier, prêtée à chacun de ses motifs.',
    en: 'Says what moved with the score, not what caused it. The tone is that of the whole message, lent to each of its drivers.',
  },
  columns: {
    by: 'text',
    group: 'text?',
    previousPeriod: 'text',
    period: 'text',
    previousN: 'number',
    n: 'number',
    previousShare: 'number',
    share: 'number',
    previousScore: 'number?',
    score: 'number?',
    mix: 'number',
    mixLow: 'number',
    mixHigh: 'number',
    rate: 'number',
    rateLow: 'number',
    rateHigh: 'number',
    change: 'number',
    low: 'number',
    high: 'number',
    restN: 'number',
    rest: 'number',
    restLow: 'number',
    restHigh: 'number',
  },
});

const REPLICATES = 400;

/** Rows with what those after them add together, and how often these were named. */
function withRest<Part extends { readonly n: number; readonly change: number; readonly drawn: number[] }>(
  rows: readonly Part[],
  level: number,
) {
  let after = { n: 0, change: 0, drawn: (rows[0]?.drawn ?? []).map(() => 0) };
  return rows
    .toReversed()
    .map(({ drawn, ...row }) => {
      const { low, high } = percentileInterval(after.drawn, level);
      const told = { ...row, restN: after.n, rest: after.change, restLow: low, restHigh: high };
      after = {
        n: after.n + row.n,
        change: after.change + row.change,
        drawn: after.drawn.map((sum, at) => sum + (drawn[at] ?? 0)),
      };
      return told;
    })
    .toReversed();
}

function decomposed(
  by: DecomposedBy,
  cells: readonly Cell[],
  periods: readonly [string, string],
  { seed, replicates, level }: { readonly seed: number; readonly replicates: number; readonly level: number },
) {
  const table = tableOf(cells, periods);
  const groups = periodsOf(table.blocks, table.groups.length);
  const found = mixRate(groups);
  if (found === undefined || table.blocks.length < 2) return undefined;
  const drawn = replicatesOf(table, seed, replicates);
  if (drawn.whole.length < 2) return undefined;
  const total = (period: 'before' | 'after'): number =>
    groups.reduce((sum, group) => sum + group[period].weight, 0);
  const score = ({ weight, sum }: { weight: number; sum: number }): number | null =>
    weight > 0 ? sum / weight : null;
  const rows = table.groups.map((group, index) => {
    const { before, after } = groups[index] as TwoPeriods;
    const { mix, rate } = found.parts[index] as { mix: number; rate: number };
    const [ofMix, ofRate, ofBoth] = (drawn.parts[index] ?? []).map((values) =>
      percentileInterval(values, level),
    );
    return {
      by,
      group,
      previousPeriod: periods[0],
      period: periods[1],
      previousN: table.counts[index]?.before ?? 0,
      n: table.counts[index]?.after ?? 0,
      previousShare: before.weight / total('before'),
      share: after.weight / total('after'),
      previousScore: score(before),
      score: score(after),
      mix,
      mixLow: ofMix?.low ?? mix,
      mixHigh: ofMix?.high ?? mix,
      rate,
      rateLow: ofRate?.low ?? rate,
      rateHigh: ofRate?.high ?? rate,
      change: mix + rate,
      low: ofBoth?.low ?? mix + rate,
      high: ofBoth?.high ?? mix + rate,
      drawn: drawn.parts[index]?.[2] ?? [],
    };
  });
  rows.sort(
    (a, b) => Math.abs(b.change) - Math.abs(a.change) || ((a.group ?? '') < (b.group ?? '') ? -1 : 1),
  );
  return {
    rows: withRest(rows, level),
    change: found.after - found.before,
    interval: { ...percentileInterval(drawn.whole, level), method: 'bootstrap over authors' },
    messages: total('before') + total('after'),
  };
}

/**
 * Why the net sentiment score moved between two periods: for each driver, brand, channel and subject, what it adds because it weighs
 * more or less (`mix`) and because it is judged better or worse (`rate`), in points of score, with intervals. Within one `by` the
 * `change` column sums to the value. `group` is `null` for messages that name none. `rest` is what the rows after one add together
 * within its `by`, in points of score, and `restN` their `n` (a message that names two of them counts twice).
 *
 * Value: the change of the score. Throws `option-invalid` for an `over` that is not known.
 */
export const scoreDecomposition = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: DecompositionOptions & { readonly zone: string }) => {
    const { level, seed, zone } = resolveFunnelOptions(options);
    const asked = options.over === undefined ? DECOMPOSED_BY : [options.over].flat();
    const unknown = asked.find((by) => !DECOMPOSED_BY.includes(by));
    if (unknown !== undefined)
      throw new DeversoirError('option-invalid', `over "${String(unknown)}"`, {
        hint: `expected ${DECOMPOSED_BY.join(', ')}`,
      });
    const quarters = await lastQuarters(corpus, zone);
    const periods =
      options.periods ??
      (quarters === null ? undefined : ([quarterName(quarters[0]), quarterName(quarters[1])] as const));
    if (periods === undefined)
      return unmeasured(
        frame,
        0,
        'il faut deux trimestres consécutifs de messages datés',
        'two consecutive quarters of dated messages are needed',
      );
    const replicates = options.replicates ?? REPLICATES;
    const dimensions: DecomposedBy[] = [];
    for (const by of asked) if (by !== 'topic' || (await corpus.topics()).length > 0) dimensions.push(by);
    const parts = periods.map((period) => ({ period, part: corpus.where({ period, zone }) }));
    const read: Awaited<ReturnType<typeof readCells>>[] = [];
    for (const { period, part } of parts) read.push(await readCells(part, dimensions, period));
    const found = dimensions.flatMap((by, at) => {
      const cells = read.flatMap((ofPeriod) => ofPeriod[at] ?? []);
      return decomposed(by, cells, periods, { seed, replicates, level }) ?? [];
    });
    for (const { part } of parts) part.close();
    const [first] = found;
    if (first === undefined)
      return unmeasured(
        frame,
        0,
        `une des deux périodes (${periods.join(', ')}) n’a pas de message de client dont la tonalité est classée`,
        `one of both periods (${periods.join(', ')}) has no customer message with a classified sentiment`,
      );
    return makeMetric(frame, {
      value: first.change,
      n: Math.round(first.messages),
      interval: first.interval,
      rows: found.flatMap(({ rows }) => rows),
    });
  },
);
