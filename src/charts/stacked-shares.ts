import { chartSpec } from './chart-spec.js';
import type { ChartLayout, VegaLiteSpec } from './chart.js';
import { namedLines, TOLD_AT_END, type NamedLine } from './named-lines.js';
import { textWidth } from './text-width.js';
import { FONT_SIZE } from './theme.js';

export interface StackedPart {
  readonly name: string;
  readonly count: number;
  readonly colour: string;
  readonly ink: string;
}
export interface StackedRow extends NamedLine {
  readonly parts: readonly StackedPart[];
}

interface Placed extends StackedPart {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly text: string;
}

const ROW = 34;

function place(row: StackedRow, plot: number): Placed[] {
  const total = row.parts.reduce((sum, part) => sum + part.count, 0);
  let from = 0;
  return row.parts.map((part) => {
    const share = part.count / total;
    const percent = `${Math.round(share * 100)}\u00a0%`;
    const fits =
      [`${part.name} ${percent}`, percent].find((text) => textWidth(text, FONT_SIZE) + 8 < share * plot) ??
      '';
    const placed = { ...part, label: row.label, from, to: from + share, share, text: fits };
    from += share;
    return placed;
  });
}

/** Bars of 100 %, each part written inside where it fits; a legend in words above is left to the subtitle. */
export function stackedShares(rows: readonly StackedRow[], options: ChartLayout): VegaLiteSpec {
  const { values, width, y } = namedLines(rows, options, { share: 0.3, gap: 12, least: 90 });
  const parts = values.flatMap((row) => place(row, width));
  return chartSpec(options, {
    width,
    height: { step: ROW },
    data: { values: parts.map((part) => ({ ...part, middle: (part.from + part.to) / 2 })) },
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 1, height: 22 },
        encoding: {
          x: { field: 'from', type: 'quantitative', axis: null, scale: { domain: [0, 1] } },
          x2: { field: 'to' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        transform: [{ filter: "datum.text !== ''" }],
        mark: { type: 'text', fontSize: FONT_SIZE, baseline: 'middle' },
        encoding: {
          x: { field: 'middle', type: 'quantitative' },
          text: { field: 'text', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
      { data: { values: values.map(({ label, told }) => ({ label, told })) }, ...TOLD_AT_END },
    ],
  });
}
