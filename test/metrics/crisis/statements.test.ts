import { expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { crisisAround } from '../../../src/metrics/crisis/crisis-around.js';
import { crisisBursts } from '../../../src/metrics/crisis/crisis-bursts.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import { crisisTexts } from '../../../src/metrics/crisis/crisis-texts.js';
import { crisisTimeline } from '../../../src/metrics/crisis/crisis-timeline.js';
import { crisisAlerts } from '../../../src/metrics/crisis/crisis-alerts.js';
import type { EnrichedMessage, Metric } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2024, 1, 2, 6);
const APART = 20;
/** A corpus of fewer crises is as long as one of so many. */
const MOST = 20;

/** Two customers a day, one of them critical, and every twenty days a day of forty critical ones on another subject. */
const rowsOf = (crises: number): readonly Partial<EnrichedMessage>[] => [
  ...Array.from({ length: (MOST + 2) * APART * 2 }, (_, at) => ({
    sentAt: START + Math.floor(at / 2) * DAY + (at % 2) * 5 * HOUR + ((at * 7) % 11) * 600_000,
    authorKey: `usual${at}`,
    textKey: `usual${at}`,
    text: 'Le pain est trop cuit',
    sentiment: at % 2 === 0 ? ('negative' as const) : ('neutral' as const),
    drivers: ['taste' as const],
    driverSentiments: ['negative'],
  })),
  ...Array.from({ length: crises * 40 }, (_, at) => ({
    sentAt: START + (1 + Math.floor(at / 40)) * APART * DAY + (at % 40) * 0.6 * HOUR,
    authorKey: `angry${at}`,
    textKey: `angry${at}`,
    text: 'Du verre dans la farine, c’est grave',
    sentiment: 'negative' as const,
    drivers: ['safety' as const],
    driverSentiments: ['negative'],
  })),
];

const METRICS: readonly ((corpus: CorpusTables) => Promise<Metric>)[] = [
  (corpus) => crisisSheets(corpus),
  (corpus) => crisisBursts(corpus),
  (corpus) => crisisTexts(corpus),
  (corpus) => crisisTimeline(corpus),
  (corpus) => crisisAround(corpus),
  (corpus) => crisisAlerts(corpus),
];

/** How many statements each metric asks of a corpus of so many crises, and how many sheets it has. */
async function asked(crises: number): Promise<Readonly<Record<string, number>>> {
  const corpus = await fakeCorpus({ messages: rowsOf(crises) });
  let statements = 0;
  const counting: CorpusTables = Object.create(corpus, {
    query: { value: (...given: Parameters<CorpusTables['query']>) => (statements++, corpus.query(...given)) },
    rows: { value: (...given: Parameters<CorpusTables['rows']>) => (statements++, corpus.rows(...given)) },
  }) as CorpusTables;
  const counts: Record<string, number> = {};
  for (const measure of METRICS) {
    const before = statements,
      { name, table } = await measure(counting);
    counts[name] = statements - before;
    if (name === 'crisisSheets') counts['sheets'] = table.numRows();
  }
  return counts;
}

it('asks as many statements of twenty movements as of two', async () => {
  const { sheets: few, ...ofFew } = await asked(2),
    { sheets: many, ...ofMany } = await asked(MOST);
  expect([few, many]).toEqual([2, MOST]);
  expect(Object.values(ofFew).some((n) => n > 0)).toBe(true);
  expect(ofMany).toEqual(ofFew);
});
