import type { ExportFile } from '../bytes/export-file.js';
import { WHOLE_JSON_LIMIT, asArray, asObject, asText, at, wholeJson } from '../json/json.js';
import { timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

/** The sections changed their place over the years: they are found by name, wherever they stand. */
function find(value: unknown, name: RegExp, depth = 0): unknown {
  const object = asObject(value);
  if (!object || depth > 6) return undefined;
  for (const [key, inner] of Object.entries(object))
    if (name.test(key) && inner !== null && typeof inner === 'object') return inner;
  for (const inner of Object.values(object)) {
    const found = find(inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const CHATS = /^ChatHistory$/i;
const COMMENTS = /^CommentsList$/i;
const SECTIONS =
  /^(?:Activity|Direct Messages?|Comment|Profile|Video|App Settings|Ads and data|Tiktok Live|Tiktok Shopping|Your Activity|Likes and Favorites|Post|Profile And Settings|TikTok Shop)$/i;

function detect(file: ExportFile): Detection | undefined {
  const value = asObject(file.json?.value);
  if (!value) return undefined;
  if (find(value, CHATS) !== undefined) return { score: 0.95, why: '"ChatHistory" of a TikTok download' };
  if (find(value, COMMENTS) !== undefined) return { score: 0.93, why: '"CommentsList" of a TikTok download' };
  if (at(value, 'Ads and data', 'Off TikTok Activity') !== undefined)
    return { score: 0.85, why: '"Off TikTok Activity" of a TikTok download' };
  const sections = Object.keys(value).filter((key) => SECTIONS.test(key));
  return sections.length >= 2
    ? { score: 0.85, why: `sections ${sections.slice(0, 3).join(', ')} of a TikTok download` }
    : undefined;
}

/** The owner of the download, when the profile is in it. */
function ownerOf(value: unknown): string | undefined {
  const profile = find(value, /^ProfileMap$/i);
  return asText(at(profile, 'userName')) ?? asText(at(profile, 'username'));
}

function* messages(value: unknown, owner: string | undefined, next: () => number): Iterable<Parsed> {
  for (const [title, list] of Object.entries(asObject(find(value, CHATS)) ?? {})) {
    const thread = title.replace(/^Chat History with\s+/i, '').replace(/:$/, '');
    for (const entry of asArray(list)) {
      const row = next();
      const author = asText(at(entry, 'From') ?? at(entry, 'from'));
      const date = at(entry, 'Date') ?? at(entry, 'date');
      if (date === undefined) {
        yield { reject: { row, reason: 'not-a-message', hint: 'a message without a date' } };
        continue;
      }
      const text = wordsOf(at(entry, 'Content') ?? at(entry, 'content'));
      const isOwn = author !== undefined && (owner === undefined ? author !== thread : author === owner);
      yield {
        record: {
          row,
          platform: 'tiktok',
          channel: 'tiktok-dm',
          stage: 'private',
          kind: text === undefined ? 'media' : 'message',
          threadId: thread,
          authorName: author,
          direction: isOwn ? 'outbound' : undefined,
          authorIsBrand: isOwn ? true : undefined,
          sentAt: timeOf(date, { utc: true }),
          text,
        },
      };
    }
  }
}

function* comments(value: unknown, owner: string | undefined, next: () => number): Iterable<Parsed> {
  for (const entry of asArray(find(value, COMMENTS))) {
    const row = next();
    const text = wordsOf(at(entry, 'comment') ?? at(entry, 'Comment'));
    const url = asText(at(entry, 'url') ?? at(entry, 'Url'));
    yield {
      record: {
        row,
        platform: 'tiktok',
        stage: 'public',
        kind: text === undefined ? 'media' : 'comment',
        threadId: /\/video\/(\d+)/.exec(url ?? '')?.[1],
        authorName: owner,
        authorIsBrand: true,
        sentAt: timeOf(at(entry, 'date') ?? at(entry, 'Date'), { utc: true }),
        text,
        url,
        attachments: wordsOf(at(entry, 'photo') ?? at(entry, 'Photo'))?.startsWith('http') ? 1 : undefined,
      },
    };
  }
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const value = await wholeJson(file);
  const owner = ownerOf(value);
  let row = 0;
  yield* messages(value, owner, () => ++row);
  yield* comments(value, owner, () => ++row);
  yield {
    note:
      row === 0
        ? 'the download holds neither messages nor comments'
        : "the account of the download is taken as the brand's own; comments are those it wrote",
  };
}

export const tiktokAccount = described('tiktok-account', {
  memory: { wholeUpTo: WHOLE_JSON_LIMIT },
  detect,
  parse,
});
