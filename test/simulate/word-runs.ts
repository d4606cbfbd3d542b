import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/util/fold.js';

/** Words in a row that make two texts share a sentence. */
const WORDS = 5;

/** Runs of five words of a text; a slot such as `{ville}` breaks a run. */
export function runs(text: string): string[] {
  const words = fold(text.replace(/\{\w+\}/g, ' § ')).match(/[\p{L}\p{N}§]+/gu) ?? [];
  return words
    .map((_, i) => words.slice(i, i + WORDS))
    .filter((run) => run.length === WORDS && !run.includes('§'))
    .map((run) => run.join(' '));
}

/** Every string in a nest of lists and objects. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** All that "[a|b]" can become. */
export function variants(template: string): string[] {
  const choice = /\[([^[\]]*)\]/.exec(template);
  if (choice === null) return [template];
  const [whole, inside = ''] = choice;
  return inside
    .split('|')
    .flatMap((one) =>
      variants(template.slice(0, choice.index) + one + template.slice(choice.index + whole.length)),
    );
}

const TEXTS = /\.(tsv|csv|txt|json|jsonl|text|conllu|xml)$/;

/** Runs of the texts under a folder, line by line, with the file they stand in. */
export function runsUnder(folder: string, found = new Map<string, string>()): Map<string, string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXTS.test(entry.name)) continue;
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
      for (const run of runs(line)) found.set(run, entry.name);
  }
  return found;
}

const root = new URL('../../', import.meta.url).pathname;

/** What the classifiers are taught from, and what judges them: labelled sets, lexicons, taxonomies, false friends. */
export function taught(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of [
    'datasets/labelled',
    'src/enrich/data/lexicons',
    'src/enrich/data/taxonomies',
    'test/enrich',
  ])
    runsUnder(join(root, folder), found);
  return found;
}

/** Sentences of the demos. */
export const demoSentences = (): string[] =>
  ['common', 'retail/drivers', 'retail/stories', 'retail/sector', 'retail/articles']
    .flatMap((name) => (name.startsWith('retail') ? [name, name.replace('retail', 'agri-food')] : [name]))
    .flatMap((name) =>
      strings(JSON.parse(readFileSync(join(root, `src/simulate/data/${name}.json`), 'utf8'))),
    );

/** Runs of the sentences that are known, with where they are. */
export const shared = (sentences: readonly string[], known: ReadonlyMap<string, string>): string[] => [
  ...new Set(
    sentences.flatMap((sentence) =>
      runs(sentence).flatMap((run) => (known.has(run) ? [`"${run}" (${known.get(run)})`] : [])),
    ),
  ),
];
