import { fileURLToPath } from 'node:url';
import { formats } from '../../src/ingest/detect.js';

export const README = fileURLToPath(new URL('../../src/ingest/README.md', import.meta.url));

/** Samples of a format and the messages in them. */
export interface Tally {
  readonly samples: number;
  readonly messages: number;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of formats, in the order of detection. */
export function formatTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = formats().map(({ format, label, stage, evidence, memory }) => {
    const { samples, messages } = tallies.get(format) ?? { samples: 0, messages: 0 };
    const size = memory === 'stream' ? 'stream' : `whole, ${Math.round(memory.wholeUpTo / 2 ** 20)} MiB`;
    return `| \`${format}\` | ${cell(label)} | ${stage} | ${samples} | ${messages} | ${evidence} | ${size} |`;
  });
  return [
    '| format | what | stage | samples | messages | evidence | memory |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Rows of the samples that are counted otherwise. */
export function exceptionTable(
  exceptions: Readonly<Record<string, { readonly count: number; readonly why: string }>>,
  noted: ReadonlyMap<string, string>,
): string {
  return Object.entries(exceptions)
    .map(([path, { count, why }]) => `| \`${path}\` | ${noted.get(path) ?? ''} | ${count} | ${cell(why)} |`)
    .join('\n');
}

/** The README with its tables replaced. */
export function withTables(readme: string, table: string, exceptions: string): string {
  return readme
    .replace(
      /(<!-- table of formats[^\n]*-->\n)[^]*?(?=<!-- end of table -->)/,
      (_all, mark: string) => `${mark}${table}\n`,
    )
    .replace(
      /(?<=\| sample \| noted \| read \| why \|\n\|---\|---\|---\|---\|\n)[^]*?(?=<!-- end of exceptions -->)/,
      () => `${exceptions}\n`,
    );
}
