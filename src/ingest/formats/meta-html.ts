import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { segments } from '../bytes/segments.js';
import { MAX_MESSAGE, innerDiv, ownerOf, wordsIn } from '../chat/html-chat.js';
import { THREAD_FOLDER, generatedKind } from '../chat/meta-messages.js';
import { zoneOf } from '../json/json-records.js';
import type { ReadOptions } from '../source.js';
import { readDate } from '../values/dates.js';
import { described } from './described.js';

/** Classes of the download since 2021, and before. */
const MESSAGE = /<div\b[^<>]{0,20}class="pam _3-95 (?:_2ph- _a6-g|_2pi0 _2lej) uiBoxWhite noborder"/;
const SENDER =
  /<(h2|div)\b[^<>]{0,20}class="(?:_3-95 _2pim _a6-h _a6-i|_3-96 _2pio _2lek _2lel)"[^<>]*>([\s\S]{0,500}?)<\/\1>/g;
const BODY = /<div class="(?:_3-95 _a6-p|_3-96 _2let)">/;
const DATE = /<div class="_3-94 (?:_a6-o|_2lem)">([^<>]{4,60})<\/div>/;
/** Other pages of the download (likes, posts) have the boxes, not what stands in them. */
const WORDS = /<div class="(?:_3-95 _a6-p|_3-96 _2let)">\s*<div>\s*<div><\/div>\s*<div>/;
const REACTIONS = /<ul class="(?:_a6-q|_tqp)">(?:(?!<\/?ul\b)[\s\S])*<\/ul>/g;

const platformOf = (file: ExportFile): string =>
  /instagram/i.test(file.path) ||
  (!/facebook|messenger/i.test(file.path) && /Instagram-Logo|instagram\.com/i.test(file.headText))
    ? 'instagram'
    : 'facebook';

const titleOf = (file: ExportFile): string | undefined =>
  wordsIn(/<title>([^<]{1,300})<\/title>/i.exec(file.headText)?.[1]) ??
  wordsIn(/<h1\b[^<>]*>([^<]{1,300})<\/h1>/i.exec(file.headText)?.[1]);

const sendersIn = (html: string): (string | undefined)[] =>
  [...html.matchAll(SENDER)].map(([, , name]) => wordsIn(name));

/** Words, pictures and reactions of one message. */
function bodyOf(html: string): Pick<MessageRecord, 'text' | 'likes' | 'attachments'> {
  const begins = BODY.exec(html);
  const body = begins === null ? '' : innerDiv(html, begins.index + begins[0].length);
  const reactions = (body.match(REACTIONS) ?? []).join('').match(/<li\b/g)?.length;
  const plain = body.replaceAll(REACTIONS, '');
  const words = /^\s*<div>\s*<div><\/div>\s*<div>/.exec(plain);
  const text = words === null ? plain : innerDiv(plain, words[0].length);
  const rest = words === null ? plain : plain.slice(words[0].length + text.length);
  const files = rest.match(/<(?:img|video|audio)\b/g)?.length ?? 0,
    attachments = files > 0 ? files : /<a\b[^<>]*href=/.test(rest) ? 1 : 0;
  return { text: wordsIn(text), likes: reactions, attachments: attachments > 0 ? attachments : undefined };
}

/** Conversations of Facebook and Instagram as a download shows them, the newest message first. */
export const metaHtml = described('meta-html', {
  detect: (file) =>
    file.container === 'text' && MESSAGE.test(file.headText) && WORDS.test(file.headText)
      ? { score: 0.95, why: 'boxes of messages as the HTML of Meta’s downloads has them' }
      : undefined,
  async *parse(file, options: ReadOptions) {
    const title = titleOf(file),
      owner = ownerOf(title, sendersIn(file.headText));
    const base = {
      platform: platformOf(file),
      stage: 'private' as const,
      threadId: THREAD_FOLDER.exec(file.path)?.[1] ?? title,
    };
    if (owner !== undefined) yield { note: "the account of the download is taken as the brand's own" };
    let row = 0;
    for await (const part of segments(file.text(), MESSAGE, MAX_MESSAGE)) {
      const when = DATE.exec(part.text)?.[1];
      // above the messages, and where participants are listed
      if (part.index === 0 || (when === undefined && !part.cut)) continue;
      row++;
      if (part.cut || when === undefined) {
        yield { reject: { row, reason: 'too-large', hint: 'a message of more than 4 MiB' } };
        continue;
      }
      const [author] = sendersIn(part.text),
        { text, likes, attachments } = bodyOf(part.text),
        kind = generatedKind(text, attachments ?? 0);
      yield {
        record: {
          ...base,
          row,
          kind,
          authorName: author,
          authorIsBrand: author !== undefined && author === owner ? true : undefined,
          sentAt: readDate(when.trim(), { ...zoneOf(options), order: options.dateOrder })?.time,
          text: kind === 'message' ? text : undefined,
          likes,
          attachments,
        },
      };
    }
  },
});
