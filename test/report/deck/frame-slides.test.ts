import { describe, expect, it } from 'vitest';
import {
  actionsSlide,
  casesSlides,
  coverSlide,
  dividerSlide,
  evidenceSlide,
  sourcesSlide,
} from '../../../src/report/deck/frame-slides.js';
import { plainFinding, plainStory, plainTile } from '../story/plain-story.js';
import { plain } from '../written.js';
import { slidesOf } from './desk-of.js';

describe('actionsSlide', () => {
  const action = (text: string) => ({ text, figures: [], finding: 'answers', stake: 0.4 });

  it('gives each action its reason, and is not there for one, which the summary says', async () => {
    const story = plainStory({ findings: [plainFinding()] });
    for (const actions of [[], [action('Répondre.')]])
      expect(await slidesOf((desk) => actionsSlide(desk, { ...story, actions }, []))).toEqual([]);
    const [two] = await slidesOf((desk) =>
      actionsSlide(desk, { ...story, actions: [action('Répondre.'), action('Appeler.')] }, []),
    );
    expect(two?.texts[0]).toBe('2 actions proposées, celle qui pèse le plus d’abord');
    const { title } = plainFinding();
    expect(two?.table).toEqual(['Action', 'Parce que', 'Répondre.', title, 'Appeler.', title]);
  });

  it('counts and lists what only the slide of a finding proposes, once', async () => {
    const spill = plainFinding({
      id: 'spill',
      title: '9 % débordent',
      action: { ...action('Traiter à la racine.'), finding: 'spill' },
    });
    const answers = plainFinding({ action: action('Répondre.') });
    const story = plainStory({
      findings: [answers, spill],
      actions: [action('Répondre.'), action('Appeler.')],
    });
    const [slide] = await slidesOf((desk) => actionsSlide(desk, story, [spill, answers]));
    expect(slide?.texts[0]).toBe('3 actions proposées, celle qui pèse le plus d’abord');
    expect(slide?.table.slice(-2)).toEqual(['Traiter à la racine.', '9 % débordent']);
  });
});

describe('casesSlides', () => {
  const finding = plainFinding({ id: 'open-cases', title: '3 dossiers attendent' });
  const figure = (metric: string) => ({ ...plainTile().figure, metric });
  const list = (id: string) => ({
    id,
    title: 'Dossiers',
    columns: ['Repère', 'Canal', 'Heures'].map((title, at) => ({ title, numeric: at === 2 })),
    rows: Array.from({ length: 14 }, (_, at) => [`d${at}`, 'mail', `${at}`]),
    note: '11 sur 14.',
    method: 'Sans réponse.',
    limits: '',
  });

  it('shows the cases an action sends to, eleven of them, under the finding, and no other table', async () => {
    const action = { text: 'Répondre.', finding: finding.id, stake: 1 };
    const story = plainStory({ findings: [finding], annex: [list('waitingCases'), list('driverShares')] });
    const made = (metric: string) =>
      slidesOf((desk) =>
        casesSlides(desk, { ...story, actions: [{ ...action, figures: [figure(metric)] }] }),
      );
    const [cases, ...more] = await made('waitingCases');
    expect(more).toEqual([]);
    expect(cases?.texts).toEqual([finding.title]);
    expect(cases?.table.slice(0, 6)).toEqual(['Repère', 'Canal', 'Heures', 'd0', 'mail', '0']);
    expect(cases?.table).toHaveLength((1 + 11) * 3);
    expect(cases?.notes).toContain('11 sur 14.');
    expect(await made('driverShares')).toEqual([]);
    expect(await made('graveCases')).toEqual([]);
  });
});

describe('evidence and sources', () => {
  const table = {
    id: 'volumeByChannel',
    title: 'Volumes',
    columns: ['Étape', 'Canal', 'Reçus', 'Marque', 'Auteurs', 'Total', 'Reste'].map((title, at) => ({
      title,
      numeric: at > 1,
    })),
    rows: Array.from({ length: 14 }, (_, at) => [
      at === 12 ? 'Presse' : 'Public',
      `canal ${at}`,
      `${at < 12 ? '' : '1\u202f0'}${10 + at}`,
      '2',
      '3',
      `${90 - at}`,
      'x',
    ]),
    note: '',
    method: 'Comptes.',
    limits: '',
  };

  it('are not there without figures, or without channels', async () => {
    expect(await slidesOf((desk) => evidenceSlide(desk, plainStory()))).toEqual([]);
    expect(await slidesOf((desk) => sourcesSlide(desk, plainStory()))).toEqual([]);
  });

  it('tell every figure with its interval, and eleven channels by six columns, that of most customers’ messages in the title', async () => {
    const story = plainStory({ tiles: [plainTile()], annex: [table] });
    const [evidence, sources] = await slidesOf((desk) => {
      evidenceSlide(desk, story);
      sourcesSlide(desk, story);
    });
    expect(evidence?.table.slice(3)).toEqual(['Taux de réponse', '40 %', 'de 30 % à 50 %, 90 dossiers']);
    // the channel with most messages is one of the brand's: customers write most elsewhere, and the press is no customer
    expect(plain(sources?.texts[0] ?? '')).toBe(
      'Les clients écrivent surtout sur « canal 13 » : 1 023 messages',
    );
    const silent = table.rows.map((row) => row.with(2, '0'));
    const [none] = await slidesOf((desk) =>
      sourcesSlide(desk, plainStory({ annex: [{ ...table, rows: silent }] })),
    );
    expect(plain(none?.texts[0] ?? '')).toBe('Aucun message de client ; 90 messages sur « canal 0 »');
    const alone = plainStory({ annex: [{ ...table, rows: table.rows.slice(0, 1) }] });
    const [one] = await slidesOf((desk) => sourcesSlide(desk, alone));
    expect(plain(one?.texts[0] ?? '')).toBe('Un seul canal : « canal 0 », 90 messages');
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
