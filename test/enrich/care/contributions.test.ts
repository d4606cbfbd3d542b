import { describe, expect, it } from 'vitest';
import { tellContributions } from '../../../src/enrich/care/contributions.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import type { HeadScores } from '../../../src/enrich/heads/head-scores.js';
import { CONTRIBUTIONS, type Contribution } from '../../../src/model/enrichment.js';

const features = createFeatures();
interface Case {
  readonly is: Contribution;
  readonly p: number;
  readonly text?: string;
  readonly personal?: number;
  readonly complaint?: boolean;
  readonly accident?: boolean;
}
function told({ is, p, text = 'rien', personal = 1, complaint = false, accident = false }: Case): unknown {
  features.read(text);
  const at = CONTRIBUTIONS.indexOf(is);
  const scores = { of: (_: string, k: number) => (k === at ? p : 0) } as unknown as HeadScores;
  return tellContributions(scores, features, personal, complaint, accident);
}

describe('tellContributions', () => {
  it('tells a question from .5 on, and only of what asks', () => {
    expect(told({ is: 'question', p: 0.5, text: 'Où ?' })).toEqual({ value: 1, contributions: ['question'] });
    expect(told({ is: 'question', p: 0.49, text: 'Où ?' })).toEqual({ value: 1, contributions: [] });
    expect(told({ is: 'question', p: 0.99 })).toEqual({ value: 1, contributions: [] });
  });
  it('tells evidence from .5 on with a figure, from .8 on without', () => {
    expect(told({ is: 'evidence', p: 0.5, text: 'il pèse 320 g' })).toEqual({
      value: 1,
      contributions: ['evidence'],
    });
    expect(told({ is: 'evidence', p: 0.79 })).toEqual({ value: 1, contributions: [] });
    expect(told({ is: 'evidence', p: 0.8 })).toEqual({ value: 1, contributions: ['evidence'] });
  });
  it('takes no complaint for a correction', () => {
    expect(told({ is: 'correction', p: 0.9 })).toEqual({ value: 1, contributions: ['correction'] });
    expect(told({ is: 'correction', p: 0.9, complaint: true })).toEqual({ value: 1, contributions: [] });
  });
  it('puts forward no accident, and nothing that a firm writes', () => {
    expect(told({ is: 'experience', p: 0.9, accident: true })).toEqual({ value: 0, contributions: [] });
    expect(told({ is: 'experience', p: 0.9, personal: 0.4 })).toEqual({ value: 0.4, contributions: [] });
  });
});
