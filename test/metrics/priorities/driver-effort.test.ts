import { expect, it } from 'vitest';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import { driverEffort } from '../../../src/metrics/priorities/driver-effort.js';
import type { Case, CaseMessage, EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { richRows } from '../rich-rows.js';

const START = Date.UTC(2026, 0, 5),
  HOUR = 3_600_000;

/** Thirty cases a driver: delivery has six messages a case and spills 9 of 30, taste two messages and spills none. */
function planted(): {
  messages: Partial<EnrichedMessage>[];
  cases: Partial<Case>[];
  caseMessages: Partial<CaseMessage>[];
} {
  // The public is watched every day.
  const messages: Partial<EnrichedMessage>[] = Array.from({ length: 140 }, (_, day) => ({
      messageId: `public${day}`,
      sentAt: START + (day - 1) * 24 * HOUR,
    })),
    cases: Partial<Case>[] = [],
    caseMessages: Partial<CaseMessage>[] = [];
  for (const [driver, size, spills] of [
    ['delivery', 6, 9],
    ['taste', 2, 0],
  ] as const)
    for (let at = 0; at < 30; at++) {
      const caseId = `${driver}${at}`,
        openedAt = START + at * HOUR;
      cases.push({
        caseId,
        driver,
        openedAt,
        observedUntil: START + 3000 * HOUR,
        spilledAt: at < spills ? openedAt + 5 * HOUR : null,
        resolvedAt: openedAt + (driver === 'delivery' ? 40 : 10) * HOUR,
      });
      for (let message = 0; message < size; message++) {
        const messageId = `${caseId}.${message}`;
        messages.push({
          messageId,
          stage: 'private',
          channel: 'whatsapp',
          platform: 'whatsapp',
          direction: message % 2 === 0 ? 'inbound' : 'outbound',
          sentAt: openedAt + message * HOUR,
        });
        caseMessages.push({ caseId, messageId });
      }
    }
  return { messages, cases, caseMessages };
}

it('tells what a driver costs beside what it spills', async () => {
  const corpus = await fakeCorpus(planted());
  const metric = await driverEffort(corpus);
  // Messages: 30 × 6 = 180 of 240, half of them replies; spills 9 of 30 against 9 of 60 for all.
  expect(metric.rows()).toMatchObject([
    {
      driver: 'delivery',
      n: 30,
      messages: 180,
      replies: 90,
      messagesPerCase: 6,
      effortShare: 0.75,
      medianHours: 40,
      spills: 9,
      rate: 0.3,
      priority: 'root',
      sure: true,
      difference: 0.3,
    },
    {
      driver: 'taste',
      n: 30,
      messages: 60,
      replies: 30,
      effortShare: 0.25,
      medianHours: 10,
      spills: 0,
      rate: 0,
      priority: 'keep',
    },
  ]);
  // Newcombe's interval of 9 of 30 minus 0 of 30
  expect(metric.rows()[0]?.['differenceLow']).toBeCloseTo(0.3 - Math.hypot(0.3 - 0.1667, 0.1135), 3);
  // Whole cases drawn leave .65 to .83 (Wilson, 60 of 80 messages); what is read wrongly is anywhere beyond.
  const [first] = metric.rows();
  expect(first?.['effortLow']).toBeLessThan(0.645);
  expect(first?.['effortHigh']).toBeGreaterThan(0.832);
  expect(metric.value).toBe(30);
  expect(JSON.stringify(metric.chart())).toContain('Livraison');
});

it('is not measured without cases', async () => {
  const corpus = await fakeCorpus({});
  expect((await driverEffort(corpus)).notMeasured?.fr).toBeTruthy();
});

it('tells the spill rate of a driver as spillRate does', async () => {
  const corpus = await fakeCorpus(richRows(3000));
  const [effort, rates] = [await driverEffort(corpus), await spillRate(corpus)];
  const told = new Map(
    rates
      .rows()
      .filter(({ by }) => by === 'driver')
      .map(({ driver, share, low, high }) => [driver, [share, low, high]]),
  );
  expect(told.size).toBeGreaterThan(2);
  for (const { driver, rate, low, high } of effort.rows())
    expect([rate, low, high]).toEqual(told.get(driver));
});
