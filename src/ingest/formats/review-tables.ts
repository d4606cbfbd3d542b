/** Tables of reviews: Google Play, Trustpilot. What the brand answers in the row of a review is a record of its own. */
import type { MessageRecord } from '../../model/index.js';
import type { Draft } from '../table/table-source.js';
import { dateTime, readEpoch } from '../values/dates.js';
import { replyOf } from '../table/reply-columns.js';
import type { RowReader } from '../table/table-source.js';
import { isHeld, UNSEEN } from '../table/unpublished.js';
import { readId } from '../values/ids.js';
import { declaredTable } from './declared-table.js';

const answer = (review: Draft, text: string, sentAt: MessageRecord['sentAt']): MessageRecord => ({
  row: review.row,
  platform: review.platform,
  stage: 'public',
  kind: 'comment',
  direction: 'outbound',
  authorIsBrand: true,
  text,
  sentAt,
  id: review.id === undefined ? undefined : `${review.id}-reply`,
  parentId: review.id,
  threadId: review.id,
});

export const playConsole = declaredTable('play-console', (draft, row) => {
  const id = /[?&]reviewId=([^&]+)/i.exec(draft.url ?? '')?.[1];
  draft.id = id === undefined ? undefined : readId(id)?.id;
  draft.threadId = draft.id;
  const first = row.cell('review submit millis since epoch'),
    last = row.cell('review last update millis since epoch');
  draft.edited = first !== undefined && last !== undefined && first !== last ? true : undefined;
  const text = row.cell('developer reply text', 'texte de la réponse du développeur');
  if (text === undefined) return [];
  const epoch = row.cell('developer reply millis since epoch');
  const sentAt =
    (epoch === undefined ? undefined : readEpoch(epoch)) ??
    dateTime(row.cell('developer reply date and time'), { utc: true });
  return [
    { ...answer(draft, text, sentAt), channel: 'review', givenBrand: draft.givenBrand, url: draft.url },
  ];
});

export const googlePlayScraper = declaredTable('google-play-scraper', (draft, row) => {
  const text = row.cell('replycontent', 'replytext');
  draft.threadId = draft.id;
  return text === undefined
    ? []
    : [answer(draft, text, row.timeIn(row.cell('repliedat', 'replydate') ?? ''))];
});

export const trustpilotSimple = declaredTable('trustpilot-table', undefined, {
  check: (file, names) => /trustpilot/i.test(file.path) || (names.size <= 5 && names.has('language')),
});

/** What the owner answers in the row of a review. */
const ownersAnswer = (draft: Draft, row: RowReader): readonly MessageRecord[] => {
  draft.threadId = draft.id;
  const reply = replyOf(draft, row.get('replyText'), row.time('replyDate'));
  return reply === undefined ? [] : [reply];
};
export const trustpilotBusiness = declaredTable('trustpilot-business', ownersAnswer);
export const googleMapsApify = declaredTable('google-maps-apify', ownersAnswer);
export const googleMapsOutscraper = declaredTable('google-maps-outscraper', ownersAnswer);
/** Comments as WordPress keeps them: 0 is nobody, or no comment above. */
export const wordpressComments = declaredTable('wordpress-comments', (draft, row) => {
  if (draft.parentId === '0') draft.parentId = undefined;
  if (draft.authorId === '0') draft.authorId = undefined;
  if (draft.rating !== undefined) Object.assign(draft, { kind: 'review', ratingMax: 5 });
  const type = row.cell('comment_type') ?? '',
    approved = row.cell('comment_approved'),
    isTrash = /^(?:post-)?trash$/.test(approved ?? '');
  if (/^(?:pingback|trackback)$/.test(type)) draft.kind = 'share';
  if (type === 'order_note') Object.assign(draft, UNSEEN, { direction: 'internal' });
  else if (!isTrash && isHeld(approved)) Object.assign(draft, UNSEEN);
  if (isTrash) Object.assign(draft, { kind: 'deleted', text: undefined });
  return [];
});
export const judgeMe = declaredTable('judgeme', (draft, row) => {
  if (isHeld(row.cell('curated'))) Object.assign(draft, UNSEEN);
  return ownersAnswer(draft, row);
});
