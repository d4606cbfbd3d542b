import { dateTime } from '../values/dates.js';
import { tableSource } from '../table/table-source.js';

/** Trustpilot business download; column names from memory, no file seen. */
export const trustpilotBusiness = tableSource({
  format: 'trustpilot-business',
  label: 'Trustpilot business reviews (CSV)',
  stage: 'public',
  evidence: 'memory',
  example:
    'Review Id,Review Created (UTC),Review Consumer User Id,Review Title,Review Content,Review Stars,Company Reply',
  signature: [
    ['review id', 'reviewid'],
    ['review content', 'review text'],
    ['review stars', 'star', 'stars'],
  ],
  without: ['package name'],
  fields: {
    id: ['review id', 'reviewid'],
    date: ['review created (utc)', 'review created', 'created', 'created date'],
    authorId: ['review consumer user id', 'review user id', 'consumer id'],
    authorName: ['review username', 'consumer name', 'consumer'],
    title: ['review title', 'title'],
    text: ['review content', 'review text'],
    rating: ['review stars', 'star', 'stars'],
    language: ['review language', 'language'],
    url: ['review link', 'url'],
    brand: ['domain name', 'business unit', 'domain'],
  },
  defaults: { platform: 'trustpilot', stage: 'public', kind: 'review', channel: 'review', ratingMax: 5 },
  utc: true,
  finish(draft, row) {
    const reply = row.cell('company reply', 'reply', 'company reply text');
    if (reply === undefined) return [];
    const replied = row.cell('company reply date (utc)', 'company reply date', 'reply date');
    return [
      {
        row: draft.row,
        platform: 'trustpilot',
        stage: 'public',
        kind: 'comment',
        direction: 'outbound',
        authorIsBrand: true,
        text: reply,
        sentAt: replied === undefined ? undefined : dateTime(replied, { utc: true }),
        id: draft.id === undefined ? undefined : `${draft.id}-reply`,
        parentId: draft.id,
        threadId: draft.id,
      },
    ];
  },
});

/** Minimal scrape of Trustpilot pages: no date, no id, no author. */
export const trustpilotSimple = tableSource({
  format: 'trustpilot-table',
  label: 'Trustpilot scrape (text, rating, language, title)',
  stage: 'public',
  evidence: 'real',
  example: 'text⇥rating⇥language⇥title',
  signature: ['text', 'rating', 'title'],
  score: 0.7,
  check: (file, names) => /trustpilot/i.test(file.path) || (names.size <= 5 && names.has('language')),
  fields: {
    text: 'text',
    rating: 'rating',
    language: 'language',
    title: 'title',
    date: ['date', 'published'],
    authorName: ['name', 'author'],
  },
  defaults: { platform: 'trustpilot', stage: 'public', kind: 'review', channel: 'review', ratingMax: 5 },
});
