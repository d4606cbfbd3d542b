import { expect, it } from 'vitest';
import { unmeasured } from '../metrics/write-metric.js';
import { gatherMissing, measured, missingSentence } from '../../src/report/section-blocks.js';
import { plain } from './written.js';

it('says once for each reason what was not measured, after what was', async () => {
  const frame = (fr: string): Parameters<typeof unmeasured>[0] => ({
    name: fr,
    label: { fr, en: fr },
    unit: 'share',
    denominator: { fr: 'd', en: 'd' },
    method: { fr: 'm', en: 'm' },
    columns: [],
  });
  const metrics = await Promise.all(
    [
      ['Taux', 'aucun dossier'],
      ['Notes', 'aucun avis'],
      ['Réservoir : niveau', 'aucun dossier'],
      ['Taux', 'aucun dossier'],
    ].map(([name, why]) => unmeasured(frame(name ?? ''), 0, why ?? '', 'none')),
  );
  const gathered = gatherMissing([
    ...metrics.flatMap((metric) => measured(metric, () => [])),
    { kind: 'text', text: 'Mesuré.' },
  ]);
  expect(
    gathered.map((block) => (block.kind === 'missing' ? plain(missingSentence(block)) : block.kind)),
  ).toEqual([
    'text',
    'Non mesuré : taux ; réservoir, niveau. Aucun dossier.',
    'Non mesuré : notes. Aucun avis.',
  ]);
});
