import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStory, masterTheme, renderDeck } from '../../../src/report/index.js';
import { measuredRich } from '../measured.js';
import { CLIENT_PARTS, clientFile } from './client-file.js';

describe('a deck on a client’s layouts', () => {
  let parts: Record<string, string> = {};
  let plain: Record<string, string> = {};
  const textsOf = (deck: Uint8Array): Record<string, string> =>
    Object.fromEntries(Object.entries(unzipSync(deck)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  beforeAll(async () => {
    const story = buildStory(await measuredRich(), { brand: 'Maison Brel' });
    const theme = masterTheme(clientFile(), 'client.potx');
    const deck = await renderDeck(story, theme);
    expect(await renderDeck(story, theme)).toEqual(deck);
    parts = textsOf(deck);
    plain = textsOf(await renderDeck(story));
  });

  it('has the client’s master, layouts, pictures and slide size, none of ours, each part with its type', () => {
    const names = Object.keys(parts);
    const lent = Object.keys(CLIENT_PARTS).filter((name) => /slideMasters|slideLayouts|media/.test(name));
    expect(names.filter((name) => /slideMasters|slideLayouts/.test(name)).toSorted()).toEqual(
      lent.filter((name) => !name.includes('media')).toSorted(),
    );
    for (const name of lent.filter((one) => !/_rels|Master1\.xml/.test(one)))
      expect([name, parts[name]]).toEqual([name, CLIENT_PARTS[name]]);
    expect(parts['ppt/presentation.xml']).toContain('<p:sldSz cx="9144000" cy="4572000"/>');
    expect(parts['ppt/presentation.xml']).toContain('<p:sldMasterId id="2147483660"');
    const types = parts['[Content_Types].xml'] ?? '';
    for (const [, name] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(names).toContain(name);
    for (const name of names.filter((one) => /slide(Master|Layout)s\/[^_]/.test(one)))
      expect(types.split(`PartName="/${name}"`)).toHaveLength(2);
    // Every relation of every part finds its part.
    for (const name of names.filter((one) => one.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of (parts[name] ?? '').matchAll(
        /Target="([^"]+)"(?! TargetMode="External")/g,
      ))
        expect(names).toContain(new URL(target, `part:///${folder}`).pathname.slice(1));
    }
  });

  it('has its titles in placeholders of a cover, a titled slide and a divider, with every word of the plain deck', () => {
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeGreaterThan(8);
    const layouts = slides.map((name) => {
      const rels = parts[name.replace('slides/', 'slides/_rels/').concat('.rels')] ?? '';
      return /slideLayout(\d)\.xml/.exec(rels)?.[1];
    });
    expect(layouts.filter((one) => one === '1')).toHaveLength(1);
    expect(layouts.filter((one) => one === '2')).toHaveLength(1);
    expect(layouts.filter((one) => one === '3')).toHaveLength(slides.length - 2);
    const words = (xml = ''): string[] =>
      // The number of a slide is told where the client's layout has a place for it.
      [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].flatMap(([, text = '']) =>
        /^\d+$/.test(text) ? [] : [text],
      );
    for (const name of slides) {
      expect(parts[name]?.match(/<p:ph type="(?:ctrT|t)itle"\/>/g)).toHaveLength(1);
      expect(words(parts[name])).toEqual(expect.arrayContaining(words(plain[name])));
      expect(parts[`ppt/notesSlides/${name.slice(11).replace('slide', 'notesSlide')}`]).toBeDefined();
    }
    expect(parts['ppt/slides/slide1.xml']).toContain('<p:ph type="subTitle" idx="3"/>');
  });

  it('has its content where the client’s body stands: half as wide, half as high, nothing outside', () => {
    const boxes = Object.entries(parts)
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .flatMap(([, xml]) => [
        ...xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="([1-9]\d*)" cy="(\d+)"\/>/g),
      ])
      .map((match) => match.slice(1).map(Number) as [number, number, number, number]);
    expect(boxes.length).toBeGreaterThan(10);
    for (const [x, y, w, h] of boxes) {
      expect(x).toBeGreaterThanOrEqual(914_400 - 1);
      expect(x + w).toBeLessThanOrEqual(914_400 + 5_623_560 + 60_000);
      expect(y).toBeGreaterThanOrEqual(1_000_000 - 1);
      expect(y + h).toBeLessThanOrEqual(1_000_000 + 2_606_040 + 60_000);
    }
  });
});
