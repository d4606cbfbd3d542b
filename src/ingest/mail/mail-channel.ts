import type { Mail } from './mime.js';

const NO_REPLY =
  /^(?:(?:no|ne|nepas|donot|do-not|ne-pas)[-_.]?(?:reply|pas-?repondre|repondre)|notifications?|newsletters?|mailer(?!-?daemon))(?:[-_.+][^@]*)?@/i;
const ADDRESS = /[\w.+-]@[\w-]+\.\w/;

/** An address that takes no reply, and no other to answer to: whoever asks something gives one. */
const takesNoReply = (mail: Mail, body: string | undefined): boolean =>
  NO_REPLY.test(mail.from?.address ?? '') &&
  mail.header('reply-to').every((value) => value.trim() === '' || NO_REPLY.test(value.replace(/^.*</, ''))) &&
  !ADDRESS.test(body ?? '');

/** `mailing-list` when members post to it, `newsletter` when its sender only sends, else `email`. */
export function channelOf(mail: Mail, body: string | undefined): string {
  const has = (name: string): boolean => mail.header(name).some((value) => value.trim() !== '');
  if (mail.header('list-post').some((value) => !/^\s*NO\b/i.test(value) && value.trim() !== ''))
    return 'mailing-list';
  const bulk = mail.header('precedence').some((value) => /^\s*(?:bulk|junk)\b/i.test(value));
  return has('list-unsubscribe') || has('list-id') || bulk || takesNoReply(mail, body)
    ? 'newsletter'
    : 'email';
}
