import { INTENTS } from '../model/enrichment.js';
import type { FeatureExtractor } from '../enrich/heads/features.js';
import { CONTRIBUTION_RECIPE } from './contribution-recipe.js';
import { DRIVER_RECIPE } from './driver-recipe.js';
import { ExampleReader, type RecipeOptions, TALK_SETS } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import { HARM_RECIPES } from './harm-recipes.js';
import { MIXED_RECIPE } from './mixed-recipe.js';
import { binary, every, everyday, oneOf, ordinary } from './ordinary-texts.js';
import type { LearntHead, Recipe } from './recipe.js';
import { REGISTER_RECIPE } from './register-recipe.js';
import { SENTIMENT_RECIPES } from './sentiment-recipes.js';
import { trainHead } from './training.js';

/** Posts that were read, and every third that nobody read: hardly one of these complains. */
function postsAtLarge(read: ExampleReader): LabelledText[] {
  const unread = every(3, { labels: [], weight: 0.1, calibrate: false });
  return read.readPosts((complains) =>
    complains === null ? unread() : { labels: complains ? [0] : [], weight: 0.7, calibrate: false },
  );
}

export const RECIPES: readonly Recipe[] = [
  ...SENTIMENT_RECIPES,
  REGISTER_RECIPE,
  MIXED_RECIPE,
  {
    plan: {
      name: 'complaint',
      labels: ['complaint'],
      choice: 'many',
      bits: 17,
      cost: 0.4,
      balance: 0.5,
      folds: 10,
      prior: 0.45,
    },
    examples: (read) => [
      ...read.read('complaints', 'complaint', binary('complaint', { weight: 0.7, calibrate: false })),
      ...read.readOwn('intents', binary('complaint', { weight: 3 })),
      ...read.readCare(({ intents }) => ({ labels: intents.includes('complaint') ? [0] : [], weight: 4 })),
      ...read.readRegisters(
        ({ complaint }) => ({ labels: complaint ? [0] : [], weight: 3 }),
        [...TALK_SETS, 'posts'],
      ),
      ...read.readFeeds(({ complaint }) => ({ labels: complaint ? [0] : [], weight: 3, calibrate: false })),
      ...postsAtLarge(read),
      ...read.read('trustpilot', 'sentiment', (label) =>
        label === 'neutral'
          ? undefined
          : { labels: label === 'negative' ? [0] : [], weight: 0.1, calibrate: false },
      ),
    ],
  },
  {
    plan: {
      name: 'emotion',
      labels: ['anger', 'joy', 'optimism', 'sadness'],
      choice: 'one',
      bits: 16,
      cost: 0.4,
      balance: 0.8,
      decision: 'margin',
      meaning: 0.5,
    },
    examples: (read) =>
      read.read('emotion', 'emotion', (label) => {
        const index = ['anger', 'joy', 'optimism', 'sadness'].indexOf(label);
        return index < 0 ? undefined : { labels: [index] };
      }),
  },
  {
    plan: { name: 'intents', labels: INTENTS, choice: 'many', bits: 15, cost: 0.5, balance: 0.7, folds: 10 },
    examples: (read) => [
      ...read.readOwn('intents', oneOf(INTENTS)),
      ...read.readCare(({ intents }) => ({
        labels: INTENTS.flatMap((intent, k) => (intents.includes(intent) ? [k] : [])),
      })),
    ],
  },
  DRIVER_RECIPE,
  CONTRIBUTION_RECIPE,
  {
    plan: {
      name: 'urgency',
      labels: ['urgent'],
      choice: 'many',
      bits: 14,
      cost: 0.5,
      balance: 0.5,
      folds: 10,
    },
    examples: (read) => [
      ...read.readOwn('urgency', binary('urgent')),
      ...ordinary(read, ['urgency', 'intents', 'care'], 0.5),
      ...everyday(read, 10),
    ],
  },
  ...HARM_RECIPES,
];

/** Learns one head as its recipe says; `null` when no set it may learn from has two labels. */
export function trainRecipe(
  features: FeatureExtractor,
  recipe: Recipe,
  options: RecipeOptions,
): LearntHead | null {
  const read = new ExampleReader(options);
  const examples = recipe.examples(read);
  if (new Set(examples.map(({ labels }) => labels.join())).size < 2) return null;
  return { ...trainHead(features, { ...recipe.plan, sources: read.sources }, examples), examples };
}
