import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../src/cli/run.js';
import { openCorpus } from '../src/corpus.js';
import { CORPUS_VIEWS } from '../src/engine/corpus-folder.js';
import { readExports } from '../src/ingest/reader.js';

/**
 * Exports of every format that the tests hold, read as a user would. Whoever writes in them is a canary: names, handles, accounts, contacts,
 * ids, threads and addresses, and the names of the chats. Nothing of it may be in what a run leaves or says; names inside texts may.
 */
const samples = (name: string): string => fileURLToPath(new URL(`ingest/${name}`, import.meta.url));
const CHAT = 'Discussion WhatsApp avec Ysaline Quérouzan.txt';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deversoir-canary-'));
  for (const name of ['golden', 'variants'])
    cpSync(samples(name), join(folder, 'in', name), {
      recursive: true,
      filter: (path) => !/expected/.test(path),
    });
  const chat = readdirSync(samples('golden/whatsapp')).find(
    (name) => name.endsWith('.txt') && !/expected/.test(name),
  );
  cpSync(join(samples('golden/whatsapp'), chat ?? ''), join(folder, 'in', CHAT));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What of the records names a person, an account or an item, by what it is. */
async function canaries(): Promise<Map<string, string>> {
  const found = new Map<string, string>([
    ['Quérouzan', 'file'],
    ['Ysaline', 'file'],
  ]);
  const add = (kind: string, value: string | undefined, least: number): void => {
    const clean = value?.trim();
    if (clean !== undefined && clean.length >= least && /\p{L}{2}|\d{6}/u.test(clean)) found.set(clean, kind);
  };
  const pages = new Set<string>(),
    paths = new Set<string>();
  for await (const event of readExports([join(folder, 'in')])) {
    paths.add(event.path);
    if (event.type !== 'batch') continue;
    for (const record of event.records) {
      for (const page of [record.givenBrand, record.sourceName])
        if (page !== undefined && page !== record.authorName) pages.add(page);
      add('url', record.url, 20);
      add('id', record.id, 9);
      add('thread', record.threadId, 9);
      add('parent', record.parentId, 9);
      if (record.authorIsBrand === true || record.stage === 'press') continue;
      if (/\S\s+\S/.test(record.authorName ?? '')) add('name', record.authorName, 7);
      add('handle', record.authorHandle?.replace(/^@/, ''), 6);
      add('account', record.authorId, 9);
      for (const contact of [...(record.authorContacts ?? []), ...(record.recipientContacts ?? [])])
        add('contact', contact, 8);
    }
  }
  // A page that others write on is no person, also where it answers; a blog that bears its author's name is told where others write.
  for (const page of pages)
    for (const [bird, kind] of found) if (kind === 'name' && page.includes(bird)) found.delete(bird);
  // Names of public files stay, and some hold the number of the post.
  for (const [bird, kind] of found)
    if (kind === 'thread' && [...paths].some((path) => path.includes(bird))) found.delete(bird);
  return found;
}

it('leaves and says nothing of anybody: no canary in the corpus, its manifest, the folders beside it or the terminal', async () => {
  const out = join(folder, 'corpus');
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const code = await runCli(['ingest', join(folder, 'in'), '--out', out, '--workers', '0'], {
    out: say,
    err: say,
    progress: (one) => say(JSON.stringify(one)),
    env: { DEVERSOIR_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  });
  expect(code).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(['corpus', 'in']);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(statSync(out).mode & 0o777).toBe(0o700);

  const corpus = await openCorpus(out);
  const left = new Map<string, string>([
    ['manifest', readFileSync(join(out, 'manifest.json'), 'utf8')],
    ['terminal', said.join('\n')],
  ]);
  for (const [view, { columns }] of Object.entries(CORPUS_VIEWS)) {
    const names = Object.keys(columns).filter((name) => name !== 'text' && name !== 'title');
    for (const name of names) {
      const values = (
        await corpus.query(`SELECT DISTINCT CAST("${name}" AS VARCHAR) AS v FROM ${view}`)
      ).array('v');
      left.set(`${view}.${name}`, Array.from(values as ArrayLike<string | null>).join('\n'));
    }
  }
  corpus.close();
  const birds = await canaries();
  console.info(
    `${birds.size} canaries, ${corpus.manifest.files.length} files, ${corpus.manifest.totals.read} rows`,
  );
  expect(birds.size).toBeGreaterThan(250);
  const escaped = [...birds].flatMap(([bird, kind]) =>
    [...left].flatMap(([place, text]) => (text.includes(bird) ? [`${kind} in ${place}: ${bird}`] : [])),
  );
  expect(escaped).toEqual([]);
});
