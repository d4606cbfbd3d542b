import { REGISTERS } from '../model/enrichment.js';
import { type ExampleReader, type Part, TALK_SETS } from './example-reader.js';
import { every } from './ordinary-texts.js';
import type { Recipe } from './recipe.js';
import type { LabelledText } from './head-plan.js';

const registerOf = (register: string, weight: number, calibrate = true): Part | undefined => {
  const label = (REGISTERS as readonly string[]).indexOf(register);
  return label < 0 ? undefined : { labels: [label], weight, calibrate };
};

const customers = (read: ExampleReader): LabelledText[] => {
  const part = registerOf('customer', 0.3, false);
  return [
    ...read.readCare(({ drivers }) =>
      drivers.includes('-') ? undefined : registerOf('customer', 0.6, false),
    ),
    ...read.readOwn('sentiment-care', () => registerOf('customer', 0.6, false)),
    ...read.readOwn('intents', () => registerOf('customer', 0.6, false)),
    ...read.read('trustpilot', 'sentiment', every(20, part)),
    ...read.read('restaurants', 'sentiment', every(20, part)),
    ...read.read('complaints', 'complaint', every(4, part)),
  ];
};

/** Without what customers alone wrote: beside it a machine's acknowledgements are read as reminders. */
const TOLD_APART = TALK_SETS.filter((file) => file !== 'correspondence' && file !== 'remarks');

/** What a text is before what it says. */
export const REGISTER_RECIPE: Recipe = {
  plan: { name: 'register', labels: REGISTERS, choice: 'one', bits: 16, cost: 0.5, balance: 0.5, folds: 5 },
  examples: (read) => [
    ...read.readFeeds(({ register }) => registerOf(register, 1)),
    ...read.readRegisters(({ register }) => registerOf(register, 1), TOLD_APART),
    ...customers(read),
    ...read.readCells('headlines', 'headline', () => registerOf('news', 0.5, false)),
    ...read.read('emotion', 'emotion', every(6, registerOf('chatter', 0.2, false))),
    ...read.read('cyber', 'harm', every(8, registerOf('chatter', 0.3, false))),
    ...read.readOwn('hate-targets', () => registerOf('chatter', 0.15, false)),
    ...read.readOwn('scam-lures', (label) => (label === 'scam' ? registerOf('spam', 0.5, false) : undefined)),
  ],
};
