import { createRequire } from 'node:module';

/** A name that compromise tells, with its place in the text (UTF-16 units, end excluded). */
export interface NameSpan {
  readonly kind: 'person' | 'place' | 'organisation';
  readonly start: number;
  readonly end: number;
}

export interface NameReader {
  readonly name: 'compromise' | 'fr-compromise';
  /** Names of these kinds (default: all): persons first, then places, then organisations, each in the order of the text; they may overlap. */
  find(text: string, kinds?: readonly NameSpan['kind'][]): readonly NameSpan[];
}

interface Matches {
  json(options: { readonly offset: true }): unknown;
}
interface Parsed {
  people(): Matches;
  places(): Matches;
  organizations(): Matches;
}

const METHODS = { person: 'people', place: 'places', organisation: 'organizations' } as const;
const KINDS = ['person', 'place', 'organisation'] as const;

const TRIM = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** How far from its offset a match may stand: offsets skip the punctuation before a match, lengths count it. */
const DRIFT = 8;

function spansOf(text: string, kind: NameSpan['kind'], matches: Matches): NameSpan[] {
  const found = matches.json({ offset: true }) as readonly {
    readonly text: string;
    readonly offset: { readonly start: number };
  }[];
  return found.flatMap(({ text: written, offset }) => {
    // A match carries the punctuation around it.
    const name = written.replace(TRIM, '');
    const start = text.indexOf(name, Math.max(0, offset.start - DRIFT));
    return name === '' || start < 0 || start > offset.start + DRIFT
      ? []
      : [{ kind, start, end: start + name.length }];
  });
}

const PACKAGES = { fr: 'fr-compromise', en: 'compromise' } as const;

type ParsePattern = (pattern: string, options: object | undefined, world: object) => readonly object[];

const loaded = new Map<'fr' | 'en', unknown>();

/**
 * The parser of a language. Loaded here, once, from the build in one file: as modules compromise is 436 of them. By itself it reads the
 * patterns of its rules anew for each text, a quarter of its time.
 */
export function requireParser(language: 'fr' | 'en'): unknown {
  if (loaded.has(language)) return loaded.get(language);
  const parser = createRequire(import.meta.url)(PACKAGES[language]) as {
    world(): { readonly methods: { readonly one: { parseMatch: ParsePattern } } };
  };
  const { one } = parser.world().methods,
    { parseMatch } = one,
    known = new Map<string, readonly object[]>();
  one.parseMatch = (pattern, options, world) => {
    const key = options === undefined ? pattern : `${pattern} ${JSON.stringify(options)}`,
      parsed = known.get(key) ?? parseMatch(pattern, options, world);
    known.set(key, parsed);
    // some callers change what they are given
    return parsed.map((part) => ({ ...part }));
  };
  loaded.set(language, parser);
  return parser;
}

/** Names as compromise (English) or fr-compromise (French) tells them. The package is loaded here, once: about 0.2 s. */
export async function loadCompromise(language: 'fr' | 'en'): Promise<NameReader> {
  const parse = requireParser(language) as (text: string) => Parsed;
  return {
    name: PACKAGES[language],
    find(text, kinds = KINDS) {
      const parsed = parse(text);
      return KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
        spansOf(text, kind, parsed[METHODS[kind]]()),
      );
    },
  };
}
