import { dateTime } from '../values/dates.js';
import { tableSource } from '../table/table-source.js';

/** The scraper libraries named google-play-scraper, Python and JavaScript, saved as a table or as JSON. */
export const googlePlayScraper = tableSource({
  format: 'google-play-scraper',
  label: 'Google Play reviews by google-play-scraper (CSV, JSON)',
  stage: 'public',
  evidence: 'documented',
  example:
    'reviewId,userName,userImage,content,score,thumbsUpCount,reviewCreatedVersion,at,replyContent,repliedAt',
  signature: [
    'username',
    ['content', 'text'],
    'score',
    ['reviewid', 'id'],
    ['replycontent', 'replytext', 'thumbsupcount', 'thumbsup'],
  ],
  fields: {
    id: ['reviewid', 'id'],
    authorName: 'username',
    text: ['content', 'text'],
    title: 'title',
    rating: 'score',
    date: ['at', 'date'],
    likes: ['thumbsupcount', 'thumbsup'],
    url: 'url',
    brand: ['app_id', 'appid'],
  },
  defaults: { platform: 'google-play', stage: 'public', kind: 'review', channel: 'review', ratingMax: 5 },
  finish(draft, row) {
    const reply = row.cell('replycontent', 'replytext');
    draft.threadId = draft.id;
    if (reply === undefined) return [];
    const replied = row.cell('repliedat', 'replydate');
    return [
      {
        row: draft.row,
        platform: 'google-play',
        stage: 'public',
        kind: 'comment',
        direction: 'outbound',
        authorIsBrand: true,
        text: reply,
        id: draft.id === undefined ? undefined : `${draft.id}-reply`,
        parentId: draft.id,
        threadId: draft.id,
        sentAt: replied === undefined ? undefined : dateTime(replied),
      },
    ];
  },
});
