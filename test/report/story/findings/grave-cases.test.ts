import { expect, it } from 'vitest';
import { graveFindings } from '../../../../src/report/story/findings/grave-cases.js';
import { plain, telling, written } from '../../written.js';

async function told(value: number | null): Promise<readonly string[]> {
  const metric = await written('graveCases', 'cases', {
    value,
    n: 9,
    rows: [
      {
        caseId: 'c',
        channel: 'email',
        driver: 'safety',
        kind: 'law',
        date: new Date('2026-01-12T08:00:00Z'),
      },
    ],
  });
  return graveFindings(telling([metric], { zone: 'Europe/Paris' })).flatMap(({ title, action }) => [
    plain(title),
    plain(action?.text ?? ''),
  ]);
}

it('says how many complaints of harm or of the law are not settled, since when, and to settle them first', async () => {
  expect(await told(6)).toEqual([
    '6 plaintes privées évoquent un dommage ou un recours, sans trace de résolution, la première du 12 janvier',
    'Traiter d’abord les 6 plaintes de dommage ou de recours (annexe).',
  ]);
  expect((await told(1))[0]).toBe(
    'Une plainte privée évoque un dommage ou un recours, sans trace de résolution depuis le 12 janvier',
  );
});

it('says nothing where all are settled, or none is known', async () => {
  expect([await told(0), await told(null)]).toEqual([[], []]);
});
