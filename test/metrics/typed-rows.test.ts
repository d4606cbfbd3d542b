import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { METRICS } from '../../src/metrics/measure.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus } from './fake-corpus.js';
import { richRows, topicsOfDrivers } from './rich-rows.js';
import { wrongCells } from './wrong-cells.js';

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

// What the cells of every metric hold: rows-pulled.test.ts.
describe('rows of the catalogue', () => {
  let corpus: Awaited<ReturnType<typeof fakeCorpus>>;
  beforeAll(async () => {
    corpus = await fakeCorpus(richRows(400), topicsOfDrivers);
  });

  it('are typed, every one', () => {
    expectTypeOf<Verdicts>().toEqualTypeOf<'typed'>();
    // the verdict can tell
    expectTypeOf<Verdict<(corpus: Corpus) => Promise<Metric>>>().toEqualTypeOf<'untyped'>();
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
