import { formatInFrench } from '../help-fr/format-titles.js';
import type { Command } from '../command.js';

const usage = `Usage: deversoir formats [--json]

Lists the export formats that are recognised, with what proves each:

  real        checked on files that the tool itself wrote
  fixture     checked on files that a third party wrote to imitate the tool
  documented  from public documentation or source code; no file seen
  memory      from general knowledge; treat as a hypothesis

Other tables go to the generic format, whose columns are guessed (French and English) or given with --map.

Example:
  deversoir formats --json`;

export const formatsCommand: Command = {
  name: 'formats',
  usage,
  positionals: false,
  options: {},
  async run(_paths, values, io) {
    const { formats } = await import('../../ingest/reader.js');
    const list = formats().map(({ format, label, stage, evidence, memory, example }) => ({
      format,
      label,
      stage,
      evidence,
      memory,
      example,
    }));
    const told = values['lang'] === 'fr' ? list.map(formatInFrench) : list;
    const width = Math.max(...list.map(({ format }) => format.length));
    for (const { format, label, stage, evidence, example } of told) {
      io.print(`${format.padEnd(width)}  ${stage.padEnd(7)}  ${evidence.padEnd(10)}  ${label}`);
      io.print(`${' '.repeat(width + 2)}${example}`);
    }
    return { json: { formats: list } };
  },
};
