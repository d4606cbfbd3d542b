import type { Kind } from '../../model/index.js';
import { asArray, asText, at } from '../json/json.js';
import { byFirstItem, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import { saysAutomatic } from '../mail/mail-record.js';
import { ownWords, withoutQuotedHtml } from '../mail/quote.js';
import { htmlToText } from '../markup/html.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['value'], ['messages'], ['d', 'results']] as const;

const addressOf = (person: unknown): string | undefined =>
  asText(at(person, 'emailAddress', 'address'))?.toLowerCase();
const isMail = (value: unknown): boolean =>
  at(value, 'from', 'emailAddress') !== undefined &&
  (at(value, 'receivedDateTime') ?? at(value, 'sentDateTime')) !== undefined &&
  (at(value, 'subject') !== undefined || at(value, 'body', 'content') !== undefined);

/** What the author wrote, without the mail answered; Graph cuts nothing but in `uniqueBody`. */
function bodyOf(mail: unknown, subject: string | undefined): string | undefined {
  for (const part of ['uniqueBody', 'body'] as const) {
    const content = wordsOf(at(mail, part, 'content'));
    if (content === undefined) continue;
    const html = asText(at(mail, part, 'contentType'))?.toLowerCase() === 'html';
    const words = wordsOf(ownWords(html ? htmlToText(withoutQuotedHtml(content)) : content, subject));
    if (words !== undefined) return words;
  }
  return wordsOf(at(mail, 'bodyPreview'));
}

/** An identifier without the signs around it. */
const bare = (value: unknown): string | undefined => asText(value)?.replaceAll(/[<>\s]/g, '') || undefined;

function* records(mail: unknown, next: () => number): Iterable<Parsed> {
  if (!isMail(mail)) return;
  const row = next();
  if (at(mail, 'isDraft') === true) {
    yield { reject: { row, reason: 'not-a-message', hint: 'a draft: nobody received it' } };
    return;
  }
  const subject = wordsOf(at(mail, 'subject')),
    automatic = saysAutomatic(subject),
    text = automatic ? undefined : bodyOf(mail, subject),
    address = addressOf(at(mail, 'from')),
    to = ['toRecipients', 'ccRecipients'].flatMap((list) =>
      asArray(at(mail, list)).flatMap((one) => addressOf(one) ?? []),
    );
  const carries = at(mail, 'hasAttachments') === true;
  const kind: Kind = automatic ? 'system' : text === undefined && carries ? 'media' : 'message';
  yield {
    record: {
      row,
      platform: 'email',
      stage: 'private',
      channel: 'email',
      kind,
      id: bare(at(mail, 'internetMessageId')) ?? asText(at(mail, 'id')),
      threadId: asText(at(mail, 'conversationId')),
      authorId: address,
      authorName: asText(at(mail, 'from', 'emailAddress', 'name')),
      authorContacts: address === undefined ? undefined : [address],
      recipientContacts: to.length === 0 ? undefined : to.slice(0, 20),
      sentAt: timeOf(at(mail, 'sentDateTime') ?? at(mail, 'receivedDateTime')),
      title: subject,
      text,
      attachments: carries ? 1 : undefined,
    },
  };
}

/** Mails of a mailbox as Microsoft Graph lists them (Power Automate, scripts); whose they are is told by addresses. */
export const graphMail = described('graph-mail', {
  detect: byFirstItem(PATHS, [
    isMail,
    0.96,
    'mails with "from.emailAddress" and "receivedDateTime" of Microsoft Graph',
  ]),
  parse: numberedItems(PATHS, records),
});
