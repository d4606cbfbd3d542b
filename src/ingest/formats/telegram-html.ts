import type { MessageRecord } from '../../model/index.js';
import { segments } from '../bytes/segments.js';
import { MAX_MESSAGE, innerDiv, ownerOf, wordsIn } from '../chat/html-chat.js';
import { zoneOf } from '../json/json-records.js';
import type { ReadOptions } from '../source.js';
import { readDate } from '../values/dates.js';
import { described } from './described.js';

const MESSAGE = /<div class="message (?:default|service)\b/;
const DAY = /^<div class="message service" id="message-/;
const TITLE = /<div class="page_header">[\s\S]{0,600}?<div class="text bold">([\s\S]{0,300}?)<\/div>/;
const NAME = /<div class="from_name">([\s\S]{0,500}?)<\/div>/g;
const FORWARDED = '<div class="forwarded body">';

/** The first name of a piece of a page, without the time beside it. */
const nameIn = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : wordsIn([...html.matchAll(NAME)][0]?.[1]?.replace(/<span\b[\s\S]*$/, ''));

/** Names of those who write, not of those whose messages they forward. */
const senderIn = (html: string): string | undefined => nameIn(html.split(FORWARDED)[0]);

function messageOf(
  html: string,
  title: string | undefined,
  options: ReadOptions,
): Omit<MessageRecord, 'row'> {
  const number = /^<div class="message [^"]*" id="message(-?\d+)"/.exec(html)?.[1],
    answered = /#go_to_message(\d+)/.exec(html)?.[1],
    when = /<div class="pull_right date details" title="([^"]+)"/.exec(html)?.[1],
    words = /<div class="text">/.exec(html),
    text = words === null ? undefined : wordsIn(innerDiv(html, words.index + words[0].length)),
    likes = [...html.matchAll(/<span class="count">\s*(\d+)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
  const inChat = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : `${title ?? ''}/${id}`;
  return {
    platform: 'telegram',
    stage: 'private',
    kind: text === undefined ? 'media' : 'message',
    id: inChat(number),
    parentId: inChat(answered),
    threadId: title,
    sentAt: when === undefined ? undefined : readDate(when, { ...zoneOf(options), order: 'dmy' })?.time,
    text,
    likes: likes > 0 ? likes : undefined,
    attachments: html.includes('class="media_wrap') ? 1 : undefined,
  };
}

/** A chat as Telegram Desktop shows it. It does not say whether a chat is public. */
export const telegramHtml = described('telegram-html', {
  detect: (file) =>
    file.container === 'text' &&
    MESSAGE.test(file.headText) &&
    /class="(?:pull_right )?date details"/.test(file.headText)
      ? { score: 0.95, why: 'messages as the HTML of Telegram Desktop has them' }
      : undefined,
  async *parse(file, options) {
    const title = wordsIn(TITLE.exec(file.headText)?.[1]),
      owner = ownerOf(title, file.headText.split(MESSAGE).map(senderIn));
    if (owner === undefined)
      yield {
        doubt: {
          reason: 'guessed-stage',
          hint: 'the page does not say whether the chat is public: read as private, never quoted; the export as JSON says it',
        },
      };
    else yield { note: "the account that exports is taken as the brand's own" };
    let row = 0,
      sender: string | undefined;
    for await (const part of segments(file.text(), MESSAGE, MAX_MESSAGE)) {
      // lines between days have numbers of their own, below zero
      if (part.index === 0 || DAY.test(part.text)) continue;
      row++;
      if (part.cut) {
        yield { reject: { row, reason: 'too-large', hint: 'a message of more than 4 MiB' } };
        continue;
      }
      if (part.text.startsWith('<div class="message service')) {
        yield { record: { row, platform: 'telegram', stage: 'private', kind: 'system', threadId: title } };
        continue;
      }
      // messages that follow one of the same sender do not name them
      sender = senderIn(part.text) ?? sender;
      const message = messageOf(part.text, title, options),
        passedOn = part.text.includes(FORWARDED) && nameIn(part.text.split(FORWARDED)[1]) !== sender;
      yield {
        record: {
          row,
          ...message,
          kind: passedOn && message.kind === 'message' ? 'share' : message.kind,
          authorName: sender,
          authorIsBrand: sender !== undefined && sender === owner ? true : undefined,
        },
      };
    }
  },
});
