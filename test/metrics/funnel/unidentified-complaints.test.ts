import { describe, expect, it } from 'vitest';
import { unidentifiedComplaints } from '../../../src/metrics/funnel/unidentified-complaints.js';
import { fakeCorpus } from '../fake-corpus.js';
import { hourCase, tableOf } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

describe('unidentifiedComplaints', () => {
  it('counts complaints filed as something else, and those that nobody handled', async () => {
    // twenty answered without a tag; ten tagged « Réclamation »; six tagged « Information »; four without tag, reply or resolution
    const until = 900;
    const cases = [
      ...Array.from({ length: 20 }, () => hourCase({ until, answered: 5 })),
      ...Array.from({ length: 10 }, () => hourCase({ until, answered: 5 })),
      ...Array.from({ length: 6 }, () => hourCase({ until, answered: 5, spilled: 30 })),
      ...Array.from({ length: 4 }, () => hourCase({ until })),
      hourCase({ until, complaint: false }),
    ];
    const keyed = keyedRows({ cases });
    const messages = (keyed.messages ?? []).map((row, at) =>
      row.stage !== 'private' || at < 20 || at >= 36
        ? row
        : {
            ...row,
            attributes: JSON.stringify({ 'Motif de contact': at < 30 ? 'Réclamation' : 'Information' }),
          },
    );
    const corpus = await fakeCorpus({ ...keyed, messages });
    const metric = await unidentifiedComplaints(corpus);
    corpus.close();
    expect(metric).toMatchObject({ n: 40, value: 0.25 });
    const [total] = tableOf(metric);
    expect(total).toMatchObject({ unidentified: 10, otherwise: 6, nothing: 4 });
    // Wilson of 10 of 40
    expect(total?.['low']).toBeCloseTo(0.1419, 3);
    expect(Number(total?.['spillUnidentified'])).toBeCloseTo(0.6, 3);
    expect(total?.['spillIdentified']).toBe(0);
    // Zou and Donner: from the value less √((.6 − low)² + (high − 0)²), with the bounds of the two rates
    const of = (column: string): number => Number(total?.[column]);
    expect(of('spillDifference')).toBeCloseTo(0.6, 3);
    expect(of('spillDifferenceLow')).toBeCloseTo(
      0.6 - Math.hypot(0.6 - of('spillUnidentifiedLow'), of('spillIdentifiedHigh')),
      3,
    );
    expect(of('spillDifferenceLow')).toBeGreaterThan(0);
  });

  it('a tag by which the tool never names a complaint files nothing as something else', async () => {
    const keyed = keyedRows({
      cases: Array.from({ length: 12 }, () => hourCase({ until: 900, answered: 5 })),
    });
    const messages = (keyed.messages ?? []).map((row) => ({
      ...row,
      attributes: JSON.stringify({ tags: 'formulaire' }),
    }));
    const corpus = await fakeCorpus({ ...keyed, messages });
    expect(tableOf(await unidentifiedComplaints(corpus))[0]).toMatchObject({
      n: 12,
      otherwise: 0,
      nothing: 0,
    });
    corpus.close();
  });

  it('says why without a private complaint', async () => {
    const corpus = await fakeCorpus({});
    expect((await unidentifiedComplaints(corpus)).notMeasured?.fr).toMatch(/aucune plainte/);
    corpus.close();
  });
});
