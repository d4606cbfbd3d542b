import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStory, renderPage, type Story, type StoryInput } from '../../../src/report/index.js';
import { HOSTILE, richRows } from '../../metrics/rich-rows.js';
import { measuredRich } from '../measured.js';
import { FIGURE, plainFinding } from '../story/plain-story.js';

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const element = { tag, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      const inside = open[open.length - 1];
      if (inside) inside.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return elements;
}

let input: StoryInput;
let story: Story;
let page = '';
beforeAll(async () => {
  input = await measuredRich();
  story = buildStory(input, {
    brand: 'Maison Brel "& Fils"',
    notes: ['Démonstration : <b>rien</b> n’est vrai.'],
  });
  page = renderPage(story);
});

describe('renderPage', () => {
  it('asks nothing of the network and runs its own script alone, by its hash', () => {
    const elements = elementsOf(page);
    const banned = new Set([
      'link',
      'iframe',
      'object',
      'embed',
      'img',
      'base',
      'foreignobject',
      'image',
      'use',
    ]);
    expect(elements.filter(({ tag }) => banned.has(tag))).toEqual([]);
    const attributes = elements.flatMap(({ attributes: all }) => Object.entries(all));
    expect(attributes.filter(([name]) => /^on|^style$|^src$|^srcset$|^action$|^xlink:/i.test(name))).toEqual(
      [],
    );
    expect(attributes.filter(([name, value]) => name === 'href' && !value.startsWith('#'))).toEqual([]);
    const scripts = elements.filter(
      ({ tag, attributes: { type } }) => tag === 'script' && type === undefined,
    );
    expect(scripts).toHaveLength(1);
    const policy = elements.find(({ attributes: all }) => all['http-equiv'] !== undefined)?.attributes[
      'content'
    ];
    const hash = createHash('sha256')
      .update(scripts[0]?.text ?? '')
      .digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('shows hostile texts as text, in the page and in its data', () => {
    const messages = [
      { ...story.explorer.messages[0], text: HOSTILE } as (typeof story.explorer.messages)[number],
    ];
    const [first, ...rest] = story.findings;
    const hostile = renderPage({
      ...story,
      findings: first ? [{ ...first, quotes: [{ text: HOSTILE, source: HOSTILE }] }, ...rest] : [],
      explorer: { ...story.explorer, messages },
    });
    const tags = (html: string): number =>
      elementsOf(html).filter(({ tag }) => ['script', 'img', 'svg', 'style', 'b', 'iframe'].includes(tag))
        .length;
    expect(tags(hostile)).toBe(tags(page));
    const data = elementsOf(hostile).find(({ attributes: { id } }) => id === 'donnees')?.text ?? '';
    expect((JSON.parse(data) as { messages: { text: string }[] }).messages[0]?.text).toBe(
      HOSTILE.replace('\u202E', ''),
    );
    expect(data).not.toContain('<');
  });

  it('can be read by ear: one h1, no heading skipped, ids used once and known, charts in words', () => {
    const elements = elementsOf(page);
    const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of elements)
      for (const name of ['aria-labelledby', 'aria-describedby'])
        if (attributes[name] !== undefined) expect(ids).toContain(attributes[name]);
    for (const { chart } of story.findings) if (chart !== null) expect(chart.alt).toMatch(/\d/);
  });

  it('is small, and the same bytes twice', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
    expect(
      renderPage(
        buildStory(input, {
          brand: 'Maison Brel "& Fils"',
          notes: ['Démonstration : <b>rien</b> n’est vrai.'],
        }),
      ),
    ).toBe(page);
  });

  it('speaks English when asked', () => {
    const english = renderPage(buildStory(input, { language: 'en', brand: 'Maison Brel' }));
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('What to do');
    expect(english).not.toMatch(/Que faire|Étape|Fermer/);
  });

  it('folds the sixth finding and those after it, unless the summary tells it or it calls for an action', () => {
    const findings = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) =>
      plainFinding({
        id,
        title: `Constat ${id}.`,
        action: id === 'g' ? { text: 'Répondre.', finding: id, stake: 1, figures: [] } : null,
      }),
    );
    const happened = [{ text: 'Constat h. Le 3 mars.', figures: [] }];
    const html = renderPage({ ...story, findings, happened, overflows: [] });
    const order = [...html.matchAll(/<article class="finding" id="(\w)"/g)].map(([, id]) => id);
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e', 'g', 'h', 'f']);
    expect(html.match(/class="fold"/g)).toHaveLength(1);
    expect(html).toMatch(/<section id="autres"><h2>Autres constats<\/h2>\s*<article class="finding" id="f"/);
    expect(renderPage({ ...story, findings: findings.slice(0, 5) })).not.toContain('id="autres"');
  });

  it('prints of a closed annex the lists of cases that actions name, and nothing else', () => {
    const table = {
      id: 'waitingCases',
      title: 'Clients',
      columns: [],
      rows: [],
      note: '',
      method: '',
      limits: '',
    };
    const action = { text: 'Répondre.', stake: 1, figures: [{ ...FIGURE, metric: 'waitingCases' }] };
    const printed = (findings: Story['findings']): (string | undefined)[] => {
      const html = renderPage({ ...story, findings, annex: [table, { ...table, id: 'reservoir' }] });
      return [...html.matchAll(/<details id="([\w-]+)" class="printed">/g)].map(([, id]) => id);
    };
    expect(printed([plainFinding({ action: { ...action, finding: 'answers' } })])).toEqual([
      'annexe',
      'table-waitingCases',
    ]);
    expect(printed([plainFinding()])).toEqual([]);
    // their summary is not printed: the name of the table is
    expect(renderPage(story)).toMatch(/@media print\{[^@]*\.printed \.alone\{position:static/);
  });

  it('quotes no private text', () => {
    const secret =
      richRows().messages?.find(({ stage, text }) => stage === 'private' && (text ?? '').length > 30)?.text ??
      '';
    const publicly = richRows().messages?.some(({ stage, text }) => stage === 'public' && text === secret);
    if (!publicly) expect(page).not.toContain(secret);
    expect(story.explorer.messages.every(({ stage }) => stage === 'public')).toBe(true);
  });
});
