import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { seededRandom } from '../../src/util/random.js';

const folder = fileURLToPath(new URL('../../src/stats/', import.meta.url));

interface Example {
  readonly name: string;
  readonly code: string;
  readonly literal: string;
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(folder + file, 'utf8');
  return [
    ...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?@example[\s\S]*?)\*\/\s*(?:export\s+)?(?:\w+\s+)?(\w+)/g),
  ].flatMap((block) => {
    const lines = (block[1] ?? '').split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
    const body = lines.slice(lines.findIndex((line) => line.startsWith('@example')) + 1);
    const end = body.findIndex((line) => line.startsWith('// → '));
    return [
      {
        name: `${file} ${block[2] ?? ''}`,
        code: body.slice(0, end).join('\n'),
        literal: (body[end] ?? '').slice(5),
      },
    ];
  });
}

function run(code: string): unknown {
  const lines = code.trim().split('\n');
  const last = lines.findLastIndex((line) => /^\S/.test(line) && !/^[)\]}]/.test(line));
  const body = `${lines.slice(0, last).join('\n')}\nreturn ${lines.slice(last).join('\n')}`;
  const scope = { ...stats, seededRandom };
  return (new Function(...Object.keys(scope), body) as (...values: unknown[]) => unknown)(
    ...Object.values(scope),
  );
}

/** Decimals written in the literal, in order of its numbers. */
function same(actual: unknown, literal: string): void {
  const decimals = [...literal.replaceAll(/'[^']*'/g, '').matchAll(/-?\d+(?:\.(\d+))?(?:e(-?\d+))?/g)].map(
    (m) => (m[1]?.length ?? 0) - Number(m[2] ?? 0),
  );
  const expected = (new Function(`return (${literal})`) as () => unknown)();
  let k = 0;
  const compare = (a: unknown, e: unknown): void => {
    if (typeof e === 'number') {
      const digits = decimals[k++] ?? 0;
      expect(Math.abs((a as number) - e), `${String(a)} against ${e}`).toBeLessThanOrEqual(
        0.5000001 * 10 ** -digits,
      );
    } else if (typeof e === 'object' && e !== null) {
      expect(Object.keys(a as object)).toEqual(Object.keys(e));
      for (const [key, value] of Object.entries(e)) compare((a as Record<string, unknown>)[key], value);
    } else expect(a).toEqual(e);
  };
  compare(actual, expected);
}

const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .toSorted()
  .flatMap(examplesOf);

describe('the examples of the docstrings', () => {
  it.each(examples)('$name', ({ code, literal }) => {
    same(run(code), literal);
  });

  it('stand on every exported function', () => {
    const withExample = new Set(examples.map(({ name }) => name.split(' ')[1]));
    const functions = Object.entries(stats)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name);
    expect(functions.filter((name) => !withExample.has(name))).toEqual([]);
  });
});
