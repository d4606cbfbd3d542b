import { expect, it } from 'vitest';
import { ALERT_RULES } from '../../../src/metrics/crisis/alert-rules.js';
import { LEAST_MESSAGES, readAlerts } from '../../../src/metrics/crisis/alert-states.js';
import { turnsOf } from '../../turns.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5);
/** `n` complaints, one every 24 hours. */
const daily = (n: number): Parameters<typeof fakeCorpus>[0] => ({
  messages: Array.from({ length: n }, (_, day) => ({
    sentAt: MONDAY + 24 * day * HOUR,
    sentiment: 'negative',
    intents: ['complaint'],
    brands: ['Brel'],
  })),
});

it('learns no calm from fewer than thirty critical messages', async () => {
  const corpus = await fakeCorpus(daily(LEAST_MESSAGES - 1));
  const { brands, n, periods } = await readAlerts(corpus, { brands: ['Brel'] });
  // 28 days and an hour, by five minutes
  expect([brands, n, periods]).toEqual([[], LEAST_MESSAGES - 1, (28 * 24 + 1) * 12]);
});

it('has each rule on its own periods, none in alarm in a steady rhythm, calibrated once per corpus and budget', async () => {
  const corpus = await fakeCorpus(daily(LEAST_MESSAGES));
  const alerts = await readAlerts(corpus, { brands: ['Brel'] });
  const [brand] = alerts.brands;
  expect(brand?.series).toMatchObject({ brand: 'Brel', total: LEAST_MESSAGES });
  expect(brand?.states.map(({ rule }) => rule)).toEqual([...ALERT_RULES]);
  for (const { counts, alarms, calibrated, statistic } of brand?.states ?? []) {
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(LEAST_MESSAGES);
    expect(statistic).toHaveLength(counts.length);
    expect(alarms).toEqual([]);
    expect(calibrated.measured).toBe(true);
  }
  expect(await readAlerts(corpus, { brands: ['Brel'] })).toBe(alerts);
});

it('lets others have their turn between rules', async () => {
  const corpus = await fakeCorpus(daily(LEAST_MESSAGES));
  const turns = await turnsOf(() => readAlerts(corpus, { brands: ['Brel'] }));
  expect(turns).toBeGreaterThanOrEqual(ALERT_RULES.length);
});

it('refuses a budget of no false alarm', async () => {
  const corpus = await fakeCorpus();
  expect(() => readAlerts(corpus, { falseAlarmsPerMonth: 0 })).toThrow(
    /falseAlarmsPerMonth 0: use a number above 0/,
  );
});
