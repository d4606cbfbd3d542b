import { strToU8, zipSync } from 'fflate';

/** A cell: text, number, or a number shown as date, with an optional link. */
export type Cell =
  string | number | { readonly value: string | number; readonly link?: string; readonly date?: true } | null;

export const escapeXml = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** "A", ..., "Z", "AA", ... for 0, 1, ... */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** An .xlsx workbook of one sheet, with shared strings and hyperlinks. Rows that are `null` are left out, as tools do. */
export function writeXlsx(sheetName: string, rows: readonly (readonly Cell[] | null)[]): Uint8Array {
  const strings = new Map<string, number>();
  const links: string[] = [],
    targets: string[] = [];
  const body = rows
    .map((row, r) =>
      row === null
        ? ''
        : `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, strings, links, targets)).join('')}</row>`,
    )
    .join('');
  const sheet = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${body}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}</worksheet>`;
  const shared = `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</t></si>`).join('')}</sst>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['workbook', 'worksheets/sheet1', 'sharedStrings', 'styles'].map((part) => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${part === 'workbook' ? 'sheet.main' : part === 'worksheets/sheet1' ? 'worksheet' : part}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yy hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': shared,
    'xl/worksheets/sheet1.xml': sheet,
  };
  if (targets.length > 0)
    files['xl/worksheets/_rels/sheet1.xml.rels'] =
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}</Relationships>`;
  // A zip holds the time of writing: fixed here. Read and written on the local clock, so the zone of the machine cancels out.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
    mtime: new Date('2026-07-01T12:00:00'),
  });
}

function cellXml(
  cell: Cell,
  ref: string,
  strings: Map<string, number>,
  links: string[],
  targets: string[],
): string {
  if (cell === null || cell === '') return '';
  const { value, link, date } =
    typeof cell === 'object' ? cell : { value: cell, link: undefined, date: undefined };
  if (link !== undefined) {
    const id = `rId_hyperlink_${targets.length + 1}`;
    targets.push(
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${escapeXml(link)}" TargetMode="External"/>`,
    );
    links.push(`<hyperlink ref="${ref}" r:id="${id}"/>`);
  }
  if (typeof value === 'number') return `<c r="${ref}"${date ? ' s="1"' : ''}><v>${value}</v></c>`;
  const index = strings.get(value) ?? strings.size;
  strings.set(value, index);
  return `<c r="${ref}" t="s"><v>${index}</v></c>`;
}
