import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { maskQuotes } from '../../src/enrich/names/mask-quotes.js';
import { defineMetric } from '../../src/metrics/define-metric.js';
import { makeMetric, metricFrame } from '../../src/metrics/make-metric.js';
import type { MetricOptions } from '../../src/metrics/options.js';
import { fakeCorpus } from './fake-corpus.js';

const words = { fr: 'mots', en: 'words' };
const frame = metricFrame({
  name: 'quoted',
  label: words,
  unit: 'messages',
  denominator: words,
  method: words,
  limits: { fr: 'Limite.', en: 'Limit.' },
  columns: { stage: 'text', text: 'text?', n: 'number' },
});
const given: MetricOptions[] = [];
const quoted = defineMetric(
  { frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    given.push(options);
    const rows = (
      await corpus.query('SELECT stage, text, 1.0 AS n, 5 AS hidden FROM messages ORDER BY messageId')
    ).objects() as { stage: string; text: string; n: number }[];
    return makeMetric(frame, { value: rows.length, n: rows.length, rows });
  },
);
async function corpusOf(texts: readonly string[]): Promise<CorpusTables> {
  const rows = {
    messages: texts.map((text, at) => ({ messageId: `m${at}`, text, stage: at === 1 ? 'press' : 'public' })),
  } as never;
  return fakeCorpus(rows, { maskTexts: (all) => maskQuotes(all, {}) });
}

describe('a metric that is defined', () => {
  it('has the name of its frame, a table of its columns alone, typed rows and a chart', async () => {
    expect([quoted.name, quoted.definition.groups]).toEqual(['quoted', 'value']);
    const metric = await quoted(await corpusOf(['Bonjour', 'Titre']));
    expect(metric.table.columnNames()).toEqual(['stage', 'text', 'n']);
    expect(metric.rows()[0]).toEqual({ stage: 'public', text: 'Bonjour', n: 1 });
    expect(metric.table.numRows()).toBe(2);
    expect(metric.chart()).toHaveProperty('$schema');
  });
  it('masks persons in quoted texts, but for titles of the press, and says so after its own limits', async () => {
    const text = 'Merci à vous, bonne journée, Madame Moreau au 06 39 98 12 34';
    const metric = await quoted(await corpusOf([text, text]));
    const [post, article] = metric.rows();
    expect(post?.text).not.toContain('Moreau');
    expect(article?.text).toBe(text);
    expect(metric.limits?.fr).toMatch(/^Limite\. Dans les textes cités/);
    const empty = await quoted(await corpusOf([]));
    expect(empty.limits?.fr).toBe('Limite.');
  });
  it('refuses a key that no metric knows, lists that are none and labels of no head', async () => {
    const corpus = await corpusOf(['Bonjour']);
    const asked = (options: object): Promise<unknown> => quoted(corpus, options);
    await expect(asked({ groupBy: 'stage' })).rejects.toThrow(
      /unknown option "groupBy": expected some of by, level/,
    );
    await expect(asked({ brands: 'Brel' })).rejects.toThrow('brands "Brel": expected a list of names');
    await expect(asked({ periods: ['2026-Q1'] })).rejects.toThrow(
      'periods a list of 1: expected two periods',
    );
    await expect(asked({ labels: 'labels.csv' })).rejects.toThrow('labels "labels.csv": expected a list');
    const label = { messageId: 'm1', head: 'complaint', label: 'none' };
    for (const [wrong, said] of [
      [{ ...label, label: 'plainte' }, 'label "plainte": expected none, complaint of the head complaint'],
      [{ ...label, head: 'anger' }, 'a label of the head "anger"'],
      [{ ...label, messageId: 1 }, 'a label of the head "complaint": expected { messageId'],
      [null, 'a label of the head undefined'],
    ] as const)
      await expect(asked({ labels: [label, wrong] })).rejects.toThrow(said);
    await expect(asked({ labels: [label] })).resolves.toHaveProperty('n', 1);
    await expect(asked({ periods: ['2026-Q1', '2026-Q2'], caseId: 'c1' })).resolves.toHaveProperty('n', 1);
  });
  it('is given the zone of the corpus unless another is asked; its options without `by`', async () => {
    const corpus = await corpusOf(['Bonjour']);
    given.length = 0;
    await quoted(corpus);
    await quoted(corpus, { zone: 'UTC' });
    await quoted(corpus, { zone: 'UTC', by: 'stage' });
    expect(given.map((options) => ('by' in options ? 'by' : options.zone))).toEqual([
      corpus.zone,
      'UTC',
      'UTC',
      'UTC',
    ]);
    await expect(quoted(corpus, { level: 2 })).rejects.toThrow(/level/);
    await expect(quoted(corpus, { zone: 'Europe/Pariss' })).rejects.toThrow(/Pariss/);
  });
});
