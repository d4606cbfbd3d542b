import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { judgeMe } from '../../../src/ingest/formats/review-tables.js';
import { picked, readTable } from '../read-table.js';

it('is the one of the column where ratings go beyond that of the format', async () => {
  const header = 'title | body | rating | review_date | reviewer_name | product_handle'.replaceAll(
    ' | ',
    ',',
  );
  const row = (rating: number): string => `Bof | Trop sucré | ${rating} | 2026-01-05 | Lou | yaourt`;
  const ten = await readTable(judgeMe, header, [row(10), row(6), row(4)]);
  expect(picked(ten.records, 'rating', 'ratingMax')).toEqual([
    [10, 10],
    [6, 10],
    [4, 10],
  ]);
  const five = await readTable(judgeMe, header, [row(5), row(4)]);
  expect(picked(five.records, 'ratingMax')).toEqual([[5], [5]]);
  const slip = await readTable(judgeMe, header, [...Array.from({ length: 19 }, () => row(5)), row(55)]);
  expect(new Set(picked(slip.records, 'ratingMax').flat())).toEqual(new Set([5]));
});

it('knows the bubbles of TripAdvisor, and takes other points under a hundred for what they are', async () => {
  const top = async (ratings: readonly number[]): Promise<unknown> => {
    const rows = ratings.map((rating, at) => `2026-01-0${at + 1} | Un accueil parfait en salle | ${rating}`);
    const { records } = await readTable(genericTable, 'Review Date,Review Text,Rating', rows);
    return records[0]?.ratingMax;
  };
  expect([
    await top([50, 40, 10, 50]),
    await top([50, 45, 35]),
    await top([50, 50, 50]),
    await top([50, 62, 10]),
    await top([50, 7, 31]),
  ]).toEqual([50, 50, 50, 100, 100]);
});

it('is that of ratings in words too', async () => {
  const rows = [5, 3].map((rating) => `Un accueil parfait en salle | ${rating} star rating`);
  const { records } = await readTable(genericTable, 'review,rating', rows);
  expect(picked(records, 'rating', 'ratingMax')).toEqual([
    [5, 5],
    [3, 5],
  ]);
});
