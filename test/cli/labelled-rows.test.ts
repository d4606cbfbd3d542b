import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../ingest/in-folder.js';
import { run } from './run-here.js';

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');
const MIXED = rows(40, (at) => `avis ${at} ${at % 2 ? 'très bon' : 'trop cher'};${at % 2 ? 'oui' : 'non'}`);

describe('labelled rows of adapt, train and evaluate', () => {
  it.each<readonly [string, string, string]>([
    ['', 'a.csv, column "text": empty', 'adapt'],
    ['text;label\nbon;positif\n', '1 labelled rows: give 60', 'adapt'],
    [
      'text;label\nbon;Camille Martin\n',
      'a.csv, row 2, column "label": label "Xxxxxxx Xxxxxx": expected',
      'adapt',
    ],
    [
      'text;label\nbon;ravi\n',
      'a.csv, row 2, column "label": label "ravi": expected one of negative, neutral',
      'adapt',
    ],
    ['text;label\nbon;x\nnul;y\n', 'fewer than 5 rows are "x"', 'train'],
    ['text;label\nbon;x\n', '1 different labels in 1 rows', 'train'],
  ])('of %j refuses with %s', async (text, message, command) => {
    await inFolder({ 'a.csv': text }, async (folder) => {
      const file = join(folder, 'a.csv');
      const head = command === 'adapt' ? ['--head', 'sentiment'] : [];
      const told = await run(command, ...head, '--data', file, '--out', join(folder, 'h.bin'));
      expect(told.code).toBe(1);
      expect(told.err).toContain(message);
    });
  });

  it('says how many rows teach nothing', async () => {
    await inFolder({ 'a.csv': `text;label\n${MIXED}\nsans étiquette;\n` }, async (folder) => {
      const told = await run('train', '--data', join(folder, 'a.csv'), '--out', join(folder, 'h.bin'));
      expect(told.code, told.err).toBe(0);
      expect(told.err).toContain('1 of 41 rows have no text or no label: left out');
    });
  });

  it('takes tones in French, and tells how many rows an evaluation leaves out', async () => {
    const text = `text;label\ntrès déçu;Négatif\nexcellent;POSITIF\nmoyen;mêlé\nautre;bizarre\n`;
    await inFolder({ 'a.csv': text }, async (folder) => {
      const told = await run('evaluate', '--task', 'sentiment', '--data', join(folder, 'a.csv'));
      expect(told.out).toContain('split all: 3 rows');
      expect(told.out).toContain('note: rows without a label of sentiment are left out: 1');
    });
  });

  it('judges a file in Windows-1252 as the same file in UTF-8', async () => {
    const text = 'text;label\nDéçue, c’était périmé et très mauvais;negative\nParfait, très bon;positive\n';
    const judged = async (content: string | Uint8Array): Promise<unknown> =>
      inFolder({ 'a.csv': content }, async (folder) => {
        const { out } = await run(
          'evaluate',
          '--task',
          'sentiment',
          '--data',
          join(folder, 'a.csv'),
          '--json',
        );
        const { confusion, calibrationError } = JSON.parse(out) as Record<string, unknown>;
        return { confusion, calibrationError };
      });
    const windows = Uint8Array.from([...text].map((char) => (char === '’' ? 0x92 : char.charCodeAt(0))));
    expect(await judged(windows)).toEqual(await judged(text));
  });
});
