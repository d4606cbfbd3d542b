import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { labelFinder, readComplaintLabels } from '../../src/learn/complaint-labels.js';
import { feedKey } from '../../src/learn/feed-labels.js';

const own = fileURLToPath(new URL('../../datasets/labelled', import.meta.url));
const rows = readComplaintLabels(own);

it('are of a text once, and half of the complaints are locked', () => {
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  const complaints = (split: string): number =>
    rows.filter((row) => row.split === split && row.complains).length;
  expect([rows.length, complaints('train'), complaints('locked')]).toEqual([3064, 185, 185]);
});

it('are those that were locked', () => {
  const table = readFileSync(`${own}/feed-labels-complaints.tsv`, 'utf8');
  const locked = table.split('\n').filter((line) => line.includes('\tlocked\t'));
  expect(createHash('sha256').update(locked.join('\n')).digest('hex')).toBe(
    '713b56a0ed8087eb48a733c437511bcacd6a1952cdeda2728dcfbdecb82dbb48',
  );
});

it('are found by the text, in the files of its set alone', () => {
  const file = 'labelled/a/train.txt',
    row = { key: feedKey(file, 'un texte'), file };
  expect(labelFinder([row], 'a')('un  texte')).toBe(row);
  expect(labelFinder([row], 'b')('un texte')).toBeUndefined();
  expect(labelFinder([row], 'a')('autre')).toBeUndefined();
});
