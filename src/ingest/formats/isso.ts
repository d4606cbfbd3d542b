import type { ExportFile } from '../bytes/export-file.js';
import { decodeIfHtml } from '../markup/html.js';
import { asArray, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems, sumOf, timeOf, wordsOf, zoneOf } from '../json/json-records.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

function detect(file: ExportFile): Detection | undefined {
  const page = firstItem(file);
  const first = at(page, 'comments', 0);
  if (
    at(page, 'id') === undefined ||
    at(first, 'text') === undefined ||
    (at(first, 'remote_addr') ?? at(first, 'created')) === undefined
  )
    return undefined;
  return { score: 0.93, why: 'pages with "comments" that have "text", "created" and "remote_addr"' };
}

/** Titles and addresses are written as in a URL. */
function decoded(value: unknown): string | undefined {
  const text = asText(value);
  if (text === undefined || !/%[0-9a-f]{2}|\+/i.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  let row = 0;
  yield* readItems(itemsIn(file), function* (page) {
    const thread = asText(at(page, 'id')) ?? asText(at(page, 'uri'));
    const comments = asArray(at(page, 'comments'));
    if (comments.length === 0 && thread !== undefined) yield { note: 'a page without comments' };
    for (const comment of comments) {
      const text = wordsOf(at(comment, 'text'));
      const parent = asText(at(comment, 'parent'));
      const id = asText(at(comment, 'id'));
      yield {
        record: {
          row: ++row,
          platform: 'isso',
          stage: 'public',
          kind: text === undefined ? 'deleted' : 'comment',
          // The number counts within its page only.
          id: id === undefined || thread === undefined ? undefined : `${thread}#${id}`,
          threadId: thread,
          parentId: parent === undefined || thread === undefined ? undefined : `${thread}#${parent}`,
          authorName: asText(at(comment, 'author')),
          sentAt: timeOf(at(comment, 'created'), zoneOf(options)),
          title: wordsOf(decoded(at(page, 'title'))),
          text: text === undefined ? undefined : wordsOf(decodeIfHtml(text)),
          likes: sumOf(at(comment, 'likes')),
          url: /^https?:/.test(thread ?? '') ? thread : undefined,
        },
      };
    }
  });
}

export const isso = described('isso', { detect, parse });
