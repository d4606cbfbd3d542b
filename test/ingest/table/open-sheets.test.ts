import { writeOds } from 'hucre/ods';
import { expect, it } from 'vitest';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { listZip } from '../../../src/ingest/bytes/zip.js';
import { sheetRows } from '../../../src/ingest/count/sheet-rows.js';
import { openSheets } from '../../../src/ingest/table/open-sheets.js';
import { tableRows } from '../../../src/ingest/table/table.js';

it('opens, reads and counts an OpenDocument workbook that another program wrote', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: 'Enquête',
        rows: [
          ['Date', 'Avis', 'Note'],
          [new Date('2026-03-01T00:00:00Z'), 'Le beurre a tourné & coulé', 2],
          [new Date('2026-03-02T00:00:00Z'), 'Très bon', 5],
        ],
      },
    ],
  });
  const file = await openBytes(bytes, 'enquete.ods');
  expect((await openSheets(listZip(memorySource(bytes)))).map(({ name }) => name)).toEqual(['Enquête']);
  const rows = [];
  for await (const some of tableRows(file)) rows.push(...some.map(({ cells }) => cells));
  expect(rows).toEqual([
    ['2026-03-01', 'Le beurre a tourné & coulé', '2'],
    ['2026-03-02', 'Très bon', '5'],
  ]);
  expect(file.table?.names).toEqual(['date', 'avis', 'note']);
  expect(file.table && (await sheetRows(listZip(memorySource(bytes)), file.table))).toBe(2);
});
