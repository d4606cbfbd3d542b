import { describe, expect, it } from 'vitest';
import { answerEffect } from '../../../src/metrics/funnel/answer-effect.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { hourCase, notFinite, tableOf } from './funnel-rows.js';

async function measure(cases: FakeRows['cases'] = []): Promise<Metric> {
  return answerEffect(await fakeCorpus({ cases }));
}

const many = (n: number, one: Parameters<typeof hourCase>[0]): ReturnType<typeof hourCase>[] =>
  Array.from({ length: n }, () => hourCase(one));

describe('answerEffect', () => {
  it('is the ratio of the risk sets, the wait before the reply counted as unanswered', async () => {
    const metric = await measure([
      // spills at 0.5 h, before any reply: its risk set holds no answered case and says nothing
      hourCase({ spilled: 0.5, until: 500 }),
      // 10 and 10 left at each later spill: two of unanswered cases, one of an answered case → e^β / (1 + e^β) = 1/3, e^β = 1/2
      ...many(8, { answered: 1, until: 100 }),
      hourCase({ answered: 1, spilled: 30, until: 500 }),
      hourCase({ answered: 1, until: 11 }),
      hourCase({ answered: 1, resolved: 21, until: 500 }),
      ...many(8, { until: 100 }),
      hourCase({ spilled: 10, until: 500 }),
      hourCase({ spilled: 20, until: 500 }),
      hourCase({ until: 40 }),
    ]);
    expect(metric.value).toBeCloseTo(0.5, 6);
    expect(metric).toMatchObject({ n: 23 });
    // information: 3 · 1/3 · 2/3, interval e^(ln ½ ± 1.96 / √(2/3))
    expect(metric.interval?.low).toBeCloseTo(0.5 * Math.exp(-1.959964 * Math.sqrt(1.5)), 5);
    expect(tableOf(metric)[0]).toMatchObject({ model: 'crude', term: 'answered', spilled: 4, answered: 11 });
  });

  it('holds channels equal when there are enough spills', async () => {
    const cases = Array.from({ length: 600 }, (_, i) => {
      const slow = i % 2 === 0,
        spills = slow ? i % 5 === 0 : i % 20 === 1;
      return hourCase({
        firstChannel: slow ? 'email' : 'whatsapp',
        answered: (slow ? 40 : 4) + (i % 7),
        until: 5000,
        ...(spills ? { spilled: 1 + (i % 83) } : { resolved: 90 + (i % 13) }),
      });
    });
    const terms = tableOf(await measure(cases))
      .filter((row) => row['model'] === 'adjusted')
      .map((row) => row['term']);
    expect(terms).toEqual(['answered', 'channel:whatsapp']);
  });

  it.each<[string, FakeRows['cases'], RegExp]>([
    ['no case', [], /aucun dossier/],
    ['all censored', many(30, { answered: 2, until: 50 }), /aucun événement/],
    ['one case', many(1, { spilled: 3, until: 50 }), /./],
    ['equal times', many(30, { spilled: 0, until: 0 }), /./],
    [
      'no spill once answered',
      [...many(10, { answered: 1, until: 90 }), ...many(5, { spilled: 9, until: 90 })],
      /aucun débordement d’un côté/,
    ],
    ['nobody answered', many(12, { spilled: 9, until: 90 }), /./],
  ])('says why with %s', async (_, cases, reason) => {
    const metric = await measure(cases);
    expect(notFinite(metric)).toEqual([]);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
