import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../src/metrics/make-metric.js';
import { funnelSentence } from '../../src/report/funnel-sentences.js';
import { plain, written } from './written.js';

type Written = Parameters<typeof written>[2];
const said = async (name: string, unit: Parameters<typeof written>[1], given: Written): Promise<string> =>
  plain(funnelSentence(await written(name, unit, given), 'Europe/Paris'));
const horizon = (hours: number, cumulativeIncidence: number): TableRow => ({
  by: 'total',
  point: 'horizon',
  hours,
  cumulativeIncidence,
});

describe('funnelSentence', () => {
  it.each<[string, Parameters<typeof written>[1], Written, string]>([
    [
      'funnelCounts',
      'cases',
      {
        value: 5,
        n: 5,
        rows: [
          { firstStage: 'private', n: 1 },
          { firstStage: 'public', n: 4 },
        ],
      },
      '5 dossiers : 1 ouvert en privé, 4 en public.',
    ],
    [
      'funnelFlows',
      'share',
      {
        value: 0.1,
        rows: [
          { from: 'private', to: 'public', n: 40, count: 4, share: 0.1, low: 0.03, high: 0.24 },
          { from: 'public', to: 'press', n: 0, count: 0, share: null },
        ],
      },
      '10,0 % des dossiers ouverts en privé passent en public (de 3,0 % à 24,0 % ; 4 sur 40).',
    ],
    [
      'spillRate',
      'share',
      { value: 0.085, n: 545, low: 0.064, high: 0.112, rows: [{ by: 'total', expected: 46.24 }] },
      '8,5 % des dossiers ouverts en privé débordent en public (intervalle à 95 % : de 6,4 % à 11,2 % ; n = 545), soit 46,2 débordements attendus, chaque rattachement comptant pour sa probabilité.',
    ],
    [
      'spillRate',
      'share',
      { value: 0, n: 28, low: 0, high: 0.121 },
      'Aucun dossier ouvert en privé n’a débordé en public (intervalle à 95 % : de 0,0 % à 12,1 % ; n = 28).',
    ],
    [
      'timeToSpill',
      'share',
      {
        value: 0.076,
        n: 545,
        low: 0.055,
        high: 0.1,
        rows: [horizon(24, 0.026), horizon(72, 0.063), horizon(720, 0.076)],
      },
      'Dossiers qui ont débordé : 2,6 % en 24 h, 6,3 % en 3 jours, puis 7,6 % en 30 jours (intervalle à 95 % : de 5,5 % à 10,0 % ; n = 545). L’essentiel se joue dans les trois premiers jours.',
    ],
    [
      'timeToSpill',
      'share',
      { value: 0.2, rows: [horizon(72, 0.05), horizon(720, 0.2)] },
      'Dossiers qui ont débordé : 5,0 % en 3 jours, puis 20,0 % en 30 jours (n = 100).',
    ],
    [
      'timeToSpill',
      'share',
      { value: 0, rows: [horizon(24, 0), horizon(720, 0)] },
      'Aucun dossier n’a débordé en 30 jours (n = 100).',
    ],
    [
      'answerEffect',
      'ratio',
      { value: 0.22, low: 0.09, high: 0.53 },
      'Une fois la réponse donnée, le risque de débordement est multiplié par 0,22 (intervalle à 95 % : de 0,09 à 0,53 ; n = 100) : une association, pas une cause prouvée.',
    ],
    [
      'answerEffect',
      'ratio',
      { value: 0.8, low: 0.4, high: 1.5 },
      'Une fois la réponse donnée, aucun écart net du risque de débordement : il est multiplié par 0,80 (intervalle à 95 % : de 0,40 à 1,50 ; n = 100).',
    ],
    [
      'avoidableSpills',
      'cases',
      {
        value: 18.7,
        rows: [
          { withinHours: 2, value: 30.22, low: 16, high: 41 },
          { withinHours: 24, value: 18.7, low: 9, high: 28 },
        ],
      },
      'Débordements en moins, parmi 100 dossiers, selon le modèle : 18,7 si tous recevaient une réponse en 24 h (de 9 à 28) ; 30,2 si tous recevaient une réponse en 2 h (de 16 à 41).',
    ],
    [
      'deversoirMatrix',
      'events',
      { value: 0.03, low: 0, high: 0.13 },
      'Au-delà du rythme habituel, une plainte privée est suivie directement de 0,03 plainte publique (intervalle à 95 % : de 0 à 0,13 ; n = 100) : rien qui se distingue de zéro.',
    ],
    [
      'deversoirMatrix',
      'events',
      {
        value: 0.2,
        low: 0.1,
        high: 0.3,
        rows: [
          { from: 'private', to: 'public', value: 0.2, low: 0.1, high: 0.3 },
          { from: 'public', to: 'public', value: 0.5, low: 0.43, high: 0.57 },
          { from: 'press', to: 'private', value: 1, low: 0.34, high: 1.93 },
          { from: 'press', to: 'press', value: 0.1, low: 0, high: 0.4 },
        ],
      },
      'Au-delà du rythme habituel, une plainte privée est suivie directement de 0,20 plainte publique (intervalle à 95 % : de 0,10 à 0,30 ; n = 100). Suites nettes par ailleurs : un article, de 1,00 plainte privée (de 0,34 à 1,93) ; une plainte publique, de 0,50 plainte publique (de 0,43 à 0,57).',
    ],
    [
      'icebergRatio',
      'ratio',
      { value: 0.5, low: 0.454, high: 0.556 },
      'Pour 100 plaintes publiques, 50 plaintes privées (intervalle à 95 % : de 45 à 56 ; n = 100 dossiers).',
    ],
    [
      'reservoir',
      'cases',
      { value: 0.093, n: 1, low: 0.06, high: 0.16 },
      'À la fin des exports, 1 dossier privé est encore ouvert ; débordements attendus dans les 24 heures : 0,09 (intervalle à 95 % : de 0,06 à 0,16).',
    ],
    ['reservoir', 'cases', { value: 0, n: 0 }, 'À la fin des exports, aucun dossier privé n’est ouvert.'],
    [
      'reservoirOverTime',
      'cases',
      {
        value: 0.1,
        rows: [
          { date: new Date(Date.UTC(2026, 2, 1, 10)), level: 0.5, open: 94 },
          { date: new Date(Date.UTC(2026, 2, 2, 10)), level: 0.1, open: 9 },
        ],
      },
      'Au plus haut le 1er mars 2026, avec 0,50 débordement attendu sous 24 heures pour 94 dossiers ouverts ; 0,10 à la fin des exports.',
    ],
    [
      'reservoirCheck',
      'score',
      { value: 0.0024, rows: [{ constantBrier: 0.00242 }] },
      'Score de Brier : 0,00240, contre 0,00242 pour un taux constant (n = 100 dossiers) ; le modèle ne gagne que 0,8 % sur un taux moyen : son classement des dossiers est un indice, pas plus.',
    ],
    [
      'reservoirCheck',
      'score',
      { value: 0.03, rows: [{ constantBrier: 0.02 }] },
      'Score de Brier : 0,030, contre 0,020 pour un taux constant (n = 100 dossiers) ; le modèle ne fait pas mieux qu’un taux moyen : ne pas trier les dossiers sur lui.',
    ],
    [
      'multiStateFunnel',
      'share',
      { value: 0.015, low: 0.006, high: 0.025 },
      '1,5 % des dossiers ouverts en privé appartiennent, 30 jours plus tard au plus, à un mouvement repris par la presse (intervalle à 95 % : de 0,6 % à 2,5 %).',
    ],
    ['unforeseen', 'share', { value: 0.5 }, 'Mesure unforeseen : 50,0 % (n = 100 dossiers).'],
  ])('tells %s', async (name, unit, given, sentence) => {
    expect(await said(name, unit, given)).toBe(sentence);
  });

  it('says why a metric with rows has no value of its own', async () => {
    const metric = {
      ...(await written('funnelFlows', 'share', { rows: [{ to: 'press', n: 4 }] })),
      notMeasured: { fr: 'aucun dossier ouvert en privé', en: 'no private case' },
    };
    expect(plain(funnelSentence(metric))).toBe(
      'Valeur d’ensemble non mesurée. Aucun dossier ouvert en privé.',
    );
  });
});
