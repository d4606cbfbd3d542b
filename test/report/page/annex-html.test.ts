import { expect, it } from 'vitest';
import { annex } from '../../../src/report/page/annex-html.js';
import { methodHtml } from '../../../src/report/page/method-html.js';
import { annexOf } from '../../../src/report/story/annex.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plainStory } from '../story/plain-story.js';
import { plain, written } from '../written.js';

const words = wordsOf('fr', 'UTC');
const cellsOf = async (name: string, rows: Parameters<typeof written>[2]['rows']): Promise<string[]> => {
  const html = annex(
    plainStory({ annex: annexOf([await written(name, 'share', { rows: rows ?? [] })], words) }),
    words,
  );
  return [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>|<p class="small">([^<]*)/g)].map(([, cell, note]) =>
    plain((cell ?? note ?? '').replace(/<[^>]*>/g, '')),
  );
};

it('stands the bounds of a value under it, and one alone on its side', async () => {
  const cells = await cellsOf('spillRate', [
    { driver: 'price', share: 0.09, low: 0.02, high: 0.2, n: 40 },
    { driver: 'taste', share: 0.05, low: null, high: 0.2, n: 41 },
    { driver: 'origin', share: 0.05, low: 0.01, high: null, n: 42 },
  ]);
  expect(cells.slice(1, 4)).toEqual(['Motif', 'Part', 'n']);
  expect(cells.filter((cell) => cell.includes('%'))).toEqual([
    '9,0 % 2,0 % – 20,0 %',
    '5,0 % ≤ 20,0 %',
    '5,0 % ≥ 1,0 %',
  ]);
});

it('says of upper bounds alone that they are, where no row has a lower one', async () => {
  const row = { driver: 'price', share: 0.05, low: null, high: 0.2, n: 41 };
  const cells = await cellsOf('spillRate', [row, { ...row, driver: 'taste', high: 0.3 }]);
  expect(cells.filter((cell) => cell.includes('%'))).toEqual(['5,0 % ≤ 20,0 %', '5,0 % ≤ 30,0 %']);
});

it('says once what every row says', async () => {
  const row = { driver: 'price', period: '2026-04-01', n: 40 };
  const cells = await cellsOf('driverShift', [
    row,
    { ...row, driver: 'taste' },
    { ...row, driver: 'origin' },
  ]);
  expect(cells.slice(1, 3)).toEqual(['Motif', 'n']);
  expect(cells.some((cell) => cell.startsWith('Dans ces lignes, Période : '))).toBe(true);
});

it('folds what follows the first sentences of a long method, and no short one', () => {
  const long = 'Une phrase de méthode qui se lit. '.repeat(30);
  expect(methodHtml('Courte. Lue.', words)).toBe('<p class="small">Courte. Lue.</p>');
  const [, told = '', rest = ''] =
    /^<p class="small">(.*?)<\/p><details><summary>En détail<\/summary><p class="small">(.*?)<\/p>/.exec(
      methodHtml(long, words),
    ) ?? [];
  expect(told.length).toBeLessThanOrEqual(420);
  expect(`${told} ${rest}`).toBe(long.trim());
});
