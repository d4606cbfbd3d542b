import { describe, expect, it } from 'vitest';
import { openFinding } from '../../../../src/report/story/findings/private-stage.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

/** What is told of 30 cases without a trace of resolution, of which some wait, beside one that is older; the first is ranked. */
async function finding(
  waiting: number | null,
  ranked = 1,
  customers = (waiting ?? 0) + 1,
  level = 0.4,
  left = {},
  [low, high] = [0.2, 0.6],
): Promise<Finding | undefined> {
  const rows = Array.from({ length: ranked }, () => ({ caseId: 'c', probability: 0.1 }));
  const metrics = [
    await written('reservoir', 'cases', { value: level, low, high, n: 30, rows }),
    await written('reservoirOverTime', 'cases', {
      value: 0.4,
      n: 30,
      rows: [{ open: 30, saidToWait: waiting, ...left }],
    }),
    await written('waitingCases', 'cases', { value: customers, low: 15, high: 30, n: 40, rows: [] }),
  ];
  return openFinding(telling(metrics, { zone: 'Europe/Paris' }))[0];
}
const told = async (...given: Parameters<typeof finding>): Promise<readonly string[]> => {
  const one = await finding(...given);
  return one === undefined ? [] : [plain(one.title), plain(one.text)];
};

describe('openFinding', () => {
  it('says how many customers wait as `waitingCases` tells it, and tells the answered ones beside', async () => {
    expect(await told(21)).toEqual([
      '22 clients attendent une réponse en privé, sans débordement probable sous 24 h',
      '30 dossiers récents peuvent encore déborder : 21 semblent sans réponse, 9 ont une réponse mais aucune trace de résolution. Débordements attendus sous 24 h : 0,40 (de 0,20 à 0,60).',
    ]);
    expect((await told(21, undefined, 18))[1]).toBe(
      '30 dossiers récents peuvent encore déborder : 21 semblent sans réponse (doublons d’un autre canal et débordements non vus compris), 9 ont une réponse mais aucune trace de résolution. Débordements attendus sous 24 h : 0,40 (de 0,20 à 0,60).',
    );
    expect((await told(21, 1, 22, 0.4, { stillOpen: 24, stillOpenLow: 20, stillOpenHigh: 29 }))[1]).toBe(
      '30 dossiers récents peuvent encore déborder : 21 semblent sans réponse, 9 ont une réponse mais aucune trace de résolution. Environ 24 seraient encore ouverts (de 20 à 29, selon ce que veut dire le silence des clients). Débordements attendus sous 24 h : 0,40 (de 0,20 à 0,60).',
    );
    expect(await told(30)).toEqual([
      '31 clients attendent une réponse en privé, sans débordement probable sous 24 h',
      'Débordements attendus sous 24 h : 0,40 (de 0,20 à 0,60).',
    ]);
  });

  it('stands on the interval of what its title counts, and calls to answer those who wait', async () => {
    const open = await finding(21);
    expect(plain(open?.evidence ?? '')).toBe('intervalle à 95 % : de 15 à 30 ; n = 40 dossiers');
    expect(open?.figures.map(({ metric }) => metric)).toEqual(['waitingCases', 'reservoir']);
    expect([plain(open?.action?.text ?? ''), open?.action?.stake]).toEqual([
      'Répondre aux 22 clients qui attendent, la plus longue attente d’abord (table en annexe).',
      22 / 40,
    ]);
    const nobody = await finding(0, 1, 0);
    expect([plain(nobody?.title ?? ''), nobody?.action]).toEqual([
      'Aucun client n’attend de réponse en privé, sans débordement probable sous 24 h',
      null,
    ]);
  });

  it('calls no overflow unlikely that comes as often as not', async () => {
    const odds = async (value: number, low: number, high: number): Promise<string> =>
      plain((await finding(21, 1, 22, value, {}, [low, high]))?.title ?? '').replace(/^22.* privé/, '');
    expect([await odds(0.5, 0.2, 0.69), await odds(0.86, 0.35, 1.75), await odds(0.9, 0.7, 1.1)]).toEqual([
      ', sans débordement probable sous 24 h',
      ' ; un débordement est possible sous 24 h',
      ' ; un débordement est probable sous 24 h',
    ]);
  });

  it('says of what each interval is where the title counts two things, or another than the interval', async () => {
    const expected = 'débordements attendus, intervalle à 95 % : de 0,20 à 0,60 ; n = 30 dossiers';
    const urgent = await finding(21, 1, 22, 1.4);
    expect(plain(urgent?.title ?? '')).toBe(
      '22 clients attendent une réponse en privé ; 1,4 débordements attendus sous 24 h',
    );
    expect(plain(urgent?.evidence ?? '')).toBe(
      `${expected} ; clients qui attendent, intervalle à 95 % : de 15 à 30 ; n = 40 dossiers`,
    );
    expect(plain((await finding(null))?.evidence ?? '')).toBe(expected);
  });

  it('says nothing of what is likely to spill where a handful of spills ranks no case', async () => {
    expect(await told(21, 0)).toEqual([]);
  });

  it('says what is shown where who waits is not known', async () => {
    expect((await told(null))[0]).toBe(
      '30 dossiers privés sans trace de résolution, sans débordement probable sous 24 h',
    );
  });
});

/** What is told where no level can be: so many cases wait of the open ones. */
async function waitedFor(count: number, open = 4): Promise<Finding | undefined> {
  const metrics = [
    await written('reservoir', 'cases', { value: null, n: open }),
    await written('waitingCases', 'cases', {
      value: count,
      n: open,
      rows: Array.from({ length: count }, (_, at) => ({
        caseId: `case:whatsapp:~59afcf8afa5648791fe${at}`,
        channel: 'whatsapp-dm',
        driver: 'safety',
        complaint: true,
        messages: 4,
        waitingSince: new Date(Date.UTC(2026, 8, 13 + at, 6, 31)),
        waitingHours: 24,
      })),
    }),
  ];
  return openFinding(telling(metrics, { zone: 'Europe/Paris' }))[0];
}

describe('few private cases', () => {
  it('say who waits, since when and about what', async () => {
    const one = await waitedFor(1);
    expect(plain(one?.title ?? '')).toBe(
      '1 client attend une réponse en privé depuis le 13 septembre sur « sécurité et rappels » (WhatsApp)',
    );
    expect([one?.id, one?.action?.stake, plain(one?.action?.text ?? '')]).toEqual([
      'open-cases',
      0.25,
      'Répondre au client qui attend (repère en annexe).',
    ]);
    const three = await waitedFor(3);
    expect(plain(three?.title ?? '')).toBe(
      '3 clients attendent une réponse en privé, le premier depuis le 13 septembre (WhatsApp)',
    );
    expect(plain(three?.action?.text ?? '')).toMatch(/^Répondre aux 3 clients qui attendent/);
  });

  it('say nothing where nobody waits', async () => {
    expect(await waitedFor(0)).toBeUndefined();
  });
});
