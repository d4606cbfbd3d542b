import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import type { TablePeek } from '../../../src/ingest/bytes/export-file.js';
import { listZip } from '../../../src/ingest/bytes/zip.js';
import { sheetRows } from '../../../src/ingest/count/sheet-rows.js';

it('counts filled rows in the text of the sheets, blank shared strings and headers left out', async () => {
  const sheet = (rows: string): string => `<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="A" r:id="r1"/><sheet name="B" r:id="r2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
        'xl/sharedStrings.xml': '<sst><si><t>Date</t></si><si><t> </t></si><si/></sst>',
        'xl/worksheets/sheet1.xml': sheet(
          '<x:row r="1"><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c><x:v>5</x:v></x:c></x:row>' +
            '<x:row r="3"><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row><x:row r="4"/>' +
            '<x:row r="5"><x:c t="inlineStr"><x:is><x:t>oui</x:t></x:is></x:c></x:row>',
        ),
        'xl/worksheets/sheet2.xml': sheet('<x:row r="1"><x:c><x:v>1</x:v></x:c></x:row>'),
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
  const of = (...sheets: readonly (readonly [number, number])[]): Promise<number> =>
    sheetRows(listZip(memorySource(bytes)), {
      sheets: sheets.map(([index, headerRow]) => ({ index, headerRow, from: 0 })),
    } as unknown as TablePeek);
  expect(await of([0, 1])).toBe(2);
  expect(await of([0, 0])).toBe(3);
  expect(await of([0, 1], [1, 0])).toBe(3);
});
