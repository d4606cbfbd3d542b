import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { secondReaderExamples } from '../../src/learn/second-reader-examples.js';
import { SOURCES } from '../../src/learn/sources.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

it('takes 2,500 texts of a set at most, by what they say, and no test text', () => {
  const own = 'text\tsentiment\tintents\tdrivers\tstage\n';
  write('own/care.tsv', `${own}Cher\tnegative\tcomplaint\tprice\tprivate\nMêlé\tmixed\t\t\tprivate\n`);
  write('own/messages.tsv', `${own}Merci\tpositive\tthanks\t\tpublic\n`);
  write('own/sentiment-care.tsv', 'text\tlabel\nBof\tneutral\n');
  const registers = 'text\tregister\tsentiment\tcomplaint\n';
  write('own/registers.tsv', `${registers}Offre\tpromotion\tneutral\tno\n`);
  write('own/public-talk.tsv', `${registers}Trop cher\tcustomer\tnegative\tyes\n`);
  for (const { path } of [SOURCES.umsabFr, SOURCES.umsabEn])
    for (const [split, count] of [
      ['train', 2600],
      ['test', 9],
    ] as const) {
      const rows = Array.from({ length: count }, (_, i) => `${split} ${i}`);
      write(`sets/${path}/${split}_text.txt`, `${rows.join('\n')}\n`);
      write(`sets/${path}/${split}_labels.txt`, `${rows.map((_, i) => i % 3).join('\n')}\n`);
    }
  const found = secondReaderExamples({
    folder: join(folder, 'sets'),
    own: join(folder, 'own'),
    unlicensed: false,
    splits: ['train', 'val'],
  });
  const of = (source: string): string[] =>
    found.filter((row) => row.source === source).map(({ text }) => text);
  expect(of('UMSAB French')).toHaveLength(2500);
  expect(new Set(of('UMSAB French')).size).toBe(2500);
  expect(of('UMSAB French')).toEqual(of('UMSAB English'));
  expect(found.some(({ text }) => text.startsWith('test'))).toBe(false);
  expect(
    found
      .filter(({ source }) => source.startsWith('own'))
      .map(({ text, label, genre }) => `${text} ${label} ${genre}`)
      .toSorted(),
  ).toEqual(['Bof 1 private', 'Cher 0 private', 'Merci 2 comment', 'Offre 1 comment', 'Trop cher 0 comment']);
});
