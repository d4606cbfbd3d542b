import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { relationsOf, type Box, type ClientLayout, type ClientLayouts } from './client-layouts.js';

/** Where our slides have their content below the title, in EMU: from 0.5 to 12.8 inches across, from 1.3 to 7 down. */
const CONTENT: Box = { x: 457_200, y: 1_188_720, w: 11_247_120, h: 5_212_080 };
const TYPES = 'application/vnd.openxmlformats-officedocument.';
const IMAGES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
};
/** About how wide a letter is for its size, and a line high. */
const LETTER = 0.5;
const LINE = 1.2;
const EMU_A_POINT = 12_700;
/** Texts are made smaller with the room, titles down to 16 points and the rest to 10, as both were at least. */
const SMALLEST_TITLE = 1600;
const SMALLEST = 1000;

/** The size at which a title fits its box, no larger than the client's. */
function sizeThatFits(text: string, { titleBox: { w, h }, titleSize }: ClientLayout): number {
  let size = titleSize;
  const fits = (): boolean => {
    const point = (size / 100) * EMU_A_POINT;
    return Math.ceil((text.length * LETTER * point) / (w * 0.96)) * LINE * point <= h;
  };
  while (size > SMALLEST_TITLE && !fits()) size -= 200;
  return size;
}

const TITLE = /<p:ph\s[^>]*type="title"/;

const wordsIn = (shape: string): string[] =>
  shape
    .split('<a:t>')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('</a:t>')));

/** A text shape as a placeholder of the layout, which gives it its place, font, size and colour. */
function asPlaceholder(shape: string, kind: string, size: number | null): string {
  const name = kind.startsWith('type="subTitle"') ? 'Subtitle' : 'Title';
  const id = /id="(\d+)"/.exec(shape)?.[1] ?? '2';
  const spoken = /lang="([^"]*)"/.exec(shape)?.[1] ?? 'fr-FR';
  const run = `<a:rPr lang="${spoken}"${size === null ? '' : ` sz="${size}"`} dirty="0"/>`;
  const paragraphs = wordsIn(shape).map((text) => `<a:p><a:r>${run}<a:t>${text}</a:t></a:r></a:p>`);
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`;
}

/** Shapes, tables and charts moved from our content to the client's, fonts no larger than they were. */
function moved(xml: string, { body }: ClientLayouts): string {
  const [across, down] = [body.w / CONTENT.w, body.h / CONTENT.h];
  const scale = Math.min(1, Math.sqrt(across * down));
  const sizeOf = (size: number): number =>
    Math.max(Math.min(size, SMALLEST), Math.round((size * scale) / 100) * 100);
  const x = (value: string): number => Math.round(body.x + (Number(value) - CONTENT.x) * across);
  const y = (value: string): number => Math.round(body.y + (Number(value) - CONTENT.y) * down);
  return xml
    .replace(
      /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g,
      (_, left: string, top: string, wide: string, high: string) =>
        `<a:off x="${x(left)}" y="${y(top)}"/><a:ext cx="${Math.round(Number(wide) * across)}" cy="${Math.round(Number(high) * down)}"/>`,
    )
    .replace(
      /<a:gridCol w="(\d+)"/g,
      (_, wide: string) => `<a:gridCol w="${Math.round(Number(wide) * across)}"`,
    )
    .replace(/ sz="(\d{3,})"/g, (_, size: string) => ` sz="${sizeOf(Number(size))}"`);
}

function slideOn(xml: string, layout: ClientLayout, layouts: ClientLayouts): string {
  const [head = '', ...rest] = xml.split(/(?=<p:sp>|<p:graphicFrame>|<p:pic>)/);
  let subtitle = layout.subtitle;
  const parts = rest.map((part) => {
    const end = part.indexOf('</p:sp>') < 0 ? -1 : part.indexOf('</p:sp>') + '</p:sp>'.length;
    const [shape, tail] = end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end)];
    if (shape.includes('type="sldNum"'))
      return layout.number === null
        ? tail
        : `${shape
            .replace(/<p:spPr>.*<\/p:spPr>/s, '<p:spPr/>')
            .replace(/idx="\d+"/, `idx="${layout.number}"`)}${tail}`;
    if (TITLE.test(shape)) {
      const size = sizeThatFits(wordsIn(shape).join(' '), layout);
      return `${asPlaceholder(shape, `type="${layout.title}"`, size < layout.titleSize ? size : null)}${tail}`;
    }
    if (subtitle !== null && layout === layouts.cover && shape.startsWith('<p:sp>')) {
      const made = asPlaceholder(shape, `type="subTitle" idx="${subtitle}"`, null);
      subtitle = null;
      return `${made}${tail}`;
    }
    return `${moved(shape, layouts)}${tail}`;
  });
  return `${head}${parts.join('')}`;
}

/** The layout of a slide: the first is the cover; one that holds but its title divides. */
function layoutFor(number: number, xml: string, { cover, divider, titled }: ClientLayouts): ClientLayout {
  if (number === 1) return cover;
  const shapes = xml.split(/<p:sp>|<p:graphicFrame>|<p:pic>/).slice(1);
  return shapes.every((shape) => TITLE.test(shape) || shape.includes('type="sldNum"')) ? divider : titled;
}

/** A deck on the master and the layouts of a client's file: titles and cover in its placeholders, content where its body stands, its slide size. */
export function onLayouts(deck: Uint8Array, layouts: ClientLayouts): Uint8Array {
  const own = unzipSync(deck);
  const parts: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(own)) {
    if (/^ppt\/(slideMasters|slideLayouts)\//.test(name) || name.endsWith('/')) continue;
    const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
    if (number === undefined) {
      parts[name] ??= bytes;
      continue;
    }
    const xml = strFromU8(bytes);
    const layout = layoutFor(Number(number), xml, layouts);
    parts[name] = strToU8(slideOn(xml, layout, layouts));
    const relations = strFromU8(own[relationsOf(name)] ?? new Uint8Array());
    parts[relationsOf(name)] = strToU8(
      relations.replace(/Target="[^"]*slideLayout\d+\.xml"/, `Target="/${layout.part}"`),
    );
  }
  const edit = (name: string, change: (text: string) => string): void => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  };
  edit('ppt/presentation.xml', (text) =>
    text
      .replace(/<p:sldMasterId id="\d+"/, `<p:sldMasterId id="${layouts.masterId}"`)
      .replace(/<p:sldSz [^>]*>/, `<p:sldSz cx="${layouts.size.cx}" cy="${layouts.size.cy}"/>`),
  );
  edit('ppt/_rels/presentation.xml.rels', (text) =>
    text.replace(/Target="[^"]*slideMaster1\.xml"/, `Target="/${layouts.master}"`),
  );
  edit('[Content_Types].xml', (text) => withTypes(text, Object.keys(layouts.parts)));
  return zipSync({ ...parts, ...layouts.parts });
}

function withTypes(xml: string, names: readonly string[]): string {
  const kinds: readonly (readonly [folder: string, kind: string])[] = [
    ['ppt/slideMasters/', 'presentationml.slideMaster+xml'],
    ['ppt/slideLayouts/', 'presentationml.slideLayout+xml'],
    ['ppt/theme/', 'theme+xml'],
  ];
  const overrides = names.flatMap((name) => {
    const kind = kinds.find(([folder]) => name.startsWith(folder) && !name.includes('/_rels/'))?.[1];
    return kind === undefined ? [] : [`<Override PartName="/${name}" ContentType="${TYPES}${kind}"/>`];
  });
  const extensions = new Set(
    names
      .filter((name) => name.startsWith('ppt/media/'))
      .map((name) => name.slice(name.lastIndexOf('.') + 1)),
  );
  const defaults = [...extensions]
    .filter((one) => !xml.includes(`Extension="${one}"`))
    .map(
      (one) =>
        `<Default Extension="${one}" ContentType="${IMAGES[one.toLowerCase()] ?? 'application/octet-stream'}"/>`,
    );
  return xml
    .split(/(?=<Override )/)
    .filter(
      (tag) => !/PartName="\/ppt\/(slideMasters|slideLayouts)\//.test(tag) || !tag.startsWith('<Override '),
    )
    .join('')
    .replace(/(<Types[^>]*>)/, `$1${defaults.join('')}`)
    .replace(/(<\/Types>)?\s*$/, '')
    .concat(overrides.join(''), '</Types>');
}
