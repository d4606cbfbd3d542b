import { describe, expect, it } from 'vitest';
import { lexisnexisHtml } from '../../../src/ingest/formats/lexisnexis-html.js';
import { describeShared } from '../../shared.js';
import { expectGolden, expectIndexCounts, goldenFiles, indexSamples, readText } from '../read-sample.js';

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

describeShared('LexisNexis HTML samples', () => {
  it('give the articles of the index, each with date, source and text', async () => {
    for (const reading of await expectIndexCounts(lexisnexisHtml, indexSamples('lexisnexis', /\.html$/))) {
      for (const record of reading.records) {
        expect(record.sentAt?.epochMs).toBeGreaterThan(0);
        for (const field of ['text', 'sourceName', 'givenLanguage'] as const)
          expect(record[field], `${field} of ${record.row}`).toBeTruthy();
        expect(record.text).not.toMatch(/Copyright \d{4}/);
      }
    }
  });
});
