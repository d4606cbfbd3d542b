import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fixedZip } from '../../../src/report/deck/fixed-zip.js';

it('takes out of every part, and of workbooks inside, what makes an office program refuse a file', () => {
  const nasty = '<a>nul\u0000 esc\u001b[31m vt\u000b \ufffe\uffff \u202eend</a>';
  const parts = { 'ppt/slides/slide1.xml': strToU8(nasty), 'media/a.bin': new Uint8Array([0, 11, 27]) };
  const inner = zipSync({ 'xl/sharedStrings.xml': strToU8(nasty) });
  const out = unzipSync(fixedZip(zipSync({ ...parts, 'ppt/embeddings/a.xlsx': inner })));
  const clean = '<a>nul esc[31m vt  end</a>';
  expect(strFromU8(out['ppt/slides/slide1.xml'] as Uint8Array)).toBe(clean);
  expect(out['media/a.bin']).toEqual(new Uint8Array([0, 11, 27]));
  const embedded = unzipSync(out['ppt/embeddings/a.xlsx'] as Uint8Array);
  expect(strFromU8(embedded['xl/sharedStrings.xml'] as Uint8Array)).toBe(clean);
});

it('tells no type of a part that is not there', () => {
  const types = (names: readonly string[]): string =>
    `<Types><Default Extension="xml" ContentType="text/xml"/>${names.map((name) => `<Override PartName="/${name}" ContentType="t"/>`).join('')}</Types>`;
  const file = zipSync({
    '[Content_Types].xml': strToU8(types(['ppt/a.xml', 'ppt/b.xml'])),
    'ppt/a.xml': strToU8('<a/>'),
  });
  expect(strFromU8(unzipSync(fixedZip(file))['[Content_Types].xml'] as Uint8Array)).toBe(
    types(['ppt/a.xml']),
  );
});

it('writes the zeros that the workbook of a chart leaves out', () => {
  const inner = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<c r="B4"><v></v></c>') });
  const out = unzipSync(fixedZip(zipSync({ 'ppt/embeddings/a.xlsx': inner })));
  const sheet = unzipSync(out['ppt/embeddings/a.xlsx'] as Uint8Array)['xl/worksheets/sheet1.xml'];
  expect(strFromU8(sheet as Uint8Array)).toBe('<c r="B4"><v>0</v></c>');
});
