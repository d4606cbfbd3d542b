import type { EnrichedMessage } from '../../../src/model/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 1, 2, 6);
export const BURST_START = START + 60 * DAY;

/** A hundred days of three customers a day, in public, one of them critical; from day 60 on, four days of thirty on one subject; an article. */
export const burstRows: readonly Partial<EnrichedMessage>[] = [
  ...Array.from({ length: 300 }, (_, at) => ({
    sentAt: START + Math.floor(at / 3) * DAY + (at % 3) * 5 * HOUR + ((at * 7) % 11) * 600_000,
    authorKey: `usual${at}`,
    textKey: `usual${at}`,
    text: 'Le pain est trop cuit',
    sentiment: at % 3 === 0 ? ('negative' as const) : ('neutral' as const),
    drivers: [at % 2 === 0 ? ('taste' as const) : ('price' as const)],
    driverSentiments: ['negative'],
  })),
  ...Array.from({ length: 120 }, (_, at) => ({
    sentAt: BURST_START + at * 0.75 * HOUR + ((at * 7) % 11) * 60_000,
    authorKey: `angry${at}`,
    textKey: `angry${at}`,
    text: 'Du verre dans la farine, c’est grave',
    sentiment: 'negative' as const,
    drivers: ['safety' as const],
    driverSentiments: ['negative'],
  })),
  {
    stage: 'press' as const,
    kind: 'article' as const,
    platform: 'press',
    channel: 'press-article',
    sourceName: 'Le Courrier des Halles',
    sentAt: BURST_START + 2 * DAY,
    title: 'Du verre dans la farine',
    text: 'Du verre dans la farine.',
    sentiment: 'negative' as const,
    drivers: ['safety' as const],
    driverSentiments: ['negative'],
  },
];
