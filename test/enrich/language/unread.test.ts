import { expect, it } from 'vitest';
import { pushUnread, orNone, NONE, type EnrichmentBatch } from '../../../src/enrich/language/unread.js';
import { enrichmentColumns } from '../../../src/model/index.js';

const batch = (): EnrichmentBatch =>
  Object.fromEntries(Object.keys(enrichmentColumns).map((name) => [name, []])) as unknown as EnrichmentBatch;

it('leaves what was not read absent, never zero; lists are empty', () => {
  const out = batch();
  pushUnread(out, null);
  pushUnread(out, { language: 'de', confidence: 0.8 });
  const cells = (row: number): Record<string, unknown> =>
    Object.fromEntries(Object.entries(out).map(([name, column]) => [name, (column as unknown[])[row]]));
  expect(cells(0)['languageCode']).toBeNull();
  expect(cells(0)['languageMixed']).toBeNull();
  expect(cells(1)).toMatchObject({ languageCode: 'de', languageConfidence: 0.8, languageMixed: false });
  for (const row of [0, 1])
    for (const [name, cell] of Object.entries(cells(row)))
      if (!name.startsWith('language') && cell !== undefined)
        expect(cell === null || (Array.isArray(cell) && cell.length === 0), name).toBe(true);
  // The names of a text in a language that is not read are looked for all the same.
  expect(out.brands).toHaveLength(1);
  expect(out.sentiment).toHaveLength(2);
});

it('shares one empty list', () => {
  expect(orNone([])).toBe(NONE);
  expect(orNone([1])).toEqual([1]);
});
