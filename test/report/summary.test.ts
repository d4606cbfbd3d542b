import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../src/metrics/make-metric.js';
import type { Metric } from '../../src/model/index.js';
import { actionSentences } from '../../src/report/summary-actions.js';
import { crisisSentences } from '../../src/report/summary-events.js';
import { plain, written } from './written.js';

const at = (day: number, month = 2): Date => new Date(Date.UTC(2026, month, day, 9));
const sheet = (kind: string, day: number, messages: number, rest: TableRow = {}): TableRow => ({
  kind,
  start: at(day),
  drivers: ['safety', 'taste'],
  messages,
  articles: 0,
  warningHours: null,
  silenceHours: null,
  privateCases: 0,
  ...rest,
});
const setOf = (...metrics: readonly Metric[]): ReadonlyMap<string, Metric> =>
  new Map(metrics.map((metric) => [metric.name, metric]));

describe('crisisSentences', () => {
  it('tells the gravest first, the largest first of a kind, and the private signal before the crisis', async () => {
    const sheets = await written('crisisSheets', 'events', {
      value: 4,
      rows: [
        sheet('badBuzz', 1, 20),
        sheet('reported', 2, 2, { articles: 1, drivers: ['price', 'taste'] }),
        sheet('crisis', 5, 99, { articles: 4, warningHours: 68.8, silenceHours: 68.8, privateCases: 7 }),
        sheet('badBuzz', 9, 216, { drivers: [] }),
      ],
    });
    expect(crisisSentences(sheets, 'Europe/Paris').map(plain)).toEqual([
      'Une crise, emballement public repris par la presse : sécurité et rappels, goût, à partir du 5 mars 2026 (99 messages publics critiques, 4 articles).',
      'Deux emballements publics restés sans article : motif non reconnu, à partir du 9 mars 2026 (216 messages publics critiques) ; sécurité et rappels, goût, à partir du 1er mars 2026 (20 messages publics critiques).',
      'Un mouvement de peu de voix, mais repris par la presse : prix et goût, à partir du 2 mars 2026 (2 messages publics critiques, 1 article).',
      'Un signal en privé précédait la crise du 5 mars 2026 : premier dossier sur ce motif 68,8 h avant le débordement, sans réponse jusque-là ; 7 dossiers privés dans l’enchaînement.',
    ]);
  });
  it('says when nothing moved, and nothing when nothing was measured', async () => {
    expect(crisisSentences(await written('crisisSheets', 'events', { value: 0 }), 'Europe/Paris')).toEqual([
      'Aucun emballement public assez marqué pour une fiche.',
    ]);
    expect(crisisSentences(undefined, 'Europe/Paris')).toEqual([]);
  });
});

describe('actionSentences', () => {
  const rate = (channel: string, stage: string, answered: number, n: number, high: number): TableRow => ({
    channel,
    stage,
    answered,
    n,
    share: answered / n,
    low: 0.1,
    high,
  });
  it('tells each step with its evidence', async () => {
    const metrics = setOf(
      await written('alertRules', 'events', {
        value: 1,
        rows: [{ rule: 'cusum', brand: 'Brel', alertNow: true, falseAlarmsPerMonth: 1 }],
      }),
      await written('reservoir', 'cases', {
        value: 0.1,
        rows: [
          {
            caseId: 'case:email:abcdef0123',
            channel: 'email',
            driver: 'price',
            ageDays: 1,
            answered: false,
            probability: 0.02,
            low: 0.01,
            high: 0.05,
          },
          {
            caseId: 'case:email:b',
            channel: 'email',
            driver: null,
            ageDays: 1,
            answered: true,
            probability: 0.01,
            low: 0.01,
            high: 0.05,
          },
        ],
      }),
      await written('reservoirOverTime', 'cases', { value: 0.1, rows: [{ date: at(30), level: 0.1 }] }),
      await written('responseRate', 'share', {
        value: 0.5,
        rows: [
          rate('email', 'private', 30, 100, 0.4),
          rate('whatsapp-dm', 'private', 90, 100, 0.95),
          rate('telegram-dm', 'private', 0, 3, 0.3),
        ],
      }),
      await written('avoidableSpills', 'cases', {
        value: 18.7,
        n: 545,
        rows: [{ withinHours: 24, value: 18.7, low: 9.4, high: 27.7 }],
      }),
      await written('spillRate', 'share', {
        value: 0.1,
        rows: [
          { by: 'total', expected: 20 },
          { by: 'driver', driver: 'taste', n: 92, expected: 11.2, share: 0.12, low: 0.07, high: 0.21 },
          { by: 'driver', driver: 'price', n: 5, expected: 4, share: 0.8, low: 0.3, high: 0.9 },
        ],
      }),
      await written('harmShares', 'share', {
        value: 0.032,
        n: 1786,
        low: 0.025,
        high: 0.041,
        rows: [{ harm: 'scam', messages: 44 }],
      }),
      await written('volumeByChannel', 'messages', {
        value: 3,
        rows: [{ stage: 'private' }, { stage: 'public' }],
      }),
    );
    expect(actionSentences(metrics, 'Europe/Paris').map(plain)).toEqual([
      'À la fin des exports, alerte en cours sur Brel (règle réglée pour 1,0 fausse alerte attendue par marque et par mois).',
      'Répondre d’abord aux dossiers privés les plus exposés : Dossier 1 — E-mail, 29 mars 2026, prix (2,0 % sous 24 h, de 1,0 % à 5,0 %).',
      'Reprendre les canaux qui répondent peu : E-mail, 30,0 % (de 10,0 % à 40,0 % ; n = 100).',
      'Viser une réponse à tous en 24 heures : 18,7 débordements de moins sur 545 dossiers (de 9,4 à 27,7), si l’association observée tient.',
      'Traiter à la racine ce qui déborde le plus : « Goût », 11,2 débordements attendus sur 92 dossiers (12,0 %, de 7,0 % à 21,0 %) ; 20,0 au total, tous motifs confondus.',
      'Relire les messages publics signalés à la modération, 3,2 % (de 2,5 % à 4,1 % ; n = 1 786) : d’abord « arnaque », 44 messages.',
      'Ajouter des exports de presse : sans eux, le passage d’une étape à l’autre n’est pas mesurable.',
    ]);
  });
  it('advises nothing without evidence: no clear gain, or a reservoir no better than a mean rate', async () => {
    const metrics = setOf(
      await written('reservoir', 'cases', {
        value: 0.1,
        rows: [
          {
            caseId: 'case:email:a',
            channel: 'email',
            driver: null,
            ageDays: 1,
            answered: false,
            probability: 0.02,
            low: 0.01,
            high: 0.05,
          },
        ],
      }),
      await written('reservoirCheck', 'score', { value: 0.03, rows: [{ constantBrier: 0.02 }] }),
      await written('avoidableSpills', 'cases', {
        value: 2,
        rows: [{ withinHours: 24, value: 2, low: -1, high: 5 }],
      }),
    );
    expect(actionSentences(metrics, 'Europe/Paris')).toEqual([]);
  });
});
