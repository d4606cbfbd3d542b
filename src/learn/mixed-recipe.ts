import type { ExampleReader, Part } from './example-reader.js';
import type { Recipe } from './recipe.js';
import type { LabelledText } from './head-plan.js';

/** Columns of the restaurant reviews that hold the tone of an aspect. */
const ASPECT_COLUMNS = ['Prix', 'Cuisine', 'Service', 'Ambiance'];

const bears = (mixed: boolean, part: Partial<LabelledText>): Part => ({ labels: mixed ? [0] : [], ...part });

/** A review that praises one aspect and blames another. */
const reviews = (read: ExampleReader): LabelledText[] =>
  read.readCells('restaurants', 'Avis', (cells) => {
    const tones = ASPECT_COLUMNS.map((column) => cells[column] ?? '');
    const praised = tones.some((tone) => /^posi/i.test(tone)),
      blamed = tones.some((tone) => /^n[ée]ga/i.test(tone));
    return bears(praised && blamed, { weight: praised && blamed ? 1 : 0.3 });
  });

/** Praise and blame in one text. */
export const MIXED_RECIPE: Recipe = {
  plan: {
    name: 'mixed',
    labels: ['mixed'],
    choice: 'many',
    bits: 15,
    cost: 0.4,
    balance: 0.5,
    folds: 3,
    prior: 0.05,
  },
  examples: (read) => [
    ...reviews(read),
    ...read.readRegisters(({ sentiment }) => bears(sentiment === 'mixed', { weight: 1 })),
    ...read.readFeeds(({ sentiment }) => bears(sentiment === 'mixed', { weight: 1 })),
    ...read.readOwn('sentiment-care', () => bears(false, { weight: 0.3 })),
    ...read.read('umsabFr', 'sentiment', () => bears(false, { weight: 0.1, calibrate: false })),
    ...read.read('umsabEn', 'sentiment', () => bears(false, { weight: 0.1, calibrate: false })),
  ],
};
