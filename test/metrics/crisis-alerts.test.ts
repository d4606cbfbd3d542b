import { describe, expect, it } from 'vitest';
import { ALERT_RULES, runAlertRule, type AlertRule } from '../../src/metrics/alert-rules.js';
import { alertRules, crisisAlerts } from '../../src/metrics/crisis-alerts.js';
import type { EnrichedMessage } from '../../src/model/index.js';
import { simulateCorpus } from '../../src/simulate/corpus.js';
import type { CrisisPlan } from '../../src/simulate/plan.js';
import { DEMO_PLANS } from '../../src/simulate/demo.js';
import { calibrateThreshold, fitCountBaseline } from '../../src/stats/index.js';
import { seededRandom } from '../../src/util/random.js';
import { fakeCorpus } from './fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 0, 5);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Infinity;

/** Planted crises of half a year, from a slow one of 15 public messages to a storm of 120. */
const SIZES = [15, 30, 60, 120] as const;
const crises = (driver: CrisisPlan['driver']): CrisisPlan[] => SIZES.map((publicMessages, place) => ({
  id: `size-${publicMessages}`, kind: 'storm', driver, story: 'nouvelle-recette', startsAt: MONDAY + (40 + place * 30) * DAY + 9 * HOUR, privateCases: 4, publicMessages, articles: 0,
  publicAfterHours: 4, pressAfterHours: 0, halfLifeHours: 72,
}));

/** Hours from the first public message of each planted crisis to the first alarm of each rule, Infinity when none comes within its 7 days. */
function delays(seed: number, perMonth: number): Record<AlertRule, number>[] {
  const { messages, truth } = simulateCorpus({ ...DEMO_PLANS['agri-food'], crises: crises('taste'), seed, texts: false });
  const counts = new Float64Array(Math.ceil((truth.observedUntil - truth.startsAt) / HOUR));
  for (const { stage, direction, sentAt, planted } of messages) {
    const hour = Math.floor((sentAt - truth.startsAt) / HOUR);
    if (stage === 'public' && direction === 'inbound' && planted.intents.includes('complaint') && hour >= 0 && hour < counts.length) counts[hour] = (counts[hour] ?? 0) + 1;
  }
  // Five calm weeks before the first crisis set the baseline and the thresholds. The first of January 2026 was a Thursday.
  const baseline = fitCountBaseline(counts.slice(0, 35 * 24), { hoursPerPeriod: 1, startHourOfWeek: 72 });
  if (!baseline.measured) throw new Error(baseline.because);
  const alarmsOf = (rule: AlertRule): readonly number[] => {
    const calibrated = calibrateThreshold((series, threshold) => runAlertRule(rule, series as ArrayLike<number>, baseline, threshold), baseline, { perMonth, seed, months: 48 });
    if (!calibrated.measured) throw new Error(calibrated.because);
    return runAlertRule(rule, counts, baseline, calibrated.threshold).alarms;
  };
  const alarms = Object.fromEntries(ALERT_RULES.map((rule) => [rule, alarmsOf(rule)])) as Record<AlertRule, readonly number[]>;
  return truth.crises.map(({ firstPublicAt }) => {
    const start = Math.floor(((firstPublicAt ?? 0) - truth.startsAt) / HOUR);
    const delay = (rule: AlertRule): number => (alarms[rule].find((k) => k >= start && k < start + 168) ?? Infinity) + 1 - start;
    return Object.fromEntries(ALERT_RULES.map((rule) => [rule, delay(rule)])) as Record<AlertRule, number>;
  });
}

describe('alerts on planted crises', () => {
  it('come sooner by CUSUM than by any rule of thumb at one false alarm a month', () => {
    const all = [1, 2, 3, 4, 5, 6].flatMap((seed) => delays(seed, 1));
    const medians = Object.fromEntries(ALERT_RULES.map((rule) => [rule, median(all.map((one) => one[rule]))])) as Record<AlertRule, number>;
    const missed = Object.fromEntries(ALERT_RULES.map((rule) => [rule, all.filter((one) => one[rule] === Infinity).length]));
    console.info(`${all.length} planted crises, one false alarm a month: median delay in hours ${JSON.stringify(medians)}, missed ${JSON.stringify(missed)}`);
    expect(all.length).toBe(24);
    for (const rule of ALERT_RULES.filter((name) => name !== 'cusum')) expect(medians.cusum, rule).toBeLessThan(medians[rule]);
  }, 60_000);
});

/** Six weeks of one complaint every six hours or so, then, maybe, a rush in the last hours. */
function calmThen(rush: number): Partial<EnrichedMessage>[] {
  const next = seededRandom(5), messages: Partial<EnrichedMessage>[] = [];
  for (let at = MONDAY; at < MONDAY + 42 * DAY; at += Math.ceil(next() * 12) * HOUR) messages.push({ sentAt: at, sentiment: 'negative', intents: ['complaint'], brands: ['Brel'] });
  for (let k = 0; k < rush; k++) messages.push({ sentAt: MONDAY + 42 * DAY + k * 600_000, sentiment: 'negative', brands: ['Brel'] });
  return messages;
}

describe('crisisAlerts and alertRules', () => {
  it('are silent now when calm, and in alert after a rush, with the expected rate of false alarms', async () => {
    for (const rush of [0, 12]) {
      const corpus = await fakeCorpus({ messages: calmThen(rush) });
      const rules = await alertRules(corpus, { falseAlarmsPerMonth: 0.5 }), alerts = await crisisAlerts(corpus, { falseAlarmsPerMonth: 0.5 });
      corpus.close();
      expect(rules.value).toBe(rush === 0 ? 0 : 1);
      const rows = rules.table.objects() as Record<string, number | boolean>[];
      expect(rows.map((row) => row['rule'])).toEqual([...ALERT_RULES]);
      for (const row of rows) {
        expect(row['falseAlarmsPerMonth']).toBeLessThanOrEqual(0.5);
        expect(row['stdErr']).toBeGreaterThan(0);
      }
      const last = (alerts.table.objects() as Record<string, unknown>[]).at(-1);
      if (rush > 0) {
        expect(Number(last?.['at']) - (MONDAY + 42 * DAY)).toBeLessThanOrEqual(2 * HOUR);
        expect(last?.['messages']).toBeGreaterThan(Number(last?.['expected']) * 4);
      }
    }
  });

  it('say why when there is nothing to watch', async () => {
    for (const messages of [[], [{ sentAt: null, sentiment: 'negative' as const }], [{ sentAt: MONDAY, dayOnly: true, sentiment: 'negative' as const }]]) {
      const corpus = await fakeCorpus({ messages });
      for (const metric of [await alertRules(corpus), await crisisAlerts(corpus)]) {
        expect(metric.value).toBeNull();
        expect(metric.notMeasured?.fr).toMatch(/^il faut au moins deux semaines/);
        expect(metric.notMeasured?.en).toMatch(/are needed$/);
      }
      corpus.close();
    }
  });

  it('refuse a budget that can’t be', async () => {
    const corpus = await fakeCorpus({});
    await expect(alertRules(corpus, { falseAlarmsPerMonth: 0 })).rejects.toMatchObject({ code: 'option-invalid' });
    corpus.close();
  });
});
