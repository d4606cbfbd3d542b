import { describe, expect, it } from 'vitest';
import { answerEffect } from '../../../src/metrics/funnel/answer-effect.js';
import { avoidableSpills } from '../../../src/metrics/funnel/avoidable-spills.js';
import { timeToSpill } from '../../../src/metrics/funnel/time-to-spill.js';
import type { Metric } from '../../../src/model/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase, notFinite, tableOf } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

async function measure(cases: FakeRows['cases'] = []): Promise<Metric> {
  return avoidableSpills(await fakeCorpus({ cases }), { replicates: 60 });
}

/** Hazard 0.002 an hour, times `ratio` once answered; replies at 1 h or 100 h by halves; no resolution. */
function planted(n: number, ratio: number): FakeRows['cases'] {
  const uniform = seededRandom(5),
    hazard = 0.002;
  return Array.from({ length: n }, (_, i) => {
    const answered = i % 2 ? 1 : 100,
      patience = -Math.log(1 - uniform()) / hazard;
    const spilled = patience < answered ? patience : answered + (patience - answered) / ratio;
    return hourCase({ answered, until: 1000, ...(spilled < 1000 ? { spilled } : {}) });
  });
}
const share = (answered: number, ratio: number): number =>
  1 - Math.exp(-0.002 * (answered + ratio * (720 - answered)));

describe('avoidableSpills', () => {
  it('finds what earlier replies would have left out when the planted effect is real', async () => {
    const ratio = 0.35,
      metric = await measure(planted(1200, ratio));
    const actual = (share(1, ratio) + share(100, ratio)) / 2;
    // within 24 h: the half answered at 100 h would be answered at 24 h; within 2 h likewise
    const day = 1200 * (actual - (share(1, ratio) + share(24, ratio)) / 2),
      twoHours = 1200 * (actual - (share(1, ratio) + share(2, ratio)) / 2);
    const rows = tableOf(metric);
    expect(rows.map((row) => row['withinHours'])).toEqual([2, 24]);
    for (const [row, truth] of [
      [rows[0], twoHours],
      [rows[1], day],
    ] as const) {
      expect(Number(row?.['low'])).toBeLessThan(truth);
      expect(Number(row?.['high'])).toBeGreaterThan(truth);
      expect(Math.abs(Number(row?.['value']) - truth)).toBeLessThan(25);
    }
    expect(metric.value).toBe(rows[1]?.['value']);
    expect(Number(rows[0]?.['value'])).toBeGreaterThan(Number(rows[1]?.['value']));
    expect(metric.limits?.fr).toMatch(/^Une association projetée/);
  });

  it('holds 0 when the reply changes nothing', async () => {
    const metric = await measure(planted(800, 1));
    expect(Number(metric.interval?.low)).toBeLessThan(0);
    expect(Number(metric.interval?.high)).toBeGreaterThan(0);
  });

  it('reaches 0 exactly where the interval of the effect of a reply reaches 1', async () => {
    const sides: (readonly [boolean, boolean])[] = [];
    for (const [n, ratio, shown] of [
      [80, 0.35, keyedRows],
      [300, 0.35, null],
      [200, 1, null],
      [300, 3, null],
    ] as const) {
      // some of them are settled after their reply, which the effect on those still open is not told from
      const cases = (planted(n, ratio) ?? []).map((one, k) =>
        k % 5 === 0 && one.spilledAt === undefined
          ? { ...one, resolvedAt: Number(one.answeredAt) + HOUR }
          : one,
      );
      const corpus = await fakeCorpus(shown === null ? { cases } : shown({ cases }));
      const effect = (await answerEffect(corpus)).interval,
        rows = tableOf(await avoidableSpills(corpus, { replicates: 40 }));
      sides.push([Number(effect?.high) < 1, Number(effect?.low) > 1]);
      for (const row of rows)
        expect([Number(row['low']) >= 0, Number(row['high']) <= 0]).toEqual(sides.at(-1));
    }
    expect(new Set(sides.map(String)).size).toBe(3);
  });

  it('tells the share within 30 days that the time to spill tells, and the part of it that is spared', async () => {
    // a third opened late: the time to spill weighs the length of the watch as no product-limit does
    const cases = (planted(300, 0.35) ?? []).map((one, i) =>
      i % 3 === 0
        ? hourCase({ answered: i % 2 ? 1 : 100, until: 200, ...(i % 9 === 0 && { spilled: 50 + i / 9 }) })
        : one,
    );
    const corpus = await fakeCorpus(keyedRows({ cases }));
    const month = await timeToSpill(corpus),
      metric = await avoidableSpills(corpus, { replicates: 20 });
    const rows = tableOf(metric);
    expect(Number(month.value)).toBeGreaterThan(0.2);
    expect(rows.length).toBe(2);
    for (const row of rows) {
      expect(row['actualShare']).toBeCloseTo(Number(month.value), 12);
      expect(row['policyShare']).toBeCloseTo(Number(month.value) - Number(row['value']) / metric.n, 12);
    }
  });

  it('spares nothing where none spilled late, and holds that one may have', async () => {
    // all spill within an hour or never, half of them just answered: no reply within a day would have come sooner
    const cases = Array.from({ length: 200 }, (_, i) =>
      hourCase({
        answered: i % 2 ? 0.2 + (i % 7) / 100 : 60,
        until: 1000,
        ...(i % 10 < 2 ? { spilled: 0.4 + i / 1000 } : {}),
      }),
    );
    const metric = await measure(cases);
    expect(metric.value).toBeCloseTo(0, 9);
    expect(metric.interval?.low).toBeCloseTo(0, 9);
    // the 97.5 % point of an exponential law, by sixty draws: 3.7, give or take
    expect(Number(metric.interval?.high)).toBeGreaterThan(2);
    expect(Number(metric.interval?.high)).toBeLessThan(7);
  });

  it.each<[string, FakeRows['cases'], RegExp]>([
    ['no case', [], /aucun dossier/],
    ['all censored', [hourCase({ answered: 1, until: 900 }), hourCase({ until: 900 })], /aucun événement/],
    ['one case', [hourCase({ answered: 1, spilled: 4, until: 900 })], /./],
    ['equal times', Array.from({ length: 20 }, () => hourCase({ spilled: 0, until: 0 })), /./],
    [
      'a short follow-up',
      Array.from({ length: 60 }, (_, i) =>
        hourCase({
          answered: 1 + (i % 30),
          until: 100,
          ...(i % 3 === 0 ? { spilled: 2 + ((i * 7) % 50) } : {}),
        }),
      ),
      /suivi pendant 30 jours/,
    ],
  ])('says why with %s', async (_, cases, reason) => {
    const metric = await measure(cases);
    expect(notFinite(metric)).toEqual([]);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
