import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lexisnexisDocx } from '../../../src/ingest/formats/lexisnexis-docx.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { expectGolden, goldenBytes, readText } from '../read-sample.js';

/** A Word file around its main part, so that the golden file stays readable. */
const docx = (document: Uint8Array): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': document });

const lines = (...texts: string[]): Uint8Array =>
  strToU8(
    `<w:document xmlns:w="w"><w:body>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  );

describe('lexisnexis-docx', () => {
  it('reads the golden file as expected', async () => {
    const file = await openBytes(docx(goldenBytes('lexisnexis-docx/document.xml')), 'articles.docx');
    await expectGolden(lexisnexisDocx, { 'articles.docx': file });
  });

  it('never copies the account of the cover page', async () => {
    const { records, doubts, rejects } = await readText(
      lexisnexisDocx,
      docx(goldenBytes('lexisnexis-docx/document.xml')),
      'articles.docx',
    );
    expect(JSON.stringify([records, doubts, rejects])).not.toMatch(/ACCOUNT HOLDER|12345678/);
  });

  it('reads no article from another Word file, nor its text', async () => {
    const { records, notes } = await readText(
      lexisnexisDocx,
      docx(lines('A letter', '3 May 2011', 'Dear all')),
      'letter.docx',
    );
    expect(records).toEqual([]);
    expect(notes[0]).toMatch(/without articles/);
  });

  it('keeps a last article that has no end line', async () => {
    const cut = docx(
      lines('Title', 'The Sample', 'May 3, 2011 Tuesday', 'Length: 2 words', 'Body', 'Some text.'),
    );
    const { records, doubts } = await readText(lexisnexisDocx, cut, 'cut.docx');
    expect(records[0]).toMatchObject({ title: 'Title', sourceName: 'The Sample', text: 'Some text.' });
    expect(doubts.map((doubt) => doubt.reason)).toEqual(['truncated']);
  });
});
