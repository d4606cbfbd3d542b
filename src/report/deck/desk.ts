import type { Words } from '../story/words.js';
import type { DeckTheme } from './deck-theme.js';
import type { NativeChart } from './native-chart.js';

export type Pptx = import('pptxgenjs').default;
export type Slide = ReturnType<Pptx['addSlide']>;

/** What every slide is made with. */
export interface Desk {
  readonly pptx: Pptx;
  readonly theme: DeckTheme;
  readonly words: Words;
  readonly charts: NativeChart[];
  /** What the figures are drawn from, where no layout of ours says it. */
  readonly source?: string;
}

/** Our layouts and where each has its title, in inches: slides that tell something, and those that open a part. */
export const TITLES = {
  DEVERSOIR: { x: 0.5, y: 0.3, w: 12.3, h: 0.95 },
  OUVERTURE: { x: 0.8, y: 2.4, w: 11.7, h: 1.3 },
} as const;

/** How the line that names the source stands at the foot of slides. */
export const footOf = (theme: DeckTheme): object => ({
  x: 1,
  y: 7,
  w: 11,
  h: 0.3,
  margin: 0,
  fontSize: 10,
  color: theme.soft,
  fontFace: theme.bodyFont,
});

/** A slide that opens a part, with its title. */
export function openingSlide({ pptx, theme }: Desk, title: string): Slide {
  const slide = pptx.addSlide({ masterName: 'OUVERTURE' });
  slide.addText(title, {
    placeholder: 'title',
    fontSize: 36,
    bold: true,
    color: theme.accent,
    fontFace: theme.headFont,
    align: 'left',
    valign: 'middle',
    margin: 0,
  });
  return slide;
}

/** A slide with its title, and notes without the empty ones. */
export function titledSlide({ pptx, theme, source }: Desk, title: string, notes: readonly string[]): Slide {
  const slide = pptx.addSlide({ masterName: 'DEVERSOIR' });
  slide.addText(title, {
    placeholder: 'title',
    fontSize: title.length > 90 ? 20 : 24,
    bold: true,
    color: theme.ink,
    fontFace: theme.headFont,
    align: 'left',
    valign: 'middle',
    margin: 0,
    fit: 'shrink',
  });
  if (source !== undefined) slide.addText(source, { ...footOf(theme), x: 0.5, y: 6.8, h: 0.2 });
  slide.addNotes(notes.filter((note) => note !== '').join('\n\n'));
  return slide;
}
