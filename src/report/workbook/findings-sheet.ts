import type { Figure, Finding } from '../story/story.js';
import type { Words } from '../story/words.js';
import { type Cell, safe, WHOLE } from './cell.js';
import { figureFormats } from './formats.js';
import { sheet, type Edge, type Sheet } from './sheet.js';

/** A row of figures: what it is of, the figure, and what stands behind it. */
interface Told {
  readonly said: string;
  readonly figure: Figure | undefined;
  readonly more?: readonly Cell[];
}

/** A sheet of figures, each printed in its style, with bounds, n, denominator and the sheet of its metric; `more`: further heads before that. */
export const figuresSheet = (
  {
    name,
    head,
    more = [],
  }: { readonly name: string; readonly head: string; readonly more?: readonly string[] },
  told: readonly Told[],
  words: Words,
  edge: Edge,
): Sheet => {
  const rows = told.map(({ said, figure, more: behind = [] }) => [
    safe(said),
    figure?.value ?? null,
    figure?.low ?? null,
    figure?.high ?? null,
    figure?.n ?? null,
    figure === undefined ? null : safe(figure.denominator),
    ...behind,
    figure === undefined ? null : words.label('tab', figure.metric),
  ]);
  const heads = [
    head,
    words.say('Valeur', 'Value'),
    words.say('Borne basse', 'Low'),
    words.say('Borne haute', 'High'),
    'n',
    words.say('Dénominateur', 'Denominator'),
    ...more,
    words.say('Onglet', 'Sheet'),
  ];
  const styles = told.map(({ figure }) => figure?.style ?? 'number');
  const formats = [undefined, undefined, undefined, undefined, WHOLE];
  return sheet(name, heads, rows, formats, figureFormats(rows, [1, 2, 3], styles), true, edge);
};

/** The findings as rows, the most important first: the sentence, its figure, and what to do. */
export const findingsSheet = (findings: readonly Finding[], words: Words, edge: Edge): Sheet[] =>
  findings.length === 0
    ? []
    : [
        figuresSheet(
          {
            name: words.say('Constats', 'Findings'),
            head: words.say('Constat', 'Finding'),
            more: [words.say('Que faire', 'What to do')],
          },
          findings.map(({ title: said, figures: [figure], action }) => ({
            said,
            figure,
            more: [action === null ? null : safe(action.text)],
          })),
          words,
          edge,
        ),
      ];
