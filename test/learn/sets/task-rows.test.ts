import { describe, expect, it } from 'vitest';
import {
  labelRows,
  opinionRows,
  starsToSentiment,
  textOf,
  type LabelTask,
} from '../../../src/learn/sets/task-rows.js';
import type { Cells } from '../../../src/learn/sets/read-table.js';

const one = (task: LabelTask, cells: Cells, file = 'train.tsv') =>
  labelRows(task, [{ split: 'train', file, cells }])[0];
const label = (task: LabelTask, cells: Cells): string | undefined =>
  one(task, { text: 'x', ...cells })?.labels[0];

describe('rows of labelled sets', () => {
  it('have their text in a column of a usual name, or in column 1 without header', () => {
    expect(textOf({ label: '1', tweet: 'bon' })).toBe('bon');
    expect(textOf({ 0: 'a', 1: 'bon' })).toBe('bon');
    expect(() => textOf({ label: '1' })).toThrow(/no text column among label/);
  });

  it('turn stars into three classes', () => {
    expect([1, 2, 2.5, 3, 3.5, 4, 5].map(starsToSentiment)).toEqual([
      'negative',
      'negative',
      'negative',
      'neutral',
      'positive',
      'positive',
      'positive',
    ]);
    expect([0, 5.5, Number.NaN].map(starsToSentiment)).toEqual([undefined, undefined, undefined]);
  });

  it('name sentiments in three languages of labels; stars win', () => {
    expect(label('sentiment', { label: 'Négatif' })).toBe('negative');
    expect(label('sentiment', { polarity: 'conflict' })).toBe('neutral');
    expect(label('sentiment', { label: '2' })).toBe('positive');
    expect(label('sentiment', { Note: '4,5', label: '0' })).toBe('positive');
    expect(label('sentiment', { label: 'sarcastic' })).toBeUndefined();
  });

  it('take what a set calls harmless for no harm, and reviews for harmless', () => {
    expect(label('harm', { HATE: 'NAG' })).toBe('none');
    expect(label('harm', { HATE: 'OAG' })).toBe('harm');
    expect(label('harm', { label: 'Not-Offensive' })).toBe('none');
    expect(label('harm', { label_gold: 'hateful' })).toBe('harm');
    expect(label('harm', { stars: '1' })).toBe('none');
    expect(label('harm', {})).toBeUndefined();
  });

  it('know spam, complaints and emotions by the words of their sets', () => {
    expect([
      label('spam', { CLASS: '1' }),
      label('spam', { Label: 'Spam' }),
      label('spam', { Label: 'ham' }),
    ]).toEqual(['spam', 'spam', 'ham']);
    expect(label('spam', { stars: '3' })).toBe('ham');
    expect([label('complaint', { 2: '1' }), label('complaint', { label: 'none' })]).toEqual([
      'complaint',
      'none',
    ]);
    expect(label('complaint', {})).toBeUndefined();
    expect(label('emotion', { label: 'anger' })).toBe('anger');
    expect(() => label('emotion', { label: '3' })).toThrow(/emotion "3"/);
    expect(label('urgency', { label: 'urgent' })).toBe('urgent');
    expect(label('language', { lang: 'fr' })).toBe('fr');
  });

  it('say what kind of writing they are', () => {
    const genre = (cells: Cells, file?: string): unknown =>
      one('urgency', { text: 'x', label: 'a', ...cells }, file)?.genre;
    expect(genre({ stars: '4' })).toBe('review');
    expect(genre({}, 'train_text.txt')).toBe('tweet');
    expect(genre({ SMS: 'x' })).toBe('private');
    expect(genre({ CONTENT: 'x' })).toBe('comment');
    expect(genre({})).toBeNull();
  });

  it('keep the group that folds may not cut, and leave out rows without a label', () => {
    const rows = [
      { split: null, file: 'a.csv', cells: { text: 'x', label: 'a', scenario: 's1' } },
      { split: null, file: 'a.csv', cells: { text: 'y', label: '' } },
    ];
    expect(labelRows('urgency', rows)).toEqual([
      { split: null, file: 'a.csv', text: 'x', genre: null, labels: ['a'], group: 's1' },
    ]);
  });

  it('have the distinct categories of opinions', () => {
    const rows = [
      {
        split: 'test' as const,
        file: 'a.xml',
        cells: { text: 'x', categories: 'FOOD#PRICE SERVICE', review: 'r1' },
      },
      { split: 'test' as const, file: 'a.xml', cells: { text: 'y' } },
    ];
    expect(opinionRows(rows)).toEqual([
      {
        split: 'test',
        file: 'a.xml',
        text: 'x',
        genre: 'review',
        labels: ['FOOD#PRICE', 'SERVICE'],
        group: 'r1',
      },
    ]);
  });
});
