import { type Command, stringOption } from '../command.js';
import { headerOption, mapOption, readOptionsHelp, readOptionsSpec } from '../build-options.js';
import { choiceOption } from '../command.js';
import { DeversoirError } from '../../util/errors.js';

const usage = `Usage: deversoir inspect FILE [OPTIONS]

Says how one file would be read, without writing anything: the format, why, what else it could be, the mapping of columns,
the first records, what is doubtful and the option that settles it.

Options:
${readOptionsHelp}
  --json               print the same as JSON on stdout

Note: the first records are shown as they are in the file, not masked.

Example:
  deversoir inspect export.csv --map text=Verbatim`;

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'how one file would be read, and why',
  usage,
  options: readOptionsSpec,
  async run(paths, values, io) {
    const [path, ...rest] = paths;
    if (path === undefined || rest.length > 0)
      throw new DeversoirError('option-invalid', 'give one file', { hint: 'see: deversoir inspect --help' });
    const { inspectFile, inspectionLines } = await import('../../ingest/inspect.js');
    const as = stringOption(values, 'as');
    const zone = stringOption(values, 'zone');
    const map = mapOption(values);
    const headerRow = headerOption(values);
    const dateOrder = choiceOption(values, 'date-order', ['dmy', 'mdy']);
    const options = {
      ...(as && { as }),
      ...(zone && { zone }),
      ...(map && { map }),
      ...(headerRow !== undefined && { headerRow }),
      ...(dateOrder && { dateOrder }),
    };
    const inspection = await inspectFile(path, options, io.progress);
    for (const line of inspectionLines(inspection)) io.print(line);
    return { json: inspection };
  },
};
