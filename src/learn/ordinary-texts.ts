import type { ExampleReader } from './example-reader.js';
import type { SourceId } from './sources.js';
import type { LabelledText } from './head-plan.js';

export const binary =
  (positive: string, extra: Partial<LabelledText> = {}) =>
  (label: string) => ({ labels: label === positive ? [0] : [], ...extra });

export const oneOf = (names: readonly string[]) => (label: string) => ({
  labels: names.includes(label) ? [names.indexOf(label)] : [],
});

/** Our own texts to brands as ordinary ones that bear no label; `but` are left out. */
export function ordinary(read: ExampleReader, but: readonly string[], weight: number): LabelledText[] {
  return ['intents', 'contributions', 'urgency', 'sentiment-care', 'care']
    .filter((file) => !but.includes(file))
    .flatMap((file) => read.readOwn(file, () => ({ labels: [], weight })));
}

/** Customers' texts as ones without harm: their probability does not calibrate. */
export const harmless = (read: ExampleReader, id: SourceId, weight: number): LabelledText[] =>
  read.read(id, id === 'complaints' ? 'complaint' : 'harm', () => ({ labels: [], weight, calibrate: false }));

/** Every nth review as an ordinary text that bears no label: its probability does not calibrate. */
export const everyday = (read: ExampleReader, nth: number): LabelledText[] =>
  read.read('trustpilot', 'sentiment', every(nth, { labels: [], weight: 0.2, calibrate: false }));

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
export function posts(read: ExampleReader): LabelledText[] {
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

/** Every nth text of a set. */
export function every<T>(n: number, part: T): () => T | undefined {
  let row = 0;
  return () => (row++ % n === 0 ? part : undefined);
}
