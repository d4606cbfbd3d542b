import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusFilter } from '../../../src/engine/corpus-filter.js';
import type { CorpusTables, GroupDimension } from '../../../src/engine/corpus-tables.js';
import { METRICS, type AnyMetricFunction, type AnyMetricOptions } from '../../../src/metrics/measure.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus } from '../../metrics/fake-corpus.js';
import { richRows, topicsOfDrivers } from '../../metrics/rich-rows.js';

const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
const DIMENSIONS = [
  'stage',
  'channel',
  'platform',
  'brand',
  'driver',
  'topic',
  'store',
  'product',
  'region',
  'language',
  ...PERIODS,
] as const satisfies readonly GroupDimension[];
type Grouping = (
  corpus: CorpusTables,
  options: AnyMetricOptions & { readonly by: GroupDimension },
) => Promise<Metric>;
const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();

/** Four days over the end of a quarter, in two shops, one region and two products. */
function rows() {
  const { messages = [], ...rest } = richRows(90);
  const DAY = 86_400_000,
    start = Date.UTC(2026, 2, 30);
  const within = (at: number | null | undefined): number | null =>
    at == null ? null : start + (at % (4 * DAY));
  return {
    ...rest,
    messages: messages.map((message, at) => ({
      ...message,
      sentAt: within(message.sentAt),
      store: ['Lyon', 'Lille', null][at % 3] ?? null,
      region: ['Nord', null][at % 2] ?? null,
      products: [['Yaourt vanille'], ['Crème'], []][at % 3] ?? [],
    })),
    cases: (rest.cases ?? []).map((one) => {
      const openedAt = within(one.openedAt),
        later = (at: number | null | undefined): number | null =>
          at == null || openedAt === null ? null : openedAt + (at - (one.openedAt ?? at));
      return {
        ...one,
        openedAt,
        lastAt: openedAt,
        answeredAt: later(one.answeredAt),
        spilledAt: later(one.spilledAt),
      };
    }),
  };
}

describe('every metric that can be grouped, by every dimension', () => {
  let corpus: Awaited<ReturnType<typeof fakeCorpus>>;
  let groups = 0;
  beforeAll(async () => {
    corpus = await fakeCorpus(rows() as never, topicsOfDrivers);
    await corpus.topics();
  });

  it.each(
    ALL.filter(({ definition }) => definition.groups !== undefined).flatMap((metric) =>
      DIMENSIONS.filter(
        (by) => metric.definition.groups === 'value' || !(by in metric.definition.frame.columns),
      ).map((by) => [metric.definition.frame.name, by, metric] as const),
    ),
  )('%s by %s is the metric of that part', async (_, by, metric) => {
    const options = { replicates: 20 };
    const grouped = await (metric as unknown as Grouping)(corpus, { ...options, by });
    const keys = [...new Set(grouped.rows().map((row) => row[by] as string | null))];
    groups += keys.length;
    const key = keys.at(-1);
    if (key === undefined) return;
    const filter = (
      (PERIODS as readonly string[]).includes(by) ? { period: key } : { [by]: key }
    ) as CorpusFilter;
    const part = corpus.where(filter);
    const alone = await metric(part, options);
    part.close();
    const own = grouped
      .rows()
      .filter((row) => row[by] === key)
      .map(({ [by]: _key, ...row }) => row);
    if (metric.definition.groups === 'rows') expect(own).toEqual(alone.rows());
    else {
      // How far a group is from the first is of the grouped metric alone.
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({
        n: alone.n,
        value: alone.value,
        low: alone.interval?.low ?? null,
        high: alone.interval?.high ?? null,
        notMeasured: alone.notMeasured?.fr ?? null,
      });
    }
  });

  it('had groups to look at', () => expect(groups).toBeGreaterThan(1_000));
});
