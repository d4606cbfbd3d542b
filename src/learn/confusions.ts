import { ClauseReading } from '../enrich/tone/clause-reading.js';
import { createFeatures } from '../enrich/heads/head-reader.js';
import type { LinearHead } from '../enrich/heads/head.js';
import { RegisterReading } from '../enrich/tone/registers.js';
import { sentimentHeadName } from '../enrich/tone/sentiment-heads.js';
import { weighTone } from '../enrich/tone/tones.js';
import { type ComplaintModel, SIGN_HEADS } from '../enrich/care/complaint-signs.js';
import { complaintFrom } from '../enrich/care/complaints.js';
import { type HeadConfusion, TONES } from '../model/index.js';
import { bandEdges } from './band-edges.js';
import { learnSigns, signedTexts } from './complaint-model.js';
import type { RecipeOptions } from './example-reader.js';
import { HeldOutReader } from './held-out-reader.js';
import { type KnownText, knownTexts, sampleTexts, type TabledHead, toneTexts } from './known-texts.js';
import type { LearntHead } from './recipe.js';

/** Heads whose held-out margins make the tables: those of tone, and those that tell complaints. */
export const CONFUSION_HEADS: readonly string[] = [
  ...new Set(['sentiment', 'sentiment-tweet', 'sentiment-review', ...SIGN_HEADS]),
];

/**
 * Where the columns `polarity` and `complaintProbability` tell another label, and how many bands the tables have: eight leave less of the error
 * than five under shifted shares and hold the truth at least as often, twelve less often than they say (`enrich/models/README.md`).
 */
const CUTS: Readonly<Record<TabledHead, readonly number[]>> = { sentiment: [-0.2, 0.2], complaint: [0.5] };
const BANDS = 8;
const LABELS: Readonly<Record<TabledHead, readonly string[]>> = {
  sentiment: TONES,
  complaint: ['none', 'complaint'],
};

/** Cell of a value: how many edges it reaches. */
export const cellOf = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;

/** A text whose truth is known, and what its column says while it is held out. */
export type KnownValue = KnownText & { readonly value: number };

const groupOf = ({ head, genre, language }: KnownText): string => `${head}\t${genre}\t${language ?? ''}`;

/** Counts of each class in each band, a table for each head, genre and language, or for each source. */
export function tablesOf(
  known: readonly KnownValue[],
  edgesOf: (head: TabledHead) => readonly number[],
  keyOf: (one: KnownText) => string = groupOf,
): HeadConfusion[] {
  const tables = new Map<string, { confusion: HeadConfusion; counts: number[][]; sources: Set<string> }>();
  for (const one of known) {
    const { head, genre, language, source, truth, value } = one,
      edges = edgesOf(head),
      labels = LABELS[head];
    const counts = labels.map(() => Array.from({ length: edges.length + 1 }, () => 0));
    const table = tables.get(keyOf(one)) ?? {
      confusion: { head, genre, language, labels, edges, counts, source: '' },
      counts,
      sources: new Set<string>(),
    };
    tables.set(keyOf(one), table);
    table.sources.add(source);
    const row = table.counts[truth] as number[],
      cell = cellOf(value, edges);
    row[cell] = (row[cell] as number) + 1;
  }
  return [...tables.values()].map(({ confusion, sources }) => ({
    ...confusion,
    source: [...sources].join(', '),
  }));
}

/** Edges of a head's bands: equal parts of the values, every class of every genre and language weighing the same. */
export function edgesOfHead(known: readonly KnownValue[], head: TabledHead): readonly number[] {
  const own = known.filter((one) => one.head === head);
  return bandEdges(
    own.map((one) => ({ value: one.value, group: `${groupOf(one)}\t${one.truth}` })),
    { bands: BANDS, cuts: CUTS[head] },
  );
}

/** What is measured of heads while their texts are held out. */
export interface MeasuredConfusions {
  /** The model of public complaints, learnt from what the heads say held out. */
  readonly complaints: ComplaintModel;
  /** Per head, genre and language, what the columns of the corpus would say of texts whose truth is known. */
  readonly tables: readonly HeadConfusion[];
  /** What is told of further sets of complaints, one table each: they say how far sets lie apart, and correct no share. */
  readonly samples: readonly HeadConfusion[];
  /** What is told of the tone of each labelled set, those of the tables among them. */
  readonly toneSets: readonly HeadConfusion[];
}

/** Held-out tables of the heads whose shares are corrected. `null` when a head that they need was not learnt. */
export function measureConfusions(
  learnt: ReadonlyMap<string, LearntHead>,
  options: RecipeOptions,
): MeasuredConfusions | null {
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
    if (genre === 'comment' || genre === 'tweet') return heldOut.get(text) as number;
    if (genre === 'review' || genre === 'private') {
      features.read(text);
      clauses.read();
    }
    const blame = genre === 'review' && clauses.count > 1 ? clauses.blame() : 0;
    return complaintFrom(complaint, tone[0] as number, register, genre, blame, stars, clauses);
  };
  const valued = (texts: readonly KnownText[]): KnownValue[] =>
    texts.map((known) => ({ ...known, value: valueOf(known) }));
  const known = valued(knownTexts(options));
  const edges = { sentiment: edgesOfHead(known, 'sentiment'), complaint: edgesOfHead(known, 'complaint') };
  return {
    complaints: model,
    tables: tablesOf(known, (head) => edges[head]),
    samples: tablesOf(
      valued(sampleTexts(options)),
      (head) => CUTS[head],
      ({ source }) => source,
    ),
    toneSets: tablesOf(
      [...known.filter(({ head }) => head === 'sentiment'), ...valued(toneTexts(options))],
      (head) => CUTS[head],
      ({ source, genre }) => `${source}\t${genre}`,
    ),
  };
}

/** The tables as the file that ships, a line each. */
export const encodeConfusions = (confusions: readonly HeadConfusion[]): Uint8Array =>
  new TextEncoder().encode(`[\n${confusions.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
