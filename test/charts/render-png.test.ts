import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderPng, type PngOptions } from '../../src/charts/render-png.js';
import { renderSvg } from '../../src/charts/render.js';
import { systemFonts } from '../../src/charts/system-fonts.js';
import { CONFIG } from '../../src/charts/theme.js';
import { textBoxes } from './drawing.js';
import { pngPixels } from './png-pixels.js';

const fonts = [fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'))];

const spec = (title = 'Où l’été a déçu\u00a0: −3\u00a0%') => ({
  title: { text: title, subtitle: 'n\u00a0=\u00a012 œuvres' },
  width: 300,
  height: 80,
  data: {
    values: [
      { subject: 'Goût', change: -0.3 },
      { subject: 'Fraîcheur', change: 0.1 },
    ],
  },
  mark: 'bar',
  encoding: {
    y: { field: 'subject', type: 'nominal', title: null },
    x: { field: 'change', type: 'quantitative', axis: { format: '.0%', tickCount: 4 } },
  },
  config: CONFIG,
});

/** A rectangle of half opacity that lies outside, on which resvg 0.34 stops. */
const outside = {
  autosize: 'none',
  width: 50,
  height: 50,
  data: { values: [{}] },
  mark: { type: 'rect', opacity: 0.5, width: 20, height: 20 },
  encoding: { x: { value: 900 }, y: { value: 10 } },
};

describe('renderPng', () => {
  it('is a PNG as wide as asked, with ink wherever the SVG has a text', async () => {
    const svg = await renderSvg(spec());
    const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
    const picture = pngPixels(await renderPng(spec(), { width: 1000, fonts }));
    expect(picture.width).toBe(1000);
    expect(picture.height).toBe(Math.round((1000 * height) / width));
    const scale = 1000 / width;
    const boxes = textBoxes(svg);
    expect(boxes.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Goût', 'Fraîcheur', '−20\u00a0%']),
    );
    for (const { text, left, right, top, bottom } of boxes) {
      let dark = 0;
      for (let y = top * scale; y < bottom * scale; y++)
        for (let x = left * scale; x < right * scale; x++) if (picture.ink(x, y) > 0.4) dark++;
      const share = dark / ((right - left) * (bottom - top) * scale ** 2);
      expect(share, text).toBeGreaterThan(0.05);
      expect(share, text).toBeLessThan(0.5);
    }
  });

  it('takes on paper the place of the chart: 96 of its pixels an inch, at any scale', async () => {
    const [one, two, three] = await Promise.all(
      [{ scale: 1 }, {}, { scale: 3 }].map(async (options) =>
        pngPixels(await renderPng(spec(), { ...options, fonts })),
      ),
    );
    expect(two?.width).toBe(2 * (one?.width ?? 0));
    expect(three?.width).toBe(3 * (one?.width ?? 0));
    expect([one?.perMetre, two?.perMetre, three?.perMetre]).toEqual([3780, 7559, 11_339]);
  });

  it('gives the same bytes again, and other bytes for another letter', async () => {
    const png = await renderPng(spec(), { fonts });
    expect(Buffer.compare(png, await renderPng(spec(), { fonts }))).toBe(0);
    expect(
      Buffer.compare(png, await renderPng(spec('Ou l’été a déçu\u00a0: −3\u00a0%'), { fonts })),
    ).not.toBe(0);
  });

  it('draws a narrow space as a space, not as the box of a letter that the font lacks', async () => {
    const narrow = await renderPng(spec('1\u202f000'), { fonts });
    expect(Buffer.compare(narrow, await renderPng(spec('1\u00a0000'), { fonts }))).toBe(0);
    expect(Buffer.compare(narrow, await renderPng(spec('1\u4e00000'), { fonts }))).not.toBe(0);
  });

  it('takes the fonts of the system, or says that there is none', async () => {
    const drawn = renderPng(spec(), { width: 640 });
    if ((await systemFonts()).length > 0) expect(pngPixels(await drawn).width).toBe(640);
    else await expect(drawn).rejects.toThrow(/no font to draw text with: install one/);
  });

  it('refuses what it can’t do, in a sentence', async () => {
    for (const [options, code, message] of [
      [{ width: 10.5 }, 'option-invalid', /^width 10\.5: expected whole pixels/],
      [{ scale: 11 }, 'option-invalid', /^scale 11: expected a number from 0\.1 to 10/],
      [{ fonts: [] }, 'option-invalid', /^fonts a list of 0: expected/],
      [{ fonts: [fileURLToPath(import.meta.url)] }, 'option-invalid', /without a letter/],
      [{ fonts: ['none.ttf'] }, 'input-unreadable', /^none\.ttf: /],
      [{ dpi: 300 } as PngOptions, 'option-invalid', /^unknown option "dpi"/],
    ] as const)
      await expect(renderPng(spec(), options)).rejects.toMatchObject({
        name: 'DeversoirError',
        code,
        message: expect.stringMatching(message) as string,
      });
  });

  it('says so where resvg stops, and draws the next chart', async () => {
    await expect(renderPng(outside, { fonts })).rejects.toMatchObject({
      code: 'internal',
      message: 'resvg does not draw this chart: renderSvg draws it as SVG',
    });
    expect(pngPixels(await renderPng(spec(), { width: 300, fonts })).width).toBe(300);
  });
});
