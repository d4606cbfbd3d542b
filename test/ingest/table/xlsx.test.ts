import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import { listZip } from '../../../src/ingest/bytes/zip.js';
import { openWorkbook } from '../../../src/ingest/table/xlsx.js';

const book = (rows: string, more: Readonly<Record<string, string>> = {}, workbook = ''): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': `<workbook>${workbook}<sheets><sheet name="Avis" r:id="r1"/><sheet name="Caché" state="veryHidden" r:id="r2"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml': '<sst><si><t>Date</t></si></sst>',
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
async function sheets(bytes: Uint8Array) {
  const opened = await openWorkbook(listZip(memorySource(bytes)));
  return Promise.all(
    opened.map(async ({ name, hidden, rows }) => {
      const list = [];
      for await (const { row, cells } of rows()) list.push([row, ...cells] as const);
      return { name, hidden, list };
    }),
  );
}

it('gives cells as text, each type as it is shown', async () => {
  const cells =
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>En ligne_x000D_</t></is></c><c r="C1" t="b"><v>1</v></c>' +
    '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1</f><v>calculé</v></c><c r="F1"><v>3.5</v></c>' +
    // 46 082 days after 30 December 1899 are 1 March 2026; .5 is noon.
    '<c r="G1" s="1"><v>46082</v></c><c r="H1" s="1"><v>46082.5</v></c><c r="J1"><v>7</v></c>';
  const [first, hidden] = await sheets(
    book(`<row r="2">${cells}</row><row><c><v>1</v></c><c><v>2</v></c></row>`),
  );
  expect(first).toEqual({
    name: 'Avis',
    hidden: false,
    list: [
      [2, 'Date', 'En ligne\r', 'true', '', 'calculé', '3.5', '2026-03-01', '2026-03-01 12:00:00', '', '7'],
      [3, '1', '2'],
    ],
  });
  expect(hidden).toEqual({ name: 'Caché', hidden: true, list: [] });
});

it('tells which formula has no value: one that libraries wrote without computing it', async () => {
  const [sheet] = await openWorkbook(
    listZip(
      memorySource(
        book(
          '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2*2</f><v/></c><c r="C2"><f>A2*3</f></c></row>' +
            '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>IF(A3=1,"oui","")</f><v></v></c><c r="C3"><v/></c></row>',
        ),
      ),
    ),
  );
  const told = [];
  for await (const { row, flaw, flawAt } of sheet?.rows() ?? []) told.push([row, flaw, flawAt]);
  expect(told).toEqual([
    [2, 'unvalued', 1],
    [3, undefined, undefined],
  ]);
});

it('counts days from 1904 where the workbook says so', async () => {
  const [sheet] = await sheets(
    book('<row r="1"><c r="A1" s="1"><v>44620</v></c></row>', {}, '<workbookPr date1904="1"/>'),
  );
  expect(sheet?.list).toEqual([[1, '2026-03-01']]);
});
