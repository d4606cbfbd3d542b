import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { worldTexts } from '../../../src/simulate/worlds/world-texts.js';
import { fold } from '../../../src/util/fold.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const WORDS = 5;

/** Runs of five words; a slot breaks a run. */
function runs(text: string): string[] {
  const words = fold(text.replace(/\{\w+\}/g, ' § ')).match(/[\p{L}\p{N}§]+/gu) ?? [];
  return words
    .map((_, i) => words.slice(i, i + WORDS))
    .filter((run) => run.length === WORDS && !run.includes('§'))
    .map((run) => run.join(' '));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** All that "[a|b]" can become. */
function variants(template: string): string[] {
  const choice = /\[([^[\]]*)\]/.exec(template);
  if (choice === null) return [template];
  const [whole, inside = ''] = choice;
  return inside
    .split('|')
    .flatMap((one) =>
      variants(template.slice(0, choice.index) + one + template.slice(choice.index + whole.length)),
    );
}

/** What the classifiers are taught from, and what judges them: labelled sets, lexicons, taxonomies, false friends. */
function taught(): Map<string, string> {
  const found = new Map<string, string>();
  const add = (text: string, where: string): void => runs(text).forEach((run) => found.set(run, where));
  for (const folder of [
    'datasets/labelled',
    'src/enrich/data/lexicons',
    'src/enrich/data/taxonomies',
    'test/enrich',
  ])
    for (const file of readdirSync(`${root}/${folder}`)) {
      const text = (): string => readFileSync(`${root}/${folder}/${file}`, 'utf8');
      if (file.endsWith('.json')) strings(JSON.parse(text())).forEach((line) => add(line, file));
      if (file.endsWith('.tsv'))
        text()
          .split('\n')
          .forEach((line) => add(line, file));
    }
  return found;
}

describe('the sentences of random worlds', () => {
  const { drivers, conversation, public: open } = worldTexts();
  const sentences = strings([drivers, conversation, open]);

  it('are several hundred templates and over a thousand sentences', () => {
    expect(sentences.length).toBeGreaterThan(250);
    expect(sentences.flatMap(variants).length).toBeGreaterThan(1400);
  });

  it('have no five words in a row in common with what is taught or judges', () => {
    const known = taught();
    expect(known.size).toBeGreaterThan(20_000);
    const shared = new Set(
      sentences
        .flatMap(variants)
        .flatMap((sentence) =>
          runs(sentence).flatMap((run) => (known.has(run) ? [`"${run}" (${known.get(run)})`] : [])),
        ),
    );
    expect([...shared]).toEqual([]);
  });
});
