import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Executes every `@example` of `src`: statements, then an expression, then `// → <JavaScript literal>`. The names exported by
 * the file, the files of its folder, those it imports and `src/index.ts` are there. Numbers are compared at the digits written.
 */
interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly expected: string;
}

const src = fileURLToPath(new URL('../src/', import.meta.url));

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const start = comment[0].indexOf('@example');
    if (start < 0) continue;
    const lines = comment[0]
      .slice(start + '@example'.length, -2)
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''));
    const end = lines.findIndex((line, at) => at > 0 && /^@\w+/.test(line));
    const body = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
    const arrow = body.lastIndexOf('// →');
    const line = text.slice(0, comment.index).split('\n').length;
    found.push({
      file,
      line,
      code: arrow < 0 ? '' : body.slice(0, arrow).trim(),
      expected:
        arrow < 0
          ? ''
          : body
              .slice(arrow + 4)
              .replaceAll(/^\/\/ ?/gm, '')
              .trim(),
    });
  }
  return found;
}

/** Splits statements from the last expression: the last line that starts at column 0 and is no closing bracket. */
function withReturn(code: string): string {
  const lines = code.split('\n');
  let last = lines.length - 1;
  while (last > 0 && /^(\s|[)}\]])/.test(lines[last] ?? '')) last--;
  return [...lines.slice(0, last), `return ${lines.slice(last).join('\n')}`].join('\n');
}

function expectClose(actual: unknown, expected: unknown, literal: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const decimals = /\.(\d+)/.exec(literal)?.[1]?.length ?? 0;
    if (!Number.isInteger(expected)) {
      expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
        0.5000001 * 10 ** -decimals,
      );
      return;
    }
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    expect(actual.length).toBe(expected.length);
    expected.forEach((item: unknown, at) => expectClose(actual[at], item, String(item)));
    return;
  }
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    for (const [key, value] of Object.entries(expected))
      expectClose((actual as Record<string, unknown>)[key], value, String(value));
    expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted());
    return;
  }
  expect(actual).toEqual(expected);
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<unknown>;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();
const examples = files.flatMap(examplesOf);

describe('examples of docstrings', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(10);
    expect(
      examples.filter(({ expected }) => expected === '').map(({ file, line }) => `${file}:${line}`),
    ).toEqual([]);
  });

  it.each(examples.map((example) => [`${example.file}:${example.line}`, example] as const))(
    '%s',
    async (_name, { file, code, expected }) => {
      const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : undefined;
      const siblings =
        folder === undefined
          ? []
          : files.filter(
              (path) =>
                path.startsWith(folder) &&
                !path.slice(folder.length).includes('/') &&
                !/(main|-worker)\.ts$/.test(path),
            );
      const scope: Record<string, unknown> = {};
      // What it imports from other rooms, types too: an example makes what the function is given.
      const given = [...readFileSync(join(src, file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map(
        ([, target]) => `${join(dirname(file), target ?? '')}.ts`,
      );
      for (const path of ['index.ts', 'stats/index.ts', ...given, ...siblings, file])
        Object.assign(scope, await import(/* @vite-ignore */ join(src, path)));
      const names = Object.keys(scope).filter(
        (name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default',
      );
      const actual = await new AsyncFunction(...names, withReturn(code))(...names.map((name) => scope[name]));
      const literal = await new AsyncFunction(`return (${expected})`)();
      expectClose(actual, literal, expected);
    },
  );
});
