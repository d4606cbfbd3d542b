import { describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { featuresWith } from '../../../src/enrich/heads/head-reader.js';
import { praisesInSoManyWords } from '../../../src/enrich/tone/praise-acts.js';
import { TermWords } from '../../../src/enrich/terms/term-words.js';
import type { Genre } from '../../../src/model/index.js';

const features = featuresWith(new TermWords());
const praises = (text: string): boolean => {
  features.read(text);
  return praisesInSoManyWords(features);
};

describe('praise in so many words', () => {
  it('is an act that the writer names, in both languages', () => {
    expect(
      [
        'Je tenais à féliciter l’équipe du rayon poissonnerie',
        'On voulait vous remercier pour votre patience',
        'Transmettez mes compliments au chef',
        'Qu’elle en soit remerciée',
        'I wanted to commend the young man on till four',
        'Please pass on my thanks to the driver',
        'Chapeau à votre atelier',
        'Je tenais à vous remercier de m’avoir écoutée',
        'On voulait vous remercier de nous avoir attendus',
      ].map(praises),
    ).toEqual([true, true, true, true, true, true, true, true, true]);
  });

  it('is none where something is blamed, set against it, asked or only thanked for in advance', () => {
    expect(
      [
        'Je voulais vous féliciter pour ce colis cassé',
        'Je tenais à remercier la vendeuse, mais le caissier a ri',
        'Je tenais à vous remercier, j’attends depuis trois semaines',
        'Je vous remercie de me rembourser',
        'Merci pour rien',
        'Je tiens à vous remercier par avance pour ce dossier',
        'Je voulais vous remercier de bien vouloir me rappeler',
        'Avec mes remerciements anticipés',
        'Il faut saluer le fromager avant midi ?',
      ].map(praises),
    ).toEqual([false, false, false, false, false, false, false, false, false]);
  });

  it('makes a private message praise and no complaint, and says nothing of a public one', async () => {
    const enricher = await createEnricher();
    const text =
      'je tenais à féliciter l’équipe du rayon poissonnerie, toujours un mot gentil et des conseils';
    const read = (genre: Genre): { tone: string | null | undefined; complaint: number } => {
      const out = enricher.enrich({
        length: 1,
        text: [text],
        title: [null],
        genre: [genre],
        givenLanguage: ['fr'],
      });
      return { tone: out.sentiment[0], complaint: out.complaintProbability[0] ?? -1 };
    };
    expect(read('private').tone).toBe('positive');
    expect(read('private').complaint).toBeLessThan(0.1);
  });
});
