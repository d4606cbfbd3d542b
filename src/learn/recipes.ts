import { join } from 'node:path';
import { CONTRIBUTIONS, type Genre, INTENTS, SENTIMENTS } from '../model/enrichment.js';
import { readSet, type Split } from './sets/layouts.js';
import { labelRows, type LabelTask } from './sets/task-rows.js';
import { driverPlan, driverLabels, termExamples } from './driver-head.js';
import type { FeatureExtractor } from '../enrich/features.js';
import type { HeadSource } from '../enrich/head.js';
import { sentimentHeadName } from '../enrich/sentiment-heads.js';
import { type HeadPlan, type LabelledText, trainHead, type TrainedHead } from './training.js';

/** Where shipped heads learn from, and under which terms. `none`: the source states no licence. */
export interface Source {
  readonly name: string;
  /** Path under the folder of labelled sets. */
  readonly path: string;
  readonly licence: string;
  readonly stated: boolean;
}

export const SOURCES = {
  umsabFr: { name: 'UMSAB French', path: 'umsab/french', licence: 'Apache-2.0', stated: true },
  umsabEn: { name: 'UMSAB English', path: 'umsab/english', licence: 'Apache-2.0', stated: true },
  offensive: {
    name: 'TweetEval offensive',
    path: 'tweeteval/offensive',
    licence: 'as its repository',
    stated: true,
  },
  hate: { name: 'TweetEval hate', path: 'tweeteval/hate', licence: 'as its repository', stated: true },
  emotion: {
    name: 'TweetEval emotion',
    path: 'tweeteval/emotion',
    licence: 'as its repository',
    stated: true,
  },
  mlma: { name: 'MLMA French', path: 'mlma/fr_dataset.csv', licence: 'MIT', stated: true },
  restaurants: {
    name: 'FT restaurants',
    path: 'ftdataset_fr_restaurants',
    licence: 'none stated',
    stated: false,
  },
  trustpilot: {
    name: 'Trustpilot French food',
    path: 'trustpilot_fr_food',
    licence: 'none stated',
    stated: false,
  },
  cyber: {
    name: 'CyberAgressionAdo v2',
    path: 'cyberagressionado_v2',
    licence: 'none stated',
    stated: false,
  },
  complaints: { name: 'Complaints on Twitter', path: 'complaints', licence: 'none stated', stated: false },
  youtube: { name: 'YouTube Spam Collection', path: 'youtube_spam', licence: 'research use', stated: false },
  sms: { name: 'SMS Spam Collection', path: 'sms_spam', licence: 'research use', stated: false },
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof SOURCES;

/** Which rows a rebuild may learn from. */
export interface RecipeOptions {
  /** Folder of the public labelled sets. */
  readonly folder: string;
  /** Folder of our own sets, `datasets/labelled` of the repository. */
  readonly own: string;
  /** `false`: leave out sets that state no licence. */
  readonly unlicensed: boolean;
  /** Splits learnt from; files without a split always are. */
  readonly splits: readonly Split[];
}

/** A row of `care.tsv` or `messages.tsv`. */
export interface CareRow {
  readonly sentiment: string;
  readonly intents: readonly string[];
  readonly drivers: readonly string[];
  readonly stage: string;
}

/** Examples of one source with labels renamed to indices of `labels`; rows with other labels are left out. */
export class ExampleReader {
  readonly sources: HeadSource[] = [];
  private readonly options: RecipeOptions;

  constructor(options: RecipeOptions) {
    this.options = options;
  }

  /** Rows of a source whose label `pick` turns into an example part, `undefined` leaves the row out. */
  read(
    id: SourceId,
    task: LabelTask,
    pick: (
      label: string,
      text: string,
    ) => (Partial<LabelledText> & { labels: readonly number[] }) | undefined,
  ): LabelledText[] {
    const source: Source = SOURCES[id];
    if (!source.stated && !this.options.unlicensed) return [];
    const rows = labelRows(task, readSet(join(this.options.folder, source.path))).filter(
      ({ split }) => split === null || this.options.splits.includes(split),
    );
    const found: LabelledText[] = [];
    for (const row of rows) {
      const part = pick(row.labels[0] as string, row.text);
      if (part !== undefined) found.push({ text: row.text, group: row.group, ...part });
    }
    if (found.length > 0) this.sources.push({ name: source.name, rows: found.length });
    return found;
  }

  /** Rows of one of our own sets. */
  readOwn(
    file: string,
    pick: (label: string) => (Partial<LabelledText> & { labels: readonly number[] }) | undefined,
  ): LabelledText[] {
    const found = readSet(join(this.options.own, `${file}.tsv`)).flatMap(({ cells }): LabelledText[] => {
      const part = pick(cells['label'] ?? '');
      return part === undefined ? [] : [{ text: cells['text'] ?? '', ...part }];
    });
    this.sources.push({ name: `own set ${file}`, rows: found.length });
    return found;
  }

  /** Rows of our own sets of what customers write to brands, labelled in several ways at once. */
  readCare(
    pick: (row: CareRow) => (Partial<LabelledText> & { labels: readonly number[] }) | undefined,
  ): LabelledText[] {
    return ['care', 'messages'].flatMap((file) => {
      const found = readSet(join(this.options.own, `${file}.tsv`)).flatMap(({ cells }): LabelledText[] => {
        const list = (name: string): string[] => (cells[name] ?? '').split(',');
        const part = pick({
          sentiment: cells['sentiment'] ?? '',
          intents: list('intents'),
          drivers: list('drivers'),
          stage: cells['stage'] ?? '',
        });
        return part === undefined ? [] : [{ text: cells['text'] ?? '', ...part }];
      });
      this.sources.push({ name: `own set ${file}`, rows: found.length });
      return found;
    });
  }

  /** Terms of the shipped taxonomies. */
  readTerms(): LabelledText[] {
    const found = termExamples();
    this.sources.push({ name: 'own set taxonomies', rows: found.length });
    return found;
  }
}

export interface Recipe {
  readonly plan: HeadPlan;
  examples(read: ExampleReader): LabelledText[];
}

const binary =
  (positive: string, extra: Partial<LabelledText> = {}) =>
  (label: string) => ({ labels: label === positive ? [0] : [], ...extra });

const oneOf = (names: readonly string[]) => (label: string) => ({
  labels: names.includes(label) ? [names.indexOf(label)] : [],
});

/** Our own texts to brands as ordinary ones that bear no label; `but` are left out. */
function ordinary(read: ExampleReader, but: readonly string[], weight: number): LabelledText[] {
  return ['intents', 'contributions', 'urgency', 'sentiment-care', 'care']
    .filter((file) => !but.includes(file))
    .flatMap((file) => read.readOwn(file, () => ({ labels: [], weight })));
}

/** Customers' texts as ones without harm: their probability does not calibrate. */
const harmless = (read: ExampleReader, id: SourceId, weight: number): LabelledText[] =>
  read.read(id, id === 'complaints' ? 'complaint' : 'harm', () => ({ labels: [], weight, calibrate: false }));

/** Every nth review as an ordinary text that bears no label: its probability does not calibrate. */
function everyday(read: ExampleReader, every: number): LabelledText[] {
  let row = 0;
  return read.read('trustpilot', 'sentiment', () =>
    row++ % every === 0 ? { labels: [], weight: 0.2, calibrate: false } : undefined,
  );
}

/** Every ten texts in a row as one long text: sets of short texts teach nothing about articles and long posts. */
const joined = (examples: readonly LabelledText[]): LabelledText[] =>
  Array.from({ length: Math.floor(examples.length / 10) }, (_, at) => ({
    text: examples
      .slice(at * 10, at * 10 + 10)
      .map(({ text }) => text)
      .join(' '),
    labels: [],
    weight: 1,
  }));

/** Posts and links of everyday life, short and long: what a lure and an advertisement must be told from. */
function posts(read: ExampleReader): LabelledText[] {
  const plain = (): { labels: readonly number[]; weight: number } => ({ labels: [], weight: 0.3 });
  const tweets = [
    ...read.read('umsabFr', 'sentiment', plain),
    ...read.read('umsabEn', 'sentiment', plain),
    ...read.read('emotion', 'emotion', plain),
    ...read.read('offensive', 'harm', plain),
    ...read.read('mlma', 'harm', plain),
  ];
  return [...read.readOwn('ordinary-links', () => ({ labels: [] })), ...tweets, ...joined(tweets)];
}

/** A joyful tweet as a positive one, an angry or sad tweet as a negative one: a hint of little weight. */
const toneOfEmotion = (label: string) => ({
  labels: [label === 'joy' || label === 'optimism' ? 2 : 0],
  weight: 0.1,
  calibrate: false,
});

/** Weights of errors on tweets and on reviews, by the genre a sentiment head is for; `null`: the pooled head. */
const SENTIMENT_WEIGHTS: readonly {
  readonly genre: Genre | null;
  readonly tweets: number;
  readonly reviews: number;
  readonly own: number;
  readonly care: number;
}[] = [
  { genre: null, tweets: 1, reviews: 0.3, own: 2, care: 3 },
  { genre: 'review', tweets: 0.3, reviews: 1, own: 1, care: 2 },
  { genre: 'tweet', tweets: 1, reviews: 0, own: 0.3, care: 0.5 },
];

export const RECIPES: readonly Recipe[] = [
  ...SENTIMENT_WEIGHTS.map(({ genre, tweets, reviews, own, care }): Recipe => ({
    plan: {
      name: sentimentHeadName(genre),
      labels: SENTIMENTS,
      choice: 'one',
      bits: 17,
      cost: 0.4,
      balance: 0.5,
      decision: 'margin',
      folds: reviews > 0 ? 3 : 5,
    },
    examples: (read) => {
      const pick = (weight: number, of: Genre) => (label: string) =>
        weight === 0
          ? undefined
          : {
              labels: [(SENTIMENTS as readonly string[]).indexOf(label)],
              weight,
              calibrate: genre === null || genre === of,
            };
      return [
        ...read.read('umsabFr', 'sentiment', pick(tweets, 'tweet')),
        ...read.read('umsabEn', 'sentiment', pick(tweets, 'tweet')),
        ...read.read('restaurants', 'sentiment', pick(reviews, 'review')),
        ...read.read('trustpilot', 'sentiment', pick(reviews, 'review')),
        ...read.readOwn('sentiment-care', pick(own, 'private')),
        ...read.readCare(({ sentiment }) => pick(care, 'private')(sentiment)),
        ...(genre === 'tweet' ? read.read('emotion', 'emotion', toneOfEmotion) : []),
      ];
    },
  })),
  {
    plan: {
      name: 'complaint',
      labels: ['complaint'],
      choice: 'many',
      bits: 17,
      cost: 0.4,
      balance: 0.5,
      folds: 3,
      prior: 0.35,
    },
    examples: (read) => [
      ...read.read('complaints', 'complaint', binary('complaint', { weight: 0.5, calibrate: false })),
      ...read.readOwn('intents', binary('complaint', { weight: 3 })),
      ...read.readCare(({ intents }) => ({ labels: intents.includes('complaint') ? [0] : [], weight: 4 })),
      ...read.read('trustpilot', 'sentiment', (label) =>
        label === 'neutral'
          ? undefined
          : { labels: label === 'negative' ? [0] : [], weight: 0.05, calibrate: false },
      ),
    ],
  },
  {
    plan: {
      name: 'spam',
      labels: ['spam'],
      choice: 'many',
      bits: 16,
      cost: 0.4,
      balance: 0,
      folds: 3,
      prior: 0.02,
    },
    examples: (read) => [
      ...read.read('sms', 'spam', binary('spam')),
      ...read.read('youtube', 'spam', binary('spam')),
      ...read.readOwn('scam-lures', binary('scam', { weight: 0.5 })),
      ...ordinary(read, [], 0.5),
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
  {
    plan: driverPlan,
    examples: (read) => [
      ...read.readCare(({ drivers }) => ({ labels: driverLabels(drivers) })),
      ...read.readTerms(),
    ],
  },
  {
    plan: {
      name: 'contributions',
      labels: [...CONTRIBUTIONS, 'none'],
      choice: 'one',
      bits: 14,
      cost: 0.5,
      balance: 0.7,
      folds: 10,
    },
    examples: (read) => read.readOwn('contributions', oneOf([...CONTRIBUTIONS, 'none'])),
  },
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
  {
    plan: { name: 'scam', labels: ['scam'], choice: 'many', bits: 14, cost: 0.5, balance: 0.5, folds: 10 },
    examples: (read) => [
      ...read.readOwn('scam-lures', binary('scam')),
      ...ordinary(read, [], 0.5),
      ...posts(read),
      ...everyday(read, 5),
    ],
  },
];

/** Learns one head as its recipe says; `null` when no set it may learn from has two labels. */
export function trainRecipe(
  features: FeatureExtractor,
  recipe: Recipe,
  options: RecipeOptions,
): TrainedHead | null {
  const read = new ExampleReader(options);
  const examples = recipe.examples(read);
  if (new Set(examples.map(({ labels }) => labels.join())).size < 2) return null;
  return trainHead(features, { ...recipe.plan, sources: read.sources }, examples);
}
