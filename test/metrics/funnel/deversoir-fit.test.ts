import { describe, expect, it } from 'vitest';
import { deversoirFit, LEAST_EVENTS, wavesOf } from '../../../src/metrics/funnel/deversoir-fit.js';
import type { FunnelEvents } from '../../../src/metrics/funnel/deversoir-events.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR } from './funnel-rows.js';

const DAYS = 60;
/** One private case a day at noon, and `more`. */
const calm = (more: readonly number[] = []): FunnelEvents => {
  const times = [...Array.from({ length: DAYS }, (_, day) => 24 * day + 12), ...more].toSorted(
    (a, b) => a - b,
  );
  return {
    counts: { private: times.length, public: 0, press: 0 },
    events: { times, types: times.map(() => 0), horizonHours: 24 * DAYS, typeNames: ['private'] },
    ids: times.map((_, at) => `k${at}`),
    counted: [],
    startHourOfWeek: 0,
    start: 0,
    gaps: [],
    press: undefined,
    dayOnly: 0,
    before: 0,
  };
};

describe('wavesOf', () => {
  it('finds no wave in a daily rhythm, and the one that is there, by its own length around it at most', () => {
    expect(wavesOf(calm())).toEqual([]);
    const [from, to] = [724, 736];
    const rush = Array.from({ length: 25 }, (_, k) => from + (k * (to - from)) / 24);
    const waves = wavesOf(calm(rush));
    expect(waves).toHaveLength(1);
    const [wave] = waves;
    expect(wave?.from).toBeLessThanOrEqual(from);
    expect(wave?.from).toBeGreaterThanOrEqual(from - (to - from));
    expect(wave?.to).toBeGreaterThanOrEqual(to - 1);
    expect(wave?.to).toBeLessThanOrEqual(to + (to - from));
  });
});

describe('deversoirFit', () => {
  const rows = (n: number): Parameters<typeof fakeCorpus>[0] => {
    const hours = Array.from({ length: n }, (_, at) => 30 * at);
    return {
      messages: hours.flatMap((hour, at) => [
        { messageId: `p${at}`, stage: 'private', kind: 'message', channel: 'email', sentAt: hour * HOUR },
        { messageId: `c${at}`, sentAt: hour * HOUR, intents: ['complaint'] },
      ]),
      cases: hours.flatMap((hour, at) => [
        { caseId: `k${at}`, openedAt: hour * HOUR, observedUntil: n * 30 * HOUR },
        { caseId: `u${at}`, firstStage: 'public', openedAt: hour * HOUR, observedUntil: n * 30 * HOUR },
      ]),
      caseMessages: hours.flatMap((_, at) => [
        { caseId: `k${at}`, messageId: `p${at}` },
        { caseId: `u${at}`, messageId: `c${at}` },
      ]),
    };
  };

  it.each([LEAST_EVENTS - 1, LEAST_EVENTS])(
    'fits a model from %i complaints a side if that is enough',
    async (n) => {
      const corpus = await fakeCorpus(rows(n));
      const found = await deversoirFit(corpus, { zone: 'UTC', level: 0.95 });
      expect(found?.data.counts).toEqual({ private: n, public: n, press: 0 });
      expect([found?.pairs, found?.shocks]).toEqual([0, []]);
      expect(found?.model === undefined).toBe(n < LEAST_EVENTS);
      // once per corpus
      expect(await deversoirFit(corpus, { zone: 'UTC', level: 0.95 })).toBe(found);
    },
  );

  it('is nothing without events', async () => {
    const corpus = await fakeCorpus();
    expect(await deversoirFit(corpus, { zone: 'UTC', level: 0.95 })).toBeUndefined();
  });
});
