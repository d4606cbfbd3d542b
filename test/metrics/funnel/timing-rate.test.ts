import { describe, expect, it } from 'vitest';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { timingRate } from '../../../src/metrics/funnel/timing-rate.js';
import { seededRandom } from '../../../src/util/random.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR } from './funnel-rows.js';

const DAYS = 120;
const DRIVERS = ['price', 'taste', 'staff', 'delivery'];
/**
 * Private complaints at random, of four subjects, of which a share is followed by a public one on the same subject within hours; as many
 * public ones that nobody in private caused. Nothing links both sides, unless `linked`: then each spill is a message of its case.
 */
function planted(n: number, share: number, linked = false): FakeRows {
  const uniform = seededRandom(11);
  const rows = { messages: [] as object[], cases: [] as object[], caseMessages: [] as object[] };
  const add = (stage: 'private' | 'public', at: number, driver: string): void => {
    const id = `${stage}${rows.messages.length}`;
    rows.cases.push({
      caseId: id,
      firstStage: stage,
      furthestStage: stage,
      firstChannel: stage === 'private' ? 'email' : 'facebook-comment',
      openedAt: at * HOUR,
      observedUntil: DAYS * 24 * HOUR,
    });
    rows.messages.push({
      messageId: `m${id}`,
      stage,
      authorKey: id,
      sentAt: at * HOUR,
      drivers: [driver],
      intents: ['complaint'],
      ...(stage === 'private' && { channel: 'email', kind: 'message' }),
    });
    rows.caseMessages.push({ caseId: id, messageId: `m${id}` });
  };
  const spill = (at: number, driver: string): void => {
    const own = rows.cases.at(-1) as { caseId: string };
    add('public', at, driver);
    if (!linked) return;
    rows.cases.pop();
    Object.assign(own, { spilledAt: at * HOUR, furthestStage: 'public', linkProbability: 1 });
    Object.assign(rows.caseMessages.at(-1) as object, { caseId: own.caseId });
  };
  const any = (): number => uniform() * DAYS * 24;
  for (let k = 0; k < n; k++) {
    const at = any(),
      driver = DRIVERS[k % DRIVERS.length] as string;
    add('private', at, driver);
    if (uniform() < share) spill(Math.min(DAYS * 24, at - 6 * Math.log(1 - uniform())), driver);
    add('public', any(), DRIVERS[Math.floor(uniform() * DRIVERS.length)] as string);
  }
  return rows;
}
async function rate(rows: FakeRows) {
  const corpus = await fakeCorpus(rows);
  return await timingRate(corpus, resolveFunnelOptions());
}

describe('timingRate', () => {
  it('finds the spills of complaints that nothing links, by times and subjects', async () => {
    const found = await rate(planted(400, 0.3));
    expect(Number(found?.low)).toBeLessThan(0.3);
    expect(Number(found?.high)).toBeGreaterThan(0.3);
    // without a pair to tell it, half of the spills are taken to name another subject; here none does: twice as many at most
    expect(Number(found?.value)).toBeGreaterThan(0.15);
    expect(Number(found?.value)).toBeLessThan(0.6);
    // no link was made: links find none of them, and give no law of lags
    expect([found?.found, found?.n, found?.lags]).toEqual([0, 400, 0]);
  });

  it('tells the planted share by the delays of sure spills, and is doubted for how many of these it counts; most where none is sure', async () => {
    const [linked, apart] = [await rate(planted(200, 0.3, true)), await rate(planted(200, 0.3))];
    expect(linked?.lags).toBeGreaterThan(50);
    expect(linked?.value).toBeCloseTo(Number(linked?.found), 1);
    // 56 known, of which one adds 1 ± 2: 0.3 · √(1 − 0.09 / (0.09 + 4 / 56)) over about one
    expect(linked?.doubt).toBeGreaterThan(0.17);
    expect(linked?.doubt).toBeLessThan(0.24);
    expect(apart?.doubt).toBe(0.3);
  });

  it('holds nothing where nothing spills', async () => {
    const found = await rate(planted(400, 0));
    expect(Number(found?.low)).toBeLessThan(0.02);
    expect(Number(found?.value)).toBeLessThan(0.12);
  });

  it('says nothing with fewer than twenty complaints on a side', async () => {
    expect(await rate(planted(15, 0))).toBeUndefined();
    expect(await rate({})).toBeUndefined();
  });
});
