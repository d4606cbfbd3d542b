import { describe, expect, it } from 'vitest';
import { lexisnexisHtml } from '../../../src/ingest/formats/lexisnexis-html.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('lexisnexis-html', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(lexisnexisHtml, await goldenFiles(lexisnexisHtml, ['articles-fr.html']));
  });

  it('reads a page whose comments were lost, by its counters', async () => {
    const page = (
      n: number,
    ): string => `<div><p><span>${n} de 2 DOCUMENTS</span></p></div><div><p>Le Journal d'Essai</p></div><div><p>3 mai 2011 mardi</p></div>
      <div><p>Titre ${n}</p></div><div><p><b>LONGUEUR: </b>3 mots</p></div><div><p>Texte ${n}.</p></div><div><p><b>LANGUE: </b>FRENCH</p></div>`;
    const { records } = await readText(
      lexisnexisHtml,
      `<html><body>${page(1)}${page(2)}</body></html>`,
      'n.html',
    );
    expect(
      records.map((record) => [record.title, record.text, record.sourceName, record.givenLanguage]),
    ).toEqual([
      ['Titre 1', 'Texte 1.', "Le Journal d'Essai", 'fr'],
      ['Titre 2', 'Texte 2.', "Le Journal d'Essai", 'fr'],
    ]);
  });
});
