import { shippedJson } from '../../util/shipped-json.js';

/** What chat programs write themselves, in the languages of phones: parts of regular expressions, and words around a time. */
export const CHAT_WORDS = shippedJson('./chat-words.json', import.meta.url) as Readonly<
  Record<
    | 'mediaNouns'
    | 'omitted'
    | 'edited'
    | 'deleted'
    | 'groupEvents'
    | 'notices'
    | 'missedCalls'
    | 'waiting'
    | 'metaStarts'
    | 'metaEnds'
    | 'metaAttachments'
    | 'am'
    | 'pm'
    | 'aroundTimes',
    readonly string[]
  >
>;

/** A group of a regular expression that matches one of the words. */
export const anyOf = (list: keyof typeof CHAT_WORDS): string => `(?:${CHAT_WORDS[list].join('|')})`;
