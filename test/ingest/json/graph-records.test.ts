import { describe, expect, it } from 'vitest';
import {
  commentRecords,
  conversationRecords,
  instagramRecords,
  postRecords,
  ratingRecord,
} from '../../../src/ingest/json/graph-records.js';
import type { Parsed } from '../../../src/ingest/source.js';
import type { MessageRecord } from '../../../src/model/index.js';
import { picked } from '../read-table.js';

const rows = (): (() => number) => {
  let row = 0;
  return () => ++row;
};
const recordsOf = (parsed: Iterable<Parsed>): MessageRecord[] =>
  [...parsed].flatMap((one) => ('record' in one ? [one.record] : []));

describe('posts of a page', () => {
  it('carry their comments and the answers to these; what the page writes is the brand’s', () => {
    const post = {
      id: '9_1',
      message: 'Nouveau yaourt',
      from: { id: '9', name: 'Brel' },
      comments: {
        data: [
          {
            id: '1_5',
            message: 'Il est aigre',
            from: { id: '7', name: 'Zoé' },
            comments: { data: [{ id: '1_6', message: 'Désolés', from: { id: '9', name: 'Brel' } }] },
          },
          { id: '1_7', attachment: {} },
        ],
      },
    };
    expect(
      picked(
        recordsOf(postRecords(post, rows())),
        'row',
        'id',
        'kind',
        'threadId',
        'parentId',
        'authorIsBrand',
        'attachments',
      ),
    ).toEqual([
      [1, '9_1', 'post', '9_1', undefined, true, undefined],
      [2, '1_5', 'comment', '9_1', '9_1', undefined, undefined],
      [3, '1_6', 'comment', '9_1', '1_5', true, undefined],
      [4, '1_7', 'media', '9_1', '9_1', undefined, 1],
    ]);
  });

  it('without text are a title, a picture or nothing said', () => {
    const kinds = [
      { id: '9_1', name: 'Un lien' },
      { id: '9_2', full_picture: 'x.jpg' },
      { id: '9_3', attachments: { data: [{}, {}] } },
      { id: '9_4' },
    ].flatMap((post) => picked(recordsOf(postRecords(post, rows())), 'kind', 'attachments', 'title'));
    expect(kinds).toEqual([
      ['post', undefined, 'Un lien'],
      ['media', 1, undefined],
      ['media', 2, undefined],
      ['system', undefined, undefined],
    ]);
  });

  it('have the number of likes that is told, else of those listed', () => {
    const likes = [
      { reactions: { summary: { total_count: 4 }, data: [{}] }, like_count: 9 },
      { like_count: 3 },
      { likes: { summary: { total_count: 2 } } },
      { reactions: { data: [{}, {}, {}] } },
      { likes: { data: [{}] } },
      {},
    ].map((counts) => recordsOf(postRecords({ id: '9_1', message: 'm', ...counts }, rows()))[0]?.likes);
    expect(likes).toEqual([4, 3, 2, 3, 1, undefined]);
  });
});

it('comments alone belong to the post in their id, or to the one said; one without id is rejected', () => {
  const list = [
    { id: '1_5', message: 'a' },
    { message: 'sans id' },
    { id: '1_6', message: 'b', parent: { id: '1_5' } },
  ];
  const parsed = [...commentRecords(list, undefined, undefined, rows())];
  expect(picked(recordsOf(parsed), 'threadId', 'parentId', 'row')).toEqual([
    ['1', undefined, 1],
    ['1', '1_5', 3],
  ]);
  expect(parsed.filter((one) => 'reject' in one)).toEqual([
    { reject: { row: 2, reason: 'not-a-message', hint: 'a comment without id' } },
  ]);
});

it('messages of a conversation are private, without address, stickers and pictures counted', () => {
  const talk = {
    id: 't_1',
    messages: {
      data: [
        { id: 'm1', message: 'Bonjour', permalink_url: 'https://facebook.com/x' },
        { id: 'm2', sticker: 'https://x' },
        { id: 'm3', attachments: { data: [{}, {}] } },
        'rien',
      ],
    },
  };
  const parsed = [...conversationRecords(talk, rows())];
  expect(picked(recordsOf(parsed), 'stage', 'kind', 'threadId', 'url', 'attachments')).toEqual([
    ['private', 'message', 't_1', undefined, undefined],
    ['private', 'media', 't_1', undefined, 1],
    ['private', 'media', 't_1', undefined, 2],
  ]);
  expect(parsed).toHaveLength(4);
});

it('comments of Instagram have their answers, and an author where one is told', () => {
  const comment = {
    id: '1',
    text: 'un',
    username: 'zoe',
    media: { id: 'M' },
    like_count: 2,
    replies: { data: [{ id: '2', text: 'deux', from: { id: '8', username: 'max' } }, { id: '3' }] },
  };
  expect(
    picked(
      recordsOf(instagramRecords(comment, undefined, rows())),
      'id',
      'parentId',
      'kind',
      'authorId',
      'authorName',
      'likes',
    ),
  ).toEqual([
    ['1', undefined, 'comment', 'zoe', 'zoe', 2],
    ['2', '1', 'comment', '8', 'max', undefined],
    ['3', '1', 'media', undefined, undefined, undefined],
  ]);
});

it('ratings are stars, or yes or no', () => {
  expect(
    picked(
      [
        ratingRecord({ rating: 4, review_text: 'bien' }, 1),
        ratingRecord({ recommendation_type: 'negative' }, 2),
        ratingRecord({ recommendation_type: 'none' }, 3),
      ],
      'rating',
      'ratingMax',
      'givenSentiment',
      'text',
    ),
  ).toEqual([
    [4, 5, undefined, 'bien'],
    [undefined, undefined, 'negative', undefined],
    [undefined, undefined, undefined, undefined],
  ]);
});
