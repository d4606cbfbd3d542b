import { describe, expect, it } from 'vitest';
import { countWords, headlinesOf } from '../../../src/report/story/headlines.js';
import type { Action, Finding } from '../../../src/report/story/story.js';
import { wordsOf } from '../../../src/report/story/words.js';

const words = wordsOf('fr', 'Europe/Paris');
const finding = (id: string, score: number, over: { title?: string; stake?: number } = {}): Finding =>
  ({
    id,
    title: over.title ?? `Constat ${id}`,
    figures: [],
    rank: { size: 1, certainty: 1, novelty: 1, reach: 1, score },
    action:
      over.stake === undefined ? null : ({ text: `Agir ${id}`, stake: over.stake, finding: id } as Action),
  }) as unknown as Finding;
const texts = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

describe('depth 1', () => {
  it('counts words that are spoken, not signs', () => {
    expect(countWords('12 % des avis : « bon » – n = 4')).toBe(6);
  });

  it('says what happened, and what overflows in the order of the flow, whatever its rank', () => {
    const { happened, overflows } = headlinesOf(
      [finding('tone', 0.5), finding('speed', 0.4), finding('drivers', 0.3), finding('spill', 0.001)],
      [],
      words,
    );
    expect(texts(happened)).toEqual(['Constat tone.', 'Constat drivers.']);
    expect(texts(overflows)).toEqual(['Constat spill.', 'Constat speed.']);
  });

  it('leaves out what scores under 0.02, the iceberg, and open cases without an action', () => {
    const { happened, overflows } = headlinesOf(
      [finding('tone', 0.019), finding('iceberg', 0.9), finding('open-cases', 0.9)],
      [],
      words,
    );
    expect([...happened, ...overflows]).toEqual([]);
  });

  it('ends with the largest crisis of the past, whatever its rank, in the place of the last thing told', () => {
    const { happened } = headlinesOf(
      [...['a', 'b', 'c', 'd', 'e'].map((id, at) => finding(id, 0.9 - at / 10)), finding('past-crisis', 0)],
      [],
      words,
    );
    expect(texts(happened)).toEqual(['Constat a.', 'Constat b.', 'Constat c.', 'Constat past-crisis.']);
  });

  it('tells the largest other movement after the gravest', () => {
    const movement = (id: string, score: number, value: number): Finding =>
      ({ ...finding(id, score), figures: [{ value }] }) as unknown as Finding;
    const { happened } = headlinesOf(
      [movement('crisis-1', 0.9, 90), movement('crisis-2', 0.8, 16), movement('crisis-3', 0.7, 218)],
      [],
      words,
    );
    expect(texts(happened)).toEqual(['Constat crisis-1.', 'Constat crisis-3.', 'Constat crisis-2.']);
  });

  it('takes subjects for news from one in twenty messages on', () => {
    const subjects = (value: number): Finding =>
      ({ ...finding('subjects', 0.5), figures: [{ value }] }) as unknown as Finding;
    const told = (value: number): string[] => texts(headlinesOf([subjects(value)], [], words).happened);
    expect(told(0.049)).toEqual([]);
    expect(told(0.05)).toEqual(['Constat subjects.']);
  });

  it('says four things that happened where nothing overflows', () => {
    const { happened } = headlinesOf(
      ['a', 'b', 'c', 'd', 'e'].map((id, at) => finding(id, 0.9 - at / 10)),
      [],
      words,
    );
    expect(texts(happened)).toEqual(['Constat a.', 'Constat b.', 'Constat c.', 'Constat d.']);
  });

  it('says once what two findings call for', () => {
    const same = (id: string): Finding =>
      ({ ...finding(id, 0.5), action: { text: 'Publier une réponse unique.', stake: 0.5 } }) as Finding;
    const { actions } = headlinesOf([same('crisis-1'), same('crisis-2')], [], words);
    expect(texts(actions)).toEqual(['Publier une réponse unique.']);
  });

  it('orders actions by score times the root of the stake: 0.4 · 0.5 before 0.19 · 1; a stake of 4 % is none', () => {
    const { actions } = headlinesOf(
      [
        finding('a', 0.19, { stake: 1 }),
        finding('b', 0.4, { stake: 0.25 }),
        finding('c', 0.9, { stake: 0.04 }),
      ],
      [],
      words,
    );
    expect(texts(actions)).toEqual(['Agir b', 'Agir a']);
  });

  it('does not say again what an action says, and tells a second movement before a third action', () => {
    const { overflows } = headlinesOf(
      [finding('spill', 0.3), finding('grave-cases', 0.5, { stake: 1 }), finding('speed', 0.1)],
      [],
      words,
    );
    expect(texts(overflows)).toEqual(['Constat spill.', 'Constat speed.']);
    const long = (n: number): string => Array.from({ length: n }, () => 'mot').join(' ');
    const told = headlinesOf(
      [
        finding('crisis-1', 0.9, { title: long(100), stake: 1 }),
        finding('a', 0.8, { stake: 1 }),
        finding('crisis-2', 0.7, { title: long(49) }),
        finding('b', 0.6, { stake: 1 }),
      ],
      [],
      words,
    );
    expect(told.happened.map(({ text }) => countWords(text))).toEqual([100, 49]);
    expect(texts(told.actions)).toEqual(['Agir crisis-1', 'Agir a']);
    // the third is the first that has room
    const wordy = { ...finding('b', 0.7), action: { text: long(200), stake: 1, finding: 'b' } as Action };
    const three = headlinesOf(
      [
        finding('a', 0.9, { stake: 1 }),
        finding('c', 0.8, { stake: 1 }),
        wordy,
        finding('d', 0.6, { stake: 1 }),
      ],
      [],
      words,
    );
    expect(texts(three.actions)).toEqual(['Agir a', 'Agir c', 'Agir d']);
  });

  it('stops where a minute is over: of 100, 50 and 7 words the third has no room beside a heading of 4, one of 6 has', () => {
    const long = (n: number): string => Array.from({ length: n }, () => 'mot').join(' ');
    const { happened } = headlinesOf(
      [
        finding('a', 0.9, { title: long(100) }),
        finding('b', 0.8, { title: long(50) }),
        finding('c', 0.7, { title: long(7) }),
        finding('d', 0.6, { title: long(6) }),
      ],
      [],
      words,
    );
    expect(happened.map(({ text }) => countWords(text))).toEqual([100, 50, 6]);
  });
});
