import { localDay } from '../../util/zones.js';
import { movementsOf } from './causes.js';
import { publicBursts } from './crisis-bursts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { readPublicMovement } from './public-movement.js';
import type { Movement } from './reporting-articles.js';

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** Messages before a timeline says anything. */
const LEAST_MESSAGES = 5;
/** Days told before a sheet's start and after its end. */
const BEFORE = 7;
const AFTER = 10;

const frame = metricFrame({
  name: 'crisisTimeline',
  label: { fr: 'Emballements et articles, jour par jour', en: 'Bursts and articles, day by day' },
  unit: 'messages',
  denominator: {
    fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative) sur la marque',
    en: 'critical public messages with an hour (complaint or negative tone) about the brand',
  },
  method: {
    fr: 'Messages par jour (heure locale) ; niveau : le plus haut atteint ce jour-là par l’automate de Kleinberg (2002), tous motifs réunis ; articles qui nomment la marque, ou aucune. Puis les jours propres à chaque fiche de crise, d’une semaine avant à dix jours après, sans ce que raconte une autre fiche.',
    en: 'Messages by day (local time); level: the highest that Kleinberg’s automaton (2002) reached that day, all drivers together; articles that name the brand, or none. Then each crisis sheet’s own days, from a week before to ten days after, less what another sheet tells.',
  },
  columns: {
    sheetId: 'text?',
    day: 'text',
    brand: 'text?',
    messages: 'number',
    level: 'number',
    articles: 'number',
  },
});

interface Told {
  readonly messageId: string;
  readonly day: string;
}

/** Days of instants, read once a quarter of an hour: no zone cuts one. */
function dayReader(zone: string): (at: number) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_HOUR),
      day = known.get(quarter) ?? localDay(quarter * QUARTER_HOUR, zone);
    known.set(quarter, day);
    return day;
  };
}

/** How many of messages or articles are of each day. */
function countByDay(list: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const day of list) if (day !== undefined) days.set(day, (days.get(day) ?? 0) + 1);
  return days;
}

/** What is said and printed by day, of which some sheets tell a part. */
class Days {
  readonly #dayById: ReadonlyMap<string, string>;
  readonly all: ReadonlyMap<string, number>;
  readonly #untold: ReadonlyMap<string, number>;

  constructor(list: readonly Told[], told: ReadonlySet<string>) {
    this.#dayById = new Map(list.map(({ messageId, day }) => [messageId, day]));
    this.all = countByDay(list.map(({ day }) => day));
    this.#untold = countByDay(list.flatMap(({ messageId, day }) => (told.has(messageId) ? [] : [day])));
  }

  dayOf(id: string): string | undefined {
    return this.#dayById.get(id);
  }

  /** What no sheet tells, and what the one that tells these does. */
  ofSheet(ids: ReadonlySet<string>): (day: string) => number {
    const own = countByDay([...ids].map((id) => this.#dayById.get(id)));
    return (day) => (this.#untold.get(day) ?? 0) + (own.get(day) ?? 0);
  }
}

const idsOf = ({ messages, articles }: Movement): readonly string[] =>
  [...messages, ...articles].map(({ messageId }) => messageId);

/**
 * Critical public messages, burst level and articles of the main brand, one row a day from the first to the last (`sheetId` absent), then
 * the days of each crisis sheet without what other sheets tell. Value: messages.
 */
export const crisisTimeline = defineMetric(
  { frame, of: 'messages', instead: 'messageVolume' },
  async (corpus, options: MetricOptions) => {
    const resolved = resolveOptions(options),
      dayOf = dayReader(resolved.zone);
    const movement = await readPublicMovement(corpus, resolved);
    const brand = movement.mainBrand,
      messages = movement.messages.filter((message) => message.brand === brand);
    if (messages.length < LEAST_MESSAGES)
      return unmeasured(
        frame,
        messages.length,
        `il faut au moins ${LEAST_MESSAGES} messages publics critiques datés à l’heure`,
        `at least ${LEAST_MESSAGES} critical public messages with an hour are needed`,
      );
    const articles = movement.articles.filter(({ brands }) => brands.length === 0 || brands.includes(brand));
    const bursts = publicBursts(movement).filter((burst) => burst.brand === brand && burst.driver === null);
    const toDay = ({ messageId, at }: { readonly messageId: string; readonly at: number }): Told => ({
      messageId,
      day: dayOf(at),
    });
    const movements = await movementsOf(corpus, resolved),
      told = new Set(movements.flatMap(idsOf));
    const said = new Days(messages.map(toDay), told),
      printed = new Days(articles.map(toDay), told);
    const days = [...said.all.keys(), ...printed.all.keys()].map((day) => Date.parse(day));
    const from = Math.min(...days),
      to = Math.max(...days);
    const levels = new Map<string, number>();
    for (const { level, messages: held } of bursts)
      for (const day of new Set(held.map(({ messageId }) => said.dayOf(messageId) as string)))
        levels.set(day, Math.max(levels.get(day) ?? 0, level));
    const daysOf = (
      sheetId: string | null,
      [start, end]: readonly [number, number],
      saidOn: (day: string) => number,
      printedOn: (day: string) => number,
    ): RowOf<typeof frame.columns>[] =>
      Array.from({ length: Math.max(0, 1 + (end - start) / DAY) }, (_, place) => {
        const day = new Date(start + place * DAY).toISOString().slice(0, 10);
        return {
          sheetId,
          day,
          brand: brand || null,
          messages: saidOn(day),
          level: levels.get(day) ?? 0,
          articles: printedOn(day),
        };
      });
    const own = movements
      .filter((one) => one.brand === brand)
      .flatMap((one) => {
        const start = Date.parse(dayOf(one.start)) - BEFORE * DAY,
          end = Date.parse(dayOf(one.end)) + AFTER * DAY,
          ids = new Set(idsOf(one));
        const span = [Math.max(from, start), Math.min(to, end)] as const;
        return daysOf(one.sheetId, span, said.ofSheet(ids), printed.ofSheet(ids));
      });
    const whole = daysOf(
      null,
      [from, to],
      (day) => said.all.get(day) ?? 0,
      (day) => printed.all.get(day) ?? 0,
    );
    return makeMetric(frame, { value: messages.length, n: messages.length, rows: [...whole, ...own] });
  },
);
