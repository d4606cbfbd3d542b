import { fixedPairs, type IsFixed } from './fixed-pairs.js';
import { keyTerms, LEAST_RATIO, type KeyTerm } from './key-terms.js';
import type { Labels } from './topic-labels.js';
import { HANDLED, termsAt, termsOf, type Term, type TermRows } from './terms.js';
import type { Label } from './topic-list.js';

/** A class has so many names at most: what is left under none of them is too diverse. */
const MOST_NAMES = 3;
/** A text that does not say the name holds so many of the terms that are key to those that do; those of a fixed phrase are one. */
const LEAST_KEYS = 2;
/** A name of several words, of which this part of the texts that say it are the subject's, tells a text by itself. */
const TELLING = 0.5;

/** A subject as its name tells it: what a text must say to be in it. */
export interface NamedSubject {
  /** The class that it comes from. */
  readonly class: number;
  readonly label: Label;
  /** Terms of the name; all of them say it. */
  readonly name: readonly number[];
  /** Terms that are key to the texts that say the name. */
  readonly keys: ReadonlySet<number>;
  readonly isFixed: IsFixed;
  /** Whether all texts of the class are its own. */
  readonly whole: boolean;
  /** Whether the name tells any text, be it of another class. */
  readonly tells: boolean;
}

/**
 * The subjects of some classes: of each class the texts that say its name, or two terms at least that are key to these (G² against all
 * texts) and three times as frequent there, a fixed phrase as one. What is left is named again, up to three times, so that a class about two things is two subjects, and what is about neither is in
 * none. `least`: texts of a subject.
 */
export function nameSubjects(
  rows: TermRows,
  classOf: Int32Array,
  {
    count,
    terms,
    stops,
    labels,
    least,
  }: {
    readonly count: number;
    /** Terms of each text, with their places. */
    readonly terms: readonly (readonly Term[])[];
    readonly stops: ReadonlySet<string>;
    readonly labels: Labels;
    readonly least: number;
  },
): readonly NamedSubject[] {
  const idOf = new Map(rows.stems.map((stem, id) => [stem, id]));
  const subjects: NamedSubject[] = [];
  const left = classOf.slice();
  for (let round = 0; round < MOST_NAMES; round++) {
    const found = labels.name(left, count);
    const names = found.map(({ name }) => idsOf(name, { stops, idOf }));
    const saying = left.map((kind, text) =>
      kind >= 0 && saysAll(termsAt(rows, text), names[kind] ?? []) ? kind : -1,
    );
    const keys = keyTerms(rows, { classOf: saying, count }).map((every, kind) =>
      ownTerms(rows, every, saying.filter((other) => other === kind).length),
    );
    const among = new Set(keys.flatMap((own) => [...own]));
    const isFixed = fixedPairs(terms, { among, idOf, spread: rows.spread });
    found.forEach((label, kind) => {
      const subject: NamedSubject = {
        class: kind,
        label,
        name: names[kind] ?? [],
        keys: keys[kind] ?? new Set(),
        isFixed,
        whole: false,
        tells: isTelling(label) && (names[kind] ?? []).length === wordsOf(label.name, stops),
      };
      const members = [...left.keys()].filter(
        (text) => left[text] === kind && speaksOf(termsAt(rows, text), subject),
      );
      if (label.name === '' || members.length < least) {
        left.forEach((other, text) => {
          if (other === kind) left[text] = -1;
        });
        return;
      }
      subjects.push(subject);
      for (const text of members) left[text] = -1;
    });
  }
  return subjects;
}

/** A class that is a subject whole, named by its terms where no phrase names it. */
export const wholeClass = (label: Label, kind: number): NamedSubject => ({
  class: kind,
  label: { ...label, name: label.name || label.terms.slice(0, 3).join(', ') },
  whole: true,
  tells: false,
  name: [],
  keys: new Set(),
  isFixed: () => false,
});

/** Terms of a text, in order, repeats beside each other. */
type Row = readonly number[] | Int32Array;

/** Tells the subject of a text of a class (−1: of none), among named ones; −1: none. Its class's first, then what says a telling name. */
export function subjectReader(subjects: readonly NamedSubject[]): (row: Row, ofClass: number) => number {
  const ofKind = ranksBy(subjects, (subject) => subject.class),
    telling = ranksBy(subjects, ({ tells, name }) => (tells ? name[0] : undefined));
  return (row, ofClass) => {
    for (const rank of ofKind.get(ofClass) ?? [])
      if (speaksOf(row, subjects[rank] as NamedSubject)) return rank;
    let first = -1;
    for (let at = 0; at < row.length; at++)
      for (const rank of telling.get(row[at] as number) ?? [])
        if ((first < 0 || rank < first) && saysAll(row, (subjects[rank] as NamedSubject).name)) first = rank;
    return first;
  };
}

/** Ranks of the subjects by a number of theirs, in order. */
function ranksBy(
  subjects: readonly NamedSubject[],
  of: (subject: NamedSubject) => number | undefined,
): ReadonlyMap<number, readonly number[]> {
  const ranks = new Map<number, number[]>();
  subjects.forEach((subject, rank) => {
    const key = of(subject);
    if (key !== undefined) ranks.set(key, [...(ranks.get(key) ?? []), rank]);
  });
  return ranks;
}

/** Of the key terms of `part` texts, those that stand in them at least three times as often as elsewhere. */
const ownTerms = (rows: TermRows, keys: ReadonlyMap<number, KeyTerm>, part: number): ReadonlySet<number> =>
  new Set(
    [...keys].flatMap(([id, { n }]) => {
      const elsewhere = ((rows.spread[id] as number) - n) / (rows.starts.length - 1 - part);
      return n / part >= LEAST_RATIO * elsewhere ? [id] : [];
    }),
  );

const speaksOf = (row: Row, subject: NamedSubject): boolean =>
  subject.whole || saysAll(row, subject.name) || holdsKeys(row, subject);

function holdsKeys(row: Row, { keys, isFixed }: NamedSubject): boolean {
  const held: number[] = [];
  for (let at = 0; at < row.length; at++) {
    const id = row[at] as number;
    if (id === row[at - 1] || !keys.has(id) || held.some((other) => isFixed(other, id))) continue;
    if (held.push(id) >= LEAST_KEYS) return true;
  }
  return false;
}

const saysAll = (row: Row, name: readonly number[]): boolean =>
  name.length > 0 && name.every((id) => row.includes(id));

const idsOf = (
  name: string,
  { stops, idOf }: { readonly stops: ReadonlySet<string>; readonly idOf: ReadonlyMap<string, number> },
): readonly number[] =>
  termsOf(name, stops).flatMap(({ stem }) => {
    const id = idOf.get(stem);
    return id === undefined ? [] : [id];
  });

/** Words of meaning of a name, those of handling among them. */
const wordsOf = (name: string, stops: ReadonlySet<string>): number =>
  termsOf(name, new Set([...stops].filter((word) => !HANDLED.has(word)))).length;

function isTelling({ name, phrases: [first] }: Label): boolean {
  return first !== undefined && name.includes(' ') && first.n >= TELLING * first.all;
}
