import { describe, expect, it } from 'vitest';
import {
  actionsSlide,
  coverSlide,
  dividerSlide,
  evidenceSlide,
  sourcesSlide,
  summarySlide,
} from '../../../src/report/deck/frame-slides.js';
import { plainFinding, plainStory, plainTile, said } from '../story/plain-story.js';
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
    expect(slide?.texts).toEqual(['Un état des lieux, sans trimestre précédent ; 1 action proposée']);
    expect(slide?.table).toEqual([
      'Taux de réponse',
      'Part de voix',
      '40 %',
      '12 %',
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
    [[true, false], '« Taux 0 » a bougé en un trimestre, les autres chiffres clés sans écart établi'],
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

describe('actionsSlide', () => {
  const action = (text: string) => ({ text, figures: [], finding: 'answers', stake: 0.4 });

  it('gives each action its reason, and is not there for one, which the summary says', async () => {
    const story = plainStory({ findings: [plainFinding()] });
    for (const actions of [[], [action('Répondre.')]])
      expect(await slidesOf((desk) => actionsSlide(desk, { ...story, actions }))).toEqual([]);
    const [two] = await slidesOf((desk) =>
      actionsSlide(desk, { ...story, actions: [action('Répondre.'), action('Appeler.')] }),
    );
    expect(two?.texts[0]).toBe('2 actions proposées, celle qui pèse le plus d’abord');
    const { title } = plainFinding();
    expect(two?.table).toEqual(['Action', 'Parce que', 'Répondre.', title, 'Appeler.', title]);
  });
});

describe('evidence and sources', () => {
  const table = {
    id: 'volumeByChannel',
    title: 'Volumes',
    columns: ['Étape', 'Canal', 'Clients', 'Marque', 'Auteurs', 'Total', 'Reste'].map((title, at) => ({
      title,
      numeric: at > 1,
    })),
    rows: Array.from({ length: 14 }, (_, at) => ['public', `canal ${at}`, '1', '2', '3', `${90 - at}`, 'x']),
    note: '',
    method: 'Comptes.',
    limits: '',
  };

  it('are not there without figures, or without channels', async () => {
    expect(await slidesOf((desk) => evidenceSlide(desk, plainStory()))).toEqual([]);
    expect(await slidesOf((desk) => sourcesSlide(desk, plainStory()))).toEqual([]);
  });

  it('tell every figure with its interval, and eleven channels by six columns, the first in the title', async () => {
    const story = plainStory({ tiles: [plainTile()], annex: [table] });
    const [evidence, sources] = await slidesOf((desk) => {
      evidenceSlide(desk, story);
      sourcesSlide(desk, story);
    });
    expect(evidence?.table.slice(3)).toEqual(['Taux de réponse', '40 %', 'de 30 % à 50 %, 90 dossiers']);
    expect(sources?.texts[0]).toBe('Le premier canal est « canal 0 » : 90 messages');
    expect(sources?.table).toHaveLength((1 + 11) * 6);
    expect(sources?.table).not.toContain('x');
  });
});

it('opens with the title, the period and the notes, and divides from the annex', async () => {
  const [cover, divider] = await slidesOf((desk) => {
    coverSlide(desk, plainStory({ notes: ['Lu en mars.'] }));
    dividerSlide(desk);
  });
  expect(cover?.texts).toEqual(['Veille', 'Du 1er au 9 mars', 'Lu en mars.']);
  expect(divider?.texts).toEqual(['Annexe']);
});
