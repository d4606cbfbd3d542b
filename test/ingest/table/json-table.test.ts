import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { flatCells } from '../../../src/ingest/table/flat-cells.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { readText } from '../read-source.js';

const names = async (text: string): Promise<readonly string[] | undefined> =>
  (await openBytes(Buffer.from(text), 'x.json')).table?.header;

describe('flatCells', () => {
  it('names nested values with dots, joins lists of scalars, leaves lists of objects and null out', () => {
    const cells = flatCells({
      a: 1,
      b: { c: 'x', d: { e: true } },
      tags: ['u', 2],
      parts: [{ f: 1 }],
      none: null,
      empty: [],
    });
    expect([...cells]).toEqual([
      ['a', '1'],
      ['b.c', 'x'],
      ['b.d.e', 'true'],
      ['tags', 'u, 2'],
    ]);
  });
  it('stops at 500 columns and at five levels', () => {
    expect(flatCells(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`k${i}`, i]))).size).toBe(
      500,
    );
    expect(flatCells({ a: { b: { c: { d: { e: { f: 1 } } } } } }).size).toBe(0);
  });
});

describe('table in JSON', () => {
  it('says which lists of messages inside its items no row holds', async () => {
    const post = {
      id: 'p1',
      message: 'Le lait de la ferme est en rayon',
      created_time: '2026-01-05T10:00:00Z',
      permalink: 'https://www.facebook.com/a/posts/1',
      photos: [{ src: 'a.jpg' }],
      comments: [{ comment_id: 'c1', user: 'Lou', words: 'Encore tourné' }],
    };
    const { records, doubts } = await readText(genericTable, JSON.stringify([post]), 'posts.json');
    expect(records).toHaveLength(1);
    expect(doubts.map(({ hint }) => hint)).toContain(
      'lists inside its items are not read: comments; save each as a file of its own',
    );
  });
  it('is found in values one after the other, written over several lines', async () => {
    const rows = [1, 2, 3].map((id) => ({
      id,
      date: '2026-03-01',
      author: 'Zoé',
      text: `Le pot ${id} fuit encore`,
    }));
    const text = rows.map((row) => JSON.stringify(row, null, 1)).join('\n');
    expect(await names(text)).toEqual(['id', 'date', 'author', 'text']);
    expect((await readText(genericTable, text, 'x.json')).records.map((record) => record.text)).toEqual(
      rows.map((row) => row.text),
    );
  });
  it('is found under two keys of any name where it is the only list of objects', async () => {
    const row = { client: { nom: 'Zoé Tissot' }, cree_le: '2026-03-01', corps: 'Le pot fuit encore' };
    expect(await names(JSON.stringify({ export: { par: 'a' }, donnees: { plaintes: [row] } }))).toEqual([
      'client.nom',
      'cree_le',
      'corps',
    ]);
    expect(await names(JSON.stringify({ un: [row], deux: [row] }))).toBeUndefined();
  });
  it('is found in an array, under a usual key, in lines and in one object', async () => {
    expect(await names('[{"a":1,"b":2},{"a":1,"c":3}]')).toEqual(['a', 'b', 'c']);
    expect(await names('{"page":1,"data":{"comments":[{"a":1,"b":2}]}}')).toEqual(['a', 'b']);
    expect(await names('{"a":1,"b":2}\n{"a":1,"c":3}\n')).toEqual(['a', 'b', 'c']);
    expect(await names('{"a":1,"b":"x"}')).toEqual(['a', 'b']);
    expect(await names('[1,2,3]')).toBeUndefined();
    expect(await names('window.x.y = [{"a":1,"b":2}]')).toBeUndefined();
  });

  it('gives a record or a reject for every item', async () => {
    const text =
      '{"author":"Zoé","date":"2024-01-02T10:00:00Z","comment":"Lait caillé, beurk"}\n{}\n17\n{"author":"Léo","date":"2024-01-03T10:00:00Z","comment":"Très bon\n';
    const { records, rejects } = await readText(genericTable, text, 'avis.jsonl');
    expect(records.map(({ row, text: said }) => [row, said])).toEqual([[1, 'Lait caillé, beurk']]);
    expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'missing-text'],
      [3, 'unreadable-row'],
      [4, 'unreadable-row'],
    ]);
  });

  it('gives way to the format made for the JSON', async () => {
    const tweet = {
      id: '1',
      text: 'lait',
      author_id: '2',
      created_at: '2024-01-02T10:00:00.000Z',
      conversation_id: '1',
      public_metrics: { like_count: 1, reply_count: 0, retweet_count: 0 },
      lang: 'fr',
      author: { username: 'zoe' },
    };
    const found = detectFormat(
      await openBytes(Buffer.from(`${JSON.stringify(tweet)}\n`.repeat(3)), 'flat.jsonl'),
    );
    expect(found[0]?.source.format).toBe('twitter-api-v2');
  });

  it('is taken without a vendor only when text, date and author have usual names', async () => {
    const best = async (text: string): Promise<string | undefined> =>
      detectFormat(await openBytes(Buffer.from(text), 'x.json'))[0]?.source.format;
    expect(await best('[{"author":"Zoé","date":"2024-01-02","comment":"Lait caillé, beurk"}]')).toBe('table');
    expect(
      await best('[{"name":"Foire","date":"2024-01-02","description":"La grande foire aux fromages"}]'),
    ).toBeUndefined();
    expect(
      await best('{"name":"x","version":"1.0.0","description":"a text about something","author":"Zoé"}'),
    ).toBeUndefined();
  });
});
