import { mailRecord } from '../mail/mail-record.js';
import { mailHeaderNames } from './eml.js';
import { described } from './described.js';

const LIMIT = 64 * 1024 * 1024;
/** The length of the mail in bytes, alone on the first line. */
const LENGTH = /^(\d{1,9})[ \t]*\r?\n/;

/** One mail as Apple Mail keeps it: its length, the mail, a list of its properties. */
export const emlx = described('emlx', {
  memory: { wholeUpTo: LIMIT },
  detect(file) {
    const [line = ''] = LENGTH.exec(file.headText) ?? [];
    if (file.container !== 'text' || line === '') return undefined;
    const names = [...mailHeaderNames(file.headText.slice(line.length))];
    return names.filter((name) => !name.startsWith('x-')).length < 2
      ? undefined
      : { score: 0.95, why: `a length, then mail headers ${names.slice(0, 4).join(' ')}` };
  },
  async *parse(file, options) {
    const bytes = await file.wholeBytes(LIMIT);
    const [line = '', length = ''] = LENGTH.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1')) ?? [];
    yield await mailRecord(
      { row: 1, bytes: bytes.subarray(line.length, line.length + Number(length)) },
      options,
    );
  },
});
