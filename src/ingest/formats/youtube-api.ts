import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { htmlToText } from '../markup/html.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { isHeld, UNSEEN } from '../table/unpublished.js';
import { described } from './described.js';

function kindOf(file: ExportFile): string {
  const value = file.json?.value;
  const first = Array.isArray(value) ? value[0] : value;
  return asText(at(first, 'kind')) ?? asText(at(firstItem(file, ['items']), 'kind')) ?? '';
}

function detect(file: ExportFile): Detection | undefined {
  const kind = kindOf(file);
  if (kind.startsWith('youtube#comment')) return { score: 0.98, why: `"kind": "${kind}"` };
  if (kind.startsWith('youtube#'))
    return {
      score: 0.9,
      why: `"kind": "${kind}"`,
      holdsNoMessages: 'videos, channels or searches of the YouTube API, no comments',
    };
  return undefined;
}

function toRecord(comment: unknown, row: number, replies: number | undefined): MessageRecord | undefined {
  const snippet = asObject(at(comment, 'snippet'));
  if (!snippet) return undefined;
  const id = asText(at(comment, 'id'));
  const videoId = asText(snippet['videoId']);
  const shown = wordsOf(snippet['textDisplay']);
  const text = wordsOf(snippet['textOriginal']) ?? (shown === undefined ? undefined : htmlToText(shown));
  const published = asText(snippet['publishedAt']),
    updated = asText(snippet['updatedAt']);
  return {
    row,
    platform: 'youtube',
    stage: 'public',
    kind: text === undefined ? 'deleted' : 'comment',
    ...(text !== undefined && isHeld(asText(snippet['moderationStatus'])) && UNSEEN),
    id,
    threadId: videoId ?? asText(snippet['channelId']),
    parentId: asText(snippet['parentId']),
    authorId: asText(at(snippet, 'authorChannelId', 'value')),
    authorName: asText(snippet['authorDisplayName']),
    sentAt: timeOf(published),
    text,
    url:
      videoId === undefined || id === undefined
        ? undefined
        : `https://www.youtube.com/watch?v=${videoId}&lc=${id}`,
    likes: countOf(snippet['likeCount']),
    replies,
    edited: updated !== undefined && published !== undefined && updated !== published ? true : undefined,
  };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  let row = 0,
    missing = 0;
  yield* readItems(itemsIn(file, ['items']), function* (item) {
    const top = at(item, 'snippet', 'topLevelComment');
    const replies = asArray(at(item, 'replies', 'comments'));
    const total = countOf(at(item, 'snippet', 'totalReplyCount'));
    missing += Math.max(0, (total ?? 0) - replies.length);
    const outer = { videoId: at(item, 'snippet', 'videoId'), channelId: at(item, 'snippet', 'channelId') };
    for (const comment of top === undefined ? [item] : [top, ...replies]) {
      const whole =
        top === undefined
          ? comment
          : { ...asObject(comment), snippet: { ...outer, ...asObject(at(comment, 'snippet')) } };
      const record = toRecord(whole, ++row, comment === top ? total : undefined);
      if (record) yield { record };
    }
  });
  if (missing > 0) yield { note: `${missing} replies are counted by YouTube but not in the file` };
}

export const youtubeApi = described('youtube-api', { detect, parse });
