import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { starsOf } from '../enrich/text-batch.js';
import { readExports } from '../entry.js';
import { htmlToText } from '../ingest/markup/html.js';
import { readContributionLabels } from '../learn/contribution-labels.js';
import { readDriverLabels } from '../learn/driver-labels.js';
import { type FeedText, feedKey, labelledText, readFeedLabels } from '../learn/feed-labels.js';
import { DeversoirError } from '../util/errors.js';

/** Posts of a forum were labelled, and learnt from, with what they quote, which its reader leaves to who wrote it. */
const FORUM = 'discourse/';

function* postsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('cooked' in value) {
    const { raw, cooked } = value as { readonly raw?: unknown; readonly cooked: unknown };
    if (typeof raw === 'string') yield raw;
    else if (typeof cooked === 'string') yield htmlToText(cooked);
  }
  for (const inner of Object.values(value)) yield* postsIn(inner);
}

/**
 * Texts and stars of the labelled rows of real exports by their key, read again from the folder of exports; `own` holds their labels.
 * Errors: `input-not-found` when the folder lacks every file that was labelled.
 */
export async function readFeedTexts(exportsFolder: string, own: string): Promise<Map<string, FeedText>> {
  const rows = [...readFeedLabels(own), ...readContributionLabels(own), ...readDriverLabels(own)],
    wanted = new Set(rows.map(({ key }) => key)),
    texts = new Map<string, FeedText>();
  const files = [...new Set(rows.map(({ file }) => file))].filter((file) =>
    existsSync(join(exportsFolder, file)),
  );
  if (files.length === 0)
    throw new DeversoirError('input-not-found', exportsFolder, {
      hint: 'expected the folder of the exports that feed-labels.tsv names',
    });
  for (const file of files) {
    if (file.startsWith(FORUM))
      for (const post of postsIn(JSON.parse(readFileSync(join(exportsFolder, file), 'utf8')))) {
        const key = feedKey(file, post);
        if (wanted.has(key)) texts.set(key, { text: labelledText(post), stars: null });
      }
    for await (const event of readExports([join(exportsFolder, file)])) {
      if (event.type !== 'batch') continue;
      for (const { text, title, rating, ratingMax } of event.records) {
        // A title was labelled, and learnt from, when its apostrophes were read as the export writes them.
        for (const part of [text, title, title?.replaceAll("'", '&#039;')]) {
          if (!part) continue;
          const key = feedKey(file, part);
          if (wanted.has(key))
            texts.set(key, { text: labelledText(part), stars: starsOf(rating, ratingMax) });
        }
      }
    }
  }
  return texts;
}
