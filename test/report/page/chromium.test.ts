/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStory, renderPage } from '../../../src/report/index.js';
import { effectiveSize } from '../../../src/metrics/care/clustered-counts.js';
import { shareOverFound } from '../../../src/stats/shares/imputed-share.js';
import { wilsonInterval } from '../../../src/stats/index.js';
import { HOSTILE } from '../../metrics/rich-rows.js';
import type { Metric } from '../../../src/model/index.js';
import type { Story } from '../../../src/report/story/story.js';
import { measuredRich } from '../measured.js';
import { plainStory, plainTile, said as sentence } from '../story/plain-story.js';
import { temporaryFolder } from '../../temporary-folder.js';

/** A row of tones of a metric. */
interface Tone {
  readonly stage?: string;
  readonly driver?: string;
  readonly n: number;
  readonly negative: number;
  readonly negativeShare: number;
  readonly negativeLow: number;
  readonly negativeHigh: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
if (executablePath === undefined && process.env['CI'] === 'true')
  throw new Error("Chromium is absent in CI: the page can't be opened");
if (executablePath === undefined)
  console.warn('skipped: the report in Chromium needs chromium on this machine');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(executablePath === undefined)('the page in Chromium', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let address = '';
  let metrics: readonly Metric[] = [];
  const measured = (name: string): Metric => {
    const metric = metrics.find((one) => one.name === name);
    if (metric === undefined) throw new Error(`no ${name}`);
    return metric;
  };
  beforeAll(async () => {
    const input = await measuredRich();
    metrics = input.metrics;
    const story = buildStory(input, { brand: 'Maison Brel', sector: 'agri-food' });
    const [first, ...rest] = story.findings;
    if (first === undefined) throw new Error('no finding');
    const hostile = { ...first, quotes: [{ text: HOSTILE, source: '<img src=x onerror=alert(1)>' }] };
    const file = join(folder, 'report.html');
    writeFileSync(file, renderPage({ ...story, findings: [hostile, ...rest] }));
    address = pathToFileURL(file).href;
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** The page open, with what it asked for and said. */
  async function open(
    options: BrowserContextOptions = {},
  ): Promise<{ view: Page; asked: string[]; said: string[] }> {
    const view = await (await browser.newContext(options)).newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    view.on('request', (request) => asked.push(request.url()));
    view.on('console', (message) => said.push(message.text()));
    view.on('pageerror', (error) => said.push(error.message));
    view.on('dialog', (dialog) => said.push(dialog.message()));
    await view.goto(address);
    return { view, asked, said };
  }

  it.each([1280, 760, 390])('fits %i pixels, asks for nothing, says nothing, runs no text', async (width) => {
    const { view, asked, said } = await open({ viewport: { width, height: 850 } });
    expect(asked).toEqual([address]);
    expect(said).toEqual([]);
    expect(await view.evaluate(() => document.documentElement.textContent)).not.toMatch(/[\u202a-\u202e]/);
    expect(await view.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await view.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no violation of accessibility in %s, all details open',
    async (colorScheme) => {
      const { view } = await open({ colorScheme, bypassCSP: true });
      await view.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      await view.evaluate(axe);
      // in the dark colours alone are others
      const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
      const found = await view.evaluate(async (options) => {
        const { axe: run } = globalThis as unknown as {
          axe: {
            run(asked: typeof options): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        return (await run.run(options)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      }, rules);
      expect(found).toEqual([]);
      const paper = await view.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(paper).toBe(colorScheme === 'dark' ? 'rgb(20, 25, 31)' : 'rgb(255, 255, 255)');
      await view.context().close();
    },
  );

  it('opens a mark by keyboard with its figures and messages, and gives the focus back', async () => {
    const { view } = await open();
    const mark = view.locator('.mark').first();
    await mark.focus();
    await view.keyboard.press('Enter');
    expect(await view.locator('#detail').evaluate((one) => (one as HTMLDialogElement).open)).toBe(true);
    expect(await view.locator('#detail-corps').innerText()).toMatch(/\d/);
    await view.keyboard.press('Escape');
    expect(await mark.evaluate((one) => one === document.activeElement)).toBe(true);
    await view.context().close();
  });

  it('opens a folded finding by keyboard, prints its title, and no heading over none', async () => {
    const { view } = await open();
    const fold = view.locator('.fold').first();
    const inside = fold.locator('.body');
    expect(await inside.isVisible()).toBe(false);
    await fold.locator('summary').first().focus();
    await view.keyboard.press('Enter');
    expect(await inside.isVisible()).toBe(true);
    await view.emulateMedia({ media: 'print' });
    expect(await view.locator('.fold h3').last().isVisible()).toBe(true);
    const others = view.locator('#autres');
    expect(await others.isVisible()).toBe(true);
    await others.evaluate((one) => {
      for (const finding of one.querySelectorAll<HTMLElement>('.finding')) finding.hidden = true;
    });
    expect(await others.isVisible()).toBe(false);
    await view.context().close();
  });

  it('filters findings, counts and messages; its intervals are those of the metric, authors who write again and all', async () => {
    const { view } = await open();
    const shown = await view.locator('#montre').innerText();
    const driver = view.locator('select[name=driver]');
    // A driver of which people write again: Wilson's interval of its counts alone is narrower.
    const row = (measured('driverShares').table.objects() as Tone[]).find(
      ({ n, negative, negativeLow, negativeHigh }) => {
        const alone = wilsonInterval(negative, n);
        return negativeHigh - negativeLow > alone.high - alone.low + 1e-6;
      },
    );
    await driver.selectOption(row?.driver ?? '');
    expect(await view.locator('#montre').innerText()).not.toBe(shown);
    expect(await view.locator('#explorer-corps tr').count()).toBe(1);
    const cells = await view.locator('#explorer-corps td').allInnerTexts();
    const french = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}\u00a0%`;
    expect(cells).toEqual([
      String(row?.n),
      String(row?.negative),
      french(row?.negativeShare ?? 9),
      `${french(row?.negativeLow ?? 9)} – ${french(row?.negativeHigh ?? 9)}`,
    ]);
    await view.locator('button[type=reset]').click();
    await expect.poll(() => view.locator('#montre').innerText()).toBe(shown);
    await view.context().close();
  });

  it('widens an interval for people who write again, told apart or not', async () => {
    const story = buildStory(await measuredRich(), { brand: 'Maison Brel' });
    const cell = {
      period: '2026-01-01',
      stage: 'public',
      brand: '',
      store: '',
      driver: 'all',
      positive: 0,
      rated: 0,
      stars: 0,
    };
    const file = join(folder, 'again.html');
    const pageOf = async (counts: readonly (readonly [author: number | null, n: number, k: number])[]) => {
      const told = counts.map(([author, n, negative]) => ({ ...cell, author, n, negative }));
      writeFileSync(file, renderPage({ ...story, explorer: { ...story.explorer, counts: told } }));
      const view = await browser.newPage();
      await view.goto(pathToFileURL(file).href);
      const shown = await view.locator('#explorer-mois td').nth(3).innerText();
      await view.close();
      return shown;
    };
    const shownOf = (k: number, n: number, size: number): string => {
      const { low, high } = wilsonInterval((k / n) * size, size);
      return [low, high].map((share) => `${(share * 100).toFixed(1).replace('.', ',')}\u00a0%`).join(' – ');
    };
    // One person wrote ten complaints, ten others something else each.
    const size = effectiveSize({ n: 20, clusters: 11, k: 10, nn: 110, kk: 100, kn: 100 });
    expect(size).toBeLessThan(5);
    expect(
      await pageOf([
        [1, 10, 10],
        [null, 10, 0],
      ]),
    ).toBe(shownOf(10, 20, size));
    expect(await pageOf([[null, 20, 10]])).toBe(shownOf(10, 20, 20));
    // Ten more by such a person who is not told apart: the one who is told stands for two.
    const twice = effectiveSize({ n: 30, clusters: 12, k: 20, nn: 210, kk: 200, kn: 200 });
    expect(
      await pageOf([
        [1, 10, 10],
        [0, 10, 10],
        [null, 10, 0],
      ]),
    ).toBe(shownOf(20, 30, twice));
  });

  it('computes key figures again for a choice, as the metrics do, and gives the first ones back', async () => {
    const { view } = await open();
    const tile = view.locator('.tiles li[data-metric=netSentimentScore]');
    const first = await tile.innerText();
    const sectors = view.locator('.tiles li > :nth-child(5)');
    expect((await sectors.allInnerTexts()).join('')).not.toBe('');
    const stage = view.locator('select[name=stage]');
    await stage.selectOption('public');
    // The sector is of the whole: nothing of a choice stands beside it.
    expect((await sectors.allInnerTexts()).join('')).toBe('');
    const expected = (measured('netSentimentScore').table.objects() as Tone[]).find(
      (one) => one.stage === 'public',
    );
    const french = (value: number): string =>
      `${value > 0 ? '+' : ''}${value.toFixed(2).replace('-', '−').replace('.', ',')}`;
    expect(await tile.locator('.big').innerText()).toBe(french(expected?.score ?? 9));
    expect(await tile.innerText()).toContain(
      `de ${french(expected?.low ?? 9)} à ${french(expected?.high ?? 9)}`,
    );
    expect(await view.locator('#explorer-mois tr').count()).toBeGreaterThan(1);
    await view.locator('button[type=reset]').click();
    await expect.poll(() => tile.innerText()).toBe(first);
    await view.context().close();
  });

  it('tells the spill rate of a choice as the headline is told, a floor where that is one', async () => {
    const story = buildStory(await measuredRich(), { brand: 'Maison Brel' });
    const tile = plainTile({
      figure: { ...plainTile().figure, metric: 'spillRate' },
      label: 'Taux de débordement',
    });
    const cell = {
      period: '2026-01-01',
      brand: '',
      store: '',
      driver: '',
      asked: 0,
      answered: 0,
      doubt: 1.2,
    };
    const cases = [
      { ...cell, stage: 'private', followed: 200, spilled: 24 },
      { ...cell, stage: 'public', followed: 50, spilled: 0 },
    ];
    const file = join(folder, 'spill.html'),
      view = await browser.newPage();
    const told = async (stage: string, found: Story['explorer']['found']): Promise<string[]> => {
      const explorer = { ...story.explorer, cases, found };
      writeFileSync(file, renderPage({ ...story, tiles: [tile], explorer }));
      await view.goto(pathToFileURL(file).href);
      await view.locator('select[name=stage]').selectOption(stage);
      return view.locator('.tiles li[data-metric=spillRate] > *').allInnerTexts();
    };
    const partOf = (part: number): Promise<string> =>
      view.locator('.tiles li[data-metric=spillRate] > *').nth(part).innerText();
    const numbers = (text = ''): number[] =>
      [...text.matchAll(/(\d+,\d)/g)].map(([, one]) => Number(one?.replace(',', '.')) / 100);
    const [label, value, , detail] = await told('private', [0.6, 0.4, 0.85]);
    expect([label, value]).toEqual(['Taux de débordement', '20,0\u00a0%']);
    // the same law by draws, the found share triangular between its bounds
    const exact = shareOverFound(
      { share: 0.12, size: 190 },
      0.6,
      (p) => 0.6 * Math.exp(p < 0.5 ? Math.log(0.4 / 0.6) * (1 - 2 * p) : Math.log(0.85 / 0.6) * (2 * p - 1)),
      { seed: 1, level: 0.95 },
    );
    const [low = 9, high = 9] = numbers(detail);
    expect(Math.abs(low - exact.low)).toBeLessThan(0.02);
    expect(Math.abs(high - exact.high)).toBeLessThan(0.04);
    expect(detail).toContain('n\u00a0=\u00a0200');
    // where links may find all, no lower than what is seen
    expect(numbers((await told('private', [0.9, 0.6, 1]))[3])[0]).toBeLessThan(0.09);
    expect((await told('public', [0.6, 0.4, 0.85]))[1]).toBe('0,0\u00a0%');
    const floor = await told('private', null);
    expect(floor.slice(0, 2)).toEqual(['Débordements vus', '12,0\u00a0%']);
    // a driver is told alone, where its bar is drawn towards all
    await told('private', [0.6, 0.4, 0.85]);
    expect(await partOf(2)).toBe('selon vos filtres');
    await view.locator('select[name=driver]').selectOption({ index: 1 });
    expect(await partOf(2)).toContain('ce motif seul, au contraire du graphique');
    await view.close();
  });

  it('counts one thing in the singular for a choice', async () => {
    const story = buildStory(await measuredRich(), { brand: 'Maison Brel' });
    const { counts } = story.explorer;
    const row = counts.find(({ driver }) => driver === 'all');
    if (row === undefined) throw new Error('no count');
    const told = [
      { ...row, stage: 'private', author: null, n: 1, negative: 0, positive: 1, rated: 0, stars: 0 },
      { ...row, stage: 'public', author: null, n: 30, negative: 9, positive: 3, rated: 0, stars: 0 },
    ];
    const file = join(folder, 'one.html');
    writeFileSync(file, renderPage({ ...story, explorer: { ...story.explorer, counts: told } }));
    const view = await browser.newPage();
    await view.goto(pathToFileURL(file).href);
    const tile = view.locator('.tiles li[data-metric=netSentimentScore]');
    const of = await tile.getAttribute('data-of');
    for (const [stage, counted] of [
      ['private', `1 (${of})`],
      ['public', `30 ${of}`],
    ] as const) {
      await view.locator('select[name=stage]').selectOption(stage);
      expect((await tile.innerText()).split(/n\s=\s/)[1]?.split('\n')[0]).toBe(counted);
    }
    await view.close();
  });

  it('says what to do before the figures on a narrow screen', async () => {
    const { view } = await open({ viewport: { width: 390, height: 850 } });
    const top = (at: string): Promise<number> =>
      view.locator(at).evaluate((one) => one.getBoundingClientRect().top);
    expect(await top('.actions')).toBeLessThan(await top('.tiles'));
    expect(await top('.actions')).toBeLessThan(400);
    await view.context().close();
  });

  it('sorts a table and says so', async () => {
    const { view } = await open();
    const head = view.locator('#explorer th').nth(1);
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const counts = (await view.locator('#explorer-corps td:nth-of-type(1)').allInnerTexts()).map((text) =>
      Number(text.replace(/\s/g, '')),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await view.context().close();
  });

  it('prints what is told first over the whole width, in one part or three, and a tile alone as no banner', async () => {
    const parts = { happened: [sentence('Le ton est neutre.')], overflows: [sentence('Rien ne déborde.')] };
    const shown = async (story: Partial<Story>): Promise<number[]> => {
      const { view } = await open({ viewport: { width: 690, height: 900 } });
      const file = join(folder, 'print.html');
      writeFileSync(file, renderPage(plainStory({ tiles: [plainTile()], ...story })));
      await view.goto(pathToFileURL(file).href);
      await view.emulateMedia({ media: 'print' });
      const widths = await view.evaluate(() =>
        ['.three', '.tiles'].flatMap((list) => {
          const whole = document.querySelector(list);
          const across = whole?.getBoundingClientRect().width ?? 0;
          return [...(whole?.children ?? [])].map((one) => one.getBoundingClientRect().width / across);
        }),
      );
      await view.context().close();
      return widths.map((share) => Math.round(share * 4) / 4);
    };
    expect(await shown({ happened: parts.happened })).toEqual([1, 0.5]);
    expect(await shown(parts)).toEqual([0.5, 0.5, 0.5]);
  });

  it('prints at most eight pages, the annex apart', async () => {
    const { view } = await open();
    const pdf = (await view.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThanOrEqual(8);
    await view.context().close();
  });
});
