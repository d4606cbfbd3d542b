import { anyOf } from './chat-words.js';
import { withoutBidi } from './line-head.js';

const MEDIA_NOUN = anyOf('mediaNouns');
const OMITTED = anyOf('omitted');

const ANGLE_MEDIA = /^<(?=[^<>]*[\s\u0370-\uffff])[^<>:]{3,40}>$/u;
const OMITTED_MEDIA = new RegExp(
  `^(?:${MEDIA_NOUN}\\s+(?:\\S+\\s+)?${OMITTED}|${OMITTED}\\s+${MEDIA_NOUN})\\.?$`,
  'iu',
);
const NOUN_ANYWHERE = new RegExp(`(?:^|[\\s"«•])${MEDIA_NOUN}`, 'iu');
const ATTACHED_IOS = /<[^<>:]{2,30}\s?:\s[^<>]*\.[a-z0-9]{2,5}>/iu;
const ATTACHED_ANDROID = /^[^\n/\\:*?"<>|]{1,120}\.[a-z0-9]{2,5} \([^()\n]{4,40}\)$/iu;
const LOCATION =
  /^[^:\n]{3,40}:\s*(?:[^\n]{0,200}\s)?\(?https?:\/\/(?:maps\.google\.[a-z.]+|www\.google\.[a-z.]+\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|foursquare\.com)\/?\S*$/iu;

/**
 * What WhatsApp writes for a picture, a sound, a document or a place, and the caption beside it; `undefined` for words of a person.
 * `generated`: the line has the mark of text that the phone wrote.
 */
export function readMedia(text: string, generated: boolean): { caption: string } | undefined {
  if (ANGLE_MEDIA.test(text) || OMITTED_MEDIA.test(text) || LOCATION.test(text)) return { caption: '' };
  const [first = '', ...rest] = text.split('\n');
  if (ATTACHED_ANDROID.test(withoutBidi(first).trim())) return { caption: rest.join('\n') };
  const attached = ATTACHED_IOS.exec(text);
  if (attached)
    return { caption: text.slice(0, attached.index) + text.slice(attached.index + attached[0].length) };
  if (generated && text.length <= 60 && NOUN_ANYWHERE.test(text)) return { caption: '' };
  return undefined;
}
