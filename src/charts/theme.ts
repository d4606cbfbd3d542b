/** Colours and type of every chart. Hues keep apart for colour-blind eyes, lightness keeps them apart in print. */
import { MONTHS } from '../util/french.js';

const FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif';
export const FONT_SIZE = 11.5;
export const INK = '#1f2933';
export const SOFT = '#52606d';
export const GRID = '#e4e7eb';
export const ACCENT = '#1b4f72';

export const STAGE_COLOURS: Readonly<Record<string, string>> = {
  private: '#1b4f72',
  public: '#b5541c',
  press: '#6a3d7c',
};
export const TONE_COLOURS: Readonly<Record<string, string>> = {
  negative: '#a63d14',
  neutral: '#dfe3e8',
  mixed: '#c9b79c',
  positive: '#6ba3cc',
};
/** Text colour on each tone. */
export const TONE_INKS: Readonly<Record<string, string>> = {
  negative: '#ffffff',
  neutral: INK,
  mixed: INK,
  positive: INK,
};

/** French numbers and dates for Vega, defined here so that no locale of the machine is asked. */
const VEGA_LOCALE = {
  number: {
    decimal: ',',
    thousands: '\u202f',
    grouping: [3],
    currency: ['', '\u00a0€'],
    percent: '\u00a0%',
    minus: '−',
  },
  time: {
    dateTime: '%A %e %B %Y à %X',
    date: '%d/%m/%Y',
    time: '%H:%M:%S',
    periods: ['', ''],
    days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
    months: MONTHS,
    shortMonths: [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ],
  },
};

/** Label of a day on an axis whose format begins with the day: « 1er mars », not « 1 mars ». */
export const DAY_LABEL = "replace(datum.label, /^1 /, '1er ')";

/** Vega-Lite configuration shared by all charts. */
export const CONFIG = {
  font: FONT,
  locale: VEGA_LOCALE,
  aria: false,
  background: '#ffffff',
  view: { stroke: null },
  axis: {
    labelFontSize: FONT_SIZE,
    labelColor: INK,
    titleFontSize: FONT_SIZE,
    titleFontWeight: 'normal',
    titleColor: SOFT,
    gridColor: GRID,
    domainColor: '#9aa5b1',
    tickColor: '#9aa5b1',
    labelLimit: 0,
  },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: 14,
    fontWeight: 'bold',
    color: INK,
    subtitleColor: SOFT,
    subtitleFontSize: FONT_SIZE,
    subtitlePadding: 4,
    offset: 10,
  },
} as const;
