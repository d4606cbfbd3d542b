import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDriverMatcher } from '../../src/enrich/drivers/drivers.js';
import { TokenBuffer } from '../../src/enrich/words/tokens.js';

// The terms were written with these texts at hand: a guard against loss, no measure of what is found elsewhere.
it.each([
  ['drivers', 0.9, 0.8],
  ['driver-scenes', 0.85, 0.6],
])('still tells the drivers of %s, with which its terms were written', (file, precision, recall) => {
  const rows = readFileSync(new URL(`../../datasets/labelled/${file}.tsv`, import.meta.url), 'utf8')
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
    `${file}: ${rows.length} texts, precision ${(right / told).toFixed(3)}, recall ${(right / real).toFixed(3)}`,
  );
  expect(right / told).toBeGreaterThan(precision);
  expect(right / real).toBeGreaterThan(recall);
});
