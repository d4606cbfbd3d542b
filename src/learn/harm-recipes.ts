import type { ExampleReader } from './example-reader.js';
import { binary, everyday, harmless, ordinary, posts } from './ordinary-texts.js';
import type { Recipe } from './recipe.js';
import type { LabelledText } from './head-plan.js';

/** Registers in which nobody is insulted, and sentences with words of farming, religion and groups' names that insult nobody. */
const peaceful = (read: ExampleReader): LabelledText[] => [
  ...read.readOwn('harmless-words', () => ({ labels: [], weight: 0.5, calibrate: false })),
  ...read.readRegisters(
    () => ({ labels: [], weight: 0.25, calibrate: false }),
    ['registers', 'register-calls'],
  ),
  ...read.readFeeds(({ register }) =>
    register === 'chatter' || register === 'activism'
      ? undefined
      : { labels: [], weight: 0.25, calibrate: false },
  ),
  ...read.readCells('headlines', 'headline', () => ({ labels: [], weight: 0.25, calibrate: false })),
];

/** What people tell firms and each other, parcels and refunds among it: what spam and lures speak of too. */
const talk = (read: ExampleReader): LabelledText[] => [
  ...read.readOwn('messages', () => ({ labels: [], weight: 0.5 })),
  ...read.readRegisters(({ register }) => (register === 'spam' ? undefined : { labels: [], weight: 0.5 })),
];

export const HARM_RECIPES: readonly Recipe[] = [
  {
    plan: {
      name: 'spam',
      labels: ['spam'],
      choice: 'many',
      bits: 16,
      cost: 0.4,
      balance: 0,
      folds: 3,
      prior: 0.05,
    },
    examples: (read) => [
      ...read.read('sms', 'spam', binary('spam')),
      ...read.read('youtube', 'spam', binary('spam')),
      ...read.readOwn('scam-lures', binary('scam', { weight: 0.5 })),
      ...read.readOwn('spam-posts', binary('spam', { weight: 2 })),
      ...ordinary(read, [], 0.5),
      ...talk(read),
      ...posts(read),
      ...read.read('restaurants', 'spam', binary('spam', { weight: 0.3 })),
      ...read.read('trustpilot', 'spam', binary('spam', { weight: 0.3 })),
    ],
  },
  {
    plan: { name: 'harm', labels: ['harm'], choice: 'many', bits: 17, cost: 0.3, balance: 0.5 },
    examples: (read) => [
      ...read.read('mlma', 'harm', binary('harm', { weight: 0.4 })),
      ...read.read('cyber', 'harm', binary('harm')),
      ...ordinary(read, [], 0.25),
      ...read.readOwn('messages', () => ({ labels: [], weight: 0.25 })),
      ...read.readOwn('hate-targets', binary('hate', { weight: 0.6, calibrate: false })),
      ...read.readOwn('harm-posts', binary('harm', { weight: 1.5, calibrate: false })),
      ...peaceful(read),
      ...harmless(read, 'restaurants', 0.05),
      ...harmless(read, 'trustpilot', 0.05),
    ],
  },
  {
    plan: {
      name: 'harm-english',
      labels: ['harm'],
      choice: 'many',
      bits: 17,
      cost: 0.4,
      balance: 0.5,
      decision: 'macro-f1',
    },
    examples: (read) => [
      ...read.read('offensive', 'harm', binary('harm')),
      ...harmless(read, 'complaints', 0.2),
      ...peaceful(read),
    ],
  },
  {
    plan: { name: 'scam', labels: ['scam'], choice: 'many', bits: 14, cost: 0.5, balance: 0.5, folds: 10 },
    examples: (read) => [
      ...read.readOwn('scam-lures', binary('scam')),
      ...ordinary(read, [], 0.5),
      ...talk(read),
      ...posts(read),
      ...everyday(read, 5),
    ],
  },
];
