import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { countOf, firstItem, itemRecords, languageOf, sumOf, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection } from '../source.js';
import { described } from './described.js';

const PATHS = [['result', 'posts'], ['posts']] as const;
const REACTIONS =
  'likeCount loveCount wowCount hahaCount sadCount angryCount thankfulCount careCount favoriteCount'.split(
    ' ',
  );

function detect(file: ExportFile): Detection | undefined {
  const item = firstItem(file, ...PATHS);
  if (at(item, 'platformId') === undefined || at(item, 'statistics', 'actual') === undefined)
    return undefined;
  return { score: 0.97, why: '"platformId" with "statistics.actual"' };
}

function toRecord(item: unknown, row: number): MessageRecord | undefined {
  const post = asObject(item);
  const id = asText(post?.['platformId']);
  if (!post || id === undefined) return undefined;
  const actual = at(post, 'statistics', 'actual');
  const account = asText(at(post, 'account', 'name'));
  const title = wordsOf(post['title']);
  const text = wordsOf(post['message']) ?? wordsOf(post['description']);
  const media = asArray(post['media']).length;
  return {
    row,
    platform: (asText(post['platform']) ?? 'facebook').toLowerCase(),
    stage: 'public',
    kind: text === undefined && title === undefined && media > 0 ? 'media' : 'post',
    id,
    threadId: id,
    authorId: asText(at(post, 'account', 'platformId')) ?? asText(at(post, 'account', 'id')),
    authorName: account,
    // The API documents its dates as UTC.
    sentAt: timeOf(post['date'], { utc: true }),
    title,
    text,
    url: asText(post['postUrl']),
    likes: sumOf(...REACTIONS.map((key) => at(actual, key))),
    shares: countOf(at(actual, 'shareCount')),
    replies: countOf(at(actual, 'commentCount')),
    views: countOf(at(actual, 'viewCount') ?? post['videoViewCount']),
    reach: countOf(at(post, 'account', 'subscriberCount')),
    givenLanguage: languageOf(post['languageCode']),
    givenBrand: account,
    sourceName: account,
    attachments: media > 0 ? media : undefined,
  };
}

export const crowdtangleApi = described('crowdtangle-api', { detect, parse: itemRecords(PATHS, toRecord) });
