import { DeversoirError } from '../../util/errors.js';
import type { ClientLayouts } from './client-layouts.js';

/** Colours of an office theme, in the order of its scheme. */
export const SCHEME = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
export type Scheme = Readonly<Record<(typeof SCHEME)[number], string>>;

/** Look of a deck: the client's colours, fonts and logo. Colours are six hexadecimal digits. */
export interface DeckTheme {
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
  readonly accent: string;
  readonly plain: string;
  readonly strong: string;
  readonly headFont: string;
  readonly bodyFont: string;
  /** A PNG or JPEG as a data address: `data:image/png;base64,…`. */
  readonly logo?: string;
  /** Master and layouts of a client's own file. */
  readonly layouts?: ClientLayouts;
  /** The twelve colours of an office theme, that of a client's own file. */
  readonly scheme?: Scheme;
}

export const DEFAULT_THEME: DeckTheme = {
  ink: '1F2933',
  soft: '4B5866',
  paper: 'FFFFFF',
  accent: '1B4F72',
  plain: '6590B0',
  strong: 'B5541C',
  headFont: 'Arial',
  bodyFont: 'Arial',
};

const COLOURS = ['ink', 'soft', 'paper', 'accent', 'plain', 'strong'] as const;
const FONTS = ['headFont', 'bodyFont'] as const;
/** What `masterTheme` takes of a client's file, as it is there. */
const OF_MASTER = ['layouts', 'scheme'] as const;

/**
 * A theme from the JSON of a client's theme file; what it leaves out is the default. Throws `option-invalid` for an unknown key or a
 * value that can't be.
 *
 * @example
 * parseTheme('{ "accent": "#006644" }', 'theme.json').accent
 * // → '006644'
 */
export function parseTheme(json: string, file = 'theme'): DeckTheme {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new DeversoirError('option-invalid', 'the theme is no JSON', {
      hint: 'expected an object such as { "accent": "#1B4F72" }',
      place: { file },
    });
  }
  return themeOf(given, file);
}

/** A theme, or what `masterTheme` made, with the default of what it leaves out. Throws as `parseTheme`. */
export const wholeTheme = (given: unknown): DeckTheme => themeOf(given, 'theme', OF_MASTER);

/** `whole`: keys whose values are taken as they are. */
function themeOf(given: unknown, file: string, whole: readonly string[] = []): DeckTheme {
  const invalid = (message: string, hint: string): DeversoirError =>
    new DeversoirError('option-invalid', message, { hint, place: { file } });
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid('the theme is no object', 'expected an object such as { "accent": "#1B4F72" }');
  const theme: Record<string, unknown> = { ...DEFAULT_THEME };
  for (const [key, value] of Object.entries(given)) {
    if (whole.includes(key)) {
      theme[key] = value;
      continue;
    }
    const colour = COLOURS.some((name) => name === key);
    const known = colour || key === 'logo' || FONTS.some((name) => name === key);
    if (!known)
      throw invalid(`unknown key "${key}"`, `expected one of ${[...COLOURS, ...FONTS, 'logo'].join(', ')}`);
    const text = typeof value === 'string' ? value.replace(/^#/, '') : '';
    if (colour && !/^[0-9a-f]{6}$/i.test(text))
      throw invalid(`${key}: ${JSON.stringify(value)}`, 'expected six hexadecimal digits such as #1B4F72');
    if (key === 'logo' && !/^data:image\/(png|jpeg);base64,/.test(text))
      throw invalid('logo', 'expected data:image/png;base64,… or data:image/jpeg;base64,…');
    if (text === '') throw invalid(`${key}: ${JSON.stringify(value)}`, 'expected a text');
    theme[key] = colour ? text.toUpperCase() : text;
  }
  return theme as unknown as DeckTheme;
}
