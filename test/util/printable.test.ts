import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { printable, printableJson } from '../../src/util/printable.js';

it('leaves what every reader of XML takes, and all other text as it is', () => {
  const read = (text: string): string => {
    let seen = '';
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (part) => (seen += part));
    parser.write(`<a>${text.replaceAll(/[<>&]/g, '')}</a>`).close();
    return seen;
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      expect(() => read(printable(String.fromCharCode(...units)))).not.toThrow();
    }),
  );
  expect(read(printable('a\u0000\u000b\ufffe\uffff\u001b[1m\ud800b'))).toBe('a[1m\ufffdb');
  expect(printable('été\t«\u00a0👩‍🍳\u00a0»\r\nשלום')).toBe('été\t«\u00a0👩‍🍳\u00a0»\r\nשלום');
});

it('makes JSON whose texts turn no writing around once they are read', () => {
  const data = { text: 'a\u202Eb\u0000c', list: ['\u2066x', 1, null], in: { é: true } };
  expect(JSON.parse(printableJson(data))).toEqual({ text: 'abc', list: ['x', 1, null], in: { é: true } });
});
