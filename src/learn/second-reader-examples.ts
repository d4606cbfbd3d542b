import { hashWord } from '../enrich/words/token-hashes.js';
import type { Genre } from '../model/index.js';
import { ExampleReader, type RecipeOptions } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import { toneOf } from './known-texts.js';
import type { VectorExample } from './vector-regression.js';

/** Texts of one set at most, drawn by hash: an encoder reads a few hundred a second. */
const MOST = 2500;

/** A labelled text that a second reader of tones learns from. */
export type SecondReaderExample = Omit<VectorExample, 'vector'> & { readonly text: string };

/** Tones of the sets that the shipped heads learn from too, with the weights of the pooled one. */
export function secondReaderExamples(options: RecipeOptions): SecondReaderExample[] {
  const found: SecondReaderExample[] = [];
  const add = (genre: Genre, weight: number, read: (reader: ExampleReader) => LabelledText[]): void => {
    const reader = new ExampleReader(options);
    const rows = read(reader);
    const source = [...new Set(reader.sources.map(({ name }) => name))].join(', ');
    for (const { text, labels, group } of rows
      .map((row) => ({ ...row, order: hashWord(row.text.slice(0, 400)) }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, MOST))
      found.push({ text, label: labels[0] ?? 0, weight, source, genre, group });
  };
  add('tweet', 1, (reader) => reader.read('umsabFr', 'sentiment', toneOf));
  add('tweet', 1, (reader) => reader.read('umsabEn', 'sentiment', toneOf));
  add('review', 0.3, (reader) => reader.read('restaurants', 'sentiment', toneOf));
  add('review', 0.3, (reader) => reader.read('trustpilot', 'sentiment', toneOf));
  add('private', 1, (reader) => reader.readOwn('sentiment-care', toneOf));
  for (const genre of ['private', 'comment'] as const)
    add(genre, 1, (reader) =>
      reader.readCare(({ sentiment, stage }) =>
        (stage === 'private') === (genre === 'private') ? toneOf(sentiment) : undefined,
      ),
    );
  add('comment', 1, (reader) =>
    reader.readRegisters(({ sentiment }) => toneOf(sentiment), ['registers', 'public-talk']),
  );
  for (const [family, genre] of [
    ['feed', 'comment'],
    ['review', 'review'],
  ] as const)
    add(genre, 1, (reader) =>
      reader.readFeeds((row) => (row.family === family ? toneOf(row.sentiment) : undefined)),
    );
  return found;
}
