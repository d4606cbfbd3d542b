import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readText } from '../read-source.js';

const comment = (n: number, replies: readonly unknown[] = []): unknown => ({
  comment_id: `c${n}`,
  user_name: `Lou ${n}`,
  created_time: `2026-01-05T1${n}:00:00Z`,
  message: `Le pot numéro ${n} était encore ouvert`,
  like_count: n,
  replies,
});
const post = (n: number, comments: readonly unknown[]): unknown => ({
  post_id: `p${n}`,
  created_time: `2026-01-0${n}T10:00:00Z`,
  permalink: `https://www.facebook.com/a/posts/10000000000${n}`,
  page_name: 'Laiterie des Prés',
  message: `Le lait de la ferme est en rayon cette semaine, magasin ${n}`,
  comments_count: comments.length,
  comments,
});

describe('lists of messages inside the items of a list', () => {
  it('are comments of their post and answers to their comment, under other names too', async () => {
    const answer = {
      reply_id: 'r1',
      author: 'Max',
      date: '2026-01-05T20:00:00Z',
      text: 'Le mien aussi, depuis une semaine',
    };
    const { records, rejects, doubts } = await readText(
      genericTable,
      JSON.stringify({ data: [post(1, [comment(1, [answer]), comment(2)]), post(2, [])] }),
      'posts.json',
    );
    expect(rejects).toEqual([]);
    expect(
      records.map(({ id, parentId, threadId, kind, authorName, platform }) =>
        [id, parentId, threadId, kind, authorName, platform].map((one) => one ?? '–').join(' '),
      ),
    ).toEqual([
      'p1 – – post – facebook',
      'c1 p1 p1 comment Lou 1 facebook',
      'r1 c1 p1 comment Max facebook',
      'c2 p1 p1 comment Lou 2 facebook',
      'p2 – – post – facebook',
    ]);
    expect(records.every(({ text, sentAt }) => text !== undefined && sentAt?.epochMs != null)).toBe(true);
    expect(doubts.map(({ hint }) => hint).filter((hint) => hint.startsWith('lists inside'))).toEqual([]);
  });

  it('a list that the first items do not show is told where it is met', async () => {
    const posts = (many: number, last: unknown[]): string =>
      JSON.stringify([...Array.from({ length: many }, (_, at) => post(at, [])), post(many, last)]);
    const seen = await readText(genericTable, posts(300, [comment(1)]), 'posts.json');
    expect(seen.records).toHaveLength(302);
    const { records, doubts } = await readText(genericTable, posts(9000, [comment(1)]), 'posts.json');
    expect(records).toHaveLength(9001);
    expect(doubts.filter(({ reason }) => reason === 'other').map(({ row, hint }) => [row, hint])).toEqual([
      [9001, 'lists inside its items are not read: comments; save each as a file of its own'],
    ]);
  });
  it('answers to answers are read however deep, and under a list that stands under several keys', async () => {
    const answers = (depth: number): unknown => ({
      ...(comment(depth) as object),
      replies: depth < 12 ? [answers(depth + 1)] : [],
    });
    const { records, rejects } = await readText(
      genericTable,
      JSON.stringify({ export: { v: 1, content: { page: { posts: [post(1, [answers(1)])] } } } }),
      'posts.json',
    );
    expect(rejects).toEqual([]);
    expect(records.map(({ id }) => id)).toEqual([
      'p1',
      ...Array.from({ length: 12 }, (_, at) => `c${at + 1}`),
    ]);
    expect(records.map(({ parentId }) => parentId).slice(-2)).toEqual(['c10', 'c11']);
    expect(new Set(records.slice(1).map(({ threadId }) => threadId))).toEqual(new Set(['p1']));
  });

  it('have an id of their own where none is given, and are rejects where they hold nothing', async () => {
    const bare = (text: string): unknown => ({ author: 'Lou', date: '2026-01-06', text });
    const own = {
      title: 'Le lait',
      date: '2026-01-05',
      author: 'Prés',
      text: 'Le lait de la ferme est en rayon partout',
      comments: [
        bare('Encore tourné, deux fois de suite'),
        bare('Très bon pour ma part, merci'),
        { text: '' },
      ],
    };
    const { records, rejects } = await readText(genericTable, JSON.stringify([own, own]), 'posts.json');
    expect(records).toHaveLength(6);
    expect(new Set(records.slice(0, 3).map(({ id }) => id)).size).toBe(3);
    expect(records.slice(1, 3).map(({ parentId }) => parentId)).toEqual([records[0]?.id, records[0]?.id]);
    expect(rejects.map(({ reason }) => reason)).toEqual(['missing-text', 'missing-text']);
  });

  it('are told where nothing shows them to be messages', async () => {
    const { records, doubts } = await readText(
      genericTable,
      JSON.stringify([{ ...(post(1, []) as object), reviews: [{ score: 4, model: 'b' }] }]),
      'posts.json',
    );
    expect(records).toHaveLength(1);
    expect(doubts.map(({ hint }) => hint)).toContain(
      'lists inside its items are not read: reviews; save each as a file of its own',
    );
  });

  it('are the messages of a ticket that tells again what its first one says', async () => {
    const update = (by: string, type: string, text: string, at: number): unknown => ({
      timestamp: `2026-02-03 1${at}:00:00`,
      by: { name: by, type },
      message: { text },
    });
    const ticket = (n: number, text: string): unknown => ({
      id: n,
      subject: `Demande ${n}`,
      first_message: text,
      created_at: '2026-02-03 10:00:00',
      updates: [
        update('Lou', 'client', text, 0),
        update('Max', 'staff', `Nous regardons cela, dossier ${n}`, 1),
      ],
    });
    const { records } = await readText(
      genericTable,
      JSON.stringify({
        data: [
          ticket(1, 'Le bocal de cornichons est arrivé ébréché ce matin'),
          ticket(2, 'Où trouver vos cornichons doux près de Vire ?'),
          ticket(3, 'Mon bon de réduction est refusé en caisse'),
        ],
      }),
      'tickets.json',
    );
    expect(records.map(({ direction, text }) => `${direction} ${(text ?? '').slice(0, 12)}`)).toEqual([
      'inbound Le bocal de ',
      'outbound Nous regardo',
      'inbound Où trouver v',
      'outbound Nous regardo',
      'inbound Mon bon de r',
      'outbound Nous regardo',
    ]);
  });
});
