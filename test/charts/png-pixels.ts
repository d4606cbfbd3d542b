import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Pixels a metre on paper. */
  readonly perMetre: number;
  /** How dark a pixel is, 0 (white or nothing) to 1. */
  readonly ink: (x: number, y: number) => number;
}

/** Paeth's predictor of the PNG specification. */
function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Reads a PNG of 8-bit RGBA without interlacing. */
export function pngPixels(bytes: Uint8Array): Pixels {
  const png = Buffer.from(bytes);
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    chunks.set(name, [...(chunks.get(name) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const part = (name: string): Buffer => Buffer.concat(chunks.get(name) ?? []);
  const header = part('IHDR');
  if (header.toString('hex', 8) !== '0806000000') throw new Error('not 8-bit RGBA without interlacing');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const raw = inflateSync(part('IDAT'));
  const stride = width * 4;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const left = i < 4 ? 0 : (pixels[at - 4] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = i < 4 || y === 0 ? 0 : (pixels[at - stride - 4] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      pixels[at] = (raw[y * (stride + 1) + 1 + i] ?? 0) + guess;
    }
  }
  const ink = (x: number, y: number): number => {
    const at = (Math.round(y) * width + Math.round(x)) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    return ((1 - (red + green + blue) / 765) * alpha) / 255;
  };
  return { width, height, perMetre: part('pHYs').readUInt32BE(0), ink };
}
