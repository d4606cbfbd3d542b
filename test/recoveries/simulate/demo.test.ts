import { describe, expect, it } from 'vitest';
import { DEMOS, writeExports } from '../../../src/simulate/demo.js';
import { demoPlan, demoWorld } from '../../simulate/demo-world.js';
import { readBack } from './read-back.js';

const headOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40);

describe.each(DEMOS)('demo %s', (name) => {
  it('is read back: every file recognised, every message with its text', async () => {
    const problems: string[] = [];
    for (const written of writeExports(demoPlan(name), demoWorld(name))) {
      const { path, rows } = written;
      const read = await readBack(written);
      problems.push(...read.problems);
      const heads = new Set(rows.map(({ message }) => headOf(message.text)));
      const short = [...heads].filter((head) => head.length < 40);
      for (const { text } of path.includes('mbox') ? [] : read.records) {
        const head = headOf(text ?? '');
        if (!heads.has(head) && !short.some((one) => head.startsWith(one))) problems.push(`${path}: ${head}`);
      }
    }
    expect(problems).toEqual([]);
  });
});
