import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEMOS, demoFiles, writeExports } from '../../src/simulate/demo.js';
import { demoPlan, demoWorld } from './demo-world.js';

const datasets = fileURLToPath(new URL('../../datasets', import.meta.url));

describe.each(DEMOS)('demo %s', (name) => {
  const folder = join(datasets, `${name}-demo`);
  const world = demoWorld(name);
  const written = writeExports(demoPlan(name), world);

  it('is in datasets/ byte for byte', () => {
    const made = demoFiles(world, written);
    const onDisk = ['exports', 'truth']
      .flatMap((part) => readdirSync(join(folder, part), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(onDisk.toSorted()).toEqual([...made.keys()].toSorted());
    expect(
      [...made]
        .filter(
          ([path, bytes]) =>
            !existsSync(join(folder, path)) || Buffer.compare(readFileSync(join(folder, path)), bytes) !== 0,
        )
        .map(([path]) => path),
    ).toEqual([]);
    expect([...made.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(5_000_000);
  });

  it('has every message in one export or, for the fortnight of two tools, in two', () => {
    const rows = written.flatMap((file) => file.rows.map(({ message }) => message.id));
    const messages = world.messages.length;
    expect(new Set(rows).size).toBe(messages);
    expect(rows.length - messages).toBe(
      name === 'retail'
        ? written
            .filter(({ path }) => /brandwatch|meltwater/.test(path))
            .reduce((n, file) => n + file.rows.length, 0) -
            new Set(
              written
                .filter(({ path }) => /brandwatch|meltwater/.test(path))
                .flatMap((file) => file.rows.map(({ message }) => message.id)),
            ).size
        : 0,
    );
  });
});
