import { strFromU8, unzipSync } from 'fflate';
import { TITLES, type Desk, type Pptx } from '../../../src/report/deck/desk.js';
import { DEFAULT_THEME } from '../../../src/report/deck/deck-theme.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain } from '../written.js';

/** What one slide says, its tables and its notes, breaks and spaces of French typography as plain spaces. */
export interface SaidSlide {
  readonly texts: readonly string[];
  readonly table: readonly string[];
  readonly notes: string;
  /** Titles of its charts. */
  readonly charts: readonly string[];
}

const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => plain(match[1] ?? ''));

/** Makes slides on a desk of their own, and says what they hold. */
export async function slidesOf(make: (desk: Desk) => void): Promise<SaidSlide[]> {
  const { default: PptxGenJS } = (await import('pptxgenjs')) as unknown as { default: new () => Pptx };
  const pptx = new PptxGenJS();
  for (const [title, place] of Object.entries(TITLES))
    pptx.defineSlideMaster({
      title,
      objects: [{ placeholder: { options: { name: 'title', type: 'title', ...place }, text: '' } }],
    });
  make({ pptx, theme: DEFAULT_THEME, words: wordsOf('fr', 'UTC'), charts: [] });
  const parts = unzipSync((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  return Object.keys(parts)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((_, at) => {
      const xml = part(`ppt/slides/slide${at + 1}.xml`);
      return {
        texts: textsOf(xml.replace(/<a:tbl>.*?<\/a:tbl>/gs, '')),
        table: [...xml.matchAll(/<a:tbl>.*?<\/a:tbl>/gs)].flatMap(([table]) => textsOf(table)),
        charts: [
          ...part(`ppt/slides/_rels/slide${at + 1}.xml.rels`).matchAll(/charts\/chart\d+\.xml/g),
        ].flatMap(([name]) => textsOf(/<c:title>.*?<\/c:title>/s.exec(part(`ppt/${name}`))?.[0] ?? '')),
        notes: textsOf(part(`ppt/notesSlides/notesSlide${at + 1}.xml`)).join(' '),
      };
    });
}
