import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { encodeHead } from '../../../src/enrich/heads/head.js';
import { createLanguageDetector } from '../../../src/enrich/language/language-detector.js';
import { buildLanguageHead } from '../../../src/learn/language-recipe.js';
import { describeShared, shared } from '../../shared.js';

/** The first four words without mentions, links and hashtags. */
const firstWords = (text: string): string =>
  text
    .replaceAll(/@\S+|\bhttp\S*|\bRT\b|#\S+/g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 4)
    .join(' ');

describeShared('language on UMSAB val, trained on train', () => {
  const folders = {
    arabic: 'ar',
    german: 'de',
    english: 'en',
    french: 'fr',
    italian: 'it',
    portuguese: 'pt',
    spanish: 'es',
  };
  const other = readFileSync(
    fileURLToPath(new URL('../../../datasets/labelled/language-other.tsv', import.meta.url)),
    'utf8',
  );

  it('is right for 98.5 % of the texts and 95.5 % of their first four words, in 7 languages', async () => {
    const trained = await createLanguageDetector({
      head: buildLanguageHead(shared('data/labelled/umsab'), other, ['train']),
    });
    let n = 0,
      whole = 0,
      words = 0,
      mixed = 0;
    for (const [folder, language] of Object.entries(folders)) {
      for (const text of readFileSync(shared(`data/labelled/umsab/${folder}/val_text.txt`), 'utf8')
        .trimEnd()
        .split('\n')) {
        n++;
        const guess = trained.detect(text);
        if (guess.code === language) whole++;
        if (guess.mixed) mixed++;
        if (trained.detect(firstWords(text)).code === language) words++;
      }
    }
    console.log(
      `language: ${n} texts, ${((100 * whole) / n).toFixed(1)} % right, first four words ${((100 * words) / n).toFixed(1)} %, told mixed ${((100 * mixed) / n).toFixed(1)} %`,
    );
    expect(whole / n).toBeGreaterThan(0.985);
    expect(words / n).toBeGreaterThan(0.955);
    expect(mixed / n).toBeLessThan(0.015);
  });

  it('is rebuilt byte for byte', () => {
    const shipped = readFileSync(
      fileURLToPath(new URL('../../../src/enrich/models/language.head', import.meta.url)),
    );
    expect(
      Buffer.compare(
        Buffer.from(encodeHead(buildLanguageHead(shared('data/labelled/umsab'), other))),
        shipped,
      ),
    ).toBe(0);
  });
});
