/**
 * What WhatsApp writes itself, as far as it is known: media, deleted, edited, system, polls. Android writes it like a person's
 * text; iOS puts U+200E before it, so that an unknown language still shows.
 */
import { anyOf } from './chat-words.js';
import { withoutBidi } from './line-head.js';
import { readMedia } from './media-lines.js';
import { isCallOrWaiting, isDeleted, isNotice } from './system-lines.js';

const EDITED_STEM = anyOf('edited');
const EDITED = new RegExp(`\\u200e?<(?=[^<>]{5,60}>)(?=[^<>]*${EDITED_STEM})[^<>:]+>\\s*$`, 'iu');
const EDITED_IOS = /\u200e<[^<>:]{5,60}>\s*$/u;

const POLL = /^\u200e?\p{Lu}[\p{Lu}\s]{2,20}:[\s\S]*?\n\u200e?\p{Lu}[\p{Lu}\s]{2,20}:\s/u;

/** What a body of a chat line is. */
export interface Body {
  readonly kind: 'message' | 'media' | 'deleted' | 'system';
  readonly text?: string;
  readonly attachments?: number;
  readonly edited?: boolean;
}

/**
 * Says what the text of one line is.
 *
 * @example
 * readBody('Oui, même lieu <Ce message a été modifié>')
 * // → { kind: 'message', text: 'Oui, même lieu', edited: true }
 */
export function readBody(body: string): Body {
  const generated = /^\s*\u200e/u.test(body);
  const edited = EDITED.test(body) || EDITED_IOS.test(body);
  const written = (edited ? body.replace(EDITED, '').replace(EDITED_IOS, '') : body).trim();
  const text = withoutBidi(written).trim();
  if (text === '') return edited ? { kind: 'message', edited } : { kind: 'message' };
  if (isDeleted(text)) return { kind: 'deleted' };
  if (POLL.test(written)) return { kind: 'message', text, ...(edited ? { edited } : {}) };
  // A caption comes before the generated part: "look here ‎image omitted".
  const mark = generated ? -1 : written.indexOf('\u200e');
  const tail = mark > 0 ? readMedia(withoutBidi(written.slice(mark)).trim(), true) : undefined;
  const found = tail
    ? { caption: `${withoutBidi(written.slice(0, mark))}${tail.caption}` }
    : readMedia(text, generated);
  if (found) {
    const caption = found.caption.replaceAll('•', '').trim();
    return caption === '' ||
      /^\d+ (?:pages?|Seiten?|páginas?|pagine|sayfa)$/iu.test(caption) ||
      isFileName(caption)
      ? { kind: 'media', attachments: 1 }
      : { kind: 'message', text: caption, attachments: 1, ...(edited ? { edited } : {}) };
  }
  if (isCallOrWaiting(text) || isNotice(text) || generated) return { kind: 'system' };
  return { kind: 'message', text, ...(edited ? { edited } : {}) };
}

const isFileName = (text: string): boolean =>
  !text.includes('\n') && /^\S[^/\\:*?"<>|]{0,100}\.[a-z0-9]{2,5}$/iu.test(text);
