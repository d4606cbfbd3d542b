import type { Row } from './columns.js';
import { messageColumns } from './message.js';
import { referenceColumns, speechColumns } from './speech.js';

export const GENRES = ['tweet', 'comment', 'review', 'private', 'press'] as const;
/** Kind of writing: the same words weigh otherwise in a review and in a tweet. */
export type Genre = (typeof GENRES)[number];

export const REGISTERS = [
  'customer',
  'followup',
  'brandReply',
  'automatic',
  'news',
  'promotion',
  'reshare',
  'activism',
  'spam',
  'chatter',
] as const;
/**
 * What a text is before what it says: a person's own message, a reminder in one's thread, a brand's reply, a machine's text, neutral
 * news, an offer or contest, a passed-on post, a campaign, spam, people among themselves.
 */
export type Register = (typeof REGISTERS)[number];

export const TONES = ['negative', 'neutral', 'positive'] as const;
export type Tone = (typeof TONES)[number];

export const SENTIMENTS = [...TONES, 'mixed'] as const;
/** Tone of a whole text; `mixed`: praise and blame both, in clauses of their own. */
export type Sentiment = (typeof SENTIMENTS)[number];

export const EMOTIONS = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'trust', 'none'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Quality drivers: what about the product or service is judged. The default taxonomy; a user can replace it. */
export const DRIVERS = [
  'origin',
  'traceability',
  'price',
  'taste',
  'freshness',
  'nutrition',
  'additives',
  'packaging',
  'availability',
  'safety',
  'animal-welfare',
  'producer-pay',
  'organic-label',
  'delivery',
  'click-and-collect',
  'store',
  'checkout',
  'staff',
  'loyalty',
  'app-site',
  'after-sales',
] as const;
export type DriverId = (typeof DRIVERS)[number];

export const INTENTS = ['complaint', 'question', 'request', 'thanks'] as const;
export type Intent = (typeof INTENTS)[number];

export const HARMS = [
  'insult',
  'hate',
  'threat',
  'harassment',
  'spam',
  'scam',
  'personal-data',
  'rumour',
] as const;
/** Moderation classes. `rumour` is a flag for a human, not a verdict. */
export type Harm = (typeof HARMS)[number];

export const CONTRIBUTIONS = ['experience', 'evidence', 'question', 'idea', 'correction'] as const;
/** What makes a comment worth promoting. */
export type Contribution = (typeof CONTRIBUTIONS)[number];

export const ESCALATIONS = ['law', 'go-public', 'leave', 'health', 'child'] as const;
/** What announces that a case may leave the private channel: a threat of law, of going public, of leaving; harm to health; a child. */
export type Escalation = (typeof ESCALATIONS)[number];

/** Columns of `messages/*.parquet` that enrichment fills. All absent or empty where there is no text, or a figure alone. */
export const enrichmentColumns = {
  languageCode: { kind: 'string', doc: 'ISO 639-1; und when too short to say' },
  languageConfidence: { kind: 'float', doc: 'calibrated probability of languageCode, 0 to 1' },
  languageMixed: { kind: 'boolean', doc: 'two languages in one text' },
  register: {
    kind: 'string',
    values: REGISTERS,
    doc: 'what the text is: most probable register of its genre',
  },
  registerProbability: { kind: 'float', doc: 'calibrated probability of register, 0 to 1' },
  sentiment: {
    kind: 'string',
    values: SENTIMENTS,
    doc: 'tone of the text; absent in languages that are not read',
  },
  polarity: { kind: 'float', doc: 'P(positive) − P(negative), −1 to 1, calibrated' },
  emotion: { kind: 'string', values: EMOTIONS, doc: 'most probable emotion; none under the threshold' },
  drivers: { kind: 'strings', required: true, doc: 'quality drivers spoken of' },
  driverSentiments: {
    kind: 'strings',
    required: true,
    doc: 'sentiment of each driver, same order as drivers',
  },
  driverEvidence: {
    kind: 'strings',
    required: true,
    doc: 'words of the text that say each driver, same order as drivers',
  },
  intents: { kind: 'strings', required: true, doc: 'complaint, question, request, thanks' },
  agreement: {
    kind: 'boolean',
    doc: 'a few words that say what another message says: agree with it, tell the same, repeat it',
  },
  complaintProbability: {
    kind: 'float',
    doc: 'calibrated P(complaint), 0 to 1, as texts to firms are; 0 of a reminder whose complaint is counted already; `intents` says what is told, which takes .8 in a file where hardly anybody complains',
  },
  urgency: { kind: 'float', doc: 'calibrated P(urgent), 0 to 1' },
  escalations: {
    kind: 'strings',
    required: true,
    doc: 'law, go-public, leave, health, child: what may carry a case on',
  },
  escalationEvidence: {
    kind: 'strings',
    required: true,
    doc: 'words of the text that say each escalation, same order',
  },
  harms: {
    kind: 'strings',
    required: true,
    doc: 'moderation classes over their threshold; none for articles',
  },
  harmProbability: { kind: 'float', doc: 'calibrated P(harm), 0 to 1; absent for articles' },
  contributions: { kind: 'strings', required: true, doc: 'experience, evidence, question, idea, correction' },
  contributionValue: { kind: 'float', doc: 'P(valuable contribution), 0 to 1' },
  brands: { kind: 'strings', required: true, doc: 'brands named, canonical form' },
  products: { kind: 'strings', required: true, doc: 'products named, canonical form' },
  places: { kind: 'strings', required: true, doc: 'places and stores named' },
} as const;

/** Columns of `messages/*.parquet`: a message and what is understood of it. */
export const enrichedMessageColumns = {
  ...messageColumns,
  ...enrichmentColumns,
  ...speechColumns,
  ...referenceColumns,
} as const;
export type EnrichedMessage = Row<typeof enrichedMessageColumns>;
