import { DeversoirError } from '../../util/errors.js';
import { createEntityFinder } from '../../enrich/entities/entities.js';
import { TokenBuffer } from '../../enrich/words/tokens.js';
import { tagByCompromise } from './compromise-baseline.js';
import type { Evaluation, TaskContext } from './evaluation.js';
import { bootstrapInterval } from '../figures.js';
import type { SetRow } from '../sets/layouts.js';
import { type TaggedSentence, spansOf } from './tagged-spans.js';

function sentencesOf(rows: readonly SetRow[]): TaggedSentence[] {
  return rows
    .filter(({ cells }) => cells['tokens'] !== undefined)
    .map(({ cells }) => ({
      words: (cells['tokens'] ?? '').split('\t'),
      tags: (cells['tags'] ?? '').split('\t'),
    }));
}

const keyOf = ({ type, from, to }: { type: string; from: number; to: number }): string =>
  `${type} ${from} ${to}`;

/** The lists of names alone: brands and retailers as ORG, places as LOC; persons are never told. */
function byLists(sentences: readonly TaggedSentence[]): string[][] {
  const finder = createEntityFinder(),
    tokens = new TokenBuffer();
  return sentences.map(({ words }) => {
    const text = words.join(' ');
    const starts: number[] = [];
    let at = 0;
    for (const word of words) {
      starts.push(at);
      at += word.length + 1;
    }
    tokens.tokenize(text);
    const tags = words.map(() => 'O');
    for (const { kind, start, end } of finder.find(tokens)) {
      if (kind === 'product') continue;
      const type = kind === 'brand' || kind === 'retailer' || kind === 'store' ? 'ORG' : 'LOC';
      const from = tokens.starts[start] as number,
        to = tokens.ends[end - 1] as number;
      words.forEach((word, i) => {
        const here = starts[i] as number;
        if (here >= from && here + word.length <= to) tags[i] = here === from ? `B-${type}` : `I-${type}`;
      });
    }
    return tags;
  });
}

interface Counts {
  gold: number;
  said: number;
  hit: number;
}

const f1Of = ({ gold, said, hit }: Counts): number => (gold + said > 0 ? (2 * hit) / (gold + said) : 0);

/** Spans that are so, that were told and that are right, a sentence and a type. */
function countSpans(
  judged: readonly TaggedSentence[],
  told: readonly (readonly string[])[],
  types: readonly string[],
): Counts[][] {
  return judged.map(({ tags }, i) =>
    types.map((type) => {
      const gold = new Set(
          spansOf(tags)
            .filter((span) => span.type === type)
            .map(keyOf),
        ),
        said = spansOf(told[i] ?? []).filter((span) => span.type === type);
      return { gold: gold.size, said: said.length, hit: said.filter((span) => gold.has(keyOf(span))).length };
    }),
  );
}

/** Counts of some sentences together, of one type or, with −1, of all. */
function sumSpans(counts: readonly Counts[][], rows: ArrayLike<number>, type: number): Counts {
  const sum = { gold: 0, said: 0, hit: 0 };
  for (let i = 0; i < rows.length; i++) {
    for (const [k, one] of (counts[rows[i] as number] ?? []).entries()) {
      if (type >= 0 && k !== type) continue;
      sum.gold += one.gold;
      sum.said += one.said;
      sum.hit += one.hit;
    }
  }
  return sum;
}

async function compromiseBaseline(
  judged: readonly TaggedSentence[],
  types: readonly string[],
): Promise<Evaluation['baselines']> {
  const tagged = await tagByCompromise(judged);
  if (tagged === undefined) return [];
  const counts = countSpans(judged, tagged.tags, types),
    every = judged.map((_, i) => i);
  return [
    {
      name: tagged.name,
      f1: f1Of(sumSpans(counts, every, -1)),
      macroF1:
        types.reduce((sum, _, k) => sum + f1Of(sumSpans(counts, every, k)), 0) / Math.max(types.length, 1),
    },
  ];
}

/** Names as spans of words (CoNLL): micro F1, a span counts when its type and both ends are right. */
export async function evaluateEntities(context: TaskContext, split: string): Promise<Evaluation> {
  const { options } = context;
  const { now } = options;
  const judged = sentencesOf(context.rows);
  if (options.train !== undefined)
    throw new DeversoirError('option-invalid', 'names are found by lists: nothing is learnt', {
      hint: 'leave out --train',
    });
  if (judged.length === 0)
    throw new DeversoirError('data-invalid', 'no tagged sentence', {
      hint: 'expected CoNLL-U lines: number, word, IOB tag, with tabs',
    });
  const started = now?.() ?? 0;
  const told = byLists(judged);
  const milliseconds = now === undefined ? null : now() - started;
  const types = [
    ...new Set(
      [...judged.map(({ tags }) => tags), ...told]
        .flat()
        .filter((tag) => tag !== 'O')
        .map((tag) => tag.slice(2)),
    ),
  ].toSorted();
  const counts = countSpans(judged, told, types),
    every = judged.map((_, i) => i);
  const perClass = types.map((label, k) => {
    const sum = sumSpans(counts, every, k);
    return {
      label,
      precision: sum.said > 0 ? sum.hit / sum.said : 0,
      recall: sum.gold > 0 ? sum.hit / sum.gold : 0,
      f1: f1Of(sum),
      support: sum.gold,
    };
  });
  const total = sumSpans(counts, every, -1);
  return {
    task: 'entities',
    data: options.data,
    split,
    model: 'shipped lists of names: brands and retailers → ORG, places → LOC, no persons',
    notes: ['f1 is micro F1 over spans'],
    n: judged.length,
    f1: f1Of(total),
    macroF1: perClass.reduce((sum, one) => sum + one.f1, 0) / Math.max(perClass.length, 1),
    interval: bootstrapInterval(judged.length, (rows) => f1Of(sumSpans(counts, rows, -1))),
    perClass,
    labels: ['name told', 'not told'],
    confusion: [
      [total.hit, total.gold - total.hit],
      [total.said - total.hit, 0],
    ],
    calibrationError: null,
    textsPerSecond: milliseconds === null ? null : (judged.length / Math.max(milliseconds, 1e-6)) * 1000,
    baselines: await compromiseBaseline(judged, types),
  };
}
