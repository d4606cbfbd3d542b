import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/learn/evaluation/evaluate.js';
import { temporaryFolder } from '../../temporary-folder.js';

const own = (name: string): string =>
  fileURLToPath(new URL(`../../../datasets/labelled/${name}.tsv`, import.meta.url));
const folder = temporaryFolder();

describe('evaluate drivers', () => {
  it('measures terms and head on a column of drivers, beside terms alone', async () => {
    const out = await evaluate({ task: 'drivers', data: own('drivers') });
    expect(out).toMatchObject({
      task: 'drivers',
      split: 'all',
      model: 'shipped terms and head drivers',
      n: 84,
    });
    expect(out.f1).toBeGreaterThan(0.85);
    expect(out.baselines[0]?.f1).toBeGreaterThan(0.8);
  });

  it('reads categories of restaurants as drivers', async () => {
    const sentence = (text: string, category: string): string =>
      `<sentence id="1"><text>${text}</text><Opinions><Opinion target="NULL" category="${category}" polarity="positive" from="0" to="0"/></Opinions></sentence>`;
    const file = join(folder, 'Rest_Gold.xml');
    writeFileSync(
      file,
      `<Reviews><Review rid="1"><sentences>${sentence('Des prix très abordables', 'FOOD#PRICES')}${sentence('Serveurs souriants et aimables', 'SERVICE#GENERAL')}${sentence('On y reviendra', 'RESTAURANT#GENERAL')}</sentences></Review></Reviews>`,
    );
    const out = await evaluate({ task: 'drivers', data: file });
    expect(out.perClass.map(({ label, recall, support }) => [label, recall, support])).toEqual([
      ['price', 1, 1],
      ['staff', 1, 1],
      ['store', 0, 0],
      ['taste', 0, 0],
    ]);
  });

  it('says what a set without drivers lacks', async () => {
    const file = join(folder, 'plain.tsv');
    writeFileSync(file, 'text\tlabel\na\tb\n');
    await expect(evaluate({ task: 'drivers', data: file })).rejects.toThrow(/no row with drivers/);
  });
});

describe('evaluate our own sets of one label', () => {
  it.each([
    ['urgency', 'urgency', ['normal', 'urgent']],
    ['scam', 'scam-lures', ['ok', 'scam']],
    ['contributions', 'contributions', undefined],
    ['intents', 'intents', undefined],
  ] as const)('%s', async (task, file, labels) => {
    const out = await evaluate({ task, data: own(file) });
    expect(out.n).toBeGreaterThanOrEqual(300);
    if (labels !== undefined) expect(out.labels).toEqual(labels);
    expect(out.macroF1).toBeGreaterThan(0.85);
    expect(out.notes.join()).toContain('not held out');
  });

  it('measures by held-out folds when it is learnt from itself', async () => {
    const [header = '', ...rows] = readFileSync(own('urgency'), 'utf8').trimEnd().split('\n');
    const file = join(folder, 'third.tsv');
    writeFileSync(file, `${[header, ...rows.filter((_, at) => at % 3 === 0)].join('\n')}\n`);
    const out = await evaluate({ task: 'urgency', data: file, train: file });
    expect(out.split).toBe('all, by held-out folds');
    expect(out.macroF1).toBeGreaterThan(0.6);
    expect(out.macroF1).toBeLessThan(1);
  });
});
