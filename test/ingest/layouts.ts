import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../src/ingest/detect.js';
import { readSurveyed } from '../../src/ingest/reader.js';
import { surveyFile } from '../../src/ingest/survey-file.js';
import { csvRecords } from '../../src/util/csv.js';

/** A table of a fixture, its records taken apart: what happens to exports between a tool and this library is done to it. */
interface Base {
  readonly name: string;
  readonly delimiter: string;
  /** The header and what stands above it. */
  readonly top: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

interface Layout {
  readonly bytes: Buffer;
  /** Records below the header that must be read or rejected, by arithmetic. */
  readonly records: number;
  /** With the option that says there is no header. */
  readonly headerless?: true;
  /** One record may be taken for the header. */
  readonly slack?: number;
}

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
const lineOf = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => quoted(cell, delimiter)).join(delimiter);

function text(
  { top, rows, delimiter }: Base,
  { by = delimiter, end = '\n' }: { readonly by?: string; readonly end?: string } = {},
): string {
  return [...top, ...rows].map((cells) => `${lineOf(cells, by)}${end}`).join('');
}

const whole = (base: Base, content: string | Buffer, more = 0): Layout => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  records: base.rows.length + base.top.length - 1 + more,
});
const headerOf = (base: Base): readonly string[] => base.top.at(-1) ?? [];

/** What happens to tables in real life; each tells how many records it adds. */
export const ACCIDENTS: Readonly<Record<string, (base: Base) => Layout>> = {
  nothing: (base) => whole(base, text(base)),
  'two title lines above': (base) =>
    whole(base, `Export du 12 mars 2026${base.delimiter}\nCompte Maison Brel\n${text(base)}`, 2),
  'blank lines above, between and below': (base) =>
    whole(base, `\n\n${text(base).replace('\n', '\n')}\n \n\n`),
  'blank records between': (base) =>
    whole(base, text({ ...base, rows: base.rows.flatMap((row) => [row, row.map(() => '')]) })),
  'byte order mark': (base) => whole(base, `\ufeff${text(base)}`),
  'another delimiter': (base) => whole(base, text(base, { by: base.delimiter === ';' ? '\t' : ';' })),
  'a row of totals': (base) =>
    whole(base, `${text(base)}${lineOf(['Total', String(base.rows.length)], base.delimiter)}\n`, 1),
  'a footnote': (base) => whole(base, `${text(base)}\n* chiffres provisoires\n`, 1),
  'the header again': (base) =>
    whole(
      base,
      `${text(base)}${lineOf(headerOf(base), base.delimiter)}\n${lineOf(base.rows[0] ?? [], base.delimiter)}\n`,
      base.rows.length > 0 ? 2 : 1,
    ),
  'a delimiter at the end of each line': (base) => whole(base, text(base, { end: `${base.delimiter}\n` })),
  'no last line end': (base) => whole(base, text(base).replace(/\n$/, '')),
  'a line break inside a cell': (base) =>
    whole(
      base,
      text({
        ...base,
        rows: base.rows.map((row) =>
          row.map((cell, at) => (at === row.length - 1 ? `${cell}\nsuite` : cell)),
        ),
      }),
    ),
  'Latin-9': (base) => whole(base, Buffer.from(text(base).replaceAll(/[^\u0000-\u00ff]/g, '?'), 'latin1')),
  'Windows line ends': (base) => whole(base, text(base, { end: '\r\n' })),
  'old Macintosh line ends': (base) => whole(base, text(base, { end: '\r' })),
  'mixed line ends': (base) => {
    let at = 0;
    return whole(
      base,
      text(base).replaceAll('\n', () => (at++ % 2 === 0 ? '\r\n' : '\n')),
    );
  },
  'an empty column': (base) =>
    whole(
      base,
      text({ ...base, top: base.top.map((row) => [...row, '']), rows: base.rows.map((row) => [...row, '']) }),
    ),
  'short rows': (base) =>
    whole(
      base,
      text({ ...base, rows: base.rows.map((row) => row.slice(0, Math.max(1, row.length - 1))) }),
      0,
    ),
  'no header': (base) => ({ ...whole({ ...base, top: [[]] }, text({ ...base, top: [] })), headerless: true }),
  'one column': (base) => ({
    ...whole(
      base,
      `Réponse\n${base.rows.map((_, at) => `Une réponse de plusieurs mots, la ${at + 1}e\n`).join('')}`,
    ),
    records: base.rows.length,
    slack: 1,
  }),
  'a header of no known words': (base) => ({
    ...whole(base, text({ ...base, top: [headerOf(base).map((_, at) => `Q${at + 1}`)] })),
    slack: 1,
    records: base.rows.length,
  }),
};

const golden = fileURLToPath(new URL('golden/', import.meta.url));

/** The tables among the fixtures of all formats. */
export async function baseTables(): Promise<Base[]> {
  const bases: Base[] = [];
  const paths = readdirSync(golden, { recursive: true, encoding: 'utf8' })
    .map((name) => join(golden, name))
    .filter(
      (path) => statSync(path).isFile() && statSync(path).size < 100_000 && !path.endsWith('expected.json'),
    )
    .toSorted();
  for (const path of paths) {
    const file = await openBytes(readFileSync(path), relative(golden, path)).catch(() => undefined);
    const [best] = file?.container === 'text' ? detectFormat(file) : [];
    if (!file?.table || file.table.json || !best?.source.rows?.quotes || best.holdsNoMessages !== undefined)
      continue;
    if (file.encoding !== 'utf-8' || file.table.headerRow === 0) continue;
    const { delimiter, headerRow } = file.table;
    const filled = csvRecords(await file.wholeText(1e6), { delimiter }).filter(
      ({ row, cells }) => row <= headerRow || cells.some((cell) => cell.trim() !== ''),
    );
    bases.push({
      name: relative(golden, path),
      delimiter,
      top: filled
        .filter(({ row }) => row <= headerRow)
        .map(({ cells }) => cells)
        .filter((cells) => cells.some((cell) => cell.trim() !== '')),
      rows: filled.filter(({ row }) => row > headerRow).map(({ cells }) => cells),
    });
  }
  return bases;
}

const isNameless = (accident: string): boolean =>
  ['no header', 'a header of no known words', 'one column'].includes(accident);

/** What is wrong with the account of one layout; empty: every record is read or rejected, and the simple count agrees. */
export async function accountOf(base: Base, accident: string): Promise<string[]> {
  const layout = (ACCIDENTS[accident] as (base: Base) => Layout)(base);
  const options = layout.headerless ? { headerRow: 0 } : {};
  const file = await openBytes(layout.bytes, base.name.replaceAll('/', ' '), options);
  const walked = { path: file.path, file };
  const surveyed = await surveyFile(walked, options);
  let records = 0,
    rejects = 0;
  const flaws: string[] = [];
  for await (const event of readSurveyed(walked, surveyed, options)) {
    if (event.type === 'batch') {
      records += event.records.length;
      rejects += event.rejects.length;
    } else if (event.type === 'fileEnd') {
      const { read, rejected, items, format } = event;
      if (format === null) {
        // refused with a sentence, and its rows are told
        if (!event.notes.some((note) => note.includes('say which with map')) || !isNameless(accident))
          flaws.push(`not recognised: ${event.notes.join('; ')}`);
        if (Math.abs((surveyed.found ?? 0) - layout.records) > (layout.slack ?? 0))
          flaws.push(`${layout.records} records written, ${surveyed.found} told`);
        continue;
      }
      if (read !== records + rejects || rejected !== rejects)
        flaws.push(`${read} read, ${records} records and ${rejects} rejects came`);
      if (Math.abs(items - layout.records) > (layout.slack ?? 0))
        flaws.push(`${layout.records} records written, ${items} read or rejected`);
      if (surveyed.found !== items) flaws.push(`${surveyed.found} found, ${items} read or rejected`);
    }
  }
  return flaws.map((flaw) => `${base.name}, ${accident}: ${flaw}`);
}

/** All pairs of a table and an accident. */
export const layoutsOf = (bases: readonly Base[]): (readonly [Base, string])[] =>
  bases.flatMap((base) => Object.keys(ACCIDENTS).map((accident) => [base, accident] as const));
