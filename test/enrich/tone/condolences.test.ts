import { describe, expect, it } from 'vitest';
import { CondolenceFinder } from '../../../src/enrich/tone/condolences.js';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const finder = new CondolenceFinder(),
  tokens = new TokenBuffer();
const condoles = (text: string): boolean => {
  tokens.tokenize(text);
  return finder.find(tokens);
};

describe('condolences', () => {
  it.each([
    'Mes sincères condoléances à ses enfants',
    'sympathies à toute la famille',
    'Toutes mes pensées vont à la famille de ce salarié',
    'Quelle tristesse… un si jeune homme, parti trop tôt',
    'Rest in peace, my thoughts are with his family',
    'So sad, gone too soon',
  ])('are words of mourning: %s', (text) => {
    expect(condoles(text)).toBe(true);
  });

  it.each([
    'Quelle tristesse, la disparition de ce yaourt est un drame',
    'Trop triste, la fermeture du rayon : une tragédie',
    'Quelle tristesse ce rayon poisson',
    'Triste service, triste accueil',
    'Condoléances à la famille, et honte à la direction',
    'J’ai de la sympathie pour cette enseigne',
    'Bon courage aux équipes pour les fêtes',
    'Total rip off, so sad',
    'So sad, what a rip-off',
    'Un vendeur si jeune et déjà si malpoli, quelle tristesse',
    'Notre chien est décédé à cause de vos friandises, quelle tristesse',
    'My dog passed away after eating your food, so sad',
    'RIP la qualité, RIP les prix',
    'Thoughts and prayers to anyone who orders there',
    'Courage aux parents. Nous avons eu la même chose, quatre jours d’hôpital.',
  ])('are no sad words without a death, nor any that blame beside: %s', (text) => {
    expect(condoles(text)).toBe(false);
  });

  it('make a public text neutral, whatever its words; a sad service stays negative', async () => {
    const enricher = await createEnricher();
    const texts = [
      'Triste nouvelle, sincères condoléances à la famille 😢',
      'Triste service, une honte, je ne reviendrai pas 😢',
    ];
    const tones = enricher.enrich({
      length: 2,
      text: texts,
      title: [null, null],
      genre: ['comment', 'comment'],
      givenLanguage: ['fr', 'fr'],
    });
    expect(tones.sentiment).toEqual(['neutral', 'negative']);
    expect(tones.polarity[0]).toBe(0);
  });

  it('are looked for in public alone, where the words are not neutral and nothing is complained of', () => {
    tokens.tokenize('Mes condoléances');
    const read = (genre: 'comment' | 'private', neutral: number, complaint: number): boolean =>
      finder.read(tokens, genre, neutral, complaint);
    expect([
      read('comment', 0.2, 0.1),
      read('private', 0.2, 0.1),
      read('comment', 0.95, 0.1),
      read('comment', 0.2, 0.6),
    ]).toEqual([true, false, false, false]);
  });
});
