import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import type { ColumnType } from '../../src/metrics/make-metric.js';
import { METRICS, type AnyMetricFunction } from '../../src/metrics/measure.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus } from './fake-corpus.js';
import { richRows, topicsOfDrivers } from './rich-rows.js';
import { typeOfCell } from './write-metric.js';

/** What the compiler knows of a metric's rows: a row of unknown columns takes any name. */
type Verdict<Function> = Function extends (corpus: never) => Promise<Metric<infer Row>>
  ? string extends keyof Row
    ? 'untyped'
    : 'typed'
  : 'no metric';
type Catalogue = typeof METRICS;
type Verdicts = {
  [Subject in keyof Catalogue]: { [At in keyof Catalogue[Subject]]: Verdict<Catalogue[Subject][At]> }[number];
}[keyof Catalogue];

const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();

/** Cells that are not what their column says. */
const wrongCells = (columns: Readonly<Record<string, ColumnType>>, metric: Metric): string[] =>
  metric.rows().flatMap((row) =>
    Object.entries(row)
      .filter(([name, cell]) => {
        const type = columns[name] ?? 'none';
        const told = typeOfCell(cell);
        return told === null ? !type.endsWith('?') : type.replace('?', '') !== told;
      })
      .map(([name, cell]) => `${metric.name}.${name} is ${JSON.stringify(cell)}, expected ${columns[name]}`),
  );

describe('rows of the catalogue', () => {
  let corpus: Awaited<ReturnType<typeof fakeCorpus>>;
  beforeAll(async () => {
    corpus = await fakeCorpus(richRows(400), topicsOfDrivers);
  });
  const withoutRows: string[] = [];
  afterAll(() => corpus.close());

  it('are typed, every one', () => {
    expectTypeOf<Verdicts>().toEqualTypeOf<'typed'>();
    // the verdict can tell
    expectTypeOf<Verdict<(corpus: Corpus) => Promise<Metric>>>().toEqualTypeOf<'untyped'>();
  });

  it.each(ALL.map((metric) => [metric.definition.frame.name, metric] as const))(
    '%s hold what their types say',
    async (_, metric) => {
      const { columns } = metric.definition.frame;
      expect(Object.keys(columns).length).toBeGreaterThan(0);
      const measured = await metric(corpus, { replicates: 20 });
      expect(wrongCells(columns, measured)).toEqual([]);
      if (measured.rows().length === 0) withoutRows.push(measured.name);
    },
  );

  it('were there to be looked at, but for what these messages do not hold', () => {
    expect(withoutRows).toEqual([
      'multiStateFunnel',
      'reservoir',
      'reservoirCheck',
      'valueAtStake',
      'crisisSheets',
      'crisisAround',
      'crisisTexts',
      'engagement',
      'correctedShares',
      'sectorFigures',
      'productTruth',
      'scoreAppMentions',
      'nextReplyTime',
      'waitingCases',
    ]);
  });

  it('of groups are typed too: absent is absent', async () => {
    const grouped = await METRICS.care[2](corpus, { by: ['channel', 'month'] });
    expectTypeOf(grouped.rows()[0]!.value).toEqualTypeOf<number | null>();
    expectTypeOf(grouped.rows()[0]!.month).toEqualTypeOf<string | null>();
    expect(
      wrongCells(
        {
          channel: 'text?',
          month: 'text?',
          n: 'number',
          value: 'number?',
          low: 'number?',
          high: 'number?',
          difference: 'number?',
          differenceLow: 'number?',
          differenceHigh: 'number?',
          notMeasured: 'text?',
        },
        grouped,
      ),
    ).toEqual([]);
    expect(grouped.rows().length).toBeGreaterThan(0);
  });
});
