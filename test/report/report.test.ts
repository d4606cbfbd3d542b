import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMetric } from '../metrics/write-metric.js';
import { measureCorpus } from '../../src/metrics/measure-corpus.js';
import type { MetricOptions } from '../../src/metrics/options.js';
import type { Metric } from '../../src/model/index.js';
import {
  buildReport,
  renderHtml,
  renderJson,
  type ReportModel,
  type ReportOptions,
} from '../../src/report/index.js';
import { missingSentence } from '../../src/report/section-blocks.js';
import { fakeCorpus, type FakeRows } from '../metrics/fake-corpus.js';
import { HOSTILE, richRows } from '../metrics/rich-rows.js';

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Elements of a page in order, with the text directly inside, and all the text that is seen. */
function read(html: string): { elements: Element[]; seen: string } {
  const elements: Element[] = [];
  const open: Element[] = [];
  let seen = '';
  const parser = new Parser({
    onopentag(tag, attributes) {
      const element = { tag, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      const inside = open[open.length - 1];
      if (inside) inside.text += text;
      if (!open.some(({ tag }) => tag === 'style' || tag === 'title')) seen += text;
    },
    onclosetag() {
      open.pop();
      seen += '\n';
    },
  });
  parser.end(html);
  return { elements, seen };
}

async function modelOf(
  rows: FakeRows,
  options: MetricOptions & ReportOptions = {},
  funnel: readonly Metric[] = [],
): Promise<ReportModel> {
  const corpus = await fakeCorpus(rows);
  try {
    return buildReport(
      { manifest: corpus.manifest, metrics: await measureCorpus(corpus, options), funnel },
      options,
    );
  } finally {
    corpus.close();
  }
}

/** The sentences of a report that the library wrote itself: no user text. */
const sentencesOf = (model: ReportModel): string[] =>
  model.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'text':
        case 'heading':
        case 'note':
        case 'mark':
          return [block.text];
        case 'method':
          return [block.method, ...(block.limits === undefined ? [] : [block.limits])];
        case 'missing':
          return [missingSentence(block)];
        case 'list':
          return [...block.items];
        case 'figures':
          return block.items.flatMap(({ label, value, detail }) => [label, value, detail]);
        case 'chart':
          return [block.chart.title, block.chart.subtitle, block.chart.alt];
        case 'table':
          return [block.caption, ...block.columns.map((column) => column.title)];
        case 'quotes':
          return block.quotes.map(({ source }) => source);
      }
    }),
  ]);

let rich: ReportModel;
let page = '';
beforeAll(async () => {
  rich = await modelOf(richRows(), { brand: 'Maison Brel "& Fils"' });
  page = await renderHtml(rich);
});
afterAll(() => {
  page = '';
});

it('shows notes under the title, escaped', async () => {
  const html = await renderHtml(await modelOf({}, { notes: ['Démonstration : <b>rien</b> n’est vrai.'] }));
  const { elements } = read(html);
  const title = elements.findIndex(({ tag }) => tag === 'h1');
  expect(elements.slice(title + 1, title + 3).map(({ tag, text }) => [tag, text])[1]).toEqual([
    'p',
    'Démonstration\u00a0: <b>rien</b> n’est vrai.',
  ]);
});

describe('renderHtml', () => {
  it('is one page that asks nothing of the network and runs nothing', () => {
    const { elements } = read(page);
    expect(
      elements.filter(({ tag }) =>
        [
          'script',
          'link',
          'iframe',
          'object',
          'embed',
          'form',
          'img',
          'base',
          'foreignobject',
          'image',
          'use',
        ].includes(tag),
      ),
    ).toEqual([]);
    const attributes = elements.flatMap(({ attributes: all }) => Object.entries(all));
    expect(attributes.filter(([name]) => /^on|^style$|^src$|^srcset$|^action$|^xlink:/i.test(name))).toEqual(
      [],
    );
    expect(attributes.filter(([name, value]) => name === 'href' && !value.startsWith('#'))).toEqual([]);
    expect(
      attributes
        .filter(([, value]) => /url\(|javascript:/i.test(value) && !/aria-label/.test(value))
        .map(([, value]) => value),
    ).toEqual([]);
  });

  it('has a content security policy that lets only its own style in', () => {
    const { elements } = read(page);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
      ?.attributes['content'];
    const style = elements.find(({ tag }) => tag === 'style')?.text ?? '';
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/@import|url\(/);
  });

  it('shows hostile texts as text, whole, without what turns the writing around', () => {
    const { seen } = read(page);
    const harmless = HOSTILE.replace('\u202E', '');
    expect(seen.replaceAll('\n', '')).toContain('<i>Marque</i>');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202E');
    const quotes = rich.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quotes' ? block.quotes.map(({ text }) => text) : [])),
    );
    expect(quotes.length).toBeGreaterThan(15);
    return expect(
      renderHtml({
        ...rich,
        sections: [
          {
            id: 'x',
            title: HOSTILE,
            blocks: [
              { kind: 'quotes', quotes: [{ text: HOSTILE, source: HOSTILE }] },
              {
                kind: 'table',
                caption: HOSTILE,
                columns: [{ title: HOSTILE, numeric: false }],
                rows: [[HOSTILE]],
              },
            ],
          },
        ],
      }).then((html) =>
        read(html)
          .elements.filter(({ text }) => text.includes('alert(1)'))
          .map(({ tag, text }) => [tag, text.includes(harmless)]),
      ),
    ).resolves.toEqual([
      ['a', true],
      ['h2', true],
      ['p', true],
      ['footer', true],
      ['caption', true],
      ['th', true],
      ['th', true],
    ]);
  });

  it('can be read by ear: one h1, no heading skipped, captions, names for drawings, ids used once', () => {
    const { elements } = read(page);
    const levels = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(elements.filter(({ tag }) => tag === 'caption')).toHaveLength(
      elements.filter(({ tag }) => tag === 'table').length,
    );
    const drawings = elements.filter(({ attributes }) => attributes['role'] === 'img');
    expect(drawings).toHaveLength(elements.filter(({ tag }) => tag === 'svg').length);
    expect(drawings.every(({ attributes }) => (attributes['aria-label'] ?? '').length > 30)).toBe(true);
    const ids = elements.map(({ attributes }) => attributes['id']).filter((id) => id !== undefined);
    expect(ids.length).toBe(new Set(ids).size);
    expect(elements.find(({ tag }) => tag === 'html')?.attributes['lang']).toBe('fr');
  });

  it('gives the same bytes twice', async () => {
    expect(
      createHash('sha256')
        .update(await renderHtml(rich))
        .digest('hex'),
    ).toBe(createHash('sha256').update(page).digest('hex'));
  });

  it('shows no name of a private file', () => {
    expect(page).not.toContain('+33 6 39 98');
    expect(page).toContain('facebook.csv');
  });
});

describe('the French of the report', () => {
  it('keeps its typography in every sentence', () => {
    const wrong = sentencesOf(rich).filter((sentence) =>
      /(^|[^\u202f]);|[^\u202f\s][!?](?!\w)|[^\u00a0\d/]:(?!\/)|[^\u00a0]%|\d\.\d|'|\d,\d{4}|\s\s|\.\.|« | »/.test(
        sentence.replace(/<[^>]*>|\b0\.0\.0/g, 'x'),
      ),
    );
    expect(wrong).toEqual([]);
  });
  it('holds no English word and no raw value', () => {
    const { seen } = read(page);
    expect(seen).not.toMatch(
      /\b(the|and|of|share|messages? by|driver(?!<)|week|undefined|null|NaN|Infinity|not measured|negative|neutral |positive |Jan|Feb|Apr|May)\b/,
    );
  });
  it('is the same report to the letter', async () => {
    await expect(sentencesOf(rich).join('\n')).toMatchFileSnapshot('golden/sentences.txt');
  });
  it('agrees in number: one message, none, several', async () => {
    const one = sentencesOf(
      await modelOf({
        messages: [{ text: 'Bonjour à tous', sentAt: Date.UTC(2026, 2, 12), sentiment: 'neutral' }],
        manifest: {
          totals: { read: 1, kept: 1, duplicates: 0, rejected: 0 },
          firstAt: '2026-03-12T00:00:00Z',
          lastAt: '2026-03-12T00:00:00Z',
        },
      }),
    );
    expect(one.join(' ')).toContain(
      'Le corpus garde 1\u00a0message sur 1\u00a0ligne lue, le 12\u00a0mars\u00a02026\u00a0: côté clients, aucun message privé et 1\u00a0message public\u202f; côté presse, aucun article de presse.',
    );
    expect(one.join(' ')).not.toMatch(/\b1\u00a0\w+s\b(?<!\u00a0fois|\u00a0avis)/);
    const none = sentencesOf(await modelOf({}));
    expect(none.join(' ')).toContain(
      'Aucun message n’a pu être conservé\u00a0: voir la qualité des données.',
    );
  });
});

describe('buildReport', () => {
  it('says why where nothing could be measured, and never draws an empty chart', async () => {
    const model = await modelOf({});
    const blocks = model.sections.flatMap((section) => section.blocks);
    expect(blocks.filter(({ kind }) => kind === 'chart')).toEqual([]);
    const sentences = blocks.flatMap((block) => (block.kind === 'missing' ? [missingSentence(block)] : []));
    expect(sentences.every((sentence) => /^Non mesuré\u00a0: .+\. \p{Lu}.*\.$/u.test(sentence))).toBe(true);
    expect(sentences.length).toBeGreaterThan(10);
    for (const { blocks: own } of model.sections) {
      const reasons = own.flatMap((block) => (block.kind === 'missing' ? [block.why] : []));
      expect(reasons).toHaveLength(new Set(reasons).size);
    }
    const { seen, elements } = read(await renderHtml(model));
    expect(elements.filter(({ tag }) => tag === 'svg')).toEqual([]);
    expect(seen).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('renders the metrics of the funnel it is given, with interval, n and table', async () => {
    const spillRate = await makeMetric(
      {
        name: 'spillRate',
        label: { fr: 'Taux de débordement du privé au public', en: 'Spill rate' },
        unit: 'share',
        denominator: { fr: 'dossiers ouverts en privé', en: 'cases opened in private' },
        method: { fr: 'Intervalle exact.', en: 'Exact interval.' },
        columns: ['driver', 'spilled', 'n', 'share', 'low', 'high'],
      },
      {
        value: 0.021,
        n: 412,
        interval: { low: 0.009, high: 0.041, level: 0.95, method: 'clopper-pearson' },
        rows: [
          { driver: 'price', spilled: 4, n: 90, share: 4 / 90, low: 0.012, high: 0.11 },
          { driver: 'taste', spilled: 1, n: 80, share: 1 / 80, low: 0.001, high: 0.07 },
        ],
      },
    );
    const absent = await makeMetric(
      {
        ...spillRate,
        name: 'pressRate',
        label: { fr: 'Du public à la presse', en: 'To press' },
        columns: [],
      },
      { value: null, n: 0, rows: [], notMeasured: { fr: 'aucun article', en: 'no article' } },
    );
    const model = await modelOf({ messages: [{}] }, {}, [spillRate, absent]);
    const text = JSON.stringify(model.sections.find(({ id }) => id === 'entonnoir'));
    expect(text).toContain(
      '2,1\u00a0% des dossiers ouverts en privé débordent en public (intervalle à 95\u00a0%\u00a0: de 0,9\u00a0% à 4,1\u00a0%\u202f; n\u00a0=\u00a0412).',
    );
    expect(text).toContain('["Prix","4","90","4,4\u00a0%","de 1,2\u00a0% à 11,0\u00a0%"]');
    expect(text).toContain(
      'Points et intervalles. Prix\u00a0: 4,4\u00a0% (de 1,2\u00a0% à 11,0\u00a0%)\u202f; Goût',
    );
    expect(sentencesOf(model)).toContain('Non mesuré\u00a0: du public à la presse. Aucun article.');
    expect(JSON.stringify(model.sections[0])).toContain('2,1\u00a0% des dossiers ouverts en privé débordent');
  });

  it('tells a method once when two measures in a row share it', async () => {
    const frame = {
      label: { fr: 'Niveau', en: 'Level' },
      unit: 'cases',
      denominator: { fr: 'dossiers', en: 'cases' },
      method: { fr: 'Même méthode.', en: 'Same.' },
      columns: ['date', 'level', 'open'],
    } as const;
    const rows = [{ date: new Date(0), level: 0.1, open: 3 }];
    const funnel = [
      await makeMetric({ ...frame, name: 'one' }, { value: 1, n: 3, rows }),
      await makeMetric({ ...frame, name: 'two' }, { value: 1, n: 3, rows }),
    ];
    const methods = (await modelOf({ messages: [{}] }, {}, funnel)).sections
      .find(({ id }) => id === 'entonnoir')
      ?.blocks.flatMap((block) => (block.kind === 'method' ? [block.method] : []));
    expect(methods).toEqual(['Même méthode.', 'La même que ci-dessus.']);
  });

  it('never quotes a private text', async () => {
    const secret = 'Voici un secret de messagerie privée, long comme il faut.';
    const rows: FakeRows = {
      messages: [1, 2, 3].map((index) => ({
        text: secret,
        textKey: 'k',
        stage: 'private',
        sentiment: 'negative',
        contributions: ['idea'],
        authorKey: `a${index}`,
        sentAt: index,
      })),
    };
    expect(await renderHtml(await modelOf(rows))).not.toContain('secret');
    expect(JSON.stringify(JSON.parse(renderJson(await modelOf(rows))))).not.toContain('secret');
    const one: FakeRows = { messages: [{ ...rows.messages?.[0], textKey: 'one' }] };
    expect(await renderHtml(await modelOf(one, { quotePrivate: true }))).toContain('secret');
  });
});

describe('renderJson', () => {
  it('holds every metric with its table as rows, and reads back', () => {
    const document = JSON.parse(renderJson(rich)) as {
      metrics: { name: string; n: number; table: Record<string, unknown>[] }[];
      totals: unknown;
    };
    expect(document.metrics.map(({ name }) => name)).toEqual(rich.metrics.map(({ name }) => name));
    expect(document.totals).toEqual(rich.manifest.totals);
    expect(document.metrics.find(({ name }) => name === 'pressArticles')?.table[0]).toMatchObject({
      copies: 1,
      sentAt: '2026-05-09T00:00:00.000Z',
    });
  });
});
