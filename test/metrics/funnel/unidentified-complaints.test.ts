import { describe, expect, it } from 'vitest';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import { unidentifiedComplaints } from '../../../src/metrics/funnel/unidentified-complaints.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { hourCase, tableOf } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

describe('unidentifiedComplaints', () => {
  it('counts complaints filed as something else, and those that nobody handled', async () => {
    // four answered without a tag; 26 tagged « Réclamation »; six tagged « Information »; four without tag, reply or resolution
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
      row.stage !== 'private' || at < 4 || at >= 36
        ? row
        : {
            ...row,
            attributes: JSON.stringify({ 'Motif de contact': at < 30 ? 'Réclamation' : 'Information' }),
          },
    );
    const corpus = await fakeCorpus({ ...keyed, messages });
    const metric = await unidentifiedComplaints(corpus),
      spills = await spillRate(corpus);
    expect(metric).toMatchObject({ n: 40, value: 0.25 });
    const [total] = tableOf(metric);
    expect(total).toMatchObject({ unidentified: 10, otherwise: 6, nothing: 4 });
    // Wilson: from 6 of 40 filed as something else to 14 of 40 not filed as a complaint
    expect(total?.['low']).toBeCloseTo(0.0706, 3);
    expect(total?.['high']).toBeCloseTo(0.5049, 3);
    // six of the ten are seen to spill, and links find of them what they find of all
    const of = (column: string): number => Number(total?.[column]);
    const [all] = tableOf(spills);
    expect(Number(all?.['found'])).toBeLessThan(1);
    expect(of('spillUnidentified')).toBeCloseTo(0.6 / Number(all?.['found']), 10);
    expect(of('spillIdentified')).toBe(0);
    // both, weighed by their complaints, are the spill rate
    expect((10 * of('spillUnidentified') + 30 * of('spillIdentified')) / 40).toBeCloseTo(
      spills.value as number,
      10,
    );
    // Zou and Donner, of what is seen: from .6 less √((.6 − low)² + (high − 0)²), Wilson bounds of 6 of 10 and of none of 30
    expect(of('seenDifference')).toBeCloseTo(0.6, 10);
    expect(of('seenDifferenceLow')).toBeCloseTo(0.6 - Math.hypot(0.6 - 0.3127, 0.1135), 3);
  });

  it('counts complaints that no public export watches, and says nothing of their spills', async () => {
    const keyed = keyedRows({
      cases: Array.from({ length: 40 }, (_, at) => hourCase({ until: 900, ...(at < 30 && { answered: 5 }) })),
    });
    const messages = (keyed.messages ?? []).filter(({ stage }) => stage === 'private');
    const corpus = await fakeCorpus({
      ...keyed,
      messages: messages.map((row, at) =>
        at < 30 ? { ...row, attributes: JSON.stringify({ Motif: 'Réclamation' }) } : row,
      ),
    });
    const metric = await unidentifiedComplaints(corpus);
    expect(metric).toMatchObject({ n: 40, value: 0.25 });
    expect(tableOf(metric)[0]).toMatchObject({
      nothing: 10,
      spillUnidentified: null,
      spillIdentified: null,
      seenDifference: null,
    });
  });

  it('leaves out untagged complaints of channels whose replies are not exported', async () => {
    const measured = async (tagged: number): Promise<Metric> => {
      const keyed = keyedRows({ cases: Array.from({ length: 25 }, () => hourCase({ until: 900 })) });
      const messages = (keyed.messages ?? []).map((row, at) =>
        at < tagged
          ? { ...row, attributes: JSON.stringify({ Motif: at === 0 ? 'Information' : 'Réclamation' }) }
          : row,
      );
      const corpus = await fakeCorpus({ ...keyed, messages });
      return unidentifiedComplaints(corpus);
    };
    expect((await measured(0)).notMeasured?.fr).toMatch(/réponses .* ne sont pas dans les exports/);
    const some = await measured(20);
    expect(some).toMatchObject({ n: 20, value: 0.05 });
    expect(some.limits?.fr).toContain('5 plaintes sans étiquette');
    expect((await measured(24)).limits?.fr).toContain('Une plainte sans étiquette, reçue');
  });

  it('tells no share where the tool never names a complaint: such a tag files nothing', async () => {
    const keyed = keyedRows({
      cases: Array.from({ length: 12 }, () => hourCase({ until: 900, answered: 5 })),
    });
    const messages = (keyed.messages ?? []).map((row) => ({
      ...row,
      attributes: JSON.stringify({ tags: 'formulaire' }),
    }));
    const corpus = await fakeCorpus({ ...keyed, messages });
    const metric = await unidentifiedComplaints(corpus);
    expect(metric).toMatchObject({ n: 12, value: null });
    expect(metric.notMeasured?.en).toMatch(/of 12 private complaints 0 have a tag .* from 0\.0% to 100\.0%/);
    expect(metric.notMeasured?.fr).toMatch(/^de 12 plaintes privées, aucune n’a d’étiquette par laquelle/);
    // what the rows leave out is said where no share is
    expect(metric.limits?.fr).toContain('Une étiquette saisie hors des exports ne se voit pas.');
    expect(tableOf(metric)[0]).toMatchObject({
      n: 12,
      share: null,
      low: 0,
      high: 1,
      otherwise: 0,
      nothing: 0,
    });
    const one = await fakeCorpus({
      ...keyed,
      messages: messages.map((row, at) =>
        at === 0 ? { ...row, attributes: JSON.stringify({ Motif: 'Réclamation' }) } : row,
      ),
    });
    const { notMeasured } = await unidentifiedComplaints(one);
    expect(notMeasured?.fr).toMatch(/^de 12 plaintes privées, une seule a une étiquette par laquelle/);
    expect(notMeasured?.en).toMatch(/^of 12 private complaints 1 has a tag/);
  });

  it('says why without a private complaint', async () => {
    const corpus = await fakeCorpus({});
    expect((await unidentifiedComplaints(corpus)).notMeasured?.fr).toMatch(/aucun dossier/);
  });
});
