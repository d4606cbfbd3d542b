import { strToU8, zipSync } from 'fflate';

/** A zip of texts or bytes. */
export const makeZip = (members: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell: text, a number, a date serial, a formula, text with a link, or nothing. */
export type Cell =
  | string
  | number
  | null
  | { readonly date: number }
  | { readonly formula: string; readonly value?: string }
  | { readonly text: string; readonly link: string };

const column = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26);

function cellXml(cell: Cell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  if ('date' in cell) return `<c r="${reference}" s="1"><v>${cell.date}</v></c>`;
  if ('formula' in cell)
    return cell.value === undefined
      ? `<c r="${reference}"><f>${escape(cell.formula)}</f></c>`
      : `<c r="${reference}" t="str"><f>${escape(cell.formula)}</f><v>${escape(cell.value)}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t>${escape(cell.text)}</t></is></c>`;
}

function sheetParts(
  rows: readonly (readonly Cell[])[],
  sheet: number,
  merges: readonly string[],
): Record<string, string> {
  const links: { reference: string; target: string }[] = [];
  const body = rows
    .map((cells, y) => {
      const inside = cells
        .map((cell, x) => {
          const reference = `${column(x)}${y + 1}`;
          if (cell !== null && typeof cell === 'object' && 'link' in cell)
            links.push({ reference, target: cell.link });
          return cellXml(cell, reference);
        })
        .join('');
      return inside === '' ? '' : `<row r="${y + 1}">${inside}</row>`;
    })
    .join('');
  const hyperlinks = links.map(({ reference }, i) => `<hyperlink ref="${reference}" r:id="h${i}"/>`).join('');
  const relations = links
    .map(
      ({ target }, i) =>
        `<Relationship Id="h${i}" Type="t" Target="${escape(target)}" TargetMode="External"/>`,
    )
    .join('');
  return {
    [`xl/worksheets/sheet${sheet}.xml`]: `<?xml version="1.0"?><worksheet xmlns:r="r"><sheetData>${body}</sheetData><mergeCells>${merges.map((one) => `<mergeCell ref="${one}"/>`).join('')}</mergeCells><hyperlinks>${hyperlinks}</hyperlinks></worksheet>`,
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: `<Relationships>${relations}</Relationships>`,
  };
}

/** A workbook as Excel writes it: style 1 is a date. `hidden`: sheets that are not shown, by index; `merges`: merged cells of each sheet. */
export function makeWorkbook(
  sheets: readonly (readonly (readonly Cell[])[])[],
  hidden: readonly number[] = [],
  merges: readonly string[] = [],
): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map((_, i) => `<sheet name="Feuille ${i + 1}" sheetId="${i + 1}"${hidden.includes(i) ? ' state="hidden"' : ''} r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="s${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yy hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  };
  sheets.forEach((rows, i) => Object.assign(parts, sheetParts(rows, i + 1, merges)));
  return makeZip(parts);
}
