import type { Direction } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, textOrHtml, timeOf, wordsOf } from '../json/json-records.js';
import { ownWords } from '../mail/quote.js';
import { relaysContact } from '../../util/relayed.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['results'], ['messages', 'results'], ['messages']] as const;

const isMessage = (value: unknown): boolean =>
  at(value, 'conversationsThreadId') !== undefined && at(value, 'createdAt') !== undefined;

const isThread = (value: unknown): boolean =>
  at(value, 'originalChannelId') !== undefined && at(value, 'inboxId') !== undefined;

/** A comment is read by colleagues alone; else the message says which way it went, or who sent it: `V-` is a visitor. */
function directionOf(message: unknown, actor: string | undefined): Direction {
  if (at(message, 'type') === 'COMMENT') return 'internal';
  const told = asText(at(message, 'direction'));
  if (told !== undefined) return told === 'INCOMING' ? 'inbound' : 'outbound';
  return actor === undefined || actor.startsWith('V-') ? 'inbound' : 'outbound';
}

function* records(message: unknown, next: () => number): Iterable<Parsed> {
  if (!isMessage(message)) return;
  const typist = at(message, 'senders', 0),
    typed = asText(at(typist, 'actorId')) ?? asText(at(message, 'createdBy')),
    type = asText(at(message, 'type')) ?? '';
  const title = wordsOf(at(message, 'subject')),
    written = textOrHtml(at(message, 'text'), at(message, 'richText')),
    text = written === undefined ? undefined : wordsOf(ownWords(written, title));
  // Bots, systems and integrations of HubSpot are no persons.
  const machine = /^[BSIL]-/.test(typed ?? '') || (type !== 'MESSAGE' && type !== 'COMMENT');
  const way = directionOf(message, typed);
  // What an agent notes of a call is sent by them to the customer who called.
  const called = way === 'outbound' && !machine && text !== undefined && relaysContact(text),
    direction = called ? 'inbound' : way,
    sender = called ? at(message, 'recipients', 0) : typist,
    actor = called ? asText(at(sender, 'actorId')) : typed;
  yield {
    record: careRecord({
      row: next(),
      platform: 'hubspot',
      channel: called
        ? 'phone'
        : at(sender, 'deliveryIdentifier', 'type') === 'HS_EMAIL_ADDRESS'
          ? 'email'
          : 'ticket',
      automatic: machine,
      id: asText(at(message, 'id')),
      threadId: asText(at(message, 'conversationsThreadId')),
      parentId: asText(at(message, 'inReplyToId')),
      direction,
      authorId: actor,
      authorName: asText(at(sender, 'name')),
      contacts: [at(sender, 'deliveryIdentifier', 'value')],
      sentAt: timeOf(at(message, 'createdAt')),
      title,
      text,
      attachments: at(message, 'attachments'),
    }),
  };
}

export const hubspot = described('hubspot', {
  detect: byFirstItem(
    PATHS,
    [isMessage, 0.96, 'messages with "conversationsThreadId" of HubSpot’s conversations'],
    [isThread, 0.9, 'threads with "originalChannelId"', 'threads, no messages'],
  ),
  parse: numberedItems(PATHS, records),
});
