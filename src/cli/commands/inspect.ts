import { statSync } from 'node:fs';
import { type Command, stringOption } from '../command.js';
import { configOption, headerOption, mapOption, readOptionsHelp, readOptionsSpec } from '../build-options.js';
import { choiceOption } from '../command.js';
import type { Inspection } from '../../ingest/inspect.js';
import { DeversoirError } from '../../util/errors.js';

const usage = `Usage: deversoir inspect FILE [OPTIONS]

Says how one file would be read, without writing anything: the format, why, what else it could be, the mapping of columns,
the first records, what is doubtful and the option that settles it.

Options:
${readOptionsHelp}
  --unmasked           show the first records and what is wrong as they are in the file, with the people in it
  --json               print the same as JSON on stdout

Note: records are shown as a corpus would hold them: contacts and handles masked, of authors and ids the shape ("Xxxxx Xxxx").

Example:
  deversoir inspect export.csv --map text=Verbatim`;

/** An inspection that names nobody. */
async function withoutPeople(found: Inspection): Promise<Inspection> {
  const { createRecordShower } = await import('../../normalise/shown-record.js');
  const { createTeller, shapeOf } = await import('../../normalise/tell.js');
  const { createPersons } = await import('../../enrich/names/label-persons.js');
  const persons = createPersons();
  const tell = createTeller(() => '…', persons),
    show = createRecordShower(persons);
  const [path = '', ...inside] = found.path.split('!');
  return {
    ...found,
    path: [path, ...inside.map(shapeOf)].join('!'),
    why: tell.text(found.why),
    records: found.records.map(show),
    rejects: found.rejects.map(tell.row),
    doubts: found.doubts.map(tell.row),
    notes: found.notes.map(tell.text),
  };
}

export const inspectCommand: Command = {
  name: 'inspect',
  usage,
  options: { ...readOptionsSpec, unmasked: { type: 'boolean' } },
  async run(paths, values, io) {
    const [path, ...rest] = paths;
    if (path === undefined || rest.length > 0)
      throw new DeversoirError('option-invalid', 'give one file', { hint: 'see: deversoir inspect --help' });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new DeversoirError('option-invalid', `${path} is a folder`, { hint: 'give one of its files' });
    const config = configOption(paths, values);
    const { inspectFile, inspectionLines } = await import('../../ingest/inspect.js');
    const as = stringOption(values, 'as');
    const zone = stringOption(values, 'zone') ?? config?.zone;
    const map = mapOption(values);
    const headerRow = headerOption(values);
    const dateOrder = choiceOption(values, 'date-order', ['dmy', 'mdy']) ?? config?.dateOrder;
    const options = {
      ...(as && { as }),
      ...(zone && { zone }),
      ...(map && { map }),
      ...(headerRow !== undefined && { headerRow }),
      ...(dateOrder && { dateOrder }),
    };
    const found = await inspectFile(path, options, io.progress);
    const inspection = values['unmasked'] === true ? found : await withoutPeople(found);
    for (const line of inspectionLines(inspection)) io.print(line);
    return { json: inspection, exitCode: inspection.format === null ? 1 : 0 };
  },
};
