import { describe, expect, it } from 'vitest';
import { suggestScct } from '../../../src/metrics/crisis/scct.js';

describe('suggestScct', () => {
  it('suggests each cluster from its words, and nothing when the texts do not say', () => {
    expect(suggestScct(['À FAIRE TOURNER', 'c’est une rumeur', 'une rumeur de plus']).cluster).toBe('victim');
    expect(
      suggestScct(['rappel du lot 12', 'un défaut de fabrication', 'Rappel de produits']).evidence,
    ).toEqual(['rappel (2)', 'defaut (1)', 'lot (1)']);
    expect(suggestScct(['bonjour', 'merci']).cluster).toBeNull();
    expect(suggestScct([]).texts).toEqual({ victim: 0, accidental: 0, intentional: 0 });
  });

  it('takes no word for another that begins alike', () => {
    const texts = [
      'Mentions légales, exploitation agricole familiale depuis 1962',
      'Pas de mention sur le paquet de cette exploitation',
      'Un panneau, une trompette, des sabots : rappelez-moi',
      'Je vous rappelle demain, voir la fiche technique',
    ];
    expect(suggestScct(texts).texts).toEqual({ victim: 0, accidental: 0, intentional: 0 });
    expect(suggestScct(['Ils ont menti', 'ils mentent encore', 'on exploite des gens']).cluster).toBe(
      'intentional',
    );
  });
});
