import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { adaptCommand } from '../../src/cli/commands/adapt.js';
import { evaluateCommand } from '../../src/cli/commands/evaluate.js';
import { trainCommand } from '../../src/cli/commands/train.js';
import type { CommandIo } from '../../src/cli/command.js';
import { decodeHead } from '../../src/enrich/heads/head.js';
import { judgeTones } from '../../src/enrich/transformer/sentiment.js';
import { loadTransformer } from '../../src/enrich/transformer/transformer.js';
import { EMBEDDINGS, tinyOnnx, wordPiece, WORDS, writeFolder } from '../enrich/transformer/tiny-onnx.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
let lines: string[] = [];
const io: CommandIo = { print: (line) => lines.push(line), warn: () => {}, progress: () => {}, env: {} };
beforeAll(() => {});
const path = (name: string): string => join(folder, name);

/** Rows in which words that no shipped head knows decide the stars. */
function csv(rows: number): string {
  const good = ['zorglub', 'mirliton'],
    bad = ['patatras', 'bidulax'];
  const lead = ['le pain', 'ce fromage', 'la caisse', 'mon colis', 'un yaourt'];
  return `rating;texte\n${Array.from({ length: rows }, (_, i) => `${i % 2 ? 5 : 1};"${lead[i % 5]} ${(i % 2 ? good : bad)[(i >> 1) % 2]} numéro ${i}, vu hier"`).join('\n')}\n`;
}

describe('deversoir train', () => {
  it('learns a head from a CSV and says how good it is on held-out rows', async () => {
    writeFileSync(path('rows.csv'), csv(120));
    lines = [];
    const { json } = await trainCommand.run(
      [],
      { data: path('rows.csv'), text: 'texte', stars: 'rating', out: path('stars.bin'), bits: '12' },
      io,
    );
    expect(json).toMatchObject({ rows: 120, labels: ['negative', 'positive'] });
    expect((json as { macroF1: number }).macroF1).toBeGreaterThan(0.95);
    expect(decodeHead(readFileSync(path('stars.bin')), 'stars.bin').name).toBe('rating');
    expect(lines.join('\n')).toContain('held-out folds');
  });

  it('says which columns there are', async () => {
    await expect(trainCommand.run([], { data: path('rows.csv'), out: path('x.bin') }, io)).rejects.toThrow(
      /no column "text": columns: rating, texte/,
    );
    await expect(trainCommand.run([], { data: path('none.csv'), out: path('x.bin') }, io)).rejects.toThrow(
      /none\.csv/,
    );
    await expect(trainCommand.run([], {}, io)).rejects.toThrow(/--out/);
  });
});

describe('deversoir train --on-vectors', () => {
  const encoder = (): string =>
    writeFolder({ 'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS }), 'tokenizer.json': wordPiece(WORDS) });

  it('makes a second reader of an encoder, with what it tells of held-out rows', async () => {
    const model = encoder();
    const rows = Array.from({ length: 90 }, (_, i) =>
      [`bon fromage ${i};positive`, `mauvais fromage ${i};negative`, `fromage ${i};neutral`].at(i % 3),
    );
    writeFileSync(path('tones.csv'), `text;label\n${rows.join('\n')}\n`);
    lines = [];
    await trainCommand.run([], { 'on-vectors': model, data: path('tones.csv') }, io);
    expect(lines[0]).toBe('tones.csv, comment: macro-F1 100.0%, 90 texts, held out');
    const reader = await loadTransformer(model);
    expect(reader.errors).toMatchObject([{ source: 'tones.csv', genre: 'comment' }]);
    expect(await judgeTones(reader, ['bon', 'mauvais', 'fromage'])).toMatchObject([
      { tone: 'positive' },
      { tone: 'negative' },
      { tone: 'neutral' },
    ]);
  });

  it('wants rows of each tone, and one source of them', async () => {
    const model = encoder();
    await expect(trainCommand.run([], { 'on-vectors': model }, io)).rejects.toThrow(/--data or --rebuild/);
    writeFileSync(path('few.csv'), 'text;label\nbon;positive\n');
    await expect(trainCommand.run([], { 'on-vectors': model, data: path('few.csv') }, io)).rejects.toThrow(
      /20 of each tone/,
    );
    writeFileSync(path('odd.csv'), 'text;label\nbon;great\n');
    await expect(trainCommand.run([], { 'on-vectors': model, data: path('odd.csv') }, io)).rejects.toThrow(
      /label "great"/,
    );
  });
});

describe('deversoir adapt', () => {
  it('writes an adapted head when held-out rows gain', async () => {
    writeFileSync(path('own.csv'), csv(300));
    const { json, exitCode } = await adaptCommand.run(
      [],
      {
        head: 'sentiment-review',
        data: path('own.csv'),
        text: 'texte',
        stars: 'rating',
        out: path('adapted.bin'),
      },
      io,
    );
    expect(exitCode ?? 0).toBe(0);
    const figures = json as { before: number; after: number; learnt: number; heldOut: number };
    expect(figures.after).toBeGreaterThan(figures.before);
    expect(figures.learnt + figures.heldOut).toBe(300);
    expect(decodeHead(readFileSync(path('adapted.bin')), 'adapted.bin').name).toBe('sentiment-review');
  });

  it('refuses with exit code 3 when there is no gain', async () => {
    writeFileSync(path('few.csv'), csv(70));
    lines = [];
    const { json, exitCode } = await adaptCommand.run(
      [],
      { head: 'sentiment', data: path('few.csv'), text: 'texte', stars: 'rating', out: path('refused.bin') },
      io,
    );
    expect(exitCode).toBe(3);
    expect(json).toMatchObject({ written: false });
    expect(lines.at(-1)).toBe('refused: too few rows to tell; the shipped head stays');
    expect(existsSync(path('refused.bin'))).toBe(false);
  });

  it('names the heads that can be adapted', async () => {
    await expect(
      adaptCommand.run([], { head: 'mood', data: path('own.csv'), out: path('x.bin') }, io),
    ).rejects.toThrow(/contributions, emotion, register, sentiment, sentiment-review, sentiment-tweet/);
  });
});

describe('deversoir evaluate', () => {
  it('asks for a task and data, and names the tasks', async () => {
    await expect(evaluateCommand.run([], { data: 'x' }, io)).rejects.toThrow(/no --task/);
    await expect(evaluateCommand.run([], { task: 'mood', data: 'x' }, io)).rejects.toThrow(
      /sentiment, emotion/,
    );
  });
});
