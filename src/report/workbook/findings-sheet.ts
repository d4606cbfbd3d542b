import type { Finding } from '../story/story.js';
import type { Words } from '../story/words.js';
import { safe, WHOLE } from './cell.js';
import { figureFormats } from './formats.js';
import { sheet } from './sheet.js';

/** The findings as rows, the most important first: the sentence, its figure, and what to do. */
export function findingsSheet(findings: readonly Finding[], words: Words, title: string): object[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ title: told, figures: [figure], action }) => [
    safe(told),
    figure?.value ?? null,
    figure?.low ?? null,
    figure?.high ?? null,
    figure?.n ?? null,
    figure === undefined ? null : safe(figure.denominator),
    action === null ? null : safe(action.text),
    figure === undefined ? null : words.label('tab', figure.metric),
  ]);
  return [
    sheet(
      words.say('Constats', 'Findings'),
      [
        words.say('Constat', 'Finding'),
        words.say('Valeur', 'Value'),
        words.say('Borne basse', 'Low'),
        words.say('Borne haute', 'High'),
        'n',
        words.say('Dénominateur', 'Denominator'),
        words.say('Que faire', 'What to do'),
        words.say('Onglet', 'Sheet'),
      ],
      rows,
      [undefined, undefined, undefined, undefined, WHOLE],
      figureFormats(
        rows,
        [1, 2, 3],
        findings.map(({ figures: [figure] }) => figure?.style ?? 'number'),
      ),
      true,
      title,
    ),
  ];
}
