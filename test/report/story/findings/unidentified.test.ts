import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../../../../src/model/index.js';
import { unidentifiedFindings } from '../../../../src/report/story/findings/unidentified.js';
import type { Finding } from '../../../../src/report/story/story.js';
import type { Language } from '../../../../src/util/language.js';
import { plain, telling, written } from '../../written.js';

const TOTAL = {
  by: 'total',
  n: 200,
  unidentified: 30,
  otherwise: 10,
  nothing: 20,
  share: 0.15,
  spillUnidentified: 0.4,
  spillIdentified: 0.1,
  seenDifferenceLow: 0.05,
  seenDifferenceHigh: 0.4,
};
const channel = (name: string, n: number, share: number): MetricRow => ({
  by: 'channel',
  channel: name,
  n,
  share,
  low: share / 2,
  high: share * 2,
});

async function told(
  total: MetricRow,
  language: Language = 'fr',
  { low, high } = { low: 0.1, high: 0.2 },
): Promise<Finding | undefined> {
  const row = { ...TOTAL, ...total };
  const metric = await written('unidentifiedComplaints', 'share', {
    value: row.share,
    low,
    high,
    n: row.n,
    rows: [row, channel('whatsapp-dm', 120, 0.1), channel('email', 60, 0.2), channel('sms', 10, 0.9)],
  });
  return unidentifiedFindings(telling([metric], { language, zone: 'Europe/Paris' }))[0];
}

describe('unidentifiedFindings', () => {
  it('tells how many, how they were taken, and that they spill more where the difference says so', async () => {
    const finding = await told({});
    expect(plain(finding?.title ?? '')).toBe('Personne n’a identifié 30 plaintes privées sur 200 (15,0 %)');
    expect(plain(finding?.text ?? '')).toBe(
      '10 rangées sous autre chose par l’outil ; 20 sans étiquette, réponse humaine ni résolution. Elles débordent plus que les autres : 40,0 % contre 10,0 %.',
    );
    expect(plain(finding?.action?.text ?? '')).toMatch(/^Revoir l’étiquetage : 10 /);
    // the largest share first, no channel of ten complaints
    expect(finding?.chart?.series[0]?.marks.map(({ value }) => value)).toEqual([0.2, 0.1]);
  });

  it('tells bounds far apart in place of the share between them', async () => {
    const finding = await told({}, 'en', { low: 0.05, high: 0.4 });
    expect(plain(finding?.title ?? '')).toBe(
      'Between 5.0% and 40.0% of private complaints were identified by nobody',
    );
  });

  it('claims no difference that is not established, and no tags to review where none is wrong', async () => {
    const finding = await told({ otherwise: 0, nothing: 30, seenDifferenceLow: -0.1 }, 'en');
    expect(plain(finding?.text ?? '')).toBe(
      '30 without a tag, a human reply or a resolution. Nothing establishes that they overflow more or less than the others (40.0% against 10.0%).',
    );
    expect(finding?.action).toBeNull();
  });

  it('says nothing of spills that nobody could see, and nothing of a handful', async () => {
    const unseen = await told({ spillUnidentified: null, spillIdentified: null });
    expect(plain(unseen?.text ?? '')).toMatch(/ni résolution\.$/);
    expect(await told({ unidentified: 2 })).toBeUndefined();
    expect(await told({ n: 19 })).toBeUndefined();
  });
});
