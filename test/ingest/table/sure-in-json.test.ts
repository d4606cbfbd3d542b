import { expect, it } from 'vitest';
import { isSureInJson } from '../../../src/ingest/table/sure-in-json.js';

const of = (names: string[]) => ({
  delimiter: '',
  headerRow: 1,
  header: names,
  names,
  preamble: [],
  rows: [],
});

it('takes JSON whose text has a usual name, with a date or rating and who wrote it or where', () => {
  const names = of(['comment_text', 'date', 'author', 'label']);
  expect(isSureInJson(names, { text: 0, date: 1, authorName: 2 })).toBe(true);
  expect(isSureInJson(names, { text: 0, authorName: 2 })).toBe(false);
  expect(isSureInJson(names, { text: 3, date: 1, authorName: 2 })).toBe(false);
});
