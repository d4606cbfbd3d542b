import { describe, expect, it } from 'vitest';
import { exportcomments } from '../../../src/ingest/formats/exportcomments.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { makeWorkbook } from '../bytes/make-archive.js';
import { readWith } from '../read-sample.js';

const POST = 'https://www.facebook.com/100_200';
const link = (ids: string): { text: string; link: string } => ({
  text: 'view comment',
  link: `${POST}?${ids}`,
});

describe('exportcomments workbook', () => {
  it('takes ids, parents and profiles from the links', async () => {
    const bytes = makeWorkbook([
      [
        ['exportcomments.com'],
        ['Source URL', { text: POST, link: POST }],
        [],
        [],
        [],
        ['', '', 'Name (click to view profile)', 'Profile ID', 'Date', 'Likes', 'Comment', '(view source)'],
        [
          1,
          null,
          { text: 'Léa', link: 'https://www.facebook.com/lea' },
          'ID: 42',
          { date: 44196.5 },
          3,
          'Très bon [PHOTO] https://example.org/p.jpg',
          link('comment_id=11'),
        ],
        [
          2,
          1,
          { text: 'Tom', link: 'https://www.facebook.com/tom' },
          null,
          { date: 44197 },
          0,
          'Merci',
          link('comment_id=11&reply_comment_id=12'),
        ],
      ],
    ]);
    const file = await openBytes(bytes, 'fb-comments.xlsx');
    expect(exportcomments.detect(file)).toMatchObject({
      score: 0.95,
      why: expect.stringContaining('header on row 6'),
    });
    const { records } = await readWith(exportcomments, file);
    expect(records).toMatchObject([
      {
        row: 7,
        platform: 'facebook',
        kind: 'comment',
        threadId: '100_200',
        id: '11',
        parentId: undefined,
        authorId: '42',
        authorName: 'Léa',
        likes: 3,
        attachments: 1,
        text: 'Très bon',
        sentAt: { epochMs: Date.UTC(2020, 11, 31, 12) },
      },
      { row: 8, id: '12', parentId: '11', authorId: 'https://www.facebook.com/tom', text: 'Merci' },
    ]);
  });
});

it('a comment of a picture alone is a picture, and its address no words', async () => {
  const { records } = await readWith(
    exportcomments,
    await openBytes(
      Buffer.from(
        'id ,,Name,Date,Likes,isHearted,isPinned,Comment,(view source)\n1,,@lea,03/12/25 06:24:13,3,no,no,[STICKER] https://example.org/s.png?a=1&b=2,view comment\n',
      ),
      'yt-1.csv',
    ),
  );
  expect(records).toMatchObject([{ kind: 'media', attachments: 1 }]);
  expect(records[0]?.text ?? '').toBe('');
});

describe('exportcomments CSV', () => {
  it('gives the replies their parent by the number in the second column, the same ids at the next export', async () => {
    const head = 'id ,,Name,Date,Likes,isHearted,isPinned,Comment,(view source)\n';
    const one = '1,,@lea,03/12/25 06:24:13,3,no,no,Trop salé,view comment\n',
      reply = '1,1,@tom,03/12/25 07:00:00,0,no,no,Pareil ici,view comment\n';
    const { records } = await readWith(
      exportcomments,
      await openBytes(
        Buffer.from(`${head}${one}${reply}2,,@ana,13/12/25 08:00:00,1,no,no,Parfait,view comment\n`),
        'yt-1.csv',
      ),
    );
    expect(records.map(({ text, parentId }) => [text, parentId])).toEqual([
      ['Trop salé', undefined],
      ['Pareil ici', records[0]?.id],
      ['Parfait', undefined],
    ]);
    const later = await readWith(
      exportcomments,
      await openBytes(
        Buffer.from(
          `${head}1,,@new,14/12/25 06:24:13,0,no,no,Nouveau,view comment\n${one.replace('1,,', '2,,')}${reply.replace('1,1', '2,1')}`,
        ),
        'yt-1.csv',
      ),
    );
    expect(later.records[1]?.id).toBe(records[0]?.id);
    expect(later.records[2]?.parentId).toBe(records[0]?.id);
  });

  it('reads the older columns Id, SubId and Link', async () => {
    const text =
      "Id;SubId;Name (click to view profile);Date;Likes;Comment;Link\n1;;Zoé;25/11/2019 10:12;2;J'adore ce yaourt;https://www.instagram.com/p/B5abc_DEF/\n1;1;Léo;25/11/2019 11:00;0;Moi aussi;\n";
    const file = await openBytes(Buffer.from(text, 'latin1'), 'instagram.csv');
    expect(exportcomments.detect(file)?.score).toBeGreaterThan(0.9);
    const { records } = await readWith(exportcomments, file);
    expect(records.map((one) => [one.authorName, one.likes, one.text])).toEqual([
      ['Zoé', 2, "J'adore ce yaourt"],
      ['Léo', 0, 'Moi aussi'],
    ]);
  });
});
