import { describe, expect, it } from 'vitest';
import {
  takeoutText,
  youtubeDataTools,
  youtubeTakeoutChats,
  youtubeTakeoutComments,
  youtubeUci,
} from '../../../src/ingest/formats/youtube-tables.js';
import { picked, readTable } from '../read-table.js';

describe('the text of a Takeout cell', () => {
  it.each([
    [undefined, undefined],
    ['sans JSON', 'sans JSON'],
    ['{"text":"un "},{"mention":"@zoe"},{"text":" deux"}', 'un @zoe deux'],
    ['{"emoji":"x"}', undefined],
    ['{"text":"il a dit "oui" hier\\n"}', 'il a dit "oui" hier\n'],
    ['{"autre": oui', '{"autre": oui'],
  ])('%s', (cell, expected) => {
    expect(takeoutText(cell)).toBe(expected);
  });
});

it('reads Takeout comments in French, with the address of the comment', async () => {
  const { records } = await readTable(
    youtubeTakeoutComments,
    'ID du commentaire | ID de la chaîne | Horodatage de la création du commentaire | ID du commentaire parent | ID de la vidéo | Texte du commentaire',
    ['Ug1 | UC1 | 2026-03-05T10:30:00+00:00 | Ug0 | abcdefghijk | bravo'],
  );
  expect(picked(records, 'id', 'parentId', 'threadId', 'url', 'text')).toEqual([
    ['Ug1', 'Ug0', 'abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk&lc=Ug1', 'bravo'],
  ]);
});

it('reads live chats as a channel of their own', async () => {
  const { records } = await readTable(
    youtubeTakeoutChats,
    'Live Chat ID | Channel ID | Live Chat Create Timestamp | Video ID | Live Chat Text',
    ['L1 | UC1 | 2026-03-05T10:30:00+00:00 | abcdefghijk | coucou'],
  );
  expect(picked(records, 'channel', 'url')).toEqual([
    ['youtube-live-chat', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ]);
});

it('knows a collection by its class or video, and decodes what is HTML', async () => {
  const { records } = await readTable(youtubeUci, 'COMMENT_ID | AUTHOR | DATE | CONTENT | CLASS', [
    'z1 | zoé | 2026-03-05T10:30:00 | c&#39;est bon<br />oui | 0',
  ]);
  expect(picked(records, 'text', 'id')).toEqual([["c'est bon\noui", 'z1']]);
});

it('takes the video of Data Tools from the name of the file, and a parent that is one', async () => {
  const { records } = await readTable(
    youtubeDataTools,
    'id | replyCount | likeCount | publishedAt | authorName | text | isReply | isReplyTo',
    [
      'Ugabc1 | 1 | 3 | 2026-03-05 10:30:00 | zoé | un | 0 | ',
      'Ugabc1.d | 0 | 0 | 2026-03-05 10:31:00 | zoé | deux | 1 | Ugabc1',
      'Ugabc2 | 0 | 0 | 2026-03-05 10:32:00 | zoé | trois | 0 | 0',
    ],
    { name: 'videoinfo_abcdefghijk_2026.csv' },
  );
  expect(picked(records, 'threadId', 'parentId', 'likes')).toEqual([
    ['abcdefghijk', undefined, 3],
    ['abcdefghijk', 'Ugabc1', 0],
    ['abcdefghijk', undefined, 0],
  ]);
  expect(records[0]?.url).toBe('https://www.youtube.com/watch?v=abcdefghijk&lc=Ugabc1');
});
