import { describe, expect, it } from 'vitest';
import { summarySlide } from '../../../src/report/deck/summary-slide.js';
import { plainStory, plainTile, said } from '../story/plain-story.js';
import { slidesOf } from './desk-of.js';

const twelve = (word: string): string => Array.from({ length: 12 }, (_, at) => `${word}${at}`).join(' ');

describe('summarySlide', () => {
  it('has a message of its own as its title, and what to do, what happened and what overflows under its tiles', async () => {
    const story = plainStory({
      overflows: [said(`${twelve('déborde')}.`), said(twelve('aussi'))],
      happened: [said(twelve('un')), said(twelve('deux'))],
      actions: [{ ...said('Répondre.'), finding: 'answers', stake: 0.4 }],
      tiles: [plainTile(), plainTile({ label: 'Part de voix', value: '12 %', sector: 'contre 20 %' })],
    });
    const [slide] = await slidesOf((desk) => summarySlide(desk, story));
    expect(slide?.texts).toEqual([
      'Un état des lieux, sans comparaison avec le trimestre précédent ; 1 action prioritaire',
    ]);
    expect(slide?.table).toEqual([
      'Taux de réponse',
      'Part de voix',
      '40 %',
      '12 %',
      'de 30,0 % à 50,0 % ; n = 90',
      'de 30,0 % à 50,0 % ; n = 90',
      'pas de trimestre précédent',
      'pas de trimestre précédent ; contre 20 %',
      'Que faire',
      'Ce qui s’est passé',
      'Ce qui déborde',
      'Répondre.',
      twelve('un'),
      twelve('deux'),
      `${twelve('déborde')}.`,
      twelve('aussi'),
    ]);
    expect(slide?.notes).toContain(twelve('aussi'));
  });

  it.each([
    [[false, false], 'Aucun chiffre clé n’a bougé en un trimestre au-delà de l’incertitude'],
    [[true, false], '« Taux 0 » a bougé en un trimestre, les autres chiffres clés sans écart significatif'],
    [[true, true, undefined], '« Taux 0 » et « Taux 1 » ont bougé en un trimestre'],
    [[], '1 constat'],
  ])('tells in its title which key figures moved: %j', async (moves, title) => {
    const tiles = moves.map((moved, at) =>
      plainTile({ label: `Taux ${at}`, ...(moved !== undefined && { moved }) }),
    );
    const [slide] = await slidesOf((desk) =>
      summarySlide(desk, plainStory({ tiles, happened: [said('Un fait.')] })),
    );
    expect(slide?.texts).toEqual([title]);
  });

  it('says that there is too little where nothing was found', async () => {
    const [slide] = await slidesOf((desk) => summarySlide(desk, plainStory()));
    expect(slide?.texts[0]).toBe('Trop peu de données pour conclure');
    expect(slide?.table).toEqual([]);
  });
});
