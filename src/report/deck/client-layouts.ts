import { strFromU8 } from 'fflate';

/** A rectangle in EMU (914,400 an inch). */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A layout of a client's file that our slides stand on. */
export interface ClientLayout {
  /** Its part, `ppt/slideLayouts/slideLayout2.xml`. */
  readonly part: string;
  /** Placeholder of the title, `title` or `ctrTitle`, and where it stands. */
  readonly title: 'title' | 'ctrTitle';
  readonly titleBox: Box;
  /** Size of the title's text in hundredths of a point. */
  readonly titleSize: number;
  /** Index of its placeholder for a second text, and for the slide's number; `null` without one. */
  readonly subtitle: string | null;
  readonly number: string | null;
}

/** Master and layouts of a client's file, as parts that a deck can hold. */
export interface ClientLayouts {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly master: string;
  readonly masterId: string;
  readonly size: { readonly cx: number; readonly cy: number };
  readonly cover: ClientLayout;
  readonly titled: ClientLayout;
  readonly divider: ClientLayout;
  /** Where a titled slide has its content. */
  readonly body: Box;
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of a client's file that its look is read from. */
export const LOOK =
  /^ppt\/(?:presentation\.xml|_rels\/presentation\.xml\.rels|(?:slideMasters|slideLayouts|theme)\/(?:[^/]+\.xml|_rels\/[^/]+\.xml\.rels)|media\/[^/]+)$/;

const TITLE_SIZE = 4400;
/** What a master or a layout may lean on; another kind (an add-in's data, a movie, a web address) leaves it out. */
const PLAIN = /\/(slideLayout|slideMaster|theme|image)$/;

/** An attribute of the first tag of a name. */
function attribute(xml: string, tag: string, name: string): string | undefined {
  const from = xml.indexOf(`<${tag}`),
    to = from < 0 ? -1 : xml.indexOf('>', from);
  return to < 0 ? undefined : new RegExp(`\\b${name}="([^"<>]*)"`).exec(xml.slice(from, to))?.[1];
}

const textOf = (parts: Parts, part: string): string => {
  const bytes = Object.hasOwn(parts, part) ? parts[part] : undefined;
  const text = bytes === undefined ? '' : strFromU8(bytes);
  return text.includes('<!DOCTYPE') ? '' : text;
};

/** Where the relations of a part stand. */
export const relationsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly outside: boolean;
}

function relationsIn(parts: Parts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return textOf(parts, relationsOf(part))
    .split('<Relationship ')
    .slice(1)
    .map((tag) => {
      const read = (name: string): string => new RegExp(`\\b${name}="([^"<>]*)"`).exec(tag)?.[1] ?? '';
      const target = read('Target');
      // `new URL` settles `..` and an address from the root alike.
      return {
        id: read('Id'),
        kind: read('Type'),
        target: new URL(target, `part:///${folder}`).pathname.slice(1),
        outside: read('TargetMode') === 'External',
      };
    });
}

/** Whether all that a part leans on is plain and in the file. */
const stands = (parts: Parts, part: string): boolean =>
  textOf(parts, part) !== '' &&
  relationsIn(parts, part).every(
    ({ kind, target, outside }) => !outside && PLAIN.test(kind) && Object.hasOwn(parts, target),
  );

/** Shapes of a slide part, a text each. */
const shapesIn = (xml: string): string[] => xml.split('<p:sp>').slice(1);

function boxIn(shape: string): Box | null {
  const [x, y] = ['x', 'y'].map((name) => Number(attribute(shape, 'a:off', name)));
  const [w, h] = ['cx', 'cy'].map((name) => Number(attribute(shape, 'a:ext ', name)));
  return [x, y, w, h].every((one) => Number.isFinite(one)) && Number(w) > 0 && Number(h) > 0
    ? { x: Number(x), y: Number(y), w: Number(w), h: Number(h) }
    : null;
}

const placeholder = (shape: string): { readonly type: string; readonly index: string } | null =>
  shape.includes('<p:ph')
    ? { type: attribute(shape, 'p:ph', 'type') ?? 'obj', index: attribute(shape, 'p:ph', 'idx') ?? '0' }
    : null;

function layoutOf(parts: Parts, part: string, master: string): ClientLayout | null {
  const xml = textOf(parts, part);
  const shapes = shapesIn(xml);
  const typed = (list: readonly string[], types: readonly string[]): string | undefined =>
    list.find((shape) => types.includes(placeholder(shape)?.type ?? ''));
  const own = typed(shapes, ['title', 'ctrTitle']);
  const above = typed(shapesIn(master), ['title']);
  const titleBox = boxIn(own ?? '') ?? boxIn(above ?? '');
  if (own === undefined || titleBox === null) return null;
  const style = master.slice(Math.max(0, master.indexOf('<p:titleStyle>')));
  const size = attribute(own, 'a:defRPr', 'sz') ?? attribute(style, 'a:defRPr', 'sz');
  const second = typed(shapes, ['subTitle']);
  const number = typed(shapes, ['sldNum']);
  return {
    part,
    title: placeholder(own)?.type === 'ctrTitle' ? 'ctrTitle' : 'title',
    titleBox,
    titleSize: Number(size) || TITLE_SIZE,
    subtitle: second === undefined ? null : (placeholder(second)?.index ?? null),
    number: number === undefined ? null : (placeholder(number)?.index ?? null),
  };
}

/**
 * The first master of a client's file with those of its layouts that stand by themselves, and which of them a cover, a titled slide and a
 * divider take; `null` where the file has none that can be lent: then its colours, fonts and logo are.
 */
export function layoutsIn(parts: Parts): ClientLayouts | null {
  const deck = textOf(parts, 'ppt/presentation.xml');
  const [cx, cy] = ['cx', 'cy'].map((name) => Number(attribute(deck, 'p:sldSz', name)));
  const masterId = attribute(deck, 'p:sldMasterId ', 'id');
  const link = attribute(deck, 'p:sldMasterId ', 'r:id');
  const master = relationsIn(parts, 'ppt/presentation.xml').find(({ id }) => id === link)?.target;
  if (!cx || !cy || masterId === undefined || master === undefined || !stands(parts, master)) return null;
  const xml = textOf(parts, master);
  const relations = relationsIn(parts, master);
  const all = relations.filter(({ kind }) => kind.endsWith('/slideLayout'));
  const kept = all.filter(({ target }) => stands(parts, target));
  const layouts = kept.flatMap(({ target }) => {
    const layout = layoutOf(parts, target, xml);
    return layout === null ? [] : [{ layout, type: attribute(textOf(parts, target), 'p:sldLayout', 'type') }];
  });
  const pick = (...types: readonly string[]): ClientLayout | undefined =>
    types.flatMap((type) => layouts.filter((one) => one.type === type))[0]?.layout;
  const titled = pick('titleOnly', 'obj');
  const cover = pick('title', 'secHead') ?? titled;
  const divider = pick('secHead', 'title') ?? titled;
  if (titled === undefined || cover === undefined || divider === undefined) return null;
  const bodyOf = (from: string): Box | null =>
    shapesIn(from)
      .filter((shape) => ['obj', 'body'].includes(placeholder(shape)?.type ?? ''))
      .map(boxIn)
      .find((box) => box !== null) ?? null;
  const content = pick('obj');
  const body = (content && bodyOf(textOf(parts, content.part))) ?? bodyOf(xml);
  if (body === null) return null;
  return {
    parts: takenOver(parts, master, kept, all),
    master,
    masterId,
    size: { cx, cy },
    cover,
    titled,
    divider,
    body,
  };
}

/** Themes of the client stand beside that of our notes. */
const renamed = (part: string): string =>
  part.replace(/^ppt\/theme\/(?:_rels\/)?/, (folder) => `${folder}client-`);

/** The parts of a master, its layouts and all they lean on; layouts that do not stand are struck from its list. */
function takenOver(
  parts: Parts,
  master: string,
  kept: readonly Relation[],
  all: readonly Relation[],
): Record<string, Uint8Array> {
  const taken = new Map<string, Uint8Array>();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const left = all.filter((one) => !kept.includes(one));
  const take = (part: string): void => {
    const name = renamed(part);
    if (taken.has(name)) return;
    taken.set(name, parts[part] ?? new Uint8Array());
    const relations = textOf(parts, relationsOf(part));
    if (relations === '') return;
    const tags = relations
      .split(/(?=<Relationship )/)
      .filter((tag) => !left.some(({ id }) => part === master && tag.includes(`Id="${id}"`)))
      .map((tag) => tag.replace(/theme\/(?=[^/"]+\.xml")/, 'theme/client-'))
      .join('');
    taken.set(
      relationsOf(name),
      encode(tags.endsWith('</Relationships>') ? tags : `${tags}</Relationships>`),
    );
    for (const { target } of relationsIn(parts, part))
      if (!left.some((one) => one.target === target)) take(target);
  };
  take(master);
  const listed = textOf(parts, master)
    .split(/(?=<p:sldLayoutId )/)
    .map((tag) =>
      left.some(({ id }) => tag.startsWith('<p:sldLayoutId ') && tag.includes(`r:id="${id}"`))
        ? tag.slice(tag.indexOf('>') + 1)
        : tag,
    );
  taken.set(master, encode(listed.join('')));
  return Object.fromEntries(taken);
}
