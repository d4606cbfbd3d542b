import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStory, renderDeck } from '../../../src/report/index.js';
import { asSchemaAsks } from '../../../src/report/deck/office-schema.js';
import { measuredRich } from '../measured.js';
import { plainFinding } from '../story/plain-story.js';

/** Children of elements in the order of the schema of charts (ISO/IEC 29500-1, 21.2), as far as a deck uses them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chartSpace: ['date1904', 'lang', 'roundedCorners', 'chart', 'spPr', 'txPr', 'externalData'],
  ser: [
    'idx',
    'order',
    'tx',
    'spPr',
    'invertIfNegative',
    'marker',
    'dPt',
    'dLbls',
    'errBars',
    'cat',
    'val',
    'smooth',
  ],
  catAx: [
    'axId',
    'scaling',
    'delete',
    'axPos',
    'title',
    'numFmt',
    'majorTickMark',
    'minorTickMark',
    'tickLblPos',
    'spPr',
    'txPr',
    'crossAx',
    'crosses',
    'auto',
    'lblAlgn',
    'lblOffset',
    'tickLblSkip',
    'noMultiLvlLbl',
  ],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'marker', 'axId'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId'],
};

/** Names of the children of each element of a name. */
function childrenOf(xml: string, name: string): string[][] {
  const found: string[][] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  for (const [, closing, tag = '', single] of xml.matchAll(/<(\/?)c:(\w+)[^>]*?(\/?)>/g)) {
    if (closing === '/') {
      const done = open.pop();
      if (done?.name === name) found.push(done.children);
      continue;
    }
    open.at(-1)?.children.push(tag);
    if (single !== '/') open.push({ name: tag, children: [] });
  }
  return found;
}

let parts: Record<string, string>;
beforeAll(async () => {
  const story = buildStory(await measuredRich(), { brand: 'Maison Brel' });
  const marks = [0.1, 0.2].map((value, at) => ({
    label: `${at + 1} j`,
    value,
    low: value / 2,
    high: 2 * value,
    n: 90,
    text: '',
    detail: '',
  }));
  const curve = plainFinding({
    chart: {
      kind: 'curve',
      title: 'Part déjà passée en public',
      subtitle: '',
      style: 'share',
      series: [{ name: '', marks }],
      events: marks.map((_, at) => ({ at, label: '' })),
      alt: '',
    },
    rank: { size: 1, certainty: 1, novelty: 1, reach: 1, score: 9 },
  });
  const deck = await renderDeck({ ...story, findings: [curve, ...story.findings] });
  parts = Object.fromEntries(
    Object.entries(unzipSync(deck)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
});

describe('a part of a deck', () => {
  it('has the children of its charts in the order of their schema', () => {
    const charts = Object.entries(parts).filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThan(4);
    for (const [element, order] of Object.entries(ORDER)) {
      const all = charts.flatMap(([, xml]) => childrenOf(xml, element));
      expect([element, all.length > 0]).toEqual([element, true]);
      for (const children of all) {
        expect(children).toEqual(children.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
        expect(children.filter((one) => !order.includes(one))).toEqual([]);
      }
    }
    const lines = charts.flatMap(([, xml]) => xml.match(/<c:lineChart>.*?<\/c:lineChart>/gs) ?? []);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^<c:lineChart><c:grouping val="standard"\/>/);
      expect(line).not.toContain('invertIfNegative');
    }
    for (const [, xml] of charts)
      for (const children of childrenOf(xml, 'barChart'))
        expect(children.filter((one) => one === 'axId')).toHaveLength(2);
  });

  it('tells no type of a part that is not there, and lists its masters before its slides', () => {
    for (const [, name = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g))
      expect(parts[name]).toBeDefined();
    expect(parts['ppt/presentation.xml']).toMatch(/<p:sldMasterIdLst>.*<p:notesMasterIdLst>.*<p:sldIdLst>/s);
  });

  it('has one title, in the title’s placeholder, on every slide', () => {
    const slides = Object.entries(parts).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    for (const [, xml] of slides)
      expect(xml.match(/name="Title".*?<p:nvPr><p:ph type="title"\/>/gs)).toHaveLength(1);
  });

  it('is of the language of its story', () => {
    expect(
      Object.entries(parts).filter(([name, xml]) => /slides|charts/.test(name) && xml.includes('"en-US"')),
    ).toEqual([]);
    expect(parts['ppt/charts/chart1.xml']).toContain('<c:lang val="fr-FR"/>');
    expect(asSchemaAsks('ppt/slides/slide1.xml', '<a:rPr lang="en-US"/>', 'en')).toBe(
      '<a:rPr lang="en-GB"/>',
    );
  });
});
