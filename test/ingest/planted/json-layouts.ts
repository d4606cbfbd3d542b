import { type Accident, layoutsOfFamily, type Planted, type PlantedLayout } from './plant.js';

/** A way that tools write messages as JSON. */
interface Shape {
  readonly file: string;
  item(one: Planted): unknown;
  /** The document around the items; absent: one item a line. */
  around?(items: readonly unknown[]): unknown;
  /** Its marks tell records only, not what stands between them. */
  readonly several?: true;
}

const iso = ({ at }: Planted): string => at.toISOString();
const flat = (one: Planted): object => ({
  id: one.id,
  date: iso(one),
  author: one.author,
  text: one.text,
  rating: one.rating,
});
const tweet = (one: Planted): object => ({
  id: one.id,
  author_id: `${one.rating}`,
  created_at: iso(one),
  text: one.text,
  lang: 'fr',
});

const SHAPES: Readonly<Record<string, Shape>> = {
  list: { file: 'avis.json', item: flat, around: (items) => items },
  'under a key': { file: 'avis.json', item: flat, around: (items) => ({ total: items.length, data: items }) },
  'under two keys': {
    file: 'avis.json',
    item: flat,
    around: (reviews) => ({ status: 'ok', results: { reviews } }),
  },
  lines: { file: 'avis.jsonl', item: flat },
  'tweets of the API': {
    file: 'tweets.json',
    item: tweet,
    around: (data) => ({ data, meta: { result_count: 9 } }),
  },
  'tweets, one a line': { file: 'tweets.jsonl', item: tweet },
  telegram: {
    file: 'result.json',
    item: (one) => ({
      id: Number(one.id),
      type: 'message',
      date: iso(one).slice(0, 19),
      date_unixtime: `${one.at.getTime() / 1000}`,
      from: one.author,
      from_id: `user${one.rating}`,
      text: one.text,
    }),
    around: (messages) => ({ name: 'Clients', type: 'private_group', id: 7, messages }),
  },
  messenger: {
    file: 'message_1.json',
    item: (one) => ({
      sender_name: one.author,
      timestamp_ms: one.at.getTime(),
      content: one.text,
      is_geoblocked_for_viewer: false,
    }),
    around: (messages) => ({
      participants: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
      messages,
      title: 'Clients',
    }),
  },
  trustpilot: {
    file: 'reviews.json',
    item: (one) => ({
      id: one.id,
      text: one.text,
      rating: one.rating,
      dates: { publishedDate: iso(one) },
      consumer: { displayName: one.author },
      language: 'fr',
    }),
    around: (reviews) => ({ pageProps: { businessUnit: { displayName: 'Laiterie' }, reviews } }),
  },
  youtube: {
    file: 'comments.json',
    item: (one) => ({
      kind: 'youtube#comment',
      id: one.id,
      snippet: { textOriginal: one.text, authorDisplayName: one.author, publishedAt: iso(one), videoId: 'v' },
    }),
    around: (items) => ({ kind: 'youtube#commentListResponse', items }),
  },
  reddit: {
    several: true,
    file: 'thread.json',
    item: (one) => ({
      kind: 't1',
      data: {
        id: one.id,
        name: `t1_${one.id}`,
        body: one.text,
        author: one.author,
        link_id: 't3_a',
        parent_id: 't3_a',
        subreddit: 'france',
        created_utc: one.at.getTime() / 1000,
      },
    }),
    around: (children) => ({ kind: 'Listing', data: { children, after: null } }),
  },
};
const NAMES = Object.keys(SHAPES);

/** What a shape writes, each item and line end by itself, for an accident to change. */
interface Written {
  readonly shape: Shape;
  readonly items: readonly unknown[];
  readonly indent?: number;
}

function write({ shape, items, indent }: Written): string {
  if (!shape.around) return items.map((item) => `${JSON.stringify(item)}\n`).join('');
  return JSON.stringify(shape.around(items), null, indent);
}

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const ONE_BYTE = /[^\u0000-\u00ff]/gu;
/** Texts that fit an encoding of one byte. */
const narrow = (planted: readonly Planted[]): readonly Planted[] =>
  planted.map((one) => ({ ...one, text: one.text.replaceAll(ONE_BYTE, '?') }));

/** An accident that can happen to any shape. */
const onText =
  (change: (text: string, shape: Shape) => string | Uint8Array, more: Partial<PlantedLayout> = {}) =>
  (shape: Shape): Accident =>
  (planted) => {
    const changed = change(write({ shape, items: planted.map(shape.item) }), shape);
    return {
      file: shape.file,
      bytes: typeof changed === 'string' ? Buffer.from(changed) : changed,
      texts: planted.map(({ text }) => text),
      ...(shape.several && { several: true }),
      ...more,
    };
  };
const onItems =
  (change: (items: readonly unknown[]) => readonly unknown[], more: Partial<PlantedLayout> = {}) =>
  (shape: Shape): Accident =>
  (planted) => ({
    file: shape.file,
    bytes: Buffer.from(write({ shape, items: change(planted.map(shape.item)) })),
    texts: planted.map(({ text }) => text),
    ...(shape.several && { several: true }),
    ...more,
  });

const ACCIDENTS: Readonly<Record<string, (shape: Shape) => Accident>> = {
  nothing: onText((text) => text),
  'byte order mark': onText((text) => `\ufeff${text}`),
  'UTF-16': onText((text) => utf16(text, false)),
  'UTF-16, other end first': onText((text) => utf16(text, true)),
  'Latin-1': (shape) => (planted, seed) => {
    const some = narrow(planted);
    return {
      ...onText((text) => Buffer.from(text, 'latin1'))(shape)(some, seed),
      texts: some.map(({ text }) => text),
    };
  },
  'letters as escapes': onText((text) =>
    text.replaceAll(/[^\u0000-\u007f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  'blank lines around': onText((text) => `\n\n${text}\n\n \n`),
  'Windows line ends': (shape) => (planted) => ({
    file: shape.file,
    bytes: Buffer.from(write({ shape, items: planted.map(shape.item), indent: 2 }).replaceAll('\n', '\r\n')),
    texts: planted.map(({ text }) => text),
  }),
  'trailing commas': onText((text) => text.replaceAll(/\}(?=\s*[\]}])/g, '},')),
  'a name that says another format': (shape) => (planted, seed) => ({
    ...onText((text) => text)(shape)(planted, seed),
    file: ['export.txt', 'export.csv', 'export', 'export.json (1).bak'][seed % 4] ?? '',
  }),
  'cut in the last record': (shape) => (planted, seed) => {
    const text = write({ shape, items: planted.map(shape.item) });
    const last = planted.at(-1)?.text ?? '';
    return {
      ...onText((all) => all.slice(0, text.lastIndexOf(JSON.stringify(last)) + 20))(shape)(planted, seed),
      texts: planted.slice(0, -1).map((one) => one.text),
      rejects: 1,
    };
  },
  'members that nobody knows': onItems((items) =>
    items.map((item) => ({ ...(item as object), x: null, y: [], z: { a: [1, [2]] }, vide: '' })),
  ),
  'long numbers': onItems((items) =>
    items.map((item, at) => ({ ...(item as object), serial: 7_620_097_982_969_000 + at })),
  ),
  'something else between': onItems(
    (items) => [...items.slice(0, 2), null, 'fin de page', ...items.slice(2)],
    { rejects: 2 },
  ),
  'an empty object at the end': onItems((items) => [...items, {}], { rejects: 1 }),
  'texts with brackets and quotes': (shape) => (planted, seed) =>
    onText((text) => text)(shape)(
      planted.map((one) => ({ ...one, text: `${one.text} [}]{"text": "\\" ,]` })),
      seed,
    ),
  'line ends in texts': (shape) => (planted, seed) =>
    onText((text) => text)(shape)(
      planted.map((one) => ({ ...one, text: `${one.text}\n\nEt voilà.\u2028Fin` })),
      seed,
    ),
  'one record': (shape) => (planted, seed) => onText((text) => text)(shape)(planted.slice(0, 1), seed),
};

/** Accidents that mean nothing for a shape: there is nothing around one line. */
const cannot = (shape: string, accident: string): boolean =>
  accident === 'trailing commas' && /line/.test(shape);

/** Exports as JSON in which accidents happened: `seeds` plantings of each. */
export const jsonLayouts = (seeds: number): readonly (() => Promise<PlantedLayout>)[] =>
  NAMES.flatMap((name) =>
    layoutsOfFamily(
      `JSON, ${name}`,
      Object.fromEntries(
        Object.entries(ACCIDENTS)
          .filter(([accident]) => !cannot(name, accident))
          .map(([accident, make]) => [accident, make(SHAPES[name] as Shape)]),
      ),
      seeds,
    ),
  );
