import { CONTRIBUTIONS } from '../model/enrichment.js';
import type { ExampleReader } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import { every, oneOf } from './ordinary-texts.js';
import type { Recipe } from './recipe.js';

const LABELS = [...CONTRIBUTIONS, 'none'] as const;
const at = (...names: readonly (typeof LABELS)[number][]): number[] =>
  names.map((name) => LABELS.indexOf(name));
const NONE = { labels: at('none'), calibrate: false } as const;
/** What a customer's complaint may still be is what was lived; it corrects nothing and proposes nothing. */
const COMPLAINT = {
  labels: [],
  known: at('evidence', 'idea', 'correction', 'question'),
  calibrate: false,
} as const;
/** A question to a firm may serve others or not. */
const ASKED = {
  labels: [],
  known: at('evidence', 'idea', 'correction', 'experience'),
  calibrate: false,
} as const;

/** Messages to brands, announcements and reviews: what contributions must be told from. */
const ordinary = (read: ExampleReader): LabelledText[] => [
  ...read.readCare(({ intents }) =>
    intents.includes('complaint')
      ? { ...COMPLAINT, weight: 0.5 }
      : intents.includes('question')
        ? { ...ASKED, weight: 0.5 }
        : intents.includes('request')
          ? undefined
          : { ...NONE, weight: 0.3 },
  ),
  ...read.readRegisters(({ register }) =>
    ['news', 'promotion', 'brandReply', 'automatic', 'spam', 'reshare'].includes(register)
      ? { ...NONE, weight: 0.5 }
      : undefined,
  ),
  ...read.read('trustpilot', 'sentiment', every(20, { ...COMPLAINT, weight: 0.2 })),
  ...read.read('restaurants', 'sentiment', every(20, { ...COMPLAINT, weight: 0.2 })),
];

/** What a comment brings that is worth putting forward. */
export const CONTRIBUTION_RECIPE: Recipe = {
  plan: {
    name: 'contributions',
    labels: LABELS,
    choice: 'one',
    bits: 14,
    cost: 0.5,
    balance: 0.7,
    folds: 10,
  },
  examples: (read) => [
    ...read.readOwn('contributions', oneOf(LABELS)),
    ...read.readContributions((label) =>
      (LABELS as readonly string[]).includes(label)
        ? { labels: [(LABELS as readonly string[]).indexOf(label)], weight: 1.5 }
        : undefined,
    ),
    ...ordinary(read),
  ],
};
