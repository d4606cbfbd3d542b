import { DEFAULT_THEME, type DeckTheme, type Scheme } from './deck-theme.js';

/** Least contrast of a text, and of large letters and of bars (WCAG 2.2, 1.4.3 and 1.4.11). */
const READABLE = 4.5;
const READABLE_LARGE = 3;
/** How far bars go from the accent to white: the farthest that is still seen. */
const PALER = [0.5, 0.4, 0.3, 0.2, 0.1];
/** How far a quiet text goes from the ink to the paper. */
const QUIETER = 0.25;

const channels = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance (WCAG 2.2) of a colour of six hexadecimal digits. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A colour that far on the way from one to another. */
export const between = (from: string, to: string, share: number): string =>
  channels(from)
    .map((one, at) => Math.round(one + ((channels(to)[at] ?? 0) - one) * share))
    .map((part) => part.toString(16).padStart(2, '0').toUpperCase())
    .join('');

/** What stands between the first tag of a name and its end; nothing is looked for twice, whatever the file repeats. */
export function inside(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}>`),
    to = from < 0 ? -1 : xml.indexOf(`</${name}>`, from);
  return to < 0 ? '' : xml.slice(from, to);
}

/** The colour of a name of the scheme as a master maps it: a dark master has its text from the light colours. */
function mapped(name: string, master: string, scheme: Scheme): string | undefined {
  const from = master.indexOf('<p:clrMap ');
  const map = from < 0 ? '' : master.slice(from, master.indexOf('>', from));
  const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  const to = new RegExp(`\\b${name}="(\\w+)"`).exec(map)?.[1] ?? usual[name] ?? name;
  return Object.hasOwn(scheme, to) ? scheme[to as keyof Scheme] : undefined;
}

/** The first colour that a part of a master or layout names. */
function colourIn(part: string, master: string, scheme: Scheme): string | undefined {
  const [, own, name] = /<a:(?:srgbClr val="([0-9a-fA-F]{6})"|schemeClr val="(\w+)")/.exec(part) ?? [];
  return own?.toUpperCase() ?? (name === undefined ? undefined : mapped(name, master, scheme));
}

/**
 * The colours of a deck on a client's master: the paper is the background of its layout or master, texts have the colour of the master's
 * own, and what could not be read on that paper gives way to what can.
 */
export function coloursOn(
  master: string,
  layout: string,
  scheme: Scheme,
): Pick<DeckTheme, 'ink' | 'soft' | 'paper' | 'accent' | 'plain' | 'strong'> {
  const named = (name: string): string => mapped(name, master, scheme) ?? scheme.dk1;
  const paper =
    [layout, master]
      .map((xml) => colourIn(inside(xml, 'p:bg'), master, scheme))
      .find((colour) => colour !== undefined) ?? named('bg1');
  const first = (wanted: readonly string[], least: number, otherwise: string): string =>
    wanted.find((colour) => contrast(colour, paper) >= least) ?? otherwise;
  const clearest = [named('tx1'), named('bg1'), scheme.dk2, scheme.lt2].reduce((best, one) =>
    contrast(one, paper) > contrast(best, paper) ? one : best,
  );
  const text = colourIn(inside(inside(master, 'p:bodyStyle'), 'a:lvl1pPr'), master, scheme);
  const ink = first([...(text === undefined ? [] : [text]), named('tx1')], READABLE, clearest);
  const { accent1, accent2, accent3, accent4, accent5, accent6 } = scheme;
  const seen = first([accent1], READABLE_LARGE, ink);
  return {
    ink,
    soft: first([named('tx2'), between(ink, paper, QUIETER)], READABLE, ink),
    paper,
    accent: seen,
    plain: first(
      PALER.map((share) => between(accent1, 'FFFFFF', share)),
      READABLE_LARGE,
      seen,
    ),
    strong: first([accent2, accent3, accent4, accent5, accent6, DEFAULT_THEME.strong], READABLE_LARGE, ink),
  };
}
