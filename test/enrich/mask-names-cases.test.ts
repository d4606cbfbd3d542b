import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseTsv } from '../../src/enrich/data-file.js';
import { maskNames } from '../../src/enrich/mask-names.js';

const cases = parseTsv(
  readFileSync(fileURLToPath(new URL('mask-names-cases.tsv', import.meta.url)), 'utf8'),
  2,
  'mask-names-cases.tsv',
).map(([language = '', text = '']) => ({ language, text: text.replaceAll('\\n', '\n') }));

describe('names of any origin', () => {
  it('are masked after greetings, trades and in signatures: 95 of 100; 2 of 100 other texts are touched', async () => {
    let named = 0,
      masked = 0,
      plain = 0,
      touched = 0;
    for (const language of ['fr', 'en'] as const) {
      const own = cases.filter((one) => one.language === language).map(({ text }) => text);
      const told = await maskNames(
        own.map((text) => text.replaceAll(/[{}]/g, '')),
        { language },
      );
      own.forEach((text, i) => {
        const right = told[i] === text.replaceAll(/\{[^}]*\}/g, '[nom]');
        if (text.includes('{')) {
          named++;
          if (right) masked++;
        } else {
          plain++;
          if (!right) touched++;
        }
      });
    }
    expect(named).toBe(400);
    expect(masked / named).toBeGreaterThanOrEqual(0.95);
    expect(plain).toBeGreaterThan(100);
    expect(touched / plain).toBeLessThanOrEqual(0.02);
  });
});
