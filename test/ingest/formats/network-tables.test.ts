import { expect, it } from 'vitest';
import {
  instagramApifyComments,
  linkedinMessages,
  telegramKibana,
  tiktokApifyComments,
} from '../../../src/ingest/formats/network-tables.js';
import { readText } from '../read-source.js';
import { picked, readTable } from '../read-table.js';

it('takes the post and the answered comment of Instagram from their addresses', async () => {
  const { records } = await readTable(
    instagramApifyComments,
    'id | text | timestamp | ownerUsername | likesCount | postUrl | parentCommentUrl',
    [
      '1790 | Super | 2026-03-01T10:00:00Z | zoe | 2 | https://www.instagram.com/p/Cxyz12/ | ',
      '1791 | Merci | 2026-03-01T11:00:00Z | marque | 0 | https://www.instagram.com/p/Cxyz12/ | https://www.instagram.com/p/Cxyz12/c/17900000000000001',
    ],
  );
  expect(picked(records, 'threadId', 'parentId', 'likes')).toEqual([
    ['Cxyz12', undefined, 2],
    ['Cxyz12', '17900000000000001', 0],
  ]);
});

it('files TikTok’s comments under their video', async () => {
  const { records } = await readTable(
    tiktokApifyComments,
    'cid | text | diggCount | videoWebUrl | uniqueId',
    ['7100 | Beurk | 5 | https://www.tiktok.com/@a/video/7311111111111111111 | zoe'],
  );
  expect(picked(records, 'id', 'threadId', 'likes')).toEqual([['7100', '7311111111111111111', 5]]);
});

it('numbers Telegram’s posts by their address, which is made whole, and leaves out the dash of a post without words', async () => {
  const { records } = await readTable(telegramKibana, 'date | message | channelusername | url | views', [
    '2026-03-01 10:00:00 | Rappel | chaine | t.me/chaine/12 | 9',
    '2026-03-01 11:00:00 | - | chaine | https://t.me/chaine/13 | 8',
  ]);
  expect(picked(records, 'id', 'url', 'text')).toEqual([
    ['chaine/12', 'https://t.me/chaine/12', 'Rappel'],
    ['chaine/13', 'https://t.me/chaine/13', undefined],
  ]);
});

it('reads LinkedIn’s messages without markup, and counts an attachment', async () => {
  const { records } = await readTable(
    linkedinMessages,
    'CONVERSATION ID | FROM | TO | DATE | CONTENT | ATTACHMENTS',
    ['c1 | Zoé | Marque | 2026-03-01 10:00:00 UTC | <p>Bonjour</p> | a.png'],
  );
  expect(picked(records, 'threadId', 'text', 'attachments', 'stage')).toEqual([
    ['c1', 'Bonjour', 1, 'private'],
  ]);
});

it('reads the replies that a scraped comment of Instagram holds, under the same post', async () => {
  const item = (id: string, ownerUsername: string, text: string, ...replies: object[]) => ({
    id,
    text,
    ownerUsername,
    timestamp: '2026-03-01T10:00:00.000Z',
    likesCount: 0,
    repliesCount: replies.length,
    replies,
  });
  const { records } = await readText(
    instagramApifyComments,
    JSON.stringify([
      {
        postUrl: 'https://www.instagram.com/p/Cxyz12/',
        ...item(
          '1',
          'zoe',
          'Moisi',
          item('2', 'brel', 'Désolés'),
          item('3', 'al', 'Pareil', item('4', 'brel', 'Mince')),
        ),
      },
      { postUrl: 'https://www.instagram.com/p/Dabc34/', ...item('5', 'bo', 'Miam') },
    ]),
    'comments.json',
  );
  expect(picked(records, 'row', 'id', 'authorName', 'threadId', 'parentId')).toEqual([
    [1, '1', 'zoe', 'Cxyz12', undefined],
    [1, '2', 'brel', 'Cxyz12', '1'],
    [1, '3', 'al', 'Cxyz12', '1'],
    [1, '4', 'brel', 'Cxyz12', '3'],
    [2, '5', 'bo', 'Dabc34', undefined],
  ]);
});

it('takes who stands in every row of LinkedIn’s messages for the owner of the download', async () => {
  const { records, rejects } = await readTable(
    linkedinMessages,
    'CONVERSATION ID | FROM | SENDER PROFILE URL | TO | DATE | CONTENT | FOLDER | IS MESSAGE DRAFT',
    [
      'c1 | Maison Brel | https://l.example/brel | Ana Roc | 2026-03-02 10:00:00 UTC | Un pot neuf part ce soir | INBOX | No',
      'c1 | Ana Roc | https://l.example/ana | Maison Brel | 2026-03-01 10:00:00 UTC | Le pot est vide | INBOX | No',
      'c2 | Bo Lin | https://l.example/bo | Maison Brel | 2026-03-01 11:00:00 UTC | Le pain est dur | INBOX | No',
      'c2 | Maison Brel | https://l.example/brel | Bo Lin | 2026-03-01 12:00:00 UTC | Nous all | INBOX | Yes',
    ],
  );
  expect(picked(records, 'authorName', 'authorIsBrand')).toEqual([
    ['Maison Brel', true],
    ['Ana Roc', undefined],
    ['Bo Lin', undefined],
  ]);
  expect(rejects.map(({ hint }) => hint)).toEqual(['a draft']);
});
