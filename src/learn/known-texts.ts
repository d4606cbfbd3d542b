import { join } from 'node:path';
import { type CorrectedHead, type Genre, TONES } from '../model/index.js';
import { ExampleReader, type RecipeOptions } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import { readSet } from './sets/layouts.js';

/**
 * Heads with a table. Harm has none: public sets of harm are of texts chosen for it, and their harmless ones look nothing like those of
 * customers.
 */
export type TabledHead = Exclude<CorrectedHead, 'harm'>;

/** A text whose truth is known. */
export interface KnownText {
  readonly head: TabledHead;
  readonly genre: Genre;
  readonly language: string | null;
  readonly source: string;
  readonly text: string;
  readonly stars?: number | null | undefined;
  readonly truth: number;
}

/** The class of a tone; `undefined` for a word that is none. */
export const toneOf = (label: string): { labels: number[] } | undefined => {
  const index = (TONES as readonly string[]).indexOf(label);
  return index < 0 ? undefined : { labels: [index] };
};

/** Texts of public sets, of our own, and of real exports with their labels. */
export function knownTexts(options: RecipeOptions): KnownText[] {
  const read = new ExampleReader(options);
  const found: KnownText[] = [];
  const add = (texts: readonly LabelledText[], of: Omit<KnownText, 'text' | 'stars' | 'truth'>): void => {
    for (const { text, stars, labels } of texts) found.push({ ...of, text, stars, truth: labels[0] ?? 0 });
  };
  for (const [id, language, source] of [
    ['umsabFr', 'fr', 'UMSAB French'],
    ['umsabEn', 'en', 'UMSAB English'],
  ] as const)
    add(read.read(id, 'sentiment', toneOf), { head: 'sentiment', genre: 'tweet', language, source });
  for (const [id, source] of [
    ['restaurants', 'FT restaurants'],
    ['trustpilot', 'Trustpilot French food'],
  ] as const)
    add(read.read(id, 'sentiment', toneOf), { head: 'sentiment', genre: 'review', language: null, source });
  const own = { language: null, source: 'own sets care and messages' };
  for (const genre of ['private', 'comment'] as const) {
    const here = (stage: string): boolean => (stage === 'private') === (genre === 'private');
    add(
      read.readCare((row) => (here(row.stage) ? toneOf(row.sentiment) : undefined)),
      { ...own, head: 'sentiment', genre },
    );
    add(
      read.readCare((row) =>
        here(row.stage) ? { labels: [row.intents.includes('complaint') ? 1 : 0] } : undefined,
      ),
      { ...own, head: 'complaint', genre },
    );
  }
  for (const [family, genre] of [
    ['feed', 'comment'],
    ['review', 'review'],
  ] as const) {
    const of = { genre: genre as Genre, language: null, source: 'real exports' };
    add(
      read.readFeeds((row) => (row.family === family ? toneOf(row.sentiment) : undefined)),
      { ...of, head: 'sentiment' },
    );
    add(
      read.readFeeds((row) => (row.family === family ? { labels: [row.complaint ? 1 : 0] } : undefined)),
      { ...of, head: 'complaint' },
    );
  }
  return found;
}

/** Sets of our own that say what customers' texts are and in which tone, beside those of the tables, by kind of text. */
const TONE_SETS = {
  'public-talk': 'comment',
  'brand-feeds': 'comment',
  remarks: 'comment',
  exchanges: 'comment',
  posts: 'comment',
  registers: 'comment',
  correspondence: 'private',
} as const;
const OF_CUSTOMERS = new Set(['customer', 'followup', 'chatter', 'activism']);

/** Texts of further sets that say their tone: they say how far sets lie apart, and correct no share. */
export function toneTexts(options: RecipeOptions): KnownText[] {
  const read = new ExampleReader(options);
  const textsOf = (texts: readonly LabelledText[], source: string, genre: Genre): KnownText[] =>
    texts.map(({ text, labels }) => ({
      head: 'sentiment',
      genre,
      language: null,
      source,
      text,
      truth: labels[0] ?? 0,
    }));
  return [
    ...Object.entries(TONE_SETS).flatMap(([file, genre]) =>
      textsOf(
        read.readRegisters(
          ({ register, sentiment }) => (OF_CUSTOMERS.has(register) ? toneOf(sentiment) : undefined),
          [file],
        ),
        `own set ${file}`,
        genre,
      ),
    ),
    ...textsOf(read.readOwn('sentiment-care', toneOf), 'own set sentiment-care', 'private'),
  ];
}

/** Samples of reviews that judged earlier heads, once; of the first the stars are left out, as many exports have none. */
const REVIEW_SAMPLES = [
  { file: 'feed-labels-third', source: 'third locked sample', stars: false },
  { file: 'feed-labels-fourth', source: 'fourth locked sample', stars: true },
] as const;

/** Reviews of the samples of which it is decided whether they complain. */
export const reviewSamples = (options: RecipeOptions): KnownText[] =>
  (options.unlicensed ? REVIEW_SAMPLES : []).flatMap(({ file, source, stars }) =>
    readSet(join(options.own, `${file}.tsv`)).flatMap(({ cells }): KnownText[] => {
      const feed = options.feeds?.get(cells['key'] ?? ''),
        told = cells['complaint'] ?? '';
      if (cells['place'] !== 'review' || feed === undefined || !/^[01]$/.test(told)) return [];
      const of = { head: 'complaint', genre: 'review', language: null } as const;
      return [{ ...of, source, text: feed.text, stars: stars ? feed.stars : null, truth: Number(told) }];
    }),
  );

/**
 * Texts of further sets that say whether they complain: two samples of reviews and Complaints on Twitter, which are half complaints to care
 * accounts, unlike what customers write. They say how far sets lie apart, and correct no share.
 */
export const sampleTexts = (options: RecipeOptions): KnownText[] => [
  ...reviewSamples(options),
  ...new ExampleReader(options)
    .read('complaints', 'complaint', (label) => ({ labels: [label === 'complaint' ? 1 : 0] }))
    .map(({ text, labels }): KnownText => {
      const of = { head: 'complaint', genre: 'tweet', language: 'en' } as const;
      return { ...of, source: 'Complaints on Twitter', text, truth: labels[0] ?? 0 };
    }),
];
