import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildStory,
  METRICS_SCHEMA,
  renderJson,
  type Figure,
  type Story,
  type StoryInput,
} from '../../../src/report/index.js';
import { countWords } from '../../../src/report/story/headlines.js';
import { richRows } from '../../metrics/rich-rows.js';
import { FORBIDDEN, measured, measuredRich } from '../measured.js';

let input: StoryInput;
let story: Story;
beforeAll(async () => {
  input = await measuredRich();
  story = buildStory(input, { brand: 'Maison Brel', sector: 'agri-food' });
});

/** Sentences of depths 1 and 2 that the library wrote: no text of a customer. */
const sentences = ({ tiles, happened, overflows, actions, findings, lines }: Story): string[] => [
  ...tiles.flatMap(({ label, value, detail, change }) => [label, value, detail, change]),
  ...[...happened, ...overflows, ...actions].map(({ text }) => text),
  ...findings.flatMap(({ title, text, evidence, change, action, chart }) => [
    title.replace(/[«“][^»”]*[»”]/g, ''),
    text,
    evidence,
    change,
    action?.text ?? '',
    ...(chart === null ? [] : [chart.title, chart.subtitle]),
  ]),
  ...lines,
];

describe('metrics.json', () => {
  it('is what its schema says, in both languages', () => {
    const check = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
      METRICS_SCHEMA,
    );
    for (const language of ['fr', 'en'] as const) {
      const written = renderJson(buildStory(input, { language }), input.metrics, input.manifest);
      expect([check(JSON.parse(written)), check.errors]).toEqual([true, null]);
    }
    const broken = JSON.parse(renderJson(story, input.metrics, input.manifest)) as {
      metrics: { n: unknown }[];
    };
    for (const metric of broken.metrics) metric.n = '12';
    expect(check(broken)).toBe(false);
  });
});

describe('buildStory', () => {
  it('is read aloud in a minute, with at most five tiles', () => {
    const { tiles, happened, overflows, actions } = story;
    expect(tiles.length).toBeGreaterThan(1);
    expect(tiles.length).toBeLessThanOrEqual(5);
    const said = [
      ...tiles.map(({ label, value, change, sector }) => `${label} ${value} ${change} ${sector}`),
      ...[happened, overflows, actions].flatMap((part) => part.map(({ text }) => text)),
      'Que faire ; ce qui s’est passé ; ce qui déborde',
    ].join(' ');
    expect(countWords(said)).toBeLessThanOrEqual(160);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      expect(action.stake).toBeGreaterThanOrEqual(0.05);
      expect(story.findings.map(({ id }) => id)).toContain(action.finding);
    }
  });

  it('ranks by the product of its four parts, each in [0, 1]', () => {
    const scores = story.findings.map(({ rank }) => rank.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { rank } of story.findings) {
      expect(rank.score).toBeCloseTo(rank.size * rank.certainty * rank.novelty * rank.reach, 12);
      for (const part of [rank.size, rank.certainty, rank.novelty, rank.reach]) {
        expect(part).toBeGreaterThan(0);
        expect(part).toBeLessThanOrEqual(1);
      }
    }
  });

  it('shows only numbers that stand in metrics.json, with the same value and n', () => {
    const json = JSON.parse(renderJson(story, input.metrics, input.manifest)) as {
      metrics: { name: string; value: number | null; n: number; table: Record<string, unknown>[] }[];
    };
    const figures: Figure[] = [
      ...story.tiles.map(({ figure }) => figure),
      ...[...story.happened, ...story.overflows, ...story.actions].flatMap((said) => [...said.figures]),
    ];
    expect(figures.length).toBeGreaterThan(4);
    for (const { metric: name, row, column, value, n } of figures) {
      const metric = json.metrics.find((one) => one.name === name);
      if (row === undefined) {
        expect([name, metric?.value, metric?.n]).toEqual([name, value, n]);
        continue;
      }
      const found = metric?.table.filter((cells) =>
        Object.entries(row).every(([key, cell]) => cells[key] === cell),
      );
      expect([name, row, found?.length]).toEqual([name, row, 1]);
      expect(found?.[0]?.[column]).toBe(value);
      expect([metric?.n, ...Object.values(found?.[0] ?? {})]).toContain(n);
    }
  });

  it('has every number of its headlines among its figures', () => {
    for (const { text, figures } of [...story.overflows, ...story.actions]) {
      const known = new Set(
        figures.flatMap(({ value, n, low, high }) =>
          [value, n, low, high].flatMap((one) =>
            one === null
              ? []
              : [one, one * 100, 1 / one].flatMap((x) => [x.toFixed(0), x.toFixed(1).replace('.', ',')]),
          ),
        ),
      );
      const numbers = text.replace(/\u202f/g, '').match(/\d+(?:,\d+)?(?!\d*\s*(?:h|jours)\b)/g) ?? [];
      for (const number of numbers)
        if (!['3', '24', '72', '100'].includes(number))
          expect([text, [...known]]).toEqual([text, expect.arrayContaining([number])]);
    }
  });

  it('holds no word of a statistician and no raw code at depths 1 and 2', () => {
    for (const language of ['fr', 'en'] as const) {
      const told = sentences(buildStory(input, { brand: 'Maison Brel', language })).join('\n');
      expect(told.match(FORBIDDEN)).toBeNull();
    }
  });

  it('keeps French typography, and English has none of it', () => {
    const told = sentences(story).join('\n');
    expect(told.match(/[^\s\u00a0\u202f\d][;!?](?=\s|$)/g) ?? []).toEqual([]);
    expect(told.match(/ [:%»]/g) ?? []).toEqual([]);
    expect(told.match(/\d\.\d/g) ?? []).toEqual([]);
    const english = sentences(buildStory(input, { language: 'en' })).join('\n');
    expect(english.match(/\b(dossiers?|débord\w+|motifs?|trimestre|privés?)\b/gi) ?? []).toEqual([]);
  });

  it('changes neither with a second run nor with the order of the metrics', () => {
    const again = buildStory(
      { ...input, metrics: input.metrics.toReversed() },
      { brand: 'Maison Brel', sector: 'agri-food' },
    );
    expect(again.findings).toEqual(story.findings);
    expect(again.tiles).toEqual(story.tiles);
  });

  it('puts a retailer’s care before its voice', () => {
    const retail = buildStory(input, { sector: 'retail' });
    expect(retail.tiles[0]?.figure.metric).toBe('responseRate');
    expect(story.tiles.map(({ figure }) => figure.metric)).not.toEqual(
      retail.tiles.map(({ figure }) => figure.metric),
    );
  });
});

describe('a story of few data', () => {
  it('on public posts alone says nothing of open cases nor of what overflows', async () => {
    const rows = richRows(400);
    const alone = buildStory(
      await measured({ messages: (rows.messages ?? []).filter(({ stage }) => stage !== 'private') }),
    );
    const all = JSON.stringify({ ...alone, explorer: undefined });
    expect(all).not.toMatch(/réservoir|débordement|dossiers? privés? reste/i);
    expect(alone.overflows).toEqual([]);
    expect(alone.lines.join(' ')).toMatch(/aucun message privé/);
  });

  it('on three days draws no weeks, and on one chat is one screen', async () => {
    const at = (hours: number): number => Date.UTC(2026, 2, 2, 8) + hours * 3_600_000;
    const messages = Array.from({ length: 30 }, (_, place) => ({
      messageId: `whatsapp:${place}`,
      threadId: 'whatsapp:t',
      platform: 'whatsapp',
      channel: 'whatsapp-dm',
      stage: 'private' as const,
      kind: 'message' as const,
      sentAt: at(place * 2),
      authorKey: 'a',
      text: 'Toujours pas de nouvelles de ma commande, c’est long',
      sentiment: 'negative' as const,
      polarity: -0.5,
    }));
    const chat = buildStory(await measured({ messages }));
    expect(chat.findings.length).toBeLessThanOrEqual(3);
    expect(chat.findings.flatMap(({ chart }) => (chart === null ? [] : [chart.kind]))).not.toContain('time');
    expect(chat.lines.length).toBeGreaterThan(0);
  });

  it('on nothing says that nothing could be kept', async () => {
    const none = buildStory(await measured({}));
    expect(none.findings).toEqual([]);
    expect(none.tiles).toEqual([]);
    expect(none.lines).toHaveLength(1);
  });
});
