import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createEnricher } from '../../src/enrich/enricher.js';
import { EMOTIONS } from '../../src/model/index.js';

// The cues were written with these texts at hand: a guard against loss, no measure of what is found elsewhere.
it('still tells the emotions of the texts its cues were written with, and no emotion of plain ones', async () => {
  const rows = readFileSync(new URL('../../datasets/labelled/emotions.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(
    rows.filter((row) => row.length !== 2 || !(EMOTIONS as readonly string[]).includes(row[1] ?? '')),
  ).toEqual([]);
  const texts = rows.map(([text = '']) => text);
  const { emotion } = (await createEnricher()).enrich({
    length: texts.length,
    text: texts,
    title: texts.map(() => null),
    genre: texts.map(() => 'comment' as const),
    givenLanguage: texts.map(() => null),
  });
  const right = rows.filter(([, label], i) => emotion[i] === label).length;
  const plain = rows.flatMap(([, label], i) => (label === 'none' ? [emotion[i]] : []));
  console.log(
    `emotions: ${right} of ${rows.length} right; told of ${plain.filter((told) => told !== 'none').length} of ${plain.length} without`,
  );
  expect(right / rows.length).toBeGreaterThan(0.8);
  expect(plain.filter((told) => told !== 'none').length).toBeLessThanOrEqual(2);
});
