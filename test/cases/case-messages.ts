import { PRESS, PRIVATE, PUBLIC, type CaseMessage } from '../../src/cases/messages/case-message.js';
import { stitchCases, type Stitched } from '../../src/cases/stitch.js';
import { cueOf } from '../../src/cases/messages/opening-words.js';
import { saidOf } from '../../src/cases/messages/said-of.js';
import { wordsOf } from '../../src/cases/messages/word-hashes.js';
import type { EnrichedMessage, Stage } from '../../src/model/index.js';

/** A message of a private complaint with nothing to go by but what `fields` says. */
export const caseMessage = (fields: Partial<CaseMessage> & { readonly row: number }): CaseMessage => ({
  sentAt: 0,
  dayOnly: false,
  stage: PRIVATE,
  outbound: false,
  id: fields.row + 1,
  parent: 0,
  thread: 0,
  author: 0,
  chat: false,
  cue: undefined,
  byName: false,
  email: 0,
  phone: 0,
  order: 0,
  handle: 0,
  name: 0,
  spelt: 0,
  firstName: 0,
  lastName: 0,
  initialLast: 0,
  firstInitial: 0,
  recipient: 0,
  subject: 0,
  drivers: 0,
  brand: 1,
  product: 0,
  place: 0,
  channel: 'c',
  polarity: -0.5,
  complaint: true,
  complaintChance: 0,
  question: false,
  asks: false,
  thanks: false,
  protests: true,
  awaits: false,
  informs: false,
  outcome: undefined,
  solved: undefined,
  closedAt: undefined,
  misfiled: false,
  automatic: false,
  repeated: false,
  mute: false,
  words: [],
  ...fields,
});

function coder(): (name: string | null | undefined) => number {
  const codes = new Map<string, number>();
  return (name) => {
    if (name === null || name === undefined) return 0;
    let code = codes.get(name);
    if (code === undefined) codes.set(name, (code = codes.size + 1));
    return code;
  };
}

/** Rows of a corpus as stitching reads them, in order of time; `row` is the place in the sorted rows. */
export function toCaseMessages(rows: readonly EnrichedMessage[]): {
  readonly messages: CaseMessage[];
  readonly sorted: EnrichedMessage[];
} {
  const key = coder(),
    driver = coder(),
    brand = coder();
  const sorted = rows
    .filter(({ sentAt, direction }) => sentAt !== null && direction !== 'internal')
    .toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0));
  const messages = sorted.map((message, row): CaseMessage => {
    const contact = (kind: string): number =>
      key(message.contactKeys.find((item) => item.startsWith(`${kind}:`)));
    const cut = (kind: string, from: number, digits: number): number => {
      const found = message.contactKeys.find((item) => item.startsWith(`${kind}:`));
      return key(found?.slice(kind.length + from, kind.length + from + digits));
    };
    const outbound = message.direction === 'outbound';
    return {
      row,
      sentAt: message.sentAt ?? 0,
      dayOnly: message.dayOnly,
      stage: message.stage === 'private' ? PRIVATE : message.stage === 'public' ? PUBLIC : PRESS,
      outbound,
      id: key(`id ${message.messageId}`),
      parent: message.parentId === null ? 0 : key(`id ${message.parentId}`),
      thread: message.threadId === null ? 0 : key(`thread ${message.threadId}`),
      author: message.authorKey === null ? 0 : key(`author ${message.authorKey}`),
      byName: message.authorByName,
      chat: message.stage === 'private' && message.platform !== 'email' && message.kind !== 'ticket',
      cue: outbound ? undefined : cueOf(message.text ?? ''),
      email: contact('email'),
      phone: contact('phone'),
      order: contact('order'),
      handle: contact('handle'),
      name: cut('name', 1, 12),
      spelt: cut('spelt', 1, 12),
      firstName: cut('parts', 1, 5),
      lastName: cut('parts', 6, 5),
      initialLast: cut('parts', 11, 12),
      firstInitial: cut('parts', 23, 12),
      recipient: 0,
      subject: 0,
      drivers: message.drivers.reduce((bits, name) => bits | (1 << (driver(name) - 1)), 0),
      brand: brand(message.givenBrand ?? message.brands[0]),
      product: key(message.products[0]),
      place: key(message.places[0]),
      channel: message.channel,
      polarity: message.polarity ?? Number.NaN,
      complaint: message.intents.includes('complaint'),
      complaintChance: message.complaintProbability ?? 0,
      question: message.intents.includes('question'),
      ...saidOf(
        message.text,
        outbound,
        message.intents.includes('question'),
        message.intents.includes('thanks'),
      ),
      solved: undefined,
      closedAt: undefined,
      misfiled: false,
      automatic: message.speech === 'automatic',
      repeated: message.speech === 'repeat',
      mute: false,
      words: outbound ? [] : wordsOf(message.text),
    };
  });
  return { messages, sorted };
}

/** One end of what is seen, for all stages. */
export const everywhere = (at: number): Record<Stage, number> => ({ private: at, public: at, press: at });

/** Cases of rows of a corpus, whole. */
export function stitchRows(rows: readonly EnrichedMessage[]): Stitched[] {
  const { messages, sorted } = toCaseMessages(rows);
  return [
    ...stitchCases(messages, {
      observedUntil: everywhere(messages.at(-1)?.sentAt ?? 0),
      driverName: String,
      brandName: String,
      messageId: (row) => sorted[row]?.messageId ?? '',
    }),
  ];
}

/** Pairwise precision and recall, and B³ F1, of a grouping against the truth, item by item. */
export function groupingScores(
  truth: readonly string[],
  found: readonly string[],
): { precision: number; recall: number; bCubed: number } {
  const sizes = (keys: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const both = sizes(truth.map((key, at) => `${key}|${found[at]}`)),
    ofTruth = sizes(truth),
    ofFound = sizes(found);
  const pairs = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  let p = 0,
    r = 0;
  truth.forEach((key, at) => {
    const shared = both.get(`${key}|${found[at]}`) ?? 0;
    p += shared / (ofFound.get(found[at] ?? '') ?? 1);
    r += shared / (ofTruth.get(key) ?? 1);
  });
  return {
    precision: pairs(both) / pairs(ofFound),
    recall: pairs(both) / pairs(ofTruth),
    bCubed: (2 * p * r) / (p + r) / truth.length,
  };
}
