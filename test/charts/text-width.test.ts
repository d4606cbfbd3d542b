import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from '../../src/charts/text-width.js';

describe('textWidth', () => {
  it('knows the advance widths of Helvetica: P 667 + r 333 + i 222 + x 500 = 1722 thousandths', () => {
    expect(textWidth('Prix', 1000)).toBe(1722);
    expect(textWidth('0123456789', 1000)).toBe(5560);
  });
  it('gives an accent no width and an unknown sign one em', () => {
    expect(textWidth('éàü', 10)).toBe(textWidth('eau', 10));
    expect(textWidth('😀', 10)).toBe(10);
    expect(textWidth('', 10)).toBe(0);
  });
});

describe('wrapText', () => {
  it('keeps every word, in order, and no line wider than asked unless it is one word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,14}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 20, max: 300 }),
        (words, width) => {
          const lines = wrapText(words.join(' '), width, 11);
          expect(lines.join(' ')).toBe(words.join(' '));
          return lines.every((line) => !line.includes(' ') || textWidth(line, 11) <= width);
        },
      ),
    );
  });
});
