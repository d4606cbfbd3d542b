/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/util/config-file.js';
import { buildCorpus } from '../../src/pipeline.js';
import { writeReport } from '../../src/write-report.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
if (executablePath === undefined && process.env['CI'] === 'true')
  throw new Error("Chromium is absent in CI: the page can't be opened");
if (executablePath === undefined)
  console.warn('skipped: the report in Chromium needs chromium on this machine');

const demo = (path: string): string =>
  fileURLToPath(new URL(`../../datasets/agri-food-demo/${path}`, import.meta.url));

describe.skipIf(executablePath === undefined)('the report of the demo in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-page-'));
  let browser: Browser;
  let page: string;
  beforeAll(async () => {
    const config = parseConfig(readFileSync(demo('deversoir.json'), 'utf8'), 'deversoir.json');
    const corpus = await buildCorpus(demo('exports'), join(folder, 'corpus'), {
      key: 'k',
      config,
      workers: 0,
    });
    page = pathToFileURL((await writeReport(corpus, folder, { config })).html).href;
    corpus.close();
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    [1400, 900],
    [760, 900],
    [380, 800],
  ])('fits %i pixels: nothing overflows, no error, nothing is fetched', async (width, height) => {
    const view = await browser.newPage({ viewport: { width, height } });
    const asked: string[] = [],
      said: string[] = [];
    view.on('request', (request) => asked.push(request.url()));
    view.on('console', (message) => said.push(message.text()));
    view.on('pageerror', (error) => said.push(error.message));
    await view.goto(page);
    expect(asked).toEqual([page]);
    expect(said).toEqual([]);
    const probe = await view.evaluate(() => {
      const cut = [...document.querySelectorAll('.scroll')]
        .filter((table) => table.scrollWidth > table.clientWidth + 1)
        .map((table) => table.textContent?.trim().slice(0, 40));
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) =>
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
          getComputedStyle(element).position !== 'absolute' &&
          element.closest('svg') === null,
      );
      return {
        cut,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        wide: wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}`),
        language: document.documentElement.lang,
        charts: document.querySelectorAll('svg').length,
        scripts: document.scripts.length,
        links: [...document.links].filter((link) => !link.getAttribute('href')?.startsWith('#')).length,
      };
    });
    if (width >= 760) expect(probe.cut).toEqual([]);
    expect(probe).toMatchObject({ overflow: 0, wide: [], language: 'fr', scripts: 0, links: 0 });
    expect(probe.charts).toBeGreaterThan(10);
    await view.close();
  });

  it('speaks French with its typography, and prints to PDF', async () => {
    const view = await browser.newPage();
    await view.goto(page);
    const text = await view.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Synthèse/);
    expect(
      text.match(/\b(private|public post|undefined|NaN|null|Infinity|measured|because)\b/g) ?? [],
    ).toEqual([]);
    const prose = await view.evaluate(() =>
      [...document.querySelectorAll('p, li, h1, h2, h3, caption')]
        .filter((element) => element.closest('blockquote, .quote, q') === null)
        .map((element) => element.textContent ?? '')
        .join('\n'),
    );
    expect(prose.match(/[^\s\u00A0\u202F\d][;!?](?=\s|$)/g) ?? []).toEqual([]);
    expect(prose.match(/\d\.\d+ ?%/g) ?? []).toEqual([]);
    const pdf = await view.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
    await view.close();
  });
});
