import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CONTRIBUTIONS, DRIVERS, INTENTS, SENTIMENTS, STAGES } from '../../src/model/index.js';

const folder = new URL('../../datasets/labelled/', import.meta.url);
const rowsOf = (name: string): string[][] =>
  readFileSync(fileURLToPath(new URL(`${name}.tsv`, folder)), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

/** Cohen's kappa: (observed − expected) / (1 − expected) agreement of two labellings. */
function cohenKappa(first: readonly string[], second: readonly string[]): number {
  const n = first.length;
  const share = (labels: readonly string[], label: string): number =>
    labels.filter((other) => other === label).length / n;
  const observed = first.filter((label, i) => label === second[i]).length / n;
  const expected = [...new Set([...first, ...second])].reduce(
    (sum, label) => sum + share(first, label) * share(second, label),
    0,
  );
  return (observed - expected) / (1 - expected);
}

describe('kappa', () => {
  it('is 0.4 on the worked example: 20 + 15 agree of 50, 25 and 30 said yes', () => {
    const yes = (n: number): string[] => Array.from({ length: n }, () => 'yes'),
      no = (n: number): string[] => Array.from({ length: n }, () => 'no');
    expect(
      cohenKappa(
        [...yes(20), ...yes(5), ...no(10), ...no(15)],
        [...yes(20), ...no(5), ...yes(10), ...no(15)],
      ),
    ).toBeCloseTo(0.4, 10);
  });
});

const SETS: Readonly<Record<string, readonly string[]>> = {
  urgency: ['urgent', 'normal'],
  'scam-lures': ['scam', 'ok'],
  contributions: [...CONTRIBUTIONS, 'none'],
  intents: [...INTENTS, 'none'],
};

describe.each(Object.entries(SETS))('%s', (name, labels) => {
  const [head, ...rows] = rowsOf(name);

  it('has at least 300 different texts, each labelled twice with the labels of the guide', () => {
    expect(head).toEqual(['text', 'label', 'label2']);
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(([text]) => text)).size).toBe(rows.length);
    expect(
      rows.filter(
        (row) => row.length !== 3 || !labels.includes(row[1] ?? '') || !labels.includes(row[2] ?? ''),
      ),
    ).toEqual([]);
  });

  it('has at least 40 texts a label', () => {
    for (const label of labels)
      expect(rows.filter((row) => row[1] === label).length, label).toBeGreaterThanOrEqual(40);
  });

  it('was labelled twice with few slips', () => {
    const kappa = cohenKappa(
      rows.map((row) => row[1] ?? ''),
      rows.map((row) => row[2] ?? ''),
    );
    console.log(`${name}: ${rows.length} texts, Cohen's kappa of the two passes ${kappa.toFixed(3)}`);
    expect(kappa).toBeGreaterThan(0.95);
  });
});

/** Text without case, marks and runs of spaces. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s.,!?…]+/g, ' ')
    .trim();
const falseFriends = new Set(
  readFileSync(fileURLToPath(new URL('../enrich/tone/false-friends.tsv', import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => plain(line.split('\t')[3] ?? '')),
);

describe.each([
  ['care', 1100, 20],
  ['messages', 1000, 20],
] as const)('%s', (name, least, ofEach) => {
  const [head, ...rows] = rowsOf(name);

  it('has different texts with the labels of the guide', () => {
    expect(head).toEqual(['text', 'sentiment', 'complaint', 'intents', 'drivers', 'stage']);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(new Set(rows.map(([text = '']) => plain(text))).size).toBe(rows.length);
    const among = (cell: string | undefined, labels: readonly string[]): boolean =>
      cell === '-' || (cell ?? '').split(',').every((label) => labels.includes(label));
    expect(
      rows.filter(
        (row) =>
          row.length !== 6 ||
          !among(row[1], SENTIMENTS) ||
          !among(row[3], INTENTS) ||
          !among(row[4], DRIVERS) ||
          !among(row[5], STAGES),
      ),
    ).toEqual([]);
    expect(
      rows.filter(
        ([, , complaint, intents = '']) => (complaint === 'yes') !== intents.split(',').includes('complaint'),
      ),
    ).toEqual([]);
  });

  it('holds every driver, and as many complaints as other texts within a tenth', () => {
    for (const driver of DRIVERS)
      expect(rows.filter((row) => row[4]?.split(',').includes(driver)).length, driver).toBeGreaterThanOrEqual(
        ofEach,
      );
    expect(Math.abs(rows.filter((row) => row[2] === 'yes').length / rows.length - 0.5)).toBeLessThan(0.1);
  });

  it('holds none of the false friends that test the model', () => {
    expect(rows.filter(([text = '']) => falseFriends.has(plain(text)))).toEqual([]);
  });
});

it('shares no text between care and messages', () => {
  const care = new Set(
    rowsOf('care')
      .slice(1)
      .map(([text = '']) => plain(text)),
  );
  expect(
    rowsOf('messages')
      .slice(1)
      .filter(([text = '']) => care.has(plain(text))),
  ).toEqual([]);
});

describe.each(['drivers', 'driver-scenes', 'driver-posts'])('%s', (name) => {
  const [head = [], ...rows] = rowsOf(name);

  it('has different texts with drivers of the model, or none', () => {
    expect(head).toEqual(['text', 'drivers']);
    const known = (cell = ''): boolean =>
      cell === '-' || cell.split(',').every((driver) => (DRIVERS as readonly string[]).includes(driver));
    expect(rows.filter((row) => row.length !== head.length || !known(row.at(-1)))).toEqual([]);
    expect(new Set(rows.map(([text = '']) => text)).size).toBe(rows.length);
  });
});

describe('sentiment-care', () => {
  const [head, ...rows] = rowsOf('sentiment-care');

  it('has a sentiment a text', () => {
    expect(head).toEqual(['text', 'label']);
    expect(
      rows.filter((row) => row.length !== 2 || !(SENTIMENTS as readonly string[]).includes(row[1] ?? '')),
    ).toEqual([]);
  });

  it('holds none of the false friends that test the model', () => {
    expect(rows.filter(([text = '']) => falseFriends.has(plain(text)))).toEqual([]);
  });
});
