import type { TopLevelSpec } from 'vega-lite';
import type { ChartLayout, VegaLiteSpec } from './chart.js';
import { wrapText } from './text-width.js';
import { CONFIG, FONT_SIZE } from './theme.js';

type Body<Spec> = Spec extends unknown ? Omit<Spec, '$schema' | 'title' | 'config'> : never;

/** One layer of a chart, and the mark that it draws. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
export type Mark = Extract<Layer, { mark: unknown }>['mark'];

/** A chart of ours: its title block, what it draws, our look. */
export const chartSpec = (headed: ChartLayout, body: Body<TopLevelSpec>): VegaLiteSpec =>
  ({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chartTitle(headed),
    ...body,
    config: CONFIG,
  }) as unknown as VegaLiteSpec;

/** Title block of a chart, broken at its width. */
export const chartTitle = ({
  title,
  subtitle,
  width,
}: ChartLayout): { text: string[]; subtitle: string[] } => ({
  text: wrapText(title, width - 20, 14, true),
  subtitle: wrapText(subtitle, width - 20, FONT_SIZE),
});
