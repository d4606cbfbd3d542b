import type { EnrichedMessage } from '../model/index.js';
import { fold } from '../util/fold.js';
import type { SimulatedMessage } from './truth.js';

/** 16 hexadecimal digits of a text: two FNV-1a runs. A stand-in for the keyed pseudonyms of real reading. */
function hash(text: string): string {
  let a = 0x811c9dc5,
    b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193) >>> 0;
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

const ORDER = /commande n° ([a-z]{2}\d{7})/gi,
  EMAIL = /[\w.-]+@[\w-]+\.example/gi,
  PHONE = /\b0\d(?: \d\d){4}\b/g;

/** The keys that author and text give away, as normalising makes them: `email:…`, `phone:…`, `order:…`, `handle:…`, `name:…`. */
function contactKeys({ authorId = '', authorName, direction, text }: SimulatedMessage): string[] {
  const keys = new Set<string>();
  const key = (kind: string, value: string): void => {
    keys.add(`${kind}:${hash(value)}`);
  };
  if (direction === 'inbound') {
    if (authorId.startsWith('+')) key('phone', authorId.replace(/\D/g, ''));
    else key(/\s/.test(authorName) ? 'name' : 'handle', fold(authorName));
    if (authorId.includes('@')) key('email', authorId.toLowerCase());
    else if (authorId.length >= 16 && authorId.includes('_')) key('handle', authorId);
  }
  for (const [, order = ''] of text.matchAll(ORDER)) key('order', order.toUpperCase());
  for (const [email] of text.matchAll(EMAIL)) key('email', email.toLowerCase());
  for (const [phone] of text.matchAll(PHONE)) key('phone', `33${phone.replace(/\D/g, '').slice(1)}`);
  return [...keys];
}

/**
 * Simulated messages as rows of a corpus, with what is planted in the place of what enrichment would find: for tests of
 * linking, cases and metrics that should not depend on reading and classifiers. Same length and order as `messages`.
 *
 * @example
 * simulatedRows([]).length
 * // → 0
 */
export function simulatedRows(messages: readonly SimulatedMessage[], brand = 'Brindaure'): EnrichedMessage[] {
  return messages.map((message, i) => {
    const { planted, direction, stage } = message,
      inbound = direction === 'inbound';
    const polarity = { negative: -0.8, neutral: 0, positive: 0.8 }[planted.sentiment];
    return {
      messageId: message.id,
      threadId: message.threadId,
      parentId: message.parentId ?? null,
      platform: message.platform,
      channel: message.channel,
      stage,
      direction,
      kind: message.kind,
      sentAt: message.sentAt,
      sentAtText: new Date(message.sentAt).toISOString(),
      sentAtZone: 'explicit',
      dayOnly: false,
      authorKey: hash(`${message.platform}:${message.authorId ?? message.authorName}`),
      authorByName: message.authorId === undefined,
      authorIsBrand: direction === 'outbound' || direction === 'internal',
      title: message.title ?? null,
      text: message.text,
      url: stage === 'private' ? null : (message.url ?? null),
      rating: message.rating ?? null,
      ratingMax: message.rating === undefined ? null : 5,
      likes: message.likes ?? null,
      shares: message.shares ?? null,
      replies: null,
      views: null,
      reach: message.reach ?? null,
      givenLanguage: null,
      givenSentiment: null,
      givenBrand: stage === 'private' ? null : brand,
      sourceName: message.sourceName ?? null,
      status: null,
      store: null,
      product: null,
      region: null,
      campaign: null,
      segment: null,
      orderAmount: null,
      attributes: null,
      attachments: 0,
      edited: false,
      contactKeys: contactKeys(message),
      recipientKeys: [],
      textKey: hash(fold(message.text)),
      format: 'simulated',
      file: 'simulated',
      row: i + 1,
      languageCode: message.language,
      languageConfidence: 1,
      languageMixed: false,
      register:
        stage === 'press'
          ? 'news'
          : message.kind === 'system'
            ? 'automatic'
            : inbound
              ? 'customer'
              : 'brandReply',
      registerProbability: 1,
      sentiment: planted.sentiment,
      polarity,
      emotion: planted.sentiment === 'negative' ? 'anger' : planted.sentiment === 'positive' ? 'joy' : 'none',
      drivers: planted.drivers,
      driverSentiments: planted.drivers.map(() => planted.sentiment),
      driverEvidence: planted.drivers.map(() => ''),
      intents: planted.intents,
      complaintProbability: planted.intents.includes('complaint') ? 0.95 : 0.05,
      urgency: null,
      escalations: [],
      escalationEvidence: [],
      harms: planted.harms,
      harmProbability: planted.harms.length > 0 ? 0.95 : 0.05,
      contributions: [],
      contributionValue: null,
      brands: inbound && stage !== 'private' ? [brand] : [],
      products: [],
      places: [],
      speech: message.kind === 'share' ? 'reshare' : 'own',
    };
  });
}
