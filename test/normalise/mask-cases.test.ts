import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { maskText } from '../../src/normalise/mask.js';

const lines = (name: string): string[] =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
const unescaped = (cell: string): string => cell.replaceAll('\\n', '\n').replaceAll('\\\\', '\\');
const masked = (text: string): string => maskText(text, () => '0011223344556677').text;

/** Words of a secret that tell it: three digits in a row, or an address. */
const telling = (secret: string): string[] =>
  secret.split(/[\s\u00A0\u202F]+/).filter((word) => /\d{3}|@|\p{Lu}/u.test(word));

it('masks every one of 400 contacts and numbers, and leaves 400 texts that hold none as they are', () => {
  const secrets = lines('masked-cases.tsv').map((line) => line.split('\t').map(unescaped));
  const kept = lines('kept-cases.tsv');
  expect(secrets.length).toBeGreaterThanOrEqual(400);
  expect(kept.length).toBeGreaterThanOrEqual(400);
  const missed = secrets.filter(([, secret = '', text = '']) => {
    const result = masked(text);
    return result === text || telling(secret).some((word) => result.includes(word));
  });
  const touched = kept.filter((text) => masked(text) !== text);
  const found = secrets.length - missed.length;
  console.info(
    `masks: recall ${found}/${secrets.length}, precision ${found}/${found + touched.length}, texts left as they are ${kept.length - touched.length}/${kept.length}`,
  );
  expect({ missed, touched }).toEqual({ missed: [], touched: [] });
});

it('masks once: a masked text stays', () => {
  for (const line of lines('masked-cases.tsv')) {
    const once = masked(unescaped(line.split('\t')[2] ?? ''));
    expect(masked(once)).toBe(once);
  }
});
