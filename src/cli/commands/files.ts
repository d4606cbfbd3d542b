import type { Command } from '../command.js';
import {
  keyOption,
  keyOptionsHelp,
  readOptionsHelp,
  readOptionsSpec,
  keyOptionsSpec,
} from '../build-options.js';
import { buildOptions } from '../build-options.js';
import { DeversoirError } from '../../util/errors.js';

const usage = `Usage: deversoir files PATH... [OPTIONS]

Says under which name each file of exports is told in a corpus. Files of private messages are named after people: a corpus
tells them, tables of which nothing shows that they are public, files that nobody recognises, and others whose name holds a
person's, by format, a keyed hash of their path and their extension; this command says which is which. Writes nothing.

Options:
${readOptionsHelp}
${keyOptionsHelp}
  --demo               the names of a corpus made with --demo
  --json               print the same as JSON on stdout

Example:
  deversoir files exports/ --key-file client.key`;

export const filesCommand: Command = {
  name: 'files',
  usage,
  options: { ...readOptionsSpec, ...keyOptionsSpec, demo: { type: 'boolean' } },
  async run(paths, values, io) {
    if (keyOption(values, { ...io, warn: () => {} }) === undefined && values['demo'] !== true)
      throw new DeversoirError('option-invalid', 'no key', {
        hint: 'give that of the corpus: --key-file FILE',
      });
    const { namesOfFiles } = await import('../../shards/file-names.js');
    const files = await namesOfFiles(paths, buildOptions(paths, values, io));
    for (const { name, path } of files) io.print(`${name}  ${path}`);
    return { json: files };
  },
};
