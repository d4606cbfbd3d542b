import {
  CONTRIBUTIONS,
  type Contribution,
  emptyBatch,
  enrichmentColumns,
  type ColumnBatch,
  type Genre,
  GENRES,
  type Harm,
  type Intent,
  INTENTS,
  SENTIMENTS,
  type Emotion,
} from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { DriverChoice } from './driver-choice.js';
import { createDriverMatcher } from './drivers.js';
import { DriverTone } from './driver-tone.js';
import { createEntityFinder, type EntityFinder } from './entities.js';
import { entriesOf, loadGazetteer } from './gazetteer.js';
import { harmHeadName } from './harm-heads.js';
import { createFeatures } from './head-reader.js';
import { chooseLabel, type LinearHead, toProbabilities } from './head.js';
import { createLanguageDetector, type LanguageDetector, UNDETERMINED } from './language.js';
import { loadHeads } from './model-files.js';
import { Scorer } from './scorer.js';
import { sentimentHeadName } from './sentiment-heads.js';
import { loadTaxonomy, type Taxonomy } from './taxonomy.js';

/** Columns of a `TextBatch`. */
export const textColumns = {
  text: { kind: 'string', doc: 'body' },
  title: { kind: 'string', doc: 'title' },
  genre: { kind: 'string', values: GENRES, required: true, doc: 'kind of writing' },
  givenLanguage: { kind: 'string', doc: 'language that the tool gives' },
} as const;

/** Texts to understand, as columns of one length. */
export interface TextBatch {
  readonly length: number;
  readonly text: readonly (string | null)[];
  readonly title: readonly (string | null)[];
  readonly genre: readonly Genre[];
  readonly givenLanguage: readonly (string | null)[];
}

/** A name of the user's lists: every alias is told as `name`. */
export interface GazetteerName {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Options of `createEnricher`; plain data, so that it can be sent to a worker thread. */
export interface EnrichOptions {
  readonly gazetteer?: {
    readonly brands: readonly GazetteerName[];
    readonly products: readonly GazetteerName[];
  };
  /** `agri-food`: that taxonomy of drivers alone. Both otherwise: a retailer sells food too. */
  readonly sector?: string;
  /** Taxonomies in place of the shipped ones: their terms alone tell drivers, unless `heads` has one named `drivers`. */
  readonly taxonomies?: readonly Taxonomy[];
  /** Heads in place of the shipped heads of the same name, such as `deversoir adapt` makes. */
  readonly heads?: readonly LinearHead[];
}

export interface Enricher {
  /** One row out for each row in, in the same order. Never throws on a text; time is linear in its length. */
  enrich(batch: TextBatch): ColumnBatch<typeof enrichmentColumns>;
}

/**
 * Loads models, lexicons and taxonomies once. The enricher keeps buffers from text to text: one a thread.
 *
 * @example
 * const enricher = await createEnricher();
 * enricher.enrich({ length: 1, text: ['Excellent fromage, je recommande !'], title: [null], genre: ['review'], givenLanguage: ['fr'] }).sentiment
 * // → ['positive']
 */
export async function createEnricher(options: EnrichOptions = {}): Promise<Enricher> {
  const state = new EnrichState(options, await createLanguageDetector());
  return { enrich: (batch) => state.enrich(batch) };
}

/** Heads that every text is scored with. */
const ENRICH_HEADS = [
  'sentiment',
  'sentiment-tweet',
  'sentiment-review',
  'complaint',
  'intents',
  'emotion',
  'harm',
  'harm-english',
  'spam',
  'scam',
  'urgency',
  'contributions',
] as const;
/** Harm is told from the first with a cue that says which, from the second without. */
const HARM_THRESHOLD = 0.5,
  SURE_HARM = 0.75;
const TOLD_EMOTIONS = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'trust'] as const;
/** Labels of the emotion head by the emotion they are told as. */
const EMOTION_HEAD: Readonly<Partial<Record<Emotion, number>>> = { anger: 0, joy: 1, trust: 2, sadness: 3 };

function headNamed(heads: ReadonlyMap<string, LinearHead>, name: string): LinearHead {
  const head = heads.get(name);
  if (head === undefined)
    throw new DeversoirError('model-invalid', `no head "${name}"`, {
      hint: `found: ${[...heads.keys()].join(', ')}`,
    });
  return head;
}

type Columns = ColumnBatch<typeof enrichmentColumns>;

const NONE: readonly never[] = Object.freeze([]);
/** Most rows have no name, no harm…: one empty list stands for all. */
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

class EnrichState {
  private readonly features = createFeatures();
  private readonly heads: readonly LinearHead[];
  private readonly scorer: Scorer;
  private readonly probabilities: Float32Array;
  private readonly offsets: ReadonlyMap<string, number>;
  private readonly choice: DriverChoice;
  private readonly tone: DriverTone;
  private readonly entities: EntityFinder;

  constructor(
    options: EnrichOptions,
    private readonly detector: LanguageDetector,
  ) {
    const heads = new Map(loadHeads());
    for (const head of options.heads ?? []) heads.set(head.name, head);
    const own = options.heads?.find(({ name }) => name === 'drivers');
    const driverHead = options.taxonomies === undefined ? headNamed(heads, 'drivers') : (own ?? null);
    this.heads = [
      ...ENRICH_HEADS.map((name) => headNamed(heads, name)),
      ...(driverHead === null ? [] : [driverHead]),
    ];
    this.scorer = new Scorer(this.features, this.heads);
    this.probabilities = new Float32Array(this.scorer.width);
    this.offsets = new Map(this.heads.map((head, h) => [head.name, this.scorer.offsets[h] as number]));
    const taxonomies =
      options.taxonomies ?? (options.sector === 'agri-food' ? [loadTaxonomy('agri-food')] : undefined);
    this.entities = createEntityFinder([
      ...entriesOf('brand', options.gazetteer?.brands ?? []),
      ...entriesOf('product', options.gazetteer?.products ?? []),
      ...loadGazetteer('brands'),
      ...loadGazetteer('places'),
    ]);
    this.choice = new DriverChoice(createDriverMatcher(taxonomies), driverHead);
    this.tone = new DriverTone(headNamed(heads, 'sentiment-review'), this.features);
  }

  enrich(batch: TextBatch): Columns {
    const out = emptyBatch(enrichmentColumns);
    for (let row = 0; row < batch.length; row++) {
      const title = batch.title[row],
        body = batch.text[row];
      const text = title && body ? `${title}\n${body}` : (body ?? title ?? '');
      if (text.trim() === '') pushUnknown(out);
      else this.one(text, batch.genre[row] ?? 'comment', batch.givenLanguage[row] ?? null, out);
    }
    return out;
  }

  private one(text: string, genre: Genre, given: string | null, out: Columns): void {
    const { features, probabilities } = this;
    features.read(text);
    const margins = this.scorer.score();
    for (let h = 0; h < this.heads.length; h++)
      toProbabilities(this.heads[h] as LinearHead, margins, this.scorer.offsets[h] as number, probabilities);
    const language = this.language(text, given, out);
    const at = this.offsets.get(sentimentHeadName(genre)) as number;
    const sentiment = chooseLabel(
      this.heads[this.scorer.offsets.indexOf(at)] as LinearHead,
      probabilities,
      at,
    );
    const polarity = (probabilities[at + 2] as number) - (probabilities[at] as number);
    out.sentiment.push(SENTIMENTS[sentiment] as (typeof SENTIMENTS)[number]);
    out.polarity.push(polarity);
    this.drivers(language, at, out);
    const complaint = this.probability('complaint');
    out.complaintProbability.push(complaint);
    out.intents.push(this.intents(complaint));
    out.emotion.push(this.emotion(language, sentiment));
    this.moderation(genre, language, out);
    this.worth(out);
    this.names(out);
  }

  private names(out: Columns): void {
    const brands: string[] = [],
      products: string[] = [],
      places: string[] = [];
    for (const { kind, name } of this.entities.find(this.features.tokens)) {
      const list = kind === 'brand' || kind === 'retailer' ? brands : kind === 'product' ? products : places;
      if (!list.includes(name)) list.push(name);
    }
    out.brands.push(orNone(brands));
    out.products.push(orNone(products));
    out.places.push(orNone(places));
  }

  /** Our guess; where the text says nothing, the language that the tool gives. */
  private language(text: string, given: string | null, out: Columns): string {
    const guess = this.detector.detect(text);
    const unsure = guess.code === UNDETERMINED;
    const code = unsure ? (given ?? guess.code) : guess.code;
    out.languageCode.push(code);
    out.languageConfidence.push(unsure || Number.isNaN(guess.confidence) ? null : guess.confidence);
    out.languageMixed.push(guess.mixed);
    return code;
  }

  private probability(head: string): number {
    return this.probabilities[this.offsets.get(head) as number] as number;
  }

  private drivers(language: string | null, at: number, out: Columns): void {
    const told = this.choice.choose(
      this.features.tokens,
      language,
      this.probabilities,
      this.offsets.get('drivers') ?? 0,
    );
    const { drivers, sentiments } = this.tone.read(told, this.probabilities, at);
    out.drivers.push(drivers);
    out.driverSentiments.push(sentiments);
  }

  private intents(complaint: number): readonly Intent[] {
    const intents: Intent[] = complaint >= 0.5 ? ['complaint'] : [];
    const at = this.offsets.get('intents') as number;
    for (let k = 0; k < INTENTS.length; k++) {
      const intent = INTENTS[k] as Intent;
      if (intent === 'complaint') continue;
      const p = this.probabilities[at + k] as number;
      if (p >= 0.5 || (p >= 0.3 && this.features.hits.countOf(intent) > 0)) intents.push(intent);
    }
    return orNone(intents);
  }

  /** Cues weigh for both languages; the head, which learnt from English tweets, counts for English texts only, and not alone for neutral ones. */
  private emotion(language: string, sentiment: number): Emotion {
    let best: Emotion = 'none',
      top = 0;
    const at = this.offsets.get('emotion') as number;
    for (const emotion of TOLD_EMOTIONS) {
      const k = language === 'en' ? EMOTION_HEAD[emotion] : undefined;
      const score =
        Math.min(this.features.hits.countOf(emotion), 2) +
        (k === undefined ? 0 : (sentiment === 1 ? 0.9 : 2) * (this.probabilities[at + k] as number));
      if (score > top) {
        top = score;
        best = emotion;
      }
    }
    if (
      top < 1 ||
      (sentiment === 0 && (best === 'joy' || best === 'trust')) ||
      (sentiment === 2 && (best === 'anger' || best === 'disgust'))
    )
      return 'none';
    return best;
  }

  /** An article is no post that anyone could moderate: absent, not harmless. */
  private moderation(genre: Genre, language: string, out: Columns): void {
    if (genre === 'press') {
      out.harms.push(orNone([]));
      out.harmProbability.push(null);
      return;
    }
    const { hits } = this.features;
    const harm = this.probability(harmHeadName(language));
    const harms: Harm[] = [];
    if (harm >= HARM_THRESHOLD) {
      for (const kind of ['insult', 'hate', 'threat', 'harassment'] as const)
        if (hits.countOf(kind) > 0) harms.push(kind);
      if (harms.length === 0 && harm >= SURE_HARM) harms.push('insult');
    }
    const scam = this.probability('scam') >= 0.5;
    if (scam) harms.push('scam');
    else if (this.probability('spam') >= 0.5) harms.push('spam');
    for (const kind of ['personal-data', 'rumour'] as const) if (hits.countOf(kind) > 0) harms.push(kind);
    out.harms.push(orNone(harms));
    out.harmProbability.push(harm);
  }

  private worth(out: Columns): void {
    const at = this.offsets.get('contributions') as number,
      none = CONTRIBUTIONS.length;
    const value = 1 - (this.probabilities[at + none] as number);
    const contributions: Contribution[] = [];
    for (let k = 0; k < none; k++)
      if (value >= 0.5 && (this.probabilities[at + k] as number) >= 0.35)
        contributions.push(CONTRIBUTIONS[k] as Contribution);
    out.contributions.push(orNone(contributions));
    out.contributionValue.push(value);
    out.urgency.push(this.probability('urgency'));
  }
}

/** A row without text: absent, never zero. */
function pushUnknown(out: Columns): void {
  for (const name of [
    'drivers',
    'driverSentiments',
    'intents',
    'harms',
    'contributions',
    'brands',
    'products',
    'places',
  ] as const)
    (out[name] as (readonly string[])[]).push(NONE);
  for (const name of [
    'languageCode',
    'languageConfidence',
    'languageMixed',
    'sentiment',
    'polarity',
    'emotion',
    'complaintProbability',
    'urgency',
    'harmProbability',
    'contributionValue',
  ] as const)
    (out[name] as null[]).push(null);
}
