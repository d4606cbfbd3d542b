import { describe, expect, it } from 'vitest';
import {
  countOf,
  itemsIn,
  languageOf,
  readItems,
  stringMembers,
  sumOf,
  timeOf,
  wordsOf,
} from '../../../src/ingest/json/json-records.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

const file = (text: string) => openBytes(new TextEncoder().encode(text), 'x.json');

async function values(text: string, ...paths: string[][]): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of itemsIn(await file(text), ...paths))
    all.push('value' in item ? item.value : item.reject.reason);
  return all;
}

describe('itemsIn', () => {
  it.each([
    ['{"data":[{"a":1},{"a":2}]}'],
    ['[{"a":1},{"a":2}]'],
    ['{"a":1}\n{"a":2}\n'],
    ['[{"data":[]},{"data":[{"a":1},{"a":2}]}]'],
    ['{"data":[{"a":1}]} {"data":[{"a":2}]}'],
  ])('finds the items of %s', async (text) => {
    expect(await values(text, ['data'])).toEqual([{ a: 1 }, { a: 2 }]);
  });
  it('gives a single document as one item', async () => {
    expect(await values('{"a":1}', ['data'])).toEqual([{ a: 1 }]);
  });
});

it('readItems loses no item: unreadable and foreign ones are rejects', async () => {
  const found: string[] = [];
  const items = itemsIn(await file('{"a":1}\n{"b":2}\n{"a":\n{"a":3}\n'));
  for await (const parsed of readItems(items, function* (item, row) {
    if (Object.hasOwn(item as object, 'a')) yield { note: `row ${row}` };
  })) {
    found.push(
      'reject' in parsed
        ? `${parsed.reject.row} ${parsed.reject.reason}`
        : 'note' in parsed
          ? parsed.note
          : '',
    );
  }
  expect(found).toEqual(['row 1', '2 not-a-message', '3 unreadable-row', 'row 4']);
});

it('reads members that stand after the messages, never from inside a text', async () => {
  const text = JSON.stringify({
    messages: [{ content: 'say "title": "wrong"' }],
    pad: 'x'.repeat(200_000),
    title: 'right é',
  });
  expect([...(await stringMembers(await file(text), ['title']))]).toEqual([['title', 'right é']]);
});

it('reads values with absent as undefined', () => {
  expect([wordsOf('  '), wordsOf(' a '), wordsOf(null)]).toEqual([undefined, 'a', undefined]);
  expect([countOf('5'), countOf(-1), countOf(null), countOf(0)]).toEqual([5, undefined, undefined, 0]);
  expect([sumOf(1, undefined, '2'), sumOf(undefined)]).toEqual([3, undefined]);
  expect([
    languageOf('fr-FR'),
    languageOf('in'),
    languageOf('und'),
    languageOf('qst'),
    languageOf(undefined),
  ]).toEqual(['fr', 'id', undefined, undefined, undefined]);
  expect([timeOf(1767600000)?.epochMs, timeOf('')?.epochMs, timeOf('not a date')]).toEqual([
    1767600000000,
    undefined,
    { epochMs: null, raw: 'not a date', zone: 'none' },
  ]);
});
