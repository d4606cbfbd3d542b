import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { command, plantAll, type Flock } from './canary/flight.js';
import { birdsOf, huntIn, type Escape } from './canary/hunt.js';
import { temporaryFolder } from './temporary-folder.js';

/**
 * Exports of every format, with a canary of its own in each value: names, handles, accounts, contacts, ids, threads, addresses, statuses, custom
 * columns, names of chats, sheets and folders. What a run leaves and says is searched for them, in whatever dress. `KEPT` lists what stays, and why.
 */
let flock: Flock;
beforeAll(async () => {
  const folder = temporaryFolder();
  flock = await plantAll(folder, ['golden'], 8);
});

it('finds a canary in plain, UTF-16, percent, base64 and deflated', async () => {
  const { deflateSync, gzipSync } = await import('node:zlib');
  const bird = 'Qzjbacado',
    text = `x ${bird} y`;
  const dresses = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from([...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')),
    ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(before + text).toString('base64'))),
    gzipSync(text),
    Buffer.from(deflateSync(text).toString('base64')),
    Buffer.from(encodeURIComponent(JSON.stringify({ a: 'appelez 06 90 73 12 34' }))),
    Buffer.from('{"id":9073410000012}'),
  ];
  expect(dresses.map((dress) => [...birdsOf(dress)].length)).toEqual(dresses.map(() => 1));
  expect([...birdsOf(Buffer.from('6f69073412340a 590731234 qzj'))]).toEqual([]);
});

it('leaves and says nothing of anybody in a corpus and on the terminal', async () => {
  const out = join(flock.folder, 'out');
  const { code, said, escapes } = await command(['ingest', flock.exports, '--out', out, '--workers', '0']);
  expect(code, said).toBe(0);
  expect(readdirSync(flock.folder).toSorted()).toEqual(['broken', 'exports', 'out', 'scratch']);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(statSync(out).mode & 0o777).toBe(0o700);
  expect(flock.planted).toBeGreaterThan(750);
  expect(flock.escaped([...escapes, ...(await huntIn(out, 'corpus'))])).toEqual([]);
});

it('shows nobody of the first records of a file', async () => {
  const files = readdirSync(flock.exports, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const escapes: Escape[] = [];
  for (const [index, file] of files.entries()) {
    const told = await command(['inspect', file, ...(index % 2 === 0 ? ['--json'] : [])]);
    expect(told.code, told.said).toBe(/not recognised|"format": null/.test(told.said) ? 1 : 0);
    // a name that was typed is told again
    const typed = birdsOf(Buffer.from(file));
    escapes.push(
      ...told.escapes.filter(({ bird }) => !typed.has(bird)).map(({ bird }) => ({ bird, place: file })),
    );
  }
  expect(files.length).toBeGreaterThan(50);
  expect(flock.escaped(escapes)).toEqual([]);
});
