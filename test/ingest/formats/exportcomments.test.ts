import { describe, expect, it } from 'vitest';
import { exportcomments } from '../../../src/ingest/formats/exportcomments.js';
import { openBytes } from '../../../src/ingest/open-file.js';
import { makeWorkbook } from '../make-archive.js';
import { readWith } from '../read-sample.js';

const POST = 'https://www.facebook.com/100_200';
const link = (ids: string): { text: string; link: string } => ({ text: 'view comment', link: `${POST}?${ids}` });

describe('exportcomments workbook', () => {
  it('takes ids, parents and profiles from the links', async () => {
    const bytes = makeWorkbook([[
      ['exportcomments.com'], ['Source URL', { text: POST, link: POST }], [], [], [],
      ['', '', 'Name (click to view profile)', 'Profile ID', 'Date', 'Likes', 'Comment', '(view source)'],
      [1, null, { text: 'Léa', link: 'https://www.facebook.com/lea' }, 'ID: 42', { date: 44196.5 }, 3, 'Très bon [PHOTO] https://example.org/p.jpg', link('comment_id=11')],
      [2, 1, { text: 'Tom', link: 'https://www.facebook.com/tom' }, null, { date: 44197 }, 0, 'Merci', link('comment_id=11&reply_comment_id=12')],
    ]]);
    const file = await openBytes(bytes, 'fb-comments.xlsx');
    expect(exportcomments.detect(file)).toMatchObject({ score: 0.95, why: expect.stringContaining('header on row 6') });
    const { records } = await readWith(exportcomments, file);
    expect(records).toMatchObject([
      { row: 7, platform: 'facebook', kind: 'comment', threadId: '100_200', id: '11', parentId: undefined, authorId: '42', authorName: 'Léa', likes: 3, attachments: 1, sentAt: { epochMs: Date.UTC(2020, 11, 31, 12) } },
      { row: 8, id: '12', parentId: '11', authorId: 'https://www.facebook.com/tom', text: 'Merci' },
    ]);
  });
});
