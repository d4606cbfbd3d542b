import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { judgeContext } from '../../src/engine/judge-context.js';
import { buildCorpus, type BuildOptions } from '../../src/pipeline.js';
import { AT_MOST, growth, MORE } from '../growth.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

type Said = readonly [id: string, thread: string, parent: string, author: string, text: string];
const CONFIG = { brand: 'Ruche', brandAccounts: ['Ruche'], products: ['Miel d’acacia', 'Nougat tendre'] };

/** A table of messages, a minute apart; comments answer something. */
function table(name: string, rows: readonly Said[]): string {
  const path = join(folder, name);
  const lines = rows.map(
    ([id, thread, parent, author, text], at) =>
      `${id},${parent},${thread},${author},2026-03-02T10:${String(at).padStart(2, '0')}:00Z,"${text}"`,
  );
  writeFileSync(path, ['id,parent,thread,author,date,text', ...lines, ''].join('\n'));
  return path;
}

let built = 0;
/** Products named and products by context of each text that names none or has a context. */
async function read(
  paths: readonly string[],
  out = `corpus${built++}`,
  options: BuildOptions = {},
): Promise<{ rows: Record<string, readonly string[]>; byProduct: number }> {
  const corpus = await buildCorpus(paths, join(folder, out), {
    workers: 0,
    config: CONFIG,
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    map: { id: 'id', parent: 'parent', thread: 'thread', author: 'author', stage: '=public' },
    ...options,
  });
  try {
    const found = (
      await corpus.query('SELECT text, products, contextProducts FROM messages ORDER BY text')
    ).objects() as unknown as { text: string; products: string[]; contextProducts: string[] }[];
    const view = corpus.where({ product: 'Miel d’acacia' });
    const [count] = (await view.query('SELECT count(*)::INT AS n FROM messages')).objects() as unknown as {
      n: number;
    }[];
    return {
      rows: Object.fromEntries(
        found.map(({ text, products, contextProducts }) => [text, [...products, '←', ...contextProducts]]),
      ),
      byProduct: count?.n ?? 0,
    };
  } finally {
    corpus.close();
  }
}

const ROWS: readonly Said[] = [
  ['1', '1', '', 'Ruche', 'Le miel d’acacia est de retour'],
  ['2', '1', '1', 'ana', 'Le pot est arrivé cassé'],
  ['3', '1', '1', 'bob', 'Je préfère le nougat tendre'],
  ['4', '1', '3', 'cyd', 'Il colle aux dents'],
  ['5', '1', '2', 'dov', 'Moi aussi hier'],
  ['6', '1', '2', 'Ruche', 'Écrivez-nous en privé'],
  ['7', '7', '', 'Ruche', 'Miel d’acacia ou nougat tendre ?'],
  ['8', '7', '7', 'eve', 'Les deux'],
  ['9', '9', '', 'fay', 'Goûté le miel d’acacia chez une amie'],
  ['10', '9', '', 'gus', 'Belle journée sur la côte'],
  ['11', '11', '', 'Ruche', 'Bonnes fêtes'],
  ['12', '11', '11', 'hal', 'Merci à vous'],
];

it('is the one product of what a comment answers, else of the brand’s post above, where it names none', async () => {
  const { rows, byProduct } = await read([table('a.csv', ROWS)]);
  expect(rows).toMatchObject({
    'Le miel d’acacia est de retour': ['Miel d’acacia', '←'],
    'Le pot est arrivé cassé': ['←', 'Miel d’acacia'],
    'Je préfère le nougat tendre': ['Nougat tendre', '←'],
    'Il colle aux dents': ['←', 'Nougat tendre'],
    'Moi aussi hier': ['←', 'Miel d’acacia'],
    // the brand's own words, a post with two products, somebody's thread, a post that names none
    'Écrivez-nous en privé': ['←'],
    'Les deux': ['←'],
    'Belle journée sur la côte': ['←'],
    'Merci à vous': ['←'],
  });
  // named by two of the brand's posts and by one person, and the context of two comments
  expect(byProduct).toBe(5);
});

it('is found file after file as at once, and goes with the post', async () => {
  const post = table('post.csv', ROWS.slice(0, 1)),
    rest = table('rest.csv', ROWS.slice(1));
  const once = await read([post, rest]);
  await read([rest], 'steps');
  expect((await read([post], 'steps')).rows).toEqual(once.rows);
  expect(once.rows['Le pot est arrivé cassé']).toEqual(['←', 'Miel d’acacia']);
  expect((await read([rest])).rows['Le pot est arrivé cassé']).toEqual(['←']);
});

it('of a reminder in a private thread is that of its complaint', async () => {
  const path = join(folder, 'private.csv');
  writeFileSync(
    path,
    [
      'thread,author,date,text',
      't,ana,2026-03-02T10:00:00Z,"Mon miel d’acacia est arrivé cassé, c’est inadmissible, remboursez-moi"',
      't,ana,2026-03-04T10:00:00Z,"Bonjour, toujours aucune réponse de votre part, merci de revenir vers moi"',
      '',
    ].join('\n'),
  );
  const { rows } = await read([path], 'private', {
    map: { thread: 'thread', author: 'author', stage: '=private', direction: '=inbound' },
  });
  expect(Object.values(rows)).toEqual([
    ['←', 'Miel d’acacia'],
    ['Miel d’acacia', '←'],
  ]);
});

/** Contexts found among so many messages: posts of the brand that name a product, each with an answer and another comment of its thread. */
async function judged(n: number): Promise<number> {
  const database = await openDatabase();
  try {
    await database.run(`CREATE TABLE incoming AS SELECT n AS seq, 'x' AS platform, 'm' || n AS messageId, 'a' || n AS authorKey,
      'public' AS stage, CASE n % 3 WHEN 0 THEN 'outbound' ELSE 'inbound' END AS direction, CASE n % 3 WHEN 0 THEN 'post' ELSE 'comment' END AS kind,
      CASE n % 3 WHEN 0 THEN 't' || n WHEN 2 THEN 't' || (n - 2) END AS threadId, TIMESTAMP '2026-03-02 10:00:00' AS sentAt,
      CASE n % 3 WHEN 1 THEN 'm' || (n - 1) END AS parentId, CASE n % 3 WHEN 0 THEN ['Miel'] ELSE [] END AS products, NULL::VARCHAR AS product
      FROM range(${n}) AS made(n);
      CREATE TABLE brandAccounts (platform VARCHAR, authorKey VARCHAR);
      CREATE TABLE verdicts (seq BIGINT, finalId VARCHAR, isDuplicate BOOLEAN);
      CREATE TABLE speeches (seq BIGINT, speech VARCHAR);
      CREATE TABLE "references" (seq BIGINT, refersTo VARCHAR)`);
    await judgeContext(database);
    return (await database.columns('SELECT count(*)::INT AS n FROM contexts'))['n']?.[0] as number;
  } finally {
    database.close();
  }
}

it('takes time linear in the messages', async () => {
  const some = 24_000;
  expect(await judged(some)).toBe((some / 3) * 2);
  expect(
    await growth(
      () => judged(some),
      () => judged(MORE * some),
    ),
  ).toBeLessThan(AT_MOST);
});
