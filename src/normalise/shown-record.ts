import { randomUUID } from 'node:crypto';
import type { MessageRecord } from '../model/index.js';
import { createNormaliser } from './normalise.js';
import { NOBODY, type Persons } from './persons.js';
import { shapeOf, tellDate } from './tell.js';

/** Fields that hold who somebody is, or lead to it. */
const PERSONAL = ['id', 'threadId', 'parentId', 'authorId', 'authorName', 'authorHandle', 'site'] as const;
const CONTACTS = ['authorContacts', 'recipientContacts'] as const;
/** Fields that a message has too, as words. */
const WORDED = [
  'channel',
  'title',
  'text',
  'url',
  'givenBrand',
  'sourceName',
  'status',
  'store',
  'product',
  'region',
  'campaign',
  'segment',
] as const;

/** Without the pseudonyms in a value: a key that nobody keeps gives others each time. */
const withoutKeys = (value: string): string =>
  value.replaceAll(/(?<=~)[\da-f]{16}/g, '…').replaceAll(/(?<=\[)[\da-f]{16}(?=\])/g, '…');

/**
 * Makes what shows a record of an export to somebody without naming anybody: words as a message has them, masked; of ids, names, handles and
 * contacts their shape, of pseudonyms an ellipsis. Fields that are absent stay so.
 *
 * @example
 * createRecordShower()({ row: 2, platform: 'web', stage: 'private', kind: 'message', authorName: 'Jo Ex', text: 'appelez le 06 12 34 56 78' })
 * // → { row: 2, platform: 'web', stage: 'private', kind: 'message', authorName: 'Xx Xx', text: 'appelez le [téléphone]' }
 */
export function createRecordShower(persons: Persons = NOBODY): (record: MessageRecord) => MessageRecord {
  const normalise = createNormaliser({ key: randomUUID() + randomUUID(), persons });
  return (record) => {
    const { columns } = normalise([record], { file: '', format: '' });
    const shown: Record<string, unknown> = { ...record };
    for (const field of PERSONAL) if (record[field] !== undefined) shown[field] = shapeOf(record[field]);
    for (const field of CONTACTS) if (record[field] !== undefined) shown[field] = record[field].map(shapeOf);
    for (const field of WORDED)
      if (record[field] !== undefined) shown[field] = withoutKeys(columns[field][0] ?? '');
    if (record.sentAt !== undefined) shown['sentAt'] = { ...record.sentAt, raw: columns.sentAtText[0] ?? '' };
    if (record.closedAt !== undefined)
      shown['closedAt'] = { ...record.closedAt, raw: tellDate(record.closedAt.raw, () => '…') ?? '' };
    if (record.attributes !== undefined)
      shown['attributes'] = JSON.parse(withoutKeys(columns.attributes[0] ?? '{}')) as Record<string, string>;
    return shown as unknown as MessageRecord;
  };
}
