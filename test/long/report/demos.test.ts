/// <reference lib="dom" />
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { countWords } from '../../../src/report/index.js';
import { parseConfig } from '../../../src/util/config-file.js';
import { writeReport } from '../../../src/write-report.js';
import { FORBIDDEN } from '../../report/measured.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** A Python that has python-pptx and openpyxl: that of the notebooks, or the system's. */
const python = [join(root, 'notebooks', '.venv', 'bin', 'python'), 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import pptx, openpyxl']).status === 0,
);

const READ_ELSEWHERE = `
import json, sys
from pptx import Presentation
from openpyxl import load_workbook
deck = Presentation(sys.argv[1])
slides = []
for slide in deck.slides:
    words, values, tables = [], [], 0
    for shape in slide.shapes:
        if shape.has_text_frame: words.append(shape.text_frame.text)
        if getattr(shape, 'has_table', False) and shape.has_table: tables += 1
        if getattr(shape, 'has_chart', False) and shape.has_chart:
            for plot in shape.chart.plots:
                for series in plot.series: values += [v for v in series.values if v is not None]
    slides.append({'text': '\\n'.join(words), 'notes': slide.notes_slide.notes_text_frame.text, 'values': values, 'tables': tables})
book = load_workbook(sys.argv[2], read_only=True)
cells = sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
print(json.dumps({'slides': slides, 'sheets': book.sheetnames, 'cells': cells}))
`;

interface ReadElsewhere {
  readonly slides: readonly {
    readonly text: string;
    readonly notes: string;
    readonly values: readonly number[];
    readonly tables: number;
  }[];
  readonly sheets: readonly string[];
  readonly cells: number;
}

describe.each(['agri-food-demo', 'retail-demo'])('the report of %s', (demo) => {
  const folder = mkdtempSync(join(tmpdir(), `deversoir-${demo}-`));
  const file = (name: string): string => join(folder, name);
  let browser: Browser;
  let metrics: {
    readonly summary: {
      readonly tiles: readonly { readonly label: string; readonly text: string }[];
      readonly sentences: readonly { readonly text: string }[];
    };
    readonly metrics: readonly {
      readonly name: string;
      readonly value: number | null;
      readonly table: readonly Readonly<Record<string, unknown>>[];
    }[];
  };
  beforeAll(async () => {
    const settings = join(root, 'datasets', demo, 'deversoir.json');
    const config = parseConfig(readFileSync(settings, 'utf8'), settings);
    const corpus = await buildCorpus(join(root, 'datasets', demo, 'exports'), file('corpus'), {
      config,
      demo: true,
    });
    await writeReport(corpus, folder, { config });
    corpus.close();
    metrics = JSON.parse(readFileSync(file('metrics.json'), 'utf8')) as typeof metrics;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it('is read aloud in a minute, without a word of a statistician', () => {
    const { tiles, sentences } = metrics.summary;
    const said = [
      ...tiles.map(({ label, text }) => `${label} ${text}`),
      ...sentences.map(({ text }) => text),
    ];
    expect(countWords(said.join(' '))).toBeLessThanOrEqual(160);
    expect(said.join('\n').replace(/[«“][^»”]*[»”]/g, '')).not.toMatch(FORBIDDEN);
    expect(tiles.length).toBeGreaterThan(3);
    expect(sentences.length).toBeGreaterThan(5);
  });

  it('is a page under 2 MB, that prints on eight sheets, fits 390 pixels and meets axe', async () => {
    expect(statSync(file('report.html')).size).toBeLessThan(2_000_000);
    const address = pathToFileURL(file('report.html')).href;
    const wide = await (await browser.newContext({ bypassCSP: true })).newPage();
    const said: string[] = [];
    wide.on('console', (message) => said.push(message.text()));
    await wide.goto(address);
    const pages = (await wide.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBeLessThanOrEqual(8);
    await wide.evaluate(axe);
    const found = await wide.evaluate(async () => {
      const { axe: run } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect([found, said]).toEqual([[], []]);
    const narrow = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await narrow.goto(address);
    expect(
      await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });

  it('has 12 to 18 slides that python-pptx reads, 40 words each outside tables, with numbers of metrics.json', () => {
    if (python === undefined) throw new Error('no Python with python-pptx: npm run notebooks prepares one');
    const read = JSON.parse(
      execFileSync(python, ['-c', READ_ELSEWHERE, file('deck.pptx'), file('metrics.xlsx')], {
        encoding: 'utf8',
      }),
    ) as ReadElsewhere;
    expect(read.slides.length).toBeGreaterThanOrEqual(12);
    expect(read.slides.length).toBeLessThanOrEqual(18);
    const known = new Set(
      metrics.metrics.flatMap(({ value, table }) => [value, ...table.flatMap((row) => Object.values(row))]),
    );
    let drawn = 0;
    for (const { text, notes, values, tables } of read.slides) {
      expect([text, countWords(text) <= 41]).toEqual([text, true]);
      expect(notes.trim()).not.toBe('');
      expect(countWords(text) > 0 || tables > 0).toBe(true);
      for (const value of values) drawn += known.has(value) ? 1 : 0;
    }
    expect(drawn).toBeGreaterThan(30);
    expect(read.sheets.length).toBeGreaterThan(20);
    expect(read.cells).toBeGreaterThan(1000);
  });

  it('is the same bytes for every file on a second writing', async () => {
    const { openCorpus } = await import('../../../src/corpus.js');
    const settings = join(root, 'datasets', demo, 'deversoir.json');
    const corpus = await openCorpus(file('corpus'));
    await writeReport(corpus, file('again'), {
      config: parseConfig(readFileSync(settings, 'utf8'), settings),
    });
    corpus.close();
    const differ = readdirSync(file('again'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(file('again').length + 1))
      .filter((name) => !readFileSync(file(name)).equals(readFileSync(join(file('again'), name))));
    expect(differ).toEqual([]);
  });
});
