import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseTsv } from '../../../src/enrich/words/data-file.js';
import { maskNames } from '../../../src/enrich/names/mask-names.js';

interface Counts {
  /** Names, and those of which no word of three letters stays. */
  names: number;
  hidden: number;
  named: number;
  masked: number;
  plain: number;
  touched: number;
}

const timesIn = (text: string, word: string): number =>
  text.split(/[^\p{L}\p{N}’'-]+/u).filter((one) => one === word).length;

/** Whether each word of a name of three letters or more stands in what is shown as often as outside of braces. */
const isHidden = (name: string, text: string, shown: string): boolean =>
  name
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => word.length > 2)
    .every((word) => timesIn(shown, word) <= timesIn(text.replaceAll(/\{[^}]*\}/g, ' '), word));

/** Texts whose names in braces are masked and nothing else, and texts without one that are touched. */
async function countsOf(file: string): Promise<Counts> {
  const cases = parseTsv(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'), 2, file).map(
    ([language = '', text = '']) => ({ language, text: text.replaceAll('\\n', '\n') }),
  );
  const counts: Counts = { names: 0, hidden: 0, named: 0, masked: 0, plain: 0, touched: 0 };
  for (const language of ['fr', 'en'] as const) {
    const own = cases.filter((one) => one.language === language).map(({ text }) => text);
    const told = await maskNames(
      own.map((text) => text.replaceAll(/[{}]/g, '')),
      { language },
    );
    own.forEach((text, i) => {
      for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g)) {
        counts.names++;
        if (isHidden(name, text, told[i] ?? '')) counts.hidden++;
      }
      const right = told[i] === text.replaceAll(/\{[^}]*\}/g, '[nom]');
      if (text.includes('{')) {
        counts.named++;
        if (right) counts.masked++;
      } else {
        counts.plain++;
        if (!right) counts.touched++;
      }
    });
  }
  return counts;
}

it.each([
  { file: 'mask-names-unseen.tsv', texts: [210, 90], names: 0.945, exact: 0.885, most: 2 },
  { file: 'mask-names-letters.tsv', texts: [220, 100], names: 0.985, exact: 0.97, most: 2 },
  { file: 'mask-names-ordinary.tsv', texts: [220, 100], names: 0.965, exact: 0.955, most: 0 },
])(
  'are masked in the texts of another hand, by which rules were mended since: $file',
  async ({ file, texts, names: leastNames, exact, most }) => {
    const { names, hidden, named, masked, plain, touched } = await countsOf(file);
    console.info(
      `${file}: ${hidden}/${names} names, ${masked}/${named} texts masked and nothing else, ${touched}/${plain} others touched`,
    );
    expect([named, plain]).toEqual(texts);
    expect(hidden / names).toBeGreaterThanOrEqual(leastNames);
    expect(masked / named).toBeGreaterThanOrEqual(exact);
    expect(touched).toBeLessThanOrEqual(most);
  },
);

it.each([
  ['mask-names-cases.tsv', 400, 100],
  ['mask-names-traps.tsv', 130, 330],
  ['mask-names-contexts.tsv', 35, 30],
  ['mask-names-mentions.tsv', 60, 60],
  ['mask-names-desk.tsv', 300, 230],
  ['mask-names-once.tsv', 280, 280],
  ['mask-names-shops.tsv', 140, 130],
  ['mask-names-shops-once.tsv', 105, 95],
])(
  'names of any origin are masked in 95 of 100 texts, 2 of 100 others are touched: %s',
  async (file, leastNamed, leastPlain) => {
    const { named, masked, plain, touched } = await countsOf(file);
    console.info(`${file}: ${masked}/${named} masked, ${touched}/${plain} others touched`);
    expect(named).toBeGreaterThanOrEqual(leastNamed);
    expect(masked / named).toBeGreaterThanOrEqual(0.95);
    expect(plain).toBeGreaterThan(leastPlain);
    expect(touched / plain).toBeLessThanOrEqual(0.02);
  },
);
