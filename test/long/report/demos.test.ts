/// <reference lib="dom" />
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { from } from 'arquero';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { metricHtml } from '../../../src/report/index.js';
import { countWords } from '../../../src/report/story/headlines.js';
import type { Metric } from '../../../src/model/index.js';
import { parseConfig } from '../../../src/util/config-file.js';
import { writeReport } from '../../../src/write-report.js';
import { FORBIDDEN } from '../../report/measured.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** A Python that has python-pptx, openpyxl and openxml-audit: that of the notebooks, or the system's. */
const python = [join(root, 'notebooks', '.venv', 'bin', 'python'), 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import pptx, openpyxl, openxml_audit']).status === 0,
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
cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
numbers = sorted({value for value in cells if isinstance(value, (int, float)) and not isinstance(value, bool)})
print(json.dumps({'slides': slides, 'sheets': book.sheetnames, 'cells': len(cells), 'numbers': numbers}))
`;

/** What keeps Office from opening files cleanly: rules of ECMA-376 and of Microsoft’s own validator, part by part. */
const FAULTS = `
import sys
from openxml_audit import FileFormat, OpenXmlValidator
validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
for name in sys.argv[1:]:
    for fault in validator.validate(name).errors: print(name, fault.part_uri, fault.description)
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
  /** Numbers of the workbook, each once. */
  readonly numbers: readonly number[];
}

/** An output of a committed notebook. */
interface Output {
  readonly text?: readonly string[];
  readonly data?: { readonly 'text/html'?: readonly string[] };
}

/** What the committed notebooks on some exports print. */
function printedBy(demo: string): string {
  const folder = join(root, 'notebooks');
  return (
    readdirSync(folder)
      // A crisis after the fact is of a quarter of its own.
      .filter((name) => name.endsWith('.ipynb') && !name.startsWith('08-'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((text) => text.includes(`datasets/${demo}/`))
      .flatMap((text) => (JSON.parse(text) as { cells: { outputs?: Output[] }[] }).cells)
      .flatMap(({ outputs = [] }) =>
        outputs.flatMap(({ text = [], data }) => [...text, ...(data?.['text/html'] ?? [])]),
      )
      .join('')
  );
}

/** A metric of `metrics.json` as a notebook shows it, with so many rows of its table. */
function shownAgain(metric: JsonMetric, options: { rows?: number; columns?: string[] }): string {
  const revived = metric.table.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [
        key,
        typeof cell === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cell) ? new Date(cell) : cell,
      ]),
    ),
  );
  return metricHtml({ ...metric, table: from(revived) } as unknown as Metric, options);
}

/** Heading of a metric as shown, the heads of its columns, and its rows. */
const partsOf = (
  shown: string,
): { readonly head: string; readonly columns: string; readonly rows: number } => ({
  head: /^<p>.*?<\/p>/.exec(shown)?.[0] ?? '',
  columns: /<thead>.*?<\/thead>/.exec(shown)?.[0] ?? '',
  rows: (shown.match(/<tr>/g)?.length ?? 1) - 1,
});

/** Figures in words of printed HTML: numbers with decimals. */
const figuresIn = (html: string): string[] => html.match(/[−+]?\d+,\d+/g) ?? [];

/**
 * Figures of metrics that a notebook shows in words and that some `metrics.json` tells in the same words, of the same denominator; and
 * those it tells otherwise: same name, same n of the same, another value or another row.
 */
function compareShown(
  printed: string,
  known: readonly JsonMetric[],
): {
  readonly same: ReadonlySet<string>;
  /** Labels of the metrics told in the same words. */
  readonly names: ReadonlySet<string>;
  readonly differ: readonly string[];
} {
  const [same, names] = [new Set<string>(), new Set<string>()];
  const differ: string[] = [];
  for (const [shown] of printed.matchAll(/<p><b>[^<]*<\/b>[^<]*<\/p>(?:<table>.*?<\/table>)?/gs)) {
    const { head, columns, rows } = partsOf(shown);
    const name = /<b>(.*?)\u00a0: [^:]*<\/b>/.exec(head)?.[1];
    const of = /n\u00a0=\u00a0[^)]*/.exec(head)?.[0];
    const again = known
      .map((metric) => shownAgain(metric, { rows }))
      .filter(
        (one) =>
          name !== undefined &&
          of !== undefined &&
          one.startsWith(`<p><b>${name}\u00a0:`) &&
          partsOf(one).head.includes(of),
      );
    // A metric by groups, or of chosen columns, has a table of its own: its heading alone is that of the report.
    const said = again.some((one) => partsOf(one).columns === columns) ? shown : head;
    const told = again.map((one) => (said === shown ? one.replace(/<p>[^<]*<\/p>$/, '') : partsOf(one).head));
    // The corpus and its quarter may have the same n: it is one of the two.
    if (told.includes(said)) {
      for (const figure of figuresIn(said)) same.add(figure);
      names.add(name ?? '');
    } else if (told.length > 0) differ.push(said);
  }
  return { same, names, differ };
}

/** Every number of a value, however deep. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

interface JsonMetric {
  readonly name: string;
  readonly value: number | null;
  readonly n: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly table: readonly Readonly<Record<string, unknown>>[];
}

/** A number of depth 1 and where it stands. */
interface Pointer {
  readonly metric: string;
  readonly row?: Readonly<Record<string, string | number>>;
  readonly column: string;
  readonly value: number;
  readonly n: number;
}

/** Key of the notebooks: what is drawn at random is drawn in the order of pseudonyms, so another key gives bounds of its own. */
const NOTEBOOK_KEY = 'cle-publique-de-demonstration';

/** Dates, quotations and the constants that our own sentences hold. */
const NO_FIGURE =
  /«[^»]*»|(?:\bdu \d+(?:er)? au )?\d+(?:er)?\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|\b24\sh|\b100\b/g;

/** Headline figures that the notebooks of each demo print with interval and n. */
const HEADLINES: Readonly<Record<string, readonly string[]>> = {
  'agri-food-demo': ['Taux de débordement', 'Score net de tonalité', 'Part de voix'],
  'retail-demo': ['Taux de débordement', 'Score net de tonalité', 'Taux de réponse'],
};

describe.each(['agri-food-demo', 'retail-demo'])('the report of %s', (demo) => {
  const folder = mkdtempSync(join(tmpdir(), `deversoir-${demo}-`));
  const file = (name: string): string => join(folder, name);
  let browser: Browser;
  let metrics: {
    readonly summary: {
      readonly tiles: readonly { readonly label: string; readonly text: string; readonly figure: Pointer }[];
      readonly sentences: readonly { readonly text: string; readonly figures: readonly Pointer[] }[];
    };
    readonly metrics: readonly JsonMetric[];
  };
  let quarter: typeof metrics;
  beforeAll(async () => {
    const settings = join(root, 'datasets', demo, 'deversoir.json');
    const config = parseConfig(readFileSync(settings, 'utf8'), settings);
    const corpus = await buildCorpus(join(root, 'datasets', demo, 'exports'), file('corpus'), {
      config,
      key: NOTEBOOK_KEY,
    });
    await writeReport(corpus, folder, { config });
    await writeReport(corpus, file('quarter'), { config, where: { period: '2026-Q2' }, files: ['json'] });
    corpus.close();
    metrics = JSON.parse(readFileSync(file('metrics.json'), 'utf8')) as typeof metrics;
    quarter = JSON.parse(readFileSync(file('quarter/metrics.json'), 'utf8')) as typeof metrics;
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it('is read aloud in a minute, headings too, without a word of a statistician', async () => {
    const { tiles, sentences } = metrics.summary;
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file('report.html')).href);
    // All of the first screen but the interval and the denominator under each figure.
    const said = await page.evaluate(() => {
      const under = [...document.querySelectorAll('#synthese .tiles li')].map(
        (tile) => tile.querySelectorAll('.small')[1],
      );
      return [...document.querySelectorAll('#synthese .tiles span, #synthese h2, #synthese .three li')]
        .filter((part) => !under.some((one) => one === part))
        .map(({ textContent }) => textContent ?? '');
    });
    for (const { text } of [...tiles, ...sentences]) expect(said).toContain(text);
    expect(said).toContain('Que faire');
    expect(said.join(' ')).not.toMatch(/intervalle|n = /);
    expect(countWords(said.join(' '))).toBeLessThanOrEqual(160);
    expect(said.join('\n').replace(/[«“][^»”]*[»”]/g, '')).not.toMatch(FORBIDDEN);
    expect(tiles.length).toBeGreaterThan(3);
    expect(sentences.length).toBeGreaterThan(5);
  });

  it('has every number of depth 1 in metrics.json, with its value and its denominator', () => {
    const { tiles, sentences } = metrics.summary;
    const all = [
      ...tiles.map(({ label, text, figure }) => ({
        text: `${label.replace(/ sur 5$/, '')} ${text.replace(/\/5$/, '')}`,
        figures: [figure],
      })),
      ...sentences,
    ];
    for (const { text, figures } of all) {
      const known = new Set<string>();
      for (const { metric: name, row, column, value, n } of figures) {
        const metric = metrics.metrics.find((one) => one.name === name);
        const rows = metric?.table.filter((cells) =>
          Object.entries(row ?? {}).every(([key, cell]) => cells[key] === cell),
        );
        if (row === undefined) expect([name, metric?.value, metric?.n]).toEqual([name, value, n]);
        else {
          expect([name, row, rows?.length]).toEqual([name, row, 1]);
          expect([name, column, rows?.[0]?.[column]]).toEqual([name, column, value]);
          expect([metric?.n, ...Object.values(rows?.[0] ?? {})]).toContain(n);
        }
        const bounds = row === undefined ? numbersIn(metric?.interval) : numbersIn(rows?.[0]);
        for (const one of [value, n, ...bounds])
          for (const form of [one, one * 100, one / 24, 1 / one])
            for (const places of [0, 1, 2]) known.add(Math.abs(form).toFixed(places).replace('.', ','));
      }
      const told =
        text
          .replace(/\u202f(?=\d)/g, '')
          .replace(NO_FIGURE, '')
          .match(/\d+(?:,\d+)?/g) ?? [];
      expect([text, told.filter((number) => !known.has(number))]).toEqual([text, []]);
    }
  });

  it('tells the same figures on the page, in the deck, the workbook, metrics.json and the notebooks', () => {
    if (python === undefined) throw new Error('no Python with python-pptx: npm run notebooks prepares one');
    const read = JSON.parse(
      execFileSync(python, ['-c', READ_ELSEWHERE, file('deck.pptx'), file('metrics.xlsx')], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }),
    ) as ReadElsewhere;
    const known = new Set(numbersIn(metrics.metrics));
    const book = new Set(read.numbers);
    const page = readFileSync(file('report.html'), 'utf8');
    const shares = [...new Set(read.slides.flatMap(({ values }) => values))].filter(
      (value) => value > 0 && value < 1 && known.has(value),
    );
    expect(shares.filter((value) => !book.has(value))).toEqual([]);
    const shown = shares.filter((value) =>
      page.includes(`${(100 * value).toFixed(1).replace('.', ',')}\u00a0%`),
    );
    expect(shown.length).toBeGreaterThanOrEqual(30);
    // Notebooks print numbers whole, or in words as the report does: those of the corpus and of its last quarter are the reports'.
    const printed = printedBy(demo);
    const both = [...metrics.metrics, ...quarter.metrics];
    const numbers = new Set(numbersIn(both));
    const whole = new Set((printed.match(/-?\d+\.\d{9,}/g) ?? []).filter((one) => numbers.has(Number(one))));
    const { same, names, differ } = compareShown(printed, both);
    expect(differ).toEqual([]);
    // Headline figures, each printed by a notebook; the tiles of the quarterly deck's notebook, a line each.
    expect([...names]).toEqual(expect.arrayContaining([...(HEADLINES[demo] ?? [])]));
    if (demo === 'retail-demo')
      for (const { label, text } of quarter.summary.tiles) expect(printed).toContain(`${label} ${text}`);
    expect(whole.size + same.size).toBeGreaterThanOrEqual(30);
    expect(same.size).toBeGreaterThanOrEqual(10);
    const [compared, columns] =
      demo === 'agri-food-demo'
        ? ['spillRate', ['driver', 'channel', 'n', 'share', 'low', 'high', 'seen']]
        : ['periodChange', ['metric', 'previous', 'current', 'difference', 'low', 'high']];
    const own = metrics.metrics.find(({ name }) => name === compared) as JsonMetric;
    expect(printed).toContain(shownAgain(own, { rows: 10, columns }));
  });

  it('is a deck and a workbook that Office’s rules find no fault with', () => {
    if (python === undefined) throw new Error('no Python with openxml-audit: npm run notebooks prepares one');
    const faults = execFileSync(python, ['-c', FAULTS, file('deck.pptx'), file('metrics.xlsx')], {
      encoding: 'utf8',
    });
    expect(faults).toBe('');
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
    const drawn = read.slides.flatMap(({ values }) => values);
    for (const { text, notes, tables } of read.slides) {
      expect([text, countWords(text) <= 41]).toEqual([text, true]);
      expect(notes.trim()).not.toBe('');
      expect(countWords(text) > 0 || tables > 0).toBe(true);
    }
    expect(drawn.filter((value) => !known.has(value))).toEqual([]);
    expect(drawn.length).toBeGreaterThan(30);
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
