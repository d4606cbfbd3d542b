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
}

/** A slide with its title, and notes without the empty ones. */
export function titledSlide({ pptx, theme }: Desk, title: string, notes: readonly string[]): Slide {
  const slide = pptx.addSlide({ masterName: 'DEVERSOIR' });
  slide.addText(title, {
    x: 0.5,
    y: 0.3,
    w: 12.3,
    h: 0.95,
    fontSize: title.length > 90 ? 20 : 24,
    bold: true,
    color: theme.ink,
    fontFace: theme.headFont,
    valign: 'middle',
    margin: 0,
    fit: 'shrink',
    objectName: 'Title',
  });
  slide.addNotes(notes.filter((note) => note !== '').join('\n\n'));
  return slide;
}
