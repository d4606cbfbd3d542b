import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTsv, readDataFile } from '../../src/enrich/words/data-file.js';
import { loadLexicon } from '../../src/enrich/terms/lexicon.js';
import { driverTaxonomies } from '../../src/enrich/drivers/taxonomy.js';
import { worldTexts } from '../../src/simulate/worlds/world-texts.js';
import { TOPIC_TAXONOMIES, loadTopicTaxonomy } from '../../src/topics/topic-taxonomy.js';
import { fold } from '../../src/util/fold.js';
import { handTexts } from '../long/another-hand/texts/texts.js';

const root = new URL('../../', import.meta.url).pathname;

/** Every string in a nest of lists and objects. */
function strings(value: unknown): string[] {
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

/** Lines of a table: a header or a comment is a line like another. */
const linesOf = (path: string): string[] => readFileSync(join(root, path), 'utf8').split('\n');

/** One column of a table with a header, or of one whose comments say what its columns are. */
const column = (path: string, at: number): string[] =>
  linesOf(path)
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('text\t'))
    .map((line) => line.split('\t')[at] ?? '');

/** Guards against loss that were at hand when terms and cues were written (`GUIDE.md`): they neither teach nor judge. Keyed labels hold no text. */
const LEFT_OUT = /^(?:drivers\.tsv|emotions\.tsv|feed-labels.*|driver-labels\.tsv|contribution-labels\.tsv)$/;

const training = (): string[] =>
  readdirSync(join(root, 'datasets/labelled'))
    .filter((file) => file.endsWith('.tsv') && !LEFT_OUT.test(file))
    .flatMap((file) => column(`datasets/labelled/${file}`, file === 'language-other.tsv' ? 1 : 0));

const demos = (): string[] =>
  ['common', 'retail/drivers', 'retail/stories', 'retail/sector', 'retail/articles']
    .flatMap((name) => (name.startsWith('retail') ? [name, name.replace('retail', 'agri-food')] : [name]))
    .flatMap((name) =>
      strings(JSON.parse(readFileSync(join(root, `src/simulate/data/${name}.json`), 'utf8'))),
    );

function worlds(): string[] {
  const { drivers, conversation, public: open } = worldTexts();
  return strings([drivers, conversation, open]).flatMap(variants);
}

/** Texts that teach, rule, judge or are simulated. */
export const SETS = {
  /** What heads learn from, of our own. */
  training,
  /** Words and phrases of the lexicons. */
  lexicons: () => [
    ...(['fr', 'en'] as const).flatMap((id) => loadLexicon(id).map(({ term }) => term)),
    ...parseTsv(readDataFile('lexicons/agreements.tsv'), 2).flatMap(([, terms = '']) => terms.split(', ')),
  ],
  /** Terms of the quality drivers and of the subjects. */
  taxonomies: () => [
    ...driverTaxonomies().flatMap(strings),
    ...TOPIC_TAXONOMIES.flatMap((id) => strings(loadTopicTaxonomy(id))),
  ],
  /** Traps for the sentiment, that judge it. */
  falseFriends: () => column('test/enrich/tone/false-friends.tsv', 3),
  /** Texts with names to mask. */
  namesToMask: () =>
    ['cases', 'unseen'].flatMap((part) => column(`test/enrich/names/mask-names-${part}.tsv`, 1)),
  /** Texts whose drivers are known, that judge terms and head; locked ones too. */
  driverCases: () =>
    ['', '-locked'].flatMap((part) => column(`test/enrich/drivers/driver-cases${part}.tsv`, 0)),
  /** Facts, thanks and irony that complain, and what only looks like it. */
  facts: () => column('test/enrich/tone/facts-cases.tsv', 0),
  /** Few words that agree with what somebody wrote, or do not. */
  agreements: () => column('test/enrich/tone/agreement-cases.tsv', 1),
  /** Sentences of the two demos. */
  demos,
  /** Sentences of random worlds, which judge all estimators. */
  worlds,
  /** Sentences of the quarters of another hand, which judge all figures. */
  anotherHand: () => strings(handTexts()).flatMap(variants),
} as const satisfies Readonly<Record<string, () => readonly string[]>>;
export type SetName = keyof typeof SETS;

const read = new Map<SetName, readonly string[]>();
/** The texts of a set, read once. */
export function textsOf(name: SetName): readonly string[] {
  const texts = read.get(name) ?? SETS[name]();
  read.set(name, texts);
  return texts;
}

/** Runs of so many words of a text, folded; a slot such as `{ville}` breaks a run. */
export function runsOf(text: string, words: number): string[] {
  const all = wordsOf(text);
  return all
    .map((_, at) => all.slice(at, at + words))
    .filter((run) => run.length === words && !run.includes('§'))
    .map((run) => run.join(' '));
}

/** Words of a text, folded; a slot such as `{ville}` is `§`. */
const wordsOf = (text: string): string[] =>
  fold(text.replace(/\{[^}]*\}/g, ' § ')).match(/[\p{L}\p{N}§]+/gu) ?? [];

/** Texts that are in another set, whole, but for case, accents and punctuation. */
export function sharedTexts(texts: readonly string[], known: readonly string[]): string[] {
  const wholes = new Set(known.map((text) => wordsOf(text).join(' ')));
  return texts.filter((text) => wordsOf(text).length > 2 && wholes.has(wordsOf(text).join(' ')));
}

/** Runs of the texts of a set. */
export const runsIn = (texts: readonly string[], words: number): Set<string> =>
  new Set(texts.flatMap((text) => runsOf(text, words)));

const TEXTS = /\.(tsv|csv|txt|json|jsonl|text|conllu|xml)$/;

/** Runs of the texts under a folder of public sets, line by line. */
export function runsUnder(folder: string, words: number): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXTS.test(entry.name)) continue;
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
      for (const run of runsOf(line, words)) found.add(run);
  }
  return found;
}

/** Runs that two sets share, each once. */
export const sharedRuns = (texts: readonly string[], known: ReadonlySet<string>, words: number): string[] =>
  [...runsIn(texts, words)].filter((run) => known.has(run)).toSorted();
