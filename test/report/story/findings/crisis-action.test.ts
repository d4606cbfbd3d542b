import { expect, it } from 'vitest';
import type { MetricRow } from '../../../../src/model/index.js';
import { actionOf, signalled } from '../../../../src/report/story/findings/crisis-action.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

const END = new Date('2026-09-28T10:00:00Z');

async function advised(row: MetricRow, name: string, gravest = false, lastDay = '2026-09-30') {
  const timeline = await written('crisisTimeline', 'messages', {
    rows: [{ sheetId: null, day: lastDay, messages: 4 }],
  });
  const telling = {
    metrics: new Map([['crisisTimeline', timeline]]),
    words: wordsOf('fr', 'UTC'),
    zone: 'UTC',
    brand: '',
    quoted: new Set<string>(),
  };
  return plain(actionOf({ row, name, end: END }, gravest, 0.5, telling, [])?.text ?? '');
}

it('answers what is recent on its driver, else by its own words, else as a movement', async () => {
  const row = { kind: 'badBuzz', drivers: ['taste'] };
  expect(await advised(row, 'Goût, « yaourt vanille »')).toBe(
    'Publier une réponse unique sur « goût », et la donner aussi en privé.',
  );
  expect(await advised({ ...row, drivers: [] }, '« yaourt vanille »')).toBe(
    'Publier une réponse unique sur « yaourt vanille », et la donner aussi en privé.',
  );
  expect(await advised({ ...row, drivers: [] }, 'Mouvement public')).toBe(
    'Publier une réponse unique sur ce mouvement, et la donner aussi en privé.',
  );
});

it('watches private cases after the gravest that they announced, and nothing after another', async () => {
  const row = { kind: 'crisis', drivers: ['taste'], privateCases: 3, warningHours: 12 };
  expect(signalled(row)).toBe(true);
  expect(signalled({ ...row, privateCases: 2 })).toBe(false);
  expect([signalled({ ...row, moreThanUsual: true }), signalled({ ...row, moreThanUsual: false })]).toEqual([
    true,
    false,
  ]);
  // weeks of cases may be what comes anyhow, where nothing tells what does
  expect([180, 160].map((warningHours) => signalled({ ...row, warningHours }))).toEqual([false, true]);
  expect(signalled({ ...row, warningHours: 180, moreThanUsual: true })).toBe(true);
  expect(await advised(row, 'Goût', true, '2026-12-30')).toBe(
    'Suivre chaque jour les dossiers privés : 3 sur « goût » précédaient la crise, le premier de 12 h.',
  );
  expect(await advised(row, 'Goût', false, '2026-12-30')).toBe('');
});
