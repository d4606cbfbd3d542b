import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { checkOptions, checkValues, valueInWords, type Allowed } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';
import { NBSP } from '../util/french.js';
import type { VegaLiteSpec } from './chart.js';
import { renderSvg } from './render.js';
import { loadResvg } from './resvg.js';
import { systemFonts } from './system-fonts.js';

export interface PngOptions {
  /** Width of the picture in pixels, 1 to 10,000; in place of `scale`. */
  readonly width?: number;
  /** Pixels of the picture a pixel of the chart, 0.1 to 10. Default 2: sharp on paper and on dense screens. */
  readonly scale?: number;
  /** Files of fonts (TTF, OTF, TTC), for the same bytes on machines whose fonts differ. Default: those of the system. */
  readonly fonts?: readonly string[];
}

const within = (low: number, high: number, value: unknown): boolean =>
  typeof value === 'number' && value >= low && value <= high;
const ALLOWED: Readonly<Record<keyof PngOptions, Allowed>> = {
  width: {
    expected: 'whole pixels, 1 to 10000',
    ok: (value) => Number.isInteger(value) && within(1, 10_000, value),
  },
  scale: { expected: 'a number from 0.1 to 10', ok: (value) => within(0.1, 10, value) },
  fonts: {
    expected: 'a list of paths of fonts',
    ok: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((path) => typeof path === 'string'),
  },
};

/**
 * Draws a specification as a PNG, for a mail or a document, where it takes the place that the chart has on a page. It needs
 * the optional package `@resvg/resvg-wasm` and a font: Helvetica, Arial or Liberation Sans, as wide as charts are laid
 * out for; with another, long labels may touch. Same specification, same fonts, same bytes. Nothing is fetched.
 *
 * @throws DeversoirError `option-invalid`; `peer-missing` where the package or every font is; `input-unreadable` for a file of
 *   `fonts`; `internal` for what resvg does not draw
 * @example
 * const spec = { data: { values: [{ n: 3 }] }, mark: 'bar', encoding: { x: { field: 'n', type: 'quantitative' } } };
 * const refused = [];
 * for (const options of [{ width: 0 }, { width: 1200, scale: 2 }])
 *   await renderPng(spec, options).catch((error) => refused.push(error.message));
 * refused
 * // → ['width 0: expected whole pixels, 1 to 10000', 'width and scale: give one of them']
 */
export async function renderPng(spec: VegaLiteSpec, options: PngOptions = {}): Promise<Uint8Array> {
  checkOptions(options, Object.keys(ALLOWED));
  checkValues(options, ALLOWED);
  const { width, scale, fonts } = options;
  if (width !== undefined && scale !== undefined)
    throw new DeversoirError('option-invalid', 'width and scale', { hint: 'give one of them' });
  const Resvg = await loadResvg();
  const font = { fontBuffers: await readFonts(fonts ?? (await systemFonts())) };
  const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">é</text></svg>';
  const probe = new Resvg(letter, { font });
  const drawsText = probe.getBBox() !== undefined;
  probe.free();
  if (!drawsText)
    throw fonts === undefined
      ? new DeversoirError('peer-missing', 'this machine has no font to draw text with', {
          hint: 'install one (apt-get install fonts-liberation) or give fonts: [FILE.ttf, …]',
        })
      : new DeversoirError('option-invalid', `fonts: ${valueInWords(fonts)} without a letter`, {
          hint: `expected ${ALLOWED.fonts.expected} (TTF, OTF, TTC)`,
        });
  // Many fonts lack the narrow space, and would show a box; our table holds both spaces for equally wide.
  const svg = (await renderSvg(spec)).replaceAll('\u202f', NBSP);
  try {
    const chart = new Resvg(svg, {
      fitTo: width === undefined ? { mode: 'zoom', value: scale ?? 2 } : { mode: 'width', value: width },
      font,
    });
    const picture = chart.render();
    const png = withResolution(picture.asPng(), picture.width / chart.width);
    picture.free();
    chart.free();
    return png;
  } catch (cause) {
    throw new DeversoirError('internal', 'resvg does not draw this chart', {
      hint: 'renderSvg draws it as SVG',
      cause,
    });
  }
}

function readFonts(paths: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(
    paths.map((path) =>
      readFile(path).catch((cause: unknown) => {
        throw new DeversoirError('input-unreadable', 'a font that can’t be read', {
          place: { file: path },
          cause,
        });
      }),
    ),
  );
}

/** Says in a PNG (chunk `pHYs`, after the header) how large it is on paper: 96 pixels of the chart an inch. */
function withResolution(png: Uint8Array, scale: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  const perMetre = Math.round((96 * scale) / 0.0254);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const header = 33;
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]);
}
