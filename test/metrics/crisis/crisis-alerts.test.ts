import { describe, expect, it } from 'vitest';
import { ALERT_RULES } from '../../../src/metrics/crisis/alert-rules.js';
import { alertRules, crisisAlerts } from '../../../src/metrics/crisis/crisis-alerts.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;

const DAY = 24 * HOUR;

const MONDAY = Date.UTC(2026, 0, 5);

/** Six weeks of one complaint every six hours or so, then, maybe, a rush in the last hours. */
function calmThen(rush: number): Partial<EnrichedMessage>[] {
  const next = seededRandom(5),
    messages: Partial<EnrichedMessage>[] = [];
  for (let at = MONDAY; at < MONDAY + 42 * DAY; at += Math.ceil(next() * 12) * HOUR)
    messages.push({ sentAt: at, sentiment: 'negative', intents: ['complaint'], brands: ['Brel'] });
  for (let k = 0; k < rush; k++)
    messages.push({ sentAt: MONDAY + 42 * DAY + k * 600_000, sentiment: 'negative', brands: ['Brel'] });
  return messages;
}

describe('crisisAlerts and alertRules', () => {
  it('are silent now when calm, and in alert after a rush, with the expected rate of false alarms', async () => {
    for (const rush of [0, 12]) {
      const corpus = await fakeCorpus({ messages: calmThen(rush) });
      const rules = await alertRules(corpus, { falseAlarmsPerMonth: 0.5 }),
        alerts = await crisisAlerts(corpus, { falseAlarmsPerMonth: 0.5 });
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
    for (const messages of [
      [],
      [{ sentAt: null, sentiment: 'negative' as const }],
      [{ sentAt: MONDAY, dayOnly: true, sentiment: 'negative' as const }],
    ]) {
      const corpus = await fakeCorpus({ messages });
      for (const metric of [await alertRules(corpus), await crisisAlerts(corpus)]) {
        expect(metric.value).toBeNull();
        expect(metric.notMeasured?.fr).toMatch(/^il faut au moins deux semaines/);
        expect(metric.notMeasured?.en).toMatch(/are needed$/);
      }
    }
  });

  it('refuse a budget that can’t be', async () => {
    const corpus = await fakeCorpus({});
    await expect(alertRules(corpus, { falseAlarmsPerMonth: 0 })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });
});
