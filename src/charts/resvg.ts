import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { DeversoirError } from '../util/errors.js';

/** What is used of a picture drawn by resvg. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  asPng(): Uint8Array;
  free(): void;
}

/** What is used of an SVG read by resvg; `getBBox` is `undefined` where nothing would be drawn. */
interface ReadSvg {
  readonly width: number;
  getBBox(): unknown;
  render(): Drawn;
  free(): void;
}

export type ResvgMaker = new (
  svg: string,
  options: {
    readonly fitTo?:
      { readonly mode: 'width'; readonly value: number } | { readonly mode: 'zoom'; readonly value: number };
    readonly font: { readonly fontBuffers: readonly Uint8Array[] };
  },
) => ReadSvg;

interface ResvgPackage {
  readonly Resvg: ResvgMaker;
  readonly initWasm: (wasm: Uint8Array) => Promise<void>;
}

const NAME = '@resvg/resvg-wasm';
let initialised: Promise<void> | undefined;

async function initialise({ initWasm }: ResvgPackage): Promise<void> {
  const path = createRequire(import.meta.url).resolve(`${NAME}/index_bg.wasm`);
  try {
    await initWasm(await readFile(path));
  } catch (error) {
    // The caller's own program may have done so.
    if (!/already initialized/i.test(String(error))) throw error;
  }
}

/** resvg in WebAssembly, an optional peer: one binary for every platform. Errors: `peer-missing`. */
export async function loadResvg(
  load: (name: string) => Promise<unknown> = async (name) => (await import(name)) as unknown,
): Promise<ResvgMaker> {
  try {
    const resvg = (await load(NAME)) as ResvgPackage;
    await (initialised ??= initialise(resvg));
    return resvg.Resvg;
  } catch (cause) {
    initialised = undefined;
    throw new DeversoirError('peer-missing', `charts as PNG need ${NAME}`, {
      hint: `npm install ${NAME}`,
      cause,
    });
  }
}
