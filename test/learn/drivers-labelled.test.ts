import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDriverMatcher } from '../../src/enrich/drivers.js';
import { TokenBuffer } from '../../src/enrich/tokens.js';

// The terms were written with these texts at hand: a guard against loss, no measure of what is found elsewhere.
it('still tells the drivers of the texts its terms were written with', () => {
  const rows = readFileSync(new URL('../../datasets/labelled/drivers.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const matcher = createDriverMatcher();
  const tokens = new TokenBuffer();
  let right = 0,
    told = 0,
    real = 0;
  for (const row of rows) {
    const [text = '', cell = ''] = row.split('\t');
    const expected = cell === '-' ? [] : cell.split(',');
    expect(
      expected.filter((driver) => !matcher.drivers.includes(driver)),
      row,
    ).toEqual([]);
    tokens.tokenize(text);
    const found = [...new Set(matcher.match(tokens).map((hit) => hit.driver))];
    told += found.length;
    real += expected.length;
    right += found.filter((driver) => expected.includes(driver)).length;
  }
  console.log(
    `drivers: ${rows.length} texts, precision ${(right / told).toFixed(3)}, recall ${(right / real).toFixed(3)}`,
  );
  expect(right / told).toBeGreaterThan(0.9);
  expect(right / real).toBeGreaterThan(0.8);
});
