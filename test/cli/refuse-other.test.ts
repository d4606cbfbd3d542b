import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseOther } from '../../src/cli/refuse-other.js';
import { inFolder } from '../ingest/in-folder.js';

it('lets a file be written that is not there, is empty or is of its own kind, and no other', async () => {
  const files = {
    'own.bin': 'deversoir-head 1 {}',
    'new.bin': '',
    'labels.csv': 'text;label\nbon;positive\n',
  };
  await inFolder(files, async (folder) => {
    const refuse = (name: string) => () => refuseOther(join(folder, name), 'deversoir-head 1', 'a head');
    for (const name of ['none.bin', 'new.bin', 'own.bin']) expect(refuse(name)).not.toThrow();
    expect(refuse('labels.csv')).toThrow('is there and is not a head: give another name');
    expect(refuse('.')).toThrow('is a folder: give the file of a head');
    expect(readFileSync(join(folder, 'labels.csv'), 'utf8')).toBe(files['labels.csv']);
  });
});
