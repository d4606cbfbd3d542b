import { anyOf } from './chat-words.js';
import { withoutBidi } from './line-head.js';

/** Verbs of group events, for a line that looks authored because a group name or a quote in it holds a colon. */
const GROUP_EVENT = new RegExp(anyOf('groupEvents'), 'iu');

/** Notices of the first lines and of security, which can stand behind the name of a group or business. */
const NOTICE = new RegExp(`^${anyOf('notices')}`, 'iu');

const CALL = new RegExp(`^${anyOf('missedCalls')}`, 'iu');

/** Stands for a message that the phone has not received. */
const WAITING = new RegExp(`^${anyOf('waiting')}[.…]?$`, 'iu');

const DELETED = new RegExp(`^${anyOf('deleted')}[.。]?$`, 'iu');

/** `true` when the part before the first colon is no author but the beginning of a group event. */
export function isGroupEvent(author: string): boolean {
  return author.length > 12 && GROUP_EVENT.test(author);
}

/** `true` for notices of encryption, security and accounts, whoever they are attributed to. */
export function isNotice(body: string): boolean {
  return NOTICE.test(withoutBidi(body).trim());
}

/** `true` for a missed call and for a message that the phone has not received yet. */
export function isCallOrWaiting(text: string): boolean {
  return CALL.test(text) || WAITING.test(text);
}

/** `true` for the sentence that stands for a deleted message, in the languages of the table. */
export function isDeleted(text: string): boolean {
  return DELETED.test(text);
}
