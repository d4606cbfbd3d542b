import { dateTime, readEpoch } from '../values/dates.js';
import { readId } from '../values/ids.js';
import { type Draft, type RowReader, tableSource } from '../table/table-source.js';
import type { MessageRecord } from '../../model/index.js';

const REPLY_TEXT = ['developer reply text', 'texte de la réponse du développeur'];

function reply(draft: Draft, row: RowReader): MessageRecord[] {
  const text = row.cell(...REPLY_TEXT);
  if (text === undefined) return [];
  const epoch = row.cell('developer reply millis since epoch');
  return [
    {
      row: draft.row,
      platform: 'google-play',
      channel: 'review',
      stage: 'public',
      kind: 'comment',
      direction: 'outbound',
      authorIsBrand: true,
      text,
      id: draft.id === undefined ? undefined : `${draft.id}-reply`,
      threadId: draft.threadId,
      parentId: draft.id,
      givenBrand: draft.givenBrand,
      url: draft.url,
      sentAt:
        (epoch === undefined ? undefined : readEpoch(epoch)) ??
        dateTime(row.cell('developer reply date and time'), { utc: true }),
    },
  ];
}

/** Google Play Console reviews of one month; the developer's reply is a record of its own. */
export const playConsole = tableSource({
  format: 'play-console',
  label: 'Google Play Console reviews (CSV)',
  stage: 'public',
  evidence: 'fixture',
  example:
    'Package Name,App Version Code,…,Review Submit Millis Since Epoch,…,Star Rating,Review Title,Review Text,…,Review Link (UTF-16)',
  signature: [
    'package name',
    'star rating',
    ['review submit millis since epoch', 'review submit date and time', 'review text'],
  ],
  fields: {
    epoch: ['review last update millis since epoch', 'review submit millis since epoch'],
    date: ['review last update date and time', 'review submit date and time'],
    rating: 'star rating',
    title: 'review title',
    text: 'review text',
    url: 'review link',
    language: 'reviewer language',
    brand: 'package name',
  },
  defaults: { platform: 'google-play', stage: 'public', kind: 'review', channel: 'review', ratingMax: 5 },
  utc: true,
  finish(draft, row) {
    const id = /[?&]reviewId=([^&]+)/i.exec(draft.url ?? '')?.[1];
    draft.id = id === undefined ? undefined : readId(id)?.id;
    draft.threadId = draft.id;
    const first = row.cell('review submit millis since epoch'),
      last = row.cell('review last update millis since epoch');
    draft.edited = first !== undefined && last !== undefined && first !== last ? true : undefined;
    return reply(draft, row);
  },
});
