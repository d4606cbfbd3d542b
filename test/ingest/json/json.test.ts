import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asNumber,
  asText,
  at,
  jsonItems,
  jsonValues,
  parseJson,
  wholeJson,
  type JsonOutcome,
} from '../../../src/ingest/json/json.js';
import { firstValue, wholeElements } from '../../../src/ingest/json/json-scan.js';
import { splitJson } from '../../../src/ingest/json/json-split.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

async function all(stream: AsyncIterable<JsonOutcome>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of stream) found.push('value' in one ? one.value : one.reject.reason);
  return found;
}
const open = (text: string): ReturnType<typeof openBytes> => openBytes(Buffer.from(text), 'x.json');

describe('JSON', () => {
  it('keeps long integers exactly, outside strings only', () => {
    expect(
      parseJson(
        '{"a":7620097982969266962,"b":"7620097982969266962, 1234567890123456789","c":-1234567890123456789,"d":12.5,"e":1e20}',
      ),
    ).toEqual({
      a: '7620097982969266962',
      b: '7620097982969266962, 1234567890123456789',
      c: '-1234567890123456789',
      d: 12.5,
      e: 1e20,
    });
  });
  it('has a harmless __proto__ key', () => {
    const value = parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(at(value, '__proto__', 'polluted')).toBe(1);
    expect(at({}, 'constructor')).toBeUndefined();
  });
  it('refuses deep nesting', () => {
    expect(() => parseJson('['.repeat(100_000))).toThrow('JSON nested deeper than 200 levels');
  });
  it('reads scalars', () => {
    expect([
      asText(5),
      asText(''),
      asText(null),
      asNumber('12.5'),
      asNumber('x'),
      asNumber(Number.NaN),
    ]).toEqual(['5', undefined, undefined, 12.5, undefined, undefined]);
  });
  it('knows the layout', async () => {
    const layout = async (text: string): Promise<string | undefined> => (await open(text)).json?.layout;
    expect(
      await Promise.all(
        [
          '{"a":1}',
          '[1,2]',
          '{"a":1}\n{"a":2}\n',
          '[1]\n\n[2]',
          '{"a":1}{"a":2}',
          'window.YTD.tweets.part0 = [ {} ]',
          'a,b\n1,2',
          '{"a":\n1}\n{"a":\n2}',
        ].map(layout),
      ),
    ).toEqual([
      'document',
      'document',
      'lines',
      'lines',
      'concatenated',
      'prefixed',
      undefined,
      'concatenated',
    ]);
  });
  it('closes a head that is cut', () => {
    expect([
      firstValue('{"a":[1,2,{"b":"c').json,
      firstValue('[{"a":1},{"b":').json,
      firstValue('{"a').json,
    ]).toEqual(['{"a":[1,2,{}]}', '[{"a":1},{}]', '{}']);
  });
  it('streams items at a path, over several documents', async () => {
    const text = '{"x":[9],"data":[{"id":1},"two",[3]],"meta":{"data":[8]}}\n{"data":[4]}';
    expect(await all(jsonItems(await open(text), ['data']))).toEqual([{ id: 1 }, 'two', [3], 4]);
    expect(await all(jsonItems(await open('[{"items":[1,2]},{"items":[3]}]'), ['*', 'items']))).toEqual([
      1, 2, 3,
    ]);
    expect(await all(jsonItems(await open('window.a.b = [1, {"c": 2}]'), []))).toEqual([1, { c: 2 }]);
  });
  it('streams values, and a broken line hides nothing', async () => {
    expect(await all(jsonValues(await open('{"a":1}\n{"a":\n{"a":"\u2028"}\n{"a":4')))).toEqual([
      { a: 1 },
      'unreadable-row',
      { a: '\u2028' },
      'truncated',
    ]);
    expect(await all(jsonValues(await open('[1]\n[2]')))).toEqual([[1], [2]]);
    expect(await all(jsonItems(await open('[{"a":1},{"a":'), []))).toEqual([{ a: 1 }, 'truncated']);
  });
  it('reads a whole document behind a prefix, up to a limit', async () => {
    expect(await wholeJson(await open('window.__X = {"a":1};'))).toEqual({ a: 1 });
    await expect(wholeJson(await open('{"a":"0123456789"}'), 10)).rejects.toThrow('more than 10 bytes');
  });
  it('law: items of any array come back whole, cut anywhere into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (items, size) => {
          const text = JSON.stringify({ before: { data: [1] }, data: items, after: 2 });
          async function* pieces(): AsyncGenerator<string> {
            for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
          }
          const found: unknown[] = [];
          for await (const piece of splitJson(pieces(), ['data'], 1e6))
            found.push(piece.kind === 'item' ? JSON.parse(piece.text) : piece.kind);
          expect(found).toEqual(JSON.parse(JSON.stringify(items)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('wholeElements', () => {
  it.each([
    ['{"users":[1,2],"data":[{"a":1},{"b":[3', '{"users":[1,2],"data":[{"a":1}]}'],
    ['[{"a":"]"},{"b":"cu', '[{"a":"]"}]'],
    ['{"users":[{"a":1}],"data":[{"b":', undefined],
    ['{"a":{"b":1', undefined],
  ])('of %s', (text, whole) => {
    expect(wholeElements(text)).toBe(whole);
  });
});

it('mends commas once: a run of them takes neither time nor memory by its square', () => {
  expect(parseJson('[{"a":[1,],},]')).toEqual([{ a: [1] }]);
  expect(() => parseJson(`[1${','.repeat(1_000_000)}]`)).toThrow('not valid JSON');
});
