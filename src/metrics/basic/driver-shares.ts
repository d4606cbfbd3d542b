import { tellAskedPart } from '../asked-part.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { groupShare, shareInterval, shareRatioInterval } from './score-interval.js';
import { TONE_COLUMNS, toneEvents, toneRow } from './net-sentiment.js';
import { CUSTOMER, MESSAGE_DRIVERS, periodOf } from '../sql.js';

const LIMITS = {
  fr: 'Un message peut parler de plusieurs motifs : les parts ne se somment pas à 100 %.',
  en: 'A message can speak of several drivers: shares do not sum to 100%.',
};
const frame = metricFrame({
  name: 'driverShares',
  label: { fr: 'Motifs : volume et part de négatif', en: 'Quality drivers: volume and negative share' },
  unit: 'messages',
  denominator: {
    fr: 'messages de clients dont le texte est lu',
    en: 'customers’ messages whose text is read',
  },
  method: {
    fr: 'Motifs repérés dans le texte ; tonalité propre à chaque motif. Intervalles de Wilson, élargis quand un auteur écrit plusieurs fois.',
    en: 'Drivers found in the text; sentiment of each driver. Wilson intervals, widened when an author writes several times.',
  },
  limits: LIMITS,
  columns: { driver: 'text', share: 'number', shareLow: 'number?', shareHigh: 'number?', ...TONE_COLUMNS },
});

/** No driver is looked for in a language that is not read. */
const READ_TEXT = `${CUSTOMER} AND text IS NOT NULL AND sentiment IS NOT NULL`;

/** Quality drivers: messages that speak of each, their share of all, negative share and net score with intervals. */
export const driverShares = defineMetric(
  { frame: frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const [all] = await clusteredCounts(corpus, {
      from: 'storedMessages',
      where: READ_TEXT,
      events: { spoken: 'len(drivers) > 0' },
    });
    if (!all)
      return unmeasured(
        frame,
        0,
        'aucun message de client n’a de texte lu',
        'no customer message has a text that is read',
      );
    const rows = await clusteredCounts(corpus, {
      from: MESSAGE_DRIVERS,
      where: READ_TEXT,
      by: { driver: 'driver' },
      events: toneEvents('driverSentiment'),
    });
    if (rows.length === 0)
      return unmeasured(
        frame,
        all.n,
        'aucun motif repéré dans les textes',
        'no driver was found in the texts',
      );
    const table = rows.map((row): RowOf<typeof frame.columns> => {
      const share = shareInterval(groupShare(row, all.n), level);
      return {
        driver: row.key['driver'] ?? '',
        ...toneRow(row, level),
        share: row.n / all.n,
        shareLow: share?.low ?? null,
        shareHigh: share?.high ?? null,
      };
    });
    table.sort((a, b) => b.n - a.n || a.driver.localeCompare(b.driver, 'en'));
    const asked = tellAskedPart(corpus, 'driver', { ...frame, limits: LIMITS });
    return makeMetric(frame, { value: all.counts['spoken'] ?? 0, n: all.n, rows: table, ...asked });
  },
);

const shiftFrame = metricFrame({
  name: 'driverShift',
  label: {
    fr: 'Motifs qui montent ou descendent d’un trimestre à l’autre',
    en: 'Drivers rising or falling between quarters',
  },
  unit: 'ratio',
  denominator: {
    fr: 'messages de clients du trimestre, datés et dont le texte est lu',
    en: 'customers’ messages of the quarter, dated and whose text is read',
  },
  method: {
    fr: 'Rapport de la part du motif dans le dernier trimestre à sa part dans le précédent ; intervalle par MOVER (Donner et Zou, 2012).',
    en: 'Ratio of the driver’s share in the last quarter to its share in the previous one; MOVER interval (Donner & Zou 2012).',
  },
  limits: {
    fr: 'Un dernier trimestre à peine entamé (moins du quart des messages du précédent) est laissé de côté. Les parts se comparent, pas les volumes. Sur une vingtaine de comparaisons, une sort de son intervalle par hasard.',
    en: 'A last quarter that has barely begun (under a quarter of the messages of the one before) is left out. Compare shares, not volumes. With twenty comparisons one falls outside its interval by chance.',
  },
  columns: {
    driver: 'text',
    previousQuarter: 'text?',
    quarter: 'text?',
    previous: 'number',
    previousN: 'number',
    current: 'number',
    n: 'number',
    previousShare: 'number',
    previousLow: 'number?',
    previousHigh: 'number?',
    currentShare: 'number',
    currentLow: 'number?',
    currentHigh: 'number?',
    ratio: 'number?',
    low: 'number?',
    high: 'number?',
  },
});

function monthsBetween(from: string | null | undefined, to: string | null | undefined): number {
  const month = (day: string | null | undefined): number =>
    Number(day?.slice(0, 4)) * 12 + Number(day?.slice(5, 7));
  return month(to) - month(from);
}

/** Lift of each driver's share between the last two quarters of the corpus, with its interval. */
export const driverShift = defineMetric(
  { frame: shiftFrame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level, zone } = resolveOptions(options);
    const quarter = periodOf('sentAt', 'quarter');
    const where = `${READ_TEXT} AND sentAt IS NOT NULL`;
    const totals = await clusteredCounts(corpus, {
      from: 'storedMessages',
      where,
      by: { quarter },
      events: {},
      parameters: { zone },
    });
    const quarters = totals.filter(
      (one, index) => index < totals.length - 1 || index === 0 || one.n * 4 >= (totals[index - 1]?.n ?? 0),
    );
    const [previous, current] = quarters.slice(-2);
    if (!previous || !current)
      return unmeasured(
        shiftFrame,
        previous?.n ?? 0,
        'il faut deux trimestres de messages datés',
        'two quarters of dated messages are needed',
      );
    if (monthsBetween(previous.key['quarter'], current.key['quarter']) !== 3) {
      return unmeasured(
        shiftFrame,
        current.n,
        'les deux derniers trimestres datés ne se suivent pas',
        'the last two dated quarters are not consecutive',
      );
    }
    const rows = await clusteredCounts(corpus, {
      from: MESSAGE_DRIVERS,
      where,
      by: { driver: 'driver', quarter },
      events: {},
      parameters: { zone },
    });
    const find = (driver: string, key: string | null | undefined): { n: number; authors: number } => {
      const row = rows.find((one) => one.key['driver'] === driver && one.key['quarter'] === key);
      return { n: row?.n ?? 0, authors: row?.authors ?? 0 };
    };
    const names = [...new Set(rows.map((row) => row.key['driver'] ?? ''))];
    const table = names.flatMap((driver): RowOf<typeof shiftFrame.columns>[] => {
      const [before, after] = [find(driver, previous.key['quarter']), find(driver, current.key['quarter'])];
      if (before.n + after.n === 0) return [];
      const [was, is] = [groupShare(before, previous.n), groupShare(after, current.n)];
      const ratio = shareRatioInterval(is, was, level);
      const [from, to] = [shareInterval(was, level), shareInterval(is, level)];
      return [
        {
          driver,
          previousQuarter: previous.key['quarter'] ?? null,
          quarter: current.key['quarter'] ?? null,
          previous: before.n,
          previousN: previous.n,
          current: after.n,
          n: current.n,
          previousShare: before.n / previous.n,
          previousLow: from?.low ?? null,
          previousHigh: from?.high ?? null,
          currentShare: after.n / current.n,
          currentLow: to?.low ?? null,
          currentHigh: to?.high ?? null,
          ratio: ratio?.value ?? null,
          low: ratio?.low ?? null,
          high: ratio?.high ?? null,
        },
      ];
    });
    if (table.length === 0)
      return unmeasured(
        shiftFrame,
        current.n,
        'aucun motif repéré dans les deux derniers trimestres',
        'no driver was found in the last two quarters',
      );
    table.sort((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1) || b.current - a.current);
    return makeMetric(shiftFrame, { value: null, n: current.n + previous.n, rows: table });
  },
);
