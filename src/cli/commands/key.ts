import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from '../command.js';
import { DeversoirError } from '../../util/errors.js';

const usage = `Usage: deversoir key FILE

Writes a new secret of 256 random bits to FILE, that only you may read. Give it to "ingest" and "report" with --key-file, and
keep it: the same secret gives the same pseudonyms, and whoever has it can tell whether a person is in the corpus.

Example:
  deversoir key ~/.config/deversoir.key`;

export const keyCommand: Command = {
  name: 'key',
  usage,
  options: {},
  run([file, ...rest], _values, io) {
    if (file === undefined || rest.length > 0)
      throw new DeversoirError('option-invalid', 'give one file', { hint: 'see: deversoir key --help' });
    try {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      throw new DeversoirError('option-invalid', `${file} is there already`, {
        hint: 'a key that is replaced is lost: choose another name',
        cause,
      });
    }
    io.print(`key written to ${file}`);
    return Promise.resolve({ json: { file } });
  },
};
