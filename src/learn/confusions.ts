import { ClauseReading } from '../enrich/clause-reading.js';
import { createFeatures } from '../enrich/head-reader.js';
import type { LinearHead } from '../enrich/head.js';
import { RegisterReading } from '../enrich/registers.js';
import { sentimentHeadName } from '../enrich/sentiment-heads.js';
import { weighTone } from '../enrich/tones.js';
import type { ComplaintModel } from '../enrich/complaint-signs.js';
import { complaintFrom } from '../enrich/complaints.js';
import { type CorrectedHead, type Genre, type HeadConfusion, TONES } from '../model/index.js';
import { learnSigns, signedTexts } from './complaint-model.js';
import { ExampleReader, type RecipeOptions } from './example-reader.js';
import type { LabelledText } from './head-plan.js';
import { HeldOutReader } from './held-out-reader.js';
import type { LearntHead } from './recipe.js';

/** Heads whose held-out margins make the tables. */
export const CONFUSION_HEADS = [
  'sentiment',
  'sentiment-tweet',
  'sentiment-review',
  'register',
  'complaint',
] as const;

/**
 * Heads with a table. Harm has none: public sets of harm are of texts chosen for it, and their harmless ones look nothing like those of
 * customers.
 */
type TabledHead = Exclude<CorrectedHead, 'harm'>;

/** Bands of the columns `polarity` and `complaintProbability`. */
const EDGES: Readonly<Record<TabledHead, readonly number[]>> = {
  sentiment: [-0.6, -0.2, 0.2, 0.6],
  complaint: [0.2, 0.35, 0.5, 0.7],
};
const LABELS: Readonly<Record<TabledHead, readonly string[]>> = {
  sentiment: TONES,
  complaint: ['none', 'complaint'],
};

/** Cell of a value: how many edges it reaches. */
export const cellOf = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;

/** A text whose truth is known. */
interface KnownText {
  readonly head: TabledHead;
  readonly genre: Genre;
  readonly language: string | null;
  readonly source: string;
  readonly text: string;
  readonly stars?: number | null | undefined;
  readonly truth: number;
}

/** Texts of public sets, of our own, and of real exports with their labels. */
function knownTexts(options: RecipeOptions): KnownText[] {
  const read = new ExampleReader(options);
  const found: KnownText[] = [];
  const tone = (label: string): { labels: number[] } | undefined => {
    const index = (TONES as readonly string[]).indexOf(label);
    return index < 0 ? undefined : { labels: [index] };
  };
  const add = (texts: readonly LabelledText[], of: Omit<KnownText, 'text' | 'stars' | 'truth'>): void => {
    for (const { text, stars, labels } of texts) found.push({ ...of, text, stars, truth: labels[0] ?? 0 });
  };
  for (const [id, language, source] of [
    ['umsabFr', 'fr', 'UMSAB French'],
    ['umsabEn', 'en', 'UMSAB English'],
  ] as const)
    add(read.read(id, 'sentiment', tone), { head: 'sentiment', genre: 'tweet', language, source });
  for (const [id, source] of [
    ['restaurants', 'FT restaurants'],
    ['trustpilot', 'Trustpilot French food'],
  ] as const)
    add(read.read(id, 'sentiment', tone), { head: 'sentiment', genre: 'review', language: null, source });
  const own = { language: null, source: 'own sets care and messages' };
  for (const genre of ['private', 'comment'] as const) {
    const here = (stage: string): boolean => (stage === 'private') === (genre === 'private');
    add(
      read.readCare((row) => (here(row.stage) ? tone(row.sentiment) : undefined)),
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
      read.readFeeds((row) => (row.family === family ? tone(row.sentiment) : undefined)),
      { ...of, head: 'sentiment' },
    );
    add(
      read.readFeeds((row) => (row.family === family ? { labels: [row.complaint ? 1 : 0] } : undefined)),
      { ...of, head: 'complaint' },
    );
  }
  return found;
}

/**
 * Held-out tables of the heads whose shares are corrected: per head, genre and language, what the columns of the corpus would say of
 * texts whose truth is known; and the model of public complaints, learnt from what the heads say held out. `null` when a head that they need was not learnt.
 */
export function measureConfusions(
  learnt: ReadonlyMap<string, LearntHead>,
  options: RecipeOptions,
): { readonly complaints: ComplaintModel; readonly tables: readonly HeadConfusion[] } | null {
  if (CONFUSION_HEADS.some((name) => !learnt.has(name))) return null;
  const readers = new Map([...learnt].map(([name, head]) => [name, new HeldOutReader(head)]));
  const of = (name: string, text: string): ArrayLike<number> => readers.get(name)?.probabilities(text) ?? [];
  const { model, heldOut } = learnSigns(signedTexts(options, of));
  const register = new RegisterReading(),
    features = createFeatures(),
    headOf = (name: string): LinearHead => (learnt.get(name) as LearntHead).head,
    // Clauses are read by heads that learnt from the texts they stand in.
    clauses = new ClauseReading(features, headOf('sentiment-review'), headOf('complaint'));
  const valueOf = ({ head, genre, text, stars }: KnownText): number => {
    register.read(of('register', text), 0, genre);
    const tone = of(sentimentHeadName(genre), text);
    const complaint = of('complaint', text)[0] as number;
    const [negative, , positive] = weighTone(
      tone[0] as number,
      tone[2] as number,
      register,
      genre === 'private' ? complaint : 0,
    );
    if (head === 'sentiment') return positive - negative;
    if (genre === 'comment') return heldOut.get(text) as number;
    if (genre === 'review') {
      features.read(text);
      clauses.read();
    }
    const blame = genre === 'review' && clauses.count > 1 ? clauses.blame() : 0;
    return complaintFrom(complaint, tone[0] as number, register, genre, blame, stars);
  };
  const tables = new Map<string, { confusion: HeadConfusion; counts: number[][]; sources: Set<string> }>();
  for (const known of knownTexts(options)) {
    const { head, genre, language, source, truth } = known;
    const key = `${head}\t${genre}\t${language ?? ''}`;
    const edges = EDGES[head],
      labels = LABELS[head];
    const counts = labels.map(() => Array.from({ length: edges.length + 1 }, () => 0));
    const table = tables.get(key) ?? {
      confusion: { head, genre, language, labels, edges, counts, source: '' },
      counts,
      sources: new Set<string>(),
    };
    tables.set(key, table);
    table.sources.add(source);
    const row = table.counts[truth] as number[];
    const cell = cellOf(valueOf(known), edges);
    row[cell] = (row[cell] as number) + 1;
  }
  const measured = [...tables.values()].map(({ confusion, sources }) => ({
    ...confusion,
    source: [...sources].join(', '),
  }));
  return { complaints: model, tables: measured };
}

/** The tables as the file that ships, a line each. */
export const encodeConfusions = (confusions: readonly HeadConfusion[]): Uint8Array =>
  new TextEncoder().encode(`[\n${confusions.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
