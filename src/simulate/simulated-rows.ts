import type { EnrichedMessage, MessageRecord } from '../model/index.js';
import { createNormaliser } from '../normalise/normalise.js';
import type { SimulatedMessage } from './truth.js';

/** A message as a parser would hand it over. */
function recordOf(message: SimulatedMessage, row: number, brand: string): MessageRecord {
  const { direction, stage, authorId, person, channel, rating } = message,
    inbound = direction === 'inbound';
  const shown = channel === 'x-post' || channel === 'instagram-dm';
  const contact = authorId !== undefined && /^\+|@/.test(authorId);
  return {
    row,
    id: message.id,
    threadId: message.threadId,
    parentId: message.parentId,
    platform: message.platform,
    channel,
    stage,
    kind: message.kind,
    direction,
    authorId,
    authorName: message.authorName === '' ? undefined : message.authorName,
    authorHandle: inbound && shown ? person?.handle : undefined,
    authorContacts: contact && inbound ? [authorId] : undefined,
    authorIsBrand: !inbound,
    sentAt: { epochMs: message.sentAt, raw: new Date(message.sentAt).toISOString(), zone: 'explicit' },
    title: message.title,
    text: message.text,
    url: message.url,
    rating,
    ratingMax: rating === undefined ? undefined : 5,
    likes: message.likes,
    shares: message.shares,
    reach: message.reach,
    givenBrand: stage === 'private' ? undefined : brand,
    sourceName: message.sourceName,
    status: message.ticket?.status,
  };
}

/**
 * Simulated messages as rows of a corpus: normalised as real ones are, under their own ids, with what is planted in the place of what
 * enrichment would find. For tests of linking, cases and metrics that should not depend on reading and classifiers. Same length
 * and order as `messages`.
 *
 * @example
 * simulatedRows([]).length
 * // → 0
 */
export function simulatedRows(messages: readonly SimulatedMessage[], brand = 'Brindaure'): EnrichedMessage[] {
  const normalise = createNormaliser({ key: 'simulated' });
  const { columns } = normalise(
    messages.map((message, i) => recordOf(message, i + 1, brand)),
    { file: 'simulated', format: 'simulated' },
  );
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return messages.map((message, i) => {
    const { planted, direction, stage } = message;
    const normalised = Object.fromEntries(names.map((name) => [name, columns[name][i]]));
    return {
      ...(normalised as EnrichedMessage),
      messageId: message.id,
      threadId: message.threadId,
      parentId: message.parentId ?? null,
      languageCode: message.language,
      languageConfidence: 1,
      languageMixed: false,
      register:
        stage === 'press'
          ? 'news'
          : message.kind === 'system'
            ? 'automatic'
            : direction === 'inbound'
              ? 'customer'
              : 'brandReply',
      registerProbability: 1,
      sentiment: planted.sentiment,
      polarity: { negative: -0.8, neutral: 0, positive: 0.8 }[planted.sentiment],
      emotion: planted.sentiment === 'negative' ? 'anger' : planted.sentiment === 'positive' ? 'joy' : 'none',
      drivers: planted.drivers,
      driverSentiments: planted.drivers.map(() => planted.sentiment),
      driverEvidence: planted.drivers.map(() => ''),
      intents: planted.intents,
      agreement: false,
      complaintProbability: planted.intents.includes('complaint') ? 0.95 : 0.05,
      urgency: null,
      escalations: [],
      escalationEvidence: [],
      harms: planted.harms,
      harmProbability: planted.harms.length > 0 ? 0.95 : 0.05,
      contributions: [],
      contributionValue: null,
      brands: direction === 'inbound' && stage !== 'private' ? [brand] : [],
      products: [],
      places: [],
      speech: message.kind === 'share' ? 'reshare' : 'own',
      refersTo: null,
      ownReading: [],
      contextProducts: [],
    };
  });
}
