import { strToU8, zipSync } from 'fflate';

export type Cell = string | number | undefined;
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Merged ranges, such as A1:F1. */
  readonly merged?: readonly string[];
  /** Columns, from 0, whose numbers are dates. */
  readonly dates?: readonly number[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;
}

/** Days since 1899-12-30, as workbooks count them, of a clock told as if it were UTC. */
export const serial = (clock: Date): number => clock.getTime() / 86_400_000 + 25_569;

/** A workbook of inline strings and numbers. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const xml = (body: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    parts = 'http://schemas.openxmlformats.org/package/2006';
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${parts}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
  };
  for (const [index, { rows, merged = [], dates = [] }] of sheets.entries()) {
    const body = rows.map((row, y) => {
      const cells = row.map((cell, x) => {
        if (cell === undefined || cell === '') return '';
        const place = `r="${letters(x)}${y + 1}"`;
        return typeof cell === 'number'
          ? `<c ${place}${dates.includes(x) ? ' s="1"' : ''}><v>${cell}</v></c>`
          : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
      });
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    });
    const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    files[`xl/worksheets/sheet${index + 1}.xml`] = xml(
      `<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${ranges}</mergeCells>`}</worksheet>`,
    );
  }
  return zipSync(files, { mtime: new Date(2020, 0, 1) });
}

/** Bytes of Windows-1252, as spreadsheets of French Windows write tables. */
export function windows1252(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = {
    '€': 0x80,
    '…': 0x85,
    Œ: 0x8c,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '—': 0x97,
    œ: 0x9c,
  };
  return Uint8Array.from(
    [...text].map(
      (char) => special[char] ?? (char.length === 1 && char.charCodeAt(0) < 256 ? char.charCodeAt(0) : 63),
    ),
  );
}
