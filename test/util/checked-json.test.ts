import { expect, it } from 'vitest';
import { checkedJson } from '../../src/util/checked-json.js';

const CHECKS = {
  n: { expected: 'a number', ok: (value: unknown) => typeof value === 'number' },
  s: { expected: 'a text', ok: (value: unknown) => typeof value === 'string' },
};
const read = (text: string): unknown => checkedJson(text, 'f.json', CHECKS, 'see the README');

it('reads an object of known keys, comments let through', () => {
  expect(read('{ "n": 3, /* three */ "s": "a" }')).toEqual({ n: 3, s: 'a' });
  expect(read('{}')).toEqual({});
});

it.each([
  ['{ "n": ', 'not a JSON document', 'see the README'],
  ['[1]', 'not an object', 'see the README'],
  ['null', 'not an object', 'see the README'],
  ['{ "m": 1 }', 'unknown key "m"', 'expected n, s'],
  ['{ "toString": 1 }', 'unknown key "toString"', 'expected n, s'],
  ['{ "n": "3" }', '"n" is "3"', 'expected a number'],
])('says what is wrong in %s', (text, message, hint) => {
  expect(() => read(text)).toThrow(`${message}: ${hint}`);
});

it.each([
  ['{\n  // why\n  "s": "a"\n  "n": 3\n}', 4],
  ['{ "s": "a",\n "n": }', 2],
  ['{ /* one\n two */ "n": 3,\n "s": “a”\n}', 3],
  ['{\n "n": 3', 2],
  ['{\n "n": tru\n}', 2],
  [`{${'\n'.repeat(900)}"n": x${'\n'.repeat(90)}}`, 901],
])('names the line that is broken in %j', (text, row) => {
  expect(() => read(text)).toThrow(`f.json, row ${row}: not a JSON document: see the README`);
});
