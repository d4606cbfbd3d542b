import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildStory,
  masterTheme,
  parseTheme,
  renderDeck,
  renderJson,
  renderPage,
  renderWorkbook,
  type Story,
  type StoryInput,
} from '../../../src/report/index.js';
import { label } from '../../../src/charts/wording.js';
import { DEFAULT_THEME } from '../../../src/report/deck/deck-theme.js';
import { annotated, nativeChart } from '../../../src/report/deck/native-chart.js';
import type { StoryChart } from '../../../src/report/story/story.js';
import { HOSTILE } from '../../metrics/rich-rows.js';
import { measuredRich } from '../measured.js';

let input: StoryInput;
let story: Story;
let deck: Record<string, Uint8Array>;
let bytes: Uint8Array;
let workbook: Uint8Array;
beforeAll(async () => {
  input = await measuredRich();
  story = buildStory(input, { brand: 'Maison Brel', sector: 'agri-food' });
  bytes = await renderDeck(story);
  deck = unzipSync(bytes);
  workbook = await renderWorkbook(story, input.metrics);
});

const part = (name: string): string => strFromU8(deck[name] ?? new Uint8Array());
const parts = (pattern: RegExp): string[] => Object.keys(deck).filter((name) => pattern.test(name));
const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1] ?? '');

describe('renderDeck', () => {
  it('has 8 to 18 slides, each with a title, notes, and at most 40 words outside its tables', () => {
    const slides = parts(/^ppt\/slides\/slide\d+\.xml$/);
    expect(slides.length).toBeGreaterThanOrEqual(8);
    expect(slides.length).toBeLessThanOrEqual(18);
    expect(parts(/^ppt\/notesSlides\/notesSlide\d+\.xml$/)).toHaveLength(slides.length);
    for (const name of slides) {
      const xml = part(name);
      expect(xml).toContain('name="Title"');
      const outside = textsOf(xml.replace(/<a:tbl>.*?<\/a:tbl>/gs, '')).join(' ');
      expect([name, outside.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length <= 41]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('says in its titles what was found, and has no slide without something to see', () => {
    const slides = parts(/^ppt\/slides\/slide\d+\.xml$/).toSorted((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
    const titles = slides.map((name) => textsOf(part(name))[0] ?? '');
    expect(titles[1]).toMatch(/ en un trimestre.* prioritaires$/);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.join('\n')).not.toMatch(/L’essentiel|Ce que (?:nous|les)|Ce sur quoi/);
    const bare = slides.filter((name) => {
      const told = textsOf(part(name)).slice(1).join(' ').split(/\s+/).length;
      return !/<a:tbl>|<c:chart /.test(part(name)) && told < 6;
    });
    // The cover's title comes before its period; the divider holds one word.
    expect(bare.map((name) => textsOf(part(name))[0])).toEqual(['Annexe']);
  });

  it('names events over their columns, a word a line', () => {
    const chart: StoryChart = {
      kind: 'time',
      title: 'T',
      subtitle: '',
      style: 'number',
      series: [
        {
          name: '',
          marks: [1, 5, 3].map((value) => ({
            label: `${value}`,
            value,
            low: null,
            high: null,
            n: value,
            text: `${value}`,
            detail: '',
          })),
        },
      ],
      events: [
        { at: 0, label: 'premier article' },
        { at: 1, label: 'débordement' },
        { at: 1, label: 'pic <b>' },
      ],
      alt: '',
    };
    const xml = annotated('<c:dLbls></c:dLbls>', nativeChart(chart, DEFAULT_THEME));
    expect(textsOf(xml)).toEqual(['premier', 'article', 'débordement', 'pic &lt;b&gt;']);
    expect(xml).toContain('<c:idx val="1"/>');
  });

  it('draws native charts whose numbers, in the chart and in its workbook, are those of the story', () => {
    const charts = parts(/^ppt\/charts\/chart\d+\.xml$/);
    expect(charts.length).toBeGreaterThan(2);
    const known = new Set(
      story.findings.flatMap(({ chart }) =>
        (chart?.series ?? []).flatMap(({ marks }) =>
          marks.flatMap(({ value, across }) =>
            (across === undefined ? [value] : [value, across]).map(String),
          ),
        ),
      ),
    );
    for (const name of charts) {
      const values = [...part(name).matchAll(/<c:val>(.*?)<\/c:val>/gs)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((value) => value[1] ?? ''),
      );
      expect(values.length).toBeGreaterThan(1);
      for (const value of values) expect([name, known.has(String(Number(value)))]).toEqual([name, true]);
    }
    const told = JSON.parse(renderJson(story, input.metrics, input.manifest)) as {
      metrics: { value: number | null; table: Record<string, unknown>[] }[];
    };
    const measured = new Set(
      told.metrics.flatMap(({ value, table }) => [value, ...table.flatMap((row) => Object.values(row))]),
    );
    expect([...known].filter((value) => !measured.has(Number(value)))).toEqual([]);
    expect(charts.some((name) => part(name).includes('<c:errBars>'))).toBe(true);
    for (const name of parts(/\.xlsx$/)) {
      const sheet = strFromU8(
        unzipSync(deck[name] ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
      );
      const numbers = [...sheet.matchAll(/<c r="[B-Z]\d+"[^>]*?><v>([^<]*)<\/v>/g)].map((match) =>
        String(Number(match[1])),
      );
      expect(numbers.filter((number) => known.has(number)).length).toBeGreaterThan(1);
    }
  });

  it('gives the same bytes twice, on the clock of any place, with no date of today', async () => {
    const zone = process.env['TZ'];
    try {
      for (const place of ['Asia/Kolkata', 'Pacific/Kiritimati']) {
        process.env['TZ'] = place;
        expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(300);
        const again = buildStory(input, { brand: 'Maison Brel', sector: 'agri-food' });
        expect(again).toEqual(story);
        expect(Buffer.from(await renderDeck(again)).equals(Buffer.from(bytes))).toBe(true);
        expect(Buffer.from(await renderWorkbook(again, input.metrics)).equals(Buffer.from(workbook))).toBe(
          true,
        );
        expect(renderPage(again)).toBe(renderPage(story));
      }
    } finally {
      process.env['TZ'] = zone;
    }
    expect(part('docProps/core.xml')).toMatch(/2000-01-01T00:00:00Z/);
    expect(part('docProps/core.xml')).not.toContain(String(new Date().getFullYear()));
  });

  it('keeps hostile texts as texts', async () => {
    const [first, ...rest] = story.findings;
    if (first === undefined) throw new Error('no finding');
    const hostile = unzipSync(
      await renderDeck({ ...story, findings: [{ ...first, title: HOSTILE }, ...rest] }),
    );
    for (const [name, content] of Object.entries(hostile))
      if (name.endsWith('.xml'))
        expect([name, /<script|onerror=/i.test(strFromU8(content).replace(/&lt;.*?&gt;/gs, ''))]).toEqual([
          name,
          false,
        ]);
  });

  it('puts a movement too small for a chart behind what has one', async () => {
    const [drawn, bare] = [story.findings.find(({ chart }) => chart !== null), story.findings[0]];
    if (drawn === undefined || bare === undefined) throw new Error('no chart');
    const quotes = [{ text: 'Une caisse sans personne, merci', source: 'avis' }];
    const named = ['petit', 'autre', 'grand'].map((title, at) => ({
      ...(at === 0 ? { ...bare, chart: null, quotes } : drawn),
      id: at === 1 ? 'tone' : `crisis-${at}`,
      title,
      rank: { ...bare.rank, score: 0.5 - at / 10 },
    }));
    const made = unzipSync(await renderDeck({ ...story, findings: named }));
    const titles = [3, 4, 5].map(
      (at) => textsOf(strFromU8(made[`ppt/slides/slide${at}.xml`] ?? new Uint8Array()))[0],
    );
    expect(titles).toEqual(['grand', 'petit', 'autre']);
  });

  it('differs by sector: a retailer’s answers come first', async () => {
    const retail = unzipSync(await renderDeck(buildStory(input, { brand: 'Maison Brel', sector: 'retail' })));
    const order = (all: Record<string, Uint8Array>): string =>
      Object.keys(all)
        .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
        .map((name) => textsOf(strFromU8(all[name] ?? new Uint8Array()))[0])
        .join('|');
    expect(order(retail)).not.toBe(order(deck));
  });
});

describe('thirty figures', () => {
  it('are the same in metrics.json, on the page, in the deck and in the workbook', async () => {
    const json = JSON.parse(renderJson(story, input.metrics, input.manifest)) as {
      metrics: { name: string; value: number | null; table: Record<string, unknown>[] }[];
    };
    const page = renderPage(story).replaceAll('&nbsp;', '\u00a0');
    const book = unzipSync(workbook);
    const names = [
      ...strFromU8(book['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g),
    ].map((match) => match[1] ?? '');
    const numbersOf = (sheet: string): Set<number> =>
      new Set(
        [
          ...strFromU8(
            book[`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`] ?? new Uint8Array(),
          ).matchAll(/<v>([^<]*)<\/v>/g),
        ].map((match) => Number(match[1])),
      );
    const charts = parts(/^ppt\/charts\/chart\d+\.xml$/)
      .map(part)
      .join('');
    const drawn = new Set([...charts.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => Number(match[1])));
    const cells = (name: string): Set<unknown> =>
      new Set(json.metrics.find((one) => one.name === name)?.table.flatMap((row) => Object.values(row)));
    const told = new Set<string>();
    for (const { figure, value } of story.tiles) {
      expect([figure.metric, page.includes(value)]).toEqual([figure.metric, true]);
      const row = figure.row === undefined;
      if (row) expect(json.metrics.find(({ name }) => name === figure.metric)?.value).toBe(figure.value);
      expect([figure.metric, numbersOf('Synthèse').has(figure.value)]).toEqual([figure.metric, true]);
      told.add(`${figure.metric} ${figure.value}`);
    }
    for (const { chart, figures } of story.findings) {
      const name = figures[0]?.metric ?? '';
      for (const mark of (chart?.series ?? []).flatMap(({ marks }) => marks)) {
        if (!cells(name).has(mark.value)) continue;
        expect([name, mark.value, numbersOf(label('tab', name)).has(mark.value)]).toEqual([
          name,
          mark.value,
          true,
        ]);
        expect([name, mark.text, page.includes(mark.text)]).toEqual([name, mark.text, true]);
        if (drawn.has(mark.value)) told.add(`${name} ${mark.value}`);
      }
    }
    expect(told.size).toBeGreaterThanOrEqual(30);
  });
});

describe('masterTheme', () => {
  const SCHEME_OF = (accent: string): string =>
    `<a:clrScheme name="c"><a:dk1><a:sysClr val="windowText" lastClr="101820"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="333F48"/></a:dk2><a:accent1><a:srgbClr val="${accent}"/></a:accent1><a:accent2><a:srgbClr val="e4002b"/></a:accent2></a:clrScheme>`;
  const file = (theme: string): Uint8Array =>
    zipSync({
      'ppt/theme/theme1.xml': strToU8(
        `<a:theme>${theme}<a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:theme>`,
      ),
      'ppt/slideMasters/_rels/slideMaster1.xml.rels': strToU8(
        '<Relationship Id="rId9" Target="../media/image1.png"/>',
      ),
      'ppt/media/image1.png': new Uint8Array([137, 80, 78, 71]),
    });

  it('spends neither time nor memory on a file made to take them', () => {
    expect(() => masterTheme(file('<a:dk1>'.repeat(100_000)), 'client.potx')).toThrow('no theme colours');
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`ppt/media/a${at}.png`, strToU8('x'.repeat(99))]),
    );
    const bomb = zipSync({ ...many, ...unzipSync(file(SCHEME_OF('00843D'))) });
    expect(masterTheme(bomb, 'client.potx').logo).toBeDefined();
    // the directory says that each picture is 19 MB: together they are more than is looked at
    const directory = Buffer.from(bomb.buffer, bomb.byteOffset, bomb.length);
    for (
      let at = directory.indexOf('PK\u0001\u0002');
      at >= 0;
      at = directory.indexOf('PK\u0001\u0002', at + 1)
    )
      if (directory.toString('latin1', at + 46, at + 57) === 'ppt/media/a')
        directory.writeUInt32LE(19_000_000, at + 24);
    expect(() => masterTheme(bomb, 'client.potx')).toThrow('no theme colours');
  });

  it('takes colours, fonts and logo of a client’s file, and the deck offers its colours', async () => {
    const theme = masterTheme(file(SCHEME_OF('00843D')), 'client.potx');
    expect(theme).toMatchObject({
      ink: '101820',
      accent: '00843D',
      plain: '339D64',
      strong: 'E4002B',
      headFont: 'Georgia',
      bodyFont: 'Verdana',
      logo: 'data:image/png;base64,iVBORw==',
    });
    const { logo: _, ...plain } = theme;
    const again = masterTheme(await renderDeck(story, plain), 'deck.pptx');
    expect([again.accent, again.headFont, again.scheme]).toEqual(['00843D', 'Georgia', theme.scheme]);
  });

  it('says of other files that they hold no theme', () => {
    expect(() => masterTheme(strToU8('hello'), 'a.potx')).toThrow(/a\.potx: this is no PowerPoint file/);
    expect(() => masterTheme(file(''), 'b.potx')).toThrow(/b\.potx: the file holds no theme colours/);
  });
});

describe('parseTheme', () => {
  it('takes a client’s colours and says what is wrong with others', () => {
    expect(parseTheme('{"accent":"#00AA44","headFont":"Georgia"}', 't.json')).toMatchObject({
      accent: '00AA44',
      headFont: 'Georgia',
    });
    expect(() => parseTheme('{"accent":"green"}', 't.json')).toThrow(/accent/);
    expect(() => parseTheme('{"couleur":"#000000"}', 't.json')).toThrow(/unknown key "couleur"/);
    // what only a client's own PowerPoint file holds is no text of a theme
    expect(() => parseTheme('{"layouts":{}}', 't.json')).toThrow(/unknown key "layouts"/);
    expect(() => parseTheme('[', 't.json')).toThrow(/no JSON/);
  });
});

describe('renderWorkbook', () => {
  it('has a sheet a metric with frozen heads and filters, no formula', () => {
    const book = unzipSync(workbook);
    const names = [
      ...strFromU8(book['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g),
    ].map((match) => match[1]);
    expect(names.slice(0, 3)).toEqual(['Synthèse', 'Constats', 'Définitions']);
    for (const { name, table } of input.metrics)
      if (table.numRows() > 0 && !['messageSample', 'messageCounts', 'caseCounts'].includes(name))
        expect(names).toContain(label('tab', name));
    const sheets = Object.keys(book).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(names.length);
    for (const name of sheets) {
      const xml = strFromU8(book[name] ?? new Uint8Array());
      expect([name, /<f[ >]/.test(xml), xml.includes('state="frozen"'), xml.includes('<autoFilter')]).toEqual(
        [name, false, true, true],
      );
    }
  });
});
