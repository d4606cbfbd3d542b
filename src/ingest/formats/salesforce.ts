import { filedUnder } from '../json/filed-under.js';
import { careRecord, type CareMessage } from '../json/care-record.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, closingIn, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['records']] as const;
/** Values of `Origin` that are told in other words; the others keep theirs. */
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'form',
  whatsapp: 'whatsapp-dm',
  messenger: 'facebook-dm',
  'facebook messenger': 'facebook-dm',
};

const isCase = (value: unknown): boolean =>
  at(value, 'attributes', 'type') === 'Case' ||
  (at(value, 'CaseNumber') !== undefined && at(value, 'CreatedDate') !== undefined);

const childrenOf = (value: unknown, name: string): readonly unknown[] => asArray(at(value, name, 'records'));

type Entry = Omit<CareMessage, 'row' | 'platform'>;

const emailFields = (email: unknown): Entry => ({
  id: asText(at(email, 'Id')),
  channel: 'email',
  direction: at(email, 'Incoming') === true ? 'inbound' : 'outbound',
  authorName: asText(at(email, 'FromName')),
  contacts: [at(email, 'FromAddress')],
  sentAt: timeOf(at(email, 'MessageDate') ?? at(email, 'CreatedDate')),
  title: wordsOf(at(email, 'Subject')),
  text: textOrHtml(at(email, 'TextBody'), at(email, 'HtmlBody')),
});

/** A comment that the customer sees is an answer; who wrote it is no contact but a user of the desk. */
const commentFields = (comment: unknown): Entry => ({
  id: asText(at(comment, 'Id')),
  direction: at(comment, 'IsPublished') === true ? 'outbound' : 'internal',
  authorId: asText(at(comment, 'CreatedById')),
  authorName: asText(at(comment, 'CreatedBy', 'Name')),
  sentAt: timeOf(at(comment, 'CreatedDate')),
  text: wordsOf(at(comment, 'CommentBody')),
});

function* records(value: unknown, next: () => number): Iterable<Parsed> {
  if (!isCase(value)) return;
  const row = next(),
    sentAt = timeOf(at(value, 'CreatedDate'));
  const { closedAt, doubts } = closingIn([at(value, 'ClosedDate')], sentAt, row);
  yield* doubts;
  const origin = (asText(at(value, 'Origin')) ?? 'ticket').toLowerCase(),
    number = asText(at(value, 'CaseNumber')) ?? asText(at(value, 'Id'));
  const base = {
    platform: 'salesforce',
    threadId: asText(at(value, 'Id')) ?? number,
    status: asText(at(value, 'Status')),
    closedAt,
  };
  const channel = asText(at(CHANNELS, origin)) ?? origin.replaceAll(/[^\p{L}\d]+/gu, '-');
  const contacts = [
    at(value, 'SuppliedEmail'),
    at(value, 'ContactEmail'),
    at(value, 'Contact', 'Email'),
    at(value, 'SuppliedPhone'),
    at(value, 'ContactPhone'),
  ].flatMap((contact) => asText(contact) ?? []);
  yield {
    record: careRecord({
      ...base,
      row,
      kind: 'ticket',
      channel,
      id: `ticket-${number ?? ''}`,
      direction: 'inbound',
      authorId: asText(at(value, 'ContactId')),
      authorName: asText(at(value, 'SuppliedName')) ?? asText(at(value, 'Contact', 'Name')),
      contacts: [...new Set(contacts)],
      sentAt,
      title: wordsOf(at(value, 'Subject')),
      text: wordsOf(at(value, 'Description')),
      attributes: filedUnder(value),
    }),
  };
  const entries = [
    ...childrenOf(value, 'EmailMessages').map(emailFields),
    ...childrenOf(value, 'CaseComments').map(commentFields),
  ];
  for (const entry of entries)
    yield {
      record: careRecord({ channel, ...base, ...entry, row: next(), parentId: `ticket-${number ?? ''}` }),
    };
}

export const salesforce = described('salesforce', {
  detect: byFirstItem(PATHS, [isCase, 0.95, 'records of "Case" with "CaseNumber" and "CreatedDate"']),
  parse: numberedItems(PATHS, records),
});
