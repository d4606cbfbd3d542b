import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/cli/command.js';
import { powerCommand } from '../../src/cli/commands/power.js';
import { simulateCommand } from '../../src/cli/commands/simulate.js';
import { simulateComments } from '../../src/simulate/comments.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const lines: string[] = [];
const io: CommandIo = {
  print: (line) => void lines.push(line),
  warn: () => undefined,
  progress: () => undefined,
  env: {},
};

describe('deversoir simulate', () => {
  it('writes a demo with its truth', async () => {
    const { json } = await simulateCommand.run([], { demo: 'agri-food', out: folder, seed: '5' }, io);
    expect((json as { files: string[] }).files).toContain('truth/truth.json');
    expect(JSON.parse(readFileSync(join(folder, 'truth/truth.json'), 'utf8'))).toMatchObject({ seed: 5 });
  });

  it('writes a random world with its truth; a knob that does not exist is refused with the choices', async () => {
    const out = join(folder, 'world');
    const { json } = await simulateCommand.run(
      [],
      { world: 'random', out, seed: '3', knob: ['cases=160', 'fans=0'] },
      io,
    );
    expect((json as { files: string[] }).files).toContain('truth/messages.csv');
    expect(JSON.parse(readFileSync(join(out, 'truth/truth.json'), 'utf8'))).toMatchObject({
      seed: 3,
      knobs: { cases: 160, fans: 0 },
    });
    await expect(simulateCommand.run([], { world: 'random', out, knob: ['fans=2'] }, io)).rejects.toThrow(
      /fans is one of 0, 0.3/,
    );
  });

  it('streams comments to a file', async () => {
    const out = join(folder, 'comments.csv');
    await simulateCommand.run([], { comments: '5000', out, seed: '2' }, io);
    expect(readFileSync(out, 'utf8')).toBe([...simulateComments({ comments: 5000, seed: 2 })].join(''));
    expect(statSync(out).size).toBeGreaterThan(500_000);
  });

  it('says what is missing', async () => {
    await expect(simulateCommand.run([], { demo: 'agri-food' }, io)).rejects.toThrow(/--out/);
    await expect(simulateCommand.run([], { out: folder }, io)).rejects.toThrow(
      /--demo NAME, --world random or --comments N/,
    );
    await expect(simulateCommand.run([], { out: folder, demo: 'banking' }, io)).rejects.toThrow(
      /agri-food, retail/,
    );
  });
});

describe('deversoir power', () => {
  it('prints the study and returns it', async () => {
    lines.length = 0;
    const { json } = await powerCommand.run([], { cases: '80', runs: '5' }, io);
    expect(json).toMatchObject({ cases: 80, runs: 5 });
    expect(lines.join('\n')).toMatch(/95% interval .* wide on average/);
    await expect(powerCommand.run([], {}, io)).rejects.toThrow(/--cases/);
  });
});
