import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARTS } from '../src/charts/chart-of.js';
import { renderSvg } from '../src/charts/index.js';
import * as library from '../src/index.js';
import type { ColumnType } from '../src/metrics/make-metric.js';
import type { AnyMetricFunction } from '../src/metrics/index.js';
import type { Metric } from '../src/model/index.js';
import { examplesPage } from './examples-page.js';
import { fakeCorpus } from './metrics/fake-corpus.js';
import { richRows } from './metrics/rich-rows.js';

const file = fileURLToPath(new URL('../notebooks/examples/README.md', import.meta.url));
if (process.env['UPDATE_EXAMPLES'] === '1') writeFileSync(file, examplesPage());
const page = readFileSync(file, 'utf8');

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<{ readonly metric: Metric; readonly svg: string }>;

let whole: Awaited<ReturnType<typeof fakeCorpus>>, corpus: typeof whole;
beforeAll(async () => {
  whole = await fakeCorpus(richRows(500), {
    discoverTopics: async (database) => {
      await database.run('ALTER TABLE messages ADD COLUMN topics VARCHAR[]');
      return [];
    },
  });
  // two months, of two quarters
  corpus = whole.where({ from: '2026-03-01', to: '2026-04-30' });
});
afterAll(() => whole.close());

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => [section.split('\n')[0] ?? '', /```ts\n([\s\S]*?)```/.exec(section)?.[1] ?? ''] as const);

const withRows: string[] = [];

/** Cells that are not of the type their column is declared with. */
function wrongCells(metric: Metric, made: unknown): string[] {
  const { columns } = (made as AnyMetricFunction).definition.frame;
  if (Array.isArray(columns)) return [];
  return Object.entries(columns as Readonly<Record<string, ColumnType>>).flatMap(([column, type]) =>
    metric.rows().flatMap((row) => {
      // Grouped by `by`: a row has the columns of its group.
      if (!(column in row)) return [];
      const cell = row[column] ?? null;
      return (cell === null && type.endsWith('?')) || HOLDS[type.replace('?', '')]?.(cell)
        ? []
        : [`${column} (${type}): ${String(cell)}`];
    }),
  );
}
const HOLDS: Readonly<Record<string, (cell: unknown) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  number: (cell) => typeof cell === 'number' && Number.isFinite(cell),
  instant: (cell) => cell instanceof Date,
  boolean: (cell) => typeof cell === 'boolean',
  texts: (cell) => Array.isArray(cell) && cell.every((one) => typeof one === 'string'),
};

describe('the page of examples', () => {
  it('has one of every metric of the catalogue and of every chart, as the catalogue tells it', () => {
    expect(page).toBe(examplesPage());
    const names = new Set(sections.map(([name]) => name));
    expect(Object.keys(CHARTS).filter((chart) => !names.has(chart))).toEqual([]);
  });

  it.each(sections)('%s runs and draws', async (name, code) => {
    const body = code.replace(
      /await renderSvg\((.*)\);\n$/,
      'return { metric, svg: await renderSvg($1) };\n',
    );
    const functions = library as unknown as Readonly<Record<string, unknown>>;
    const { metric, svg } = await new AsyncFunction('corpus', 'renderSvg', name, body)(
      corpus,
      renderSvg,
      functions[name],
    );
    expect(metric.name).toBe(name);
    expect(wrongCells(metric, functions[name])).toEqual([]);
    if (metric.rows().length > 0) withRows.push(name);
    expect(svg).toMatch(/^<svg/);
  });

  it('gives rows for most of them on a corpus of every kind of message', () => {
    expect(withRows.length).toBeGreaterThan(0.6 * sections.length);
  });
});
