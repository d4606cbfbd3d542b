import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderWorkbook } from '../../../src/report/workbook/workbook.js';
import { FIGURE, plainFinding, plainStory } from '../story/plain-story.js';
import { written } from '../written.js';

it('tells findings with their figure and what to do, and names rows of no driver and of all', async () => {
  const metric = await written('spillRate', 'share', {
    value: 0.2,
    rows: [
      { by: 'total', driver: null, n: 40 },
      { by: 'driver', driver: 'price', n: 30 },
      { by: 'driver', driver: '', n: 10 },
    ],
  });
  const action = { text: 'Répondre davantage.', finding: 'answers', stake: 0.2, figures: [] };
  const story = plainStory({ findings: [plainFinding({ figures: [FIGURE], action }), plainFinding()] });
  const parts = unzipSync(await renderWorkbook(story, [metric]));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(['Synthèse', 'Constats', 'Définitions', 'Taux de débordement']);
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)</g)].map(([, text]) => text);
  const rowsOf = (sheet: number): (string | undefined)[][] =>
    [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^]*?<\/row>/g)].map(([row]) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*)><v>([^<]*)/g)].map(([, attributes, value]) =>
        attributes?.includes('t="s"') ? texts[Number(value)] : value,
      ),
    );
  expect(rowsOf(2).slice(1)).toEqual([
    [
      'Quatre plaintes sur dix ont une réponse.',
      '0.4',
      '0.3',
      '0.5',
      '90',
      'dossiers',
      action.text,
      'Taux de réponse',
    ],
    ['Quatre plaintes sur dix ont une réponse.'],
  ]);
  expect(rowsOf(4).map(([, driver]) => driver)).toEqual(['Motif', 'Ensemble', 'Prix', 'Sans motif']);
});
