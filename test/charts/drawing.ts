import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { VegaLiteSpec } from '../../src/charts/chart.js';
import { compileSpec, renderSvg } from '../../src/charts/render.js';
import { textWidth } from '../../src/charts/text-width.js';

const schemaPath = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const validate = new Ajv({
  strict: false,
  allowUnionTypes: true,
  formats: { 'color-hex': true, uri: true, 'uri-reference': true },
}).compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);

/** What the Vega-Lite schema has against a specification: at most three errors. */
function specificationErrors(spec: unknown): unknown[] {
  return validate(JSON.parse(JSON.stringify(spec))) ? [] : (validate.errors?.slice(0, 3) ?? ['invalid']);
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Texts of a drawing with their boxes, line by line, from the transforms around them. */
export function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = [];
  const offsets: [number, number][] = [[0, 0]];
  for (const [whole, group, textTag, content] of svg.matchAll(
    /<\/g>|<g\b([^>]*)>|<text\b([^>]*)>(.*?)<\/text>/g,
  )) {
    const attributes = group ?? textTag ?? '';
    if (whole === '</g>') {
      offsets.pop();
      continue;
    }
    const [x, y] = offsets[offsets.length - 1] ?? [0, 0];
    const move = /transform="translate\(([-\d.]+),\s?([-\d.]+)\)([^"]*)"/.exec(attributes);
    const [left, top] = [x + Number(move?.[1] ?? 0), y + Number(move?.[2] ?? 0)];
    if (content === undefined) {
      offsets.push([left, top]);
      continue;
    }
    if (move?.[3]?.includes('rotate') || /opacity="0"/.test(attributes)) continue;
    const lines = content.includes('<tspan')
      ? [...content.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, line]) => line ?? '')
      : [content];
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11);
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
    for (const [index, line] of lines.entries()) {
      const text = line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      if (text.trim() === '') continue;
      const width = textWidth(text, size, /font-weight="bold"/.test(attributes));
      const start = anchor === 'end' ? left - width : anchor === 'middle' ? left - width / 2 : left;
      const base = top + index * (size + 2);
      boxes.push({
        text,
        left: start,
        right: start + width,
        top: base - size * 0.7,
        bottom: base + size * 0.1,
      });
    }
  }
  return boxes;
}

/** Pairs of texts that lie over each other. */
export function overlapsOf(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - 0.5 &&
          b.left < a.right - 0.5 &&
          a.top < b.bottom - 0.5 &&
          b.top < a.bottom - 0.5,
      )
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** A chart as drawn, and what is wrong with it: the specification, warnings, texts over each other or outside. */
export async function drawn(
  spec: VegaLiteSpec | null,
): Promise<{
  readonly svg: string;
  readonly boxes: readonly TextBox[];
  readonly faults: readonly unknown[];
}> {
  const svg = await renderSvg(spec ?? {});
  const boxes = textBoxes(svg);
  const [, , width = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return {
    svg,
    boxes,
    faults: [
      ...specificationErrors(spec),
      ...(await compileSpec(spec ?? {})).warnings,
      ...overlapsOf(boxes),
      ...boxes.filter((box) => box.left < -0.5 || box.right > width + 0.5).map(({ text }) => text),
    ],
  };
}
