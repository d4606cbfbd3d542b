import { strFromU8, unzipSync } from 'fflate';
import { DeversoirError } from '../../util/errors.js';
import { coloursOn, inside } from './client-colours.js';
import { layoutsIn, LOOK } from './client-layouts.js';
import { DEFAULT_THEME, SCHEME, type DeckTheme, type Scheme } from './deck-theme.js';

/** A part of a template larger than this is no theme and no logo; all that is looked at together is no larger than some of them. */
const LARGEST = 20_000_000,
  TOGETHER = 5 * LARGEST;

const hex = (value: string): string => value.toUpperCase();

function coloursOf(xml: string): Partial<Record<keyof Scheme, string>> {
  return Object.fromEntries(
    SCHEME.flatMap((name) => {
      const colour = inside(xml, `a:${name}`);
      const found =
        /<a:srgbClr val="([0-9a-fA-F]{6})"/.exec(colour)?.[1] ??
        /lastClr="([0-9a-fA-F]{6})"/.exec(colour)?.[1];
      return found === undefined ? [] : [[name, hex(found)]];
    }),
  );
}

/**
 * The look of a client's own PowerPoint file (`.potx`, `.pptx`, `.thmx`): the twelve colours of its theme, its two fonts, its master
 * and layouts with their backgrounds and placeholders, and its slide size. A `.thmx`, or a master that leans on more than pictures (an
 * add-in's data, a web address), lends colours, fonts and the first PNG or JPEG of the master as logo. No animation is taken over. Throws `option-invalid`
 * for a file that holds no theme.
 */
export function masterTheme(file: Uint8Array, name: string): DeckTheme {
  const invalid = (why: string, cause?: unknown): DeversoirError =>
    new DeversoirError('option-invalid', why, {
      hint: 'give a .potx or .pptx with its theme, or a JSON theme',
      place: { file: name },
      ...(cause !== undefined && { cause }),
    });
  let parts: Readonly<Record<string, Uint8Array>>,
    together = 0;
  try {
    parts = unzipSync(file, {
      filter: ({ name: part, originalSize }) =>
        LOOK.test(part.replace(/^theme\//, 'ppt/theme/')) &&
        originalSize <= LARGEST &&
        (together += originalSize) <= TOGETHER,
    });
  } catch (cause) {
    throw invalid('this is no PowerPoint file', cause);
  }
  const themeName = Object.keys(parts)
    .filter((part) => /theme\/theme\d+\.xml$/.test(part))
    .toSorted()[0];
  const xml = themeName === undefined ? '' : strFromU8(parts[themeName] ?? new Uint8Array());
  const colours = coloursOf(xml);
  if (colours.accent1 === undefined || colours.dk1 === undefined || colours.lt1 === undefined)
    throw invalid('the file holds no theme colours');
  const font = (kind: 'majorFont' | 'minorFont', byDefault: string): string => {
    const face = /<a:latin typeface="([^"+<>]+)"/.exec(inside(xml, `a:${kind}`))?.[1];
    return face ?? byDefault;
  };
  const scheme = Object.fromEntries(SCHEME.map((one) => [one, colours[one] ?? colours.accent1])) as Scheme;
  const layouts = layoutsIn(parts);
  const text = (part = ''): string =>
    Object.hasOwn(parts, part) ? strFromU8(parts[part] ?? new Uint8Array()) : '';
  const master =
    layouts?.master ??
    Object.keys(parts)
      .filter((part) => /slideMasters\/slideMaster\d+\.xml$/.test(part))
      .toSorted()[0];
  const logo = layouts === null ? logoOf(parts) : undefined;
  return {
    ...coloursOn(text(master), text(layouts?.titled.part), scheme),
    headFont: font('majorFont', DEFAULT_THEME.headFont),
    bodyFont: font('minorFont', DEFAULT_THEME.bodyFont),
    scheme,
    ...(logo !== undefined && { logo }),
    ...(layouts !== null && { layouts }),
  };
}

/** The first picture of the first slide master, as a data address. */
function logoOf(parts: Readonly<Record<string, Uint8Array>>): string | undefined {
  const relations = Object.keys(parts)
    .filter((part) => part.endsWith('.rels'))
    .toSorted()[0];
  if (relations === undefined) return undefined;
  const target = /Target="\.\.\/media\/([^"/]+\.(png|jpe?g))"/i.exec(
    strFromU8(parts[relations] ?? new Uint8Array()),
  );
  const picture = target === null ? undefined : parts[`ppt/media/${target[1]}`];
  if (target === null || picture === undefined) return undefined;
  const type = target[2]?.toLowerCase() === 'png' ? 'png' : 'jpeg';
  return `data:image/${type};base64,${Buffer.from(picture).toString('base64')}`;
}

/** The theme part of a deck with the colours of a client's scheme, so that what is edited later offers them. */
export const withScheme = (xml: string, scheme: Scheme): string =>
  xml.replace(
    /<a:clrScheme.*?<\/a:clrScheme>/s,
    `<a:clrScheme name="client">${SCHEME.map((name) => `<a:${name}><a:srgbClr val="${scheme[name]}"/></a:${name}>`).join('')}</a:clrScheme>`,
  );
