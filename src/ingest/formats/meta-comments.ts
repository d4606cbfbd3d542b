import type { ExportFile } from '../bytes/export-file.js';
import { repairMojibake } from '../bytes/mojibake.js';
import { asArray, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

const COMMENTS = ['comments_v2'],
  ON_POSTS = ['comments_media_comments'],
  ON_REELS = ['comments_reels_comments'];
const NOTE = { note: "comments of the account of the download: taken as the brand's own" } as const;

/** Texts of Meta's downloads are UTF-8 that was written as Latin-1. */
const told = (value: unknown): string | undefined => {
  const text = asText(value);
  return text === undefined ? undefined : wordsOf(repairMojibake(text));
};

async function* read(
  file: ExportFile,
  paths: readonly (readonly string[])[],
  toParsed: (item: unknown, row: number) => Iterable<Parsed>,
): AsyncGenerator<Parsed> {
  yield NOTE;
  yield* readItems(itemsIn(file, ...paths), toParsed);
}

const found = (holds: boolean, why: string): Detection | undefined =>
  holds ? { score: 0.95, why } : undefined;

/** What the account wrote under posts of Facebook. */
export const facebookComments = described('facebook-comments', {
  detect: (file) =>
    found(
      at(firstItem(file, COMMENTS), 'title') !== undefined &&
        Array.isArray(at(file.json?.value, 'comments_v2')),
      '"comments_v2" of a Facebook download',
    ),
  parse: (file) =>
    read(file, [COMMENTS], function* (item, row) {
      const comment = at(asArray(at(item, 'data'))[0], 'comment');
      const text = told(at(comment, 'comment'));
      if (text === undefined && at(item, 'attachments') === undefined) return;
      yield {
        record: {
          row,
          platform: 'facebook',
          stage: 'public',
          kind: text === undefined ? 'media' : 'comment',
          authorName: told(at(comment, 'author')),
          authorIsBrand: true,
          sentAt: timeOf(at(comment, 'timestamp') ?? at(item, 'timestamp')),
          text,
          attachments: asArray(at(item, 'attachments')).length || undefined,
        },
      };
    }),
});

/** What the account wrote under posts and reels of Instagram. */
export const instagramComments = described('instagram-comments', {
  detect: (file) =>
    found(
      at(firstItem(file, ON_POSTS, ON_REELS), 'string_map_data', 'Comment', 'value') !== undefined,
      '"string_map_data" with "Comment" of an Instagram download',
    ),
  parse: (file) =>
    read(file, [ON_POSTS, ON_REELS], function* (item, row) {
      const text = told(at(item, 'string_map_data', 'Comment', 'value'));
      if (text === undefined) return;
      yield {
        record: {
          row,
          platform: 'instagram',
          stage: 'public',
          kind: 'comment',
          authorIsBrand: true,
          sentAt: timeOf(at(item, 'string_map_data', 'Time', 'timestamp')),
          text,
        },
      };
    }),
});
