import type { Direction, MessageRecord } from '../../model/index.js';
import { asArray } from './json.js';
import { kindOfMessage, wordsOf } from './json-records.js';

type Followed = 'stage' | 'kind' | 'authorIsBrand' | 'authorContacts' | 'attachments';

/** What a desk or a chat tells of one message; the rest follows. */
export type CareMessage = Omit<MessageRecord, Followed> &
  Partial<Pick<MessageRecord, 'stage' | 'kind'>> & {
    readonly direction: Direction;
    /** Nobody wrote it: a bot, a rule, the system. */
    readonly automatic?: boolean;
    /** Addresses and numbers of the author, who counts where a customer wrote. */
    readonly contacts?: readonly unknown[];
    /** Files, or how many. */
    readonly attachments?: unknown;
  };

/** The record of a message to or from a desk: private, and a message by what it holds, unless told otherwise; the brand's where no customer wrote. */
export function careRecord({
  automatic = false,
  contacts = [],
  attachments: files,
  ...told
}: CareMessage): MessageRecord {
  const attachments = typeof files === 'number' ? files : asArray(files).length,
    isCustomer = told.direction === 'inbound',
    known = isCustomer ? contacts.flatMap((contact) => wordsOf(contact) ?? []) : [];
  return {
    stage: 'private',
    kind: automatic ? 'system' : kindOfMessage(told.text, attachments),
    ...told,
    authorIsBrand: isCustomer ? undefined : true,
    authorContacts: known.length > 0 ? known : undefined,
    attachments: attachments > 0 ? attachments : undefined,
  };
}
