import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import { listZip } from '../../../src/ingest/bytes/zip.js';
import { openSheets } from '../../../src/ingest/table/open-sheets.js';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const ods = (sheets: string, styles = ''): Uint8Array =>
  zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
const cell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, more = ''): string => `<table:table-row ${more}>${cells}</table:table-row>`;
const sheet = (rows: string, name = 'Avis', style = 'ta1'): string =>
  `<table:table table:name="${name}" table:style-name="${style}"><table:table-column/>${rows}</table:table>`;

async function read(bytes: Uint8Array) {
  const opened = await openSheets(listZip(memorySource(bytes)));
  return Promise.all(
    opened.map(async ({ name, hidden, rows }) => {
      const list = [];
      for await (const one of rows()) list.push(one);
      return { name, hidden, list };
    }),
  );
}
const cellsOf = async (rows: string): Promise<string[][]> =>
  (await read(ods(sheet(rows))))[0]?.list.map(({ cells }) => cells) ?? [];

describe('sheets of OpenDocument workbooks', () => {
  it('gives cells as text, each type as it is stored or shown', async () => {
    expect(
      await cellsOf(
        row(
          '<table:table-cell office:value-type="float" office:value="4.5"><text:p>4,5 étoiles</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="date" office:date-value="2026-03-01T10:02:00.5"><text:p>1 mars</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>1 mars</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/D</text:p></table:table-cell>' +
            '<table:table-cell office:value-type="string"><office:annotation><text:p>de Zoé</text:p></office:annotation><text:p>Un <text:span>pot</text:span><text:s text:c="2"/>vide</text:p><text:p>et cassé</text:p></table:table-cell>',
        ),
      ),
    ).toEqual([['4.5', '2026-03-01 10:02:00', '2026-03-01', 'true', '', 'Un pot  vide\net cassé']]);
  });

  it('counts rows and columns that stand there once with their number, and merged cells', async () => {
    const [first] = await read(
      ods(
        sheet(
          row(cell('Magasin') + cell('Avis')) +
            row(
              '<table:table-cell table:number-columns-repeated="16384"/>',
              'table:number-rows-repeated="2"',
            ) +
            row(cell('Lyon', 'table:number-rows-spanned="2"') + cell('RAS')) +
            row('<table:covered-table-cell/>' + cell('Trop cher')) +
            row(cell('Brest') + cell('RAS'), 'table:number-rows-repeated="3"') +
            row('<table:table-cell/>', 'table:number-rows-repeated="1048000"'),
        ),
      ),
    );
    expect(first?.list.map((one) => [one.row, ...one.cells])).toEqual([
      [1, 'Magasin', 'Avis'],
      [4, 'Lyon', 'RAS'],
      [5, 'Lyon', 'Trop cher'],
      [6, 'Brest', 'RAS'],
      [7, 'Brest', 'RAS'],
      [8, 'Brest', 'RAS'],
    ]);
  });

  it('tells hidden sheets and addresses behind cells', async () => {
    const told = await read(
      ods(
        sheet(row(cell('<text:a xlink:href="https://a.example/1">voir</text:a>'))) +
          sheet(row(cell('x')), 'Caché', 'ta2'),
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    );
    expect(told.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Avis', false],
      ['Caché', true],
    ]);
    expect(told[0]?.list[0]?.links?.get(0)).toBe('https://a.example/1');
  });

  it('refuses what has a password, or one row that stands for millions', async () => {
    await expect(read(ods(''))).rejects.toThrow(/password/);
    await expect(cellsOf(row(cell('x'), 'table:number-rows-repeated="9999999"'))).rejects.toThrow(
      /stands for/,
    );
  });
});
