import type { MessageRecord } from '../../model/index.js';
import { timeOf, wordsOf } from '../json/json-records.js';
import { child, childrenOf, xmlElements, type XmlElement } from '../markup/xml.js';
import { described } from './described.js';

const given = (value: string | undefined): string | undefined =>
  value === undefined || value === 'null' || value === '(Unknown)' ? undefined : wordsOf(value);

/** Texts of the parts of a message with pictures, and how many parts are none. */
function partsOf(mms: XmlElement): { readonly text: string | undefined; readonly attachments: number } {
  const parts = childrenOf(child(mms, 'parts'), 'part').filter(
    ({ attributes }) => attributes['ct'] !== 'application/smil',
  );
  const texts = parts.filter(({ attributes }) => attributes['ct'] === 'text/plain');
  return {
    text: wordsOf(texts.flatMap(({ attributes }) => given(attributes['text']) ?? []).join('\n')),
    attachments: parts.length - texts.length,
  };
}

/** Boxes: received, and of what the phone wrote drafts and what was not sent. */
const RECEIVED = '1';
const UNSENT: Readonly<Record<string, string>> = { 3: 'a draft', 5: 'a text message that was not sent' };
const boxOf = ({ name, attributes }: XmlElement): string =>
  attributes[name === 'mms' ? 'msg_box' : 'type'] ?? RECEIVED;

/** Who wrote a picture message to several: the address of that role. */
const writerOf = (mms: XmlElement): string | undefined =>
  given(
    childrenOf(child(mms, 'addrs'), 'addr').find(({ attributes }) => attributes['type'] === '137')
      ?.attributes['address'],
  );

function toRecord(element: XmlElement, row: number): MessageRecord {
  const { attributes, name } = element;
  const address = given(attributes['address']),
    contact = given(attributes['contact_name']);
  const sent = boxOf(element) !== RECEIVED;
  // several numbers stand apart by tildes, as do their names
  const isGroup = address?.includes('~') === true,
    author = isGroup ? writerOf(element) : address;
  const { text, attachments } =
    name === 'mms' ? partsOf(element) : { text: given(attributes['body']), attachments: 0 };
  return {
    row,
    platform: 'sms',
    stage: 'private',
    kind: text === undefined ? 'media' : 'message',
    threadId: address,
    ...(sent
      ? { authorIsBrand: true, direction: 'outbound' }
      : {
          authorId: author,
          authorName: isGroup ? undefined : contact,
          authorContacts: author === undefined ? undefined : [author],
          direction: 'inbound',
        }),
    title: given(attributes['subject'] ?? attributes['sub']),
    sentAt: timeOf(Number(attributes['date'] ?? Number.NaN)),
    text,
    attachments: attachments || undefined,
  };
}

/** Text messages of a phone; what the phone sent is the brand's. */
export const smsBackup = described('sms-backup', {
  detect: (file) =>
    file.markup?.root === 'smses' ? { score: 0.97, why: '<smses> of SMS Backup & Restore' } : undefined,
  async *parse(file) {
    yield { note: "the phone that was saved is taken as the brand's own" };
    for await (const element of xmlElements(file, ['sms', 'mms'])) {
      const { row } = element,
        hint =
          element.attributes['date'] === undefined ? 'a text message without date' : UNSENT[boxOf(element)];
      yield hint === undefined
        ? { record: toRecord(element, row) }
        : { reject: { row, reason: 'not-a-message', hint } };
    }
  },
});
