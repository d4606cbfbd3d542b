import { localDay } from '../../util/zones.js';
import { movementsOf } from './causes.js';
import { publicBursts } from './crisis-bursts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { readPublicMovement } from './public-movement.js';
import type { Movement } from './reporting-articles.js';

const DAY = 86_400_000;
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
    fr: 'Messages par jour (heure locale) ; niveau : le plus haut atteint ce jour-là par l’automate de Kleinberg (2002), tous motifs réunis ; articles qui nomment la marque, ou aucune. Puis les jours propres à chaque fiche (`sheetId`), d’une semaine avant à dix jours après, sans ce que raconte une autre fiche.',
    en: 'Messages by day (local time); level: the highest that Kleinberg’s automaton (2002) reached that day, all drivers together; articles that name the brand, or none. Then each sheet’s own days (`sheetId`), from a week before to ten days after, less what another sheet tells.',
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

/** Ids of messages or articles by their day. */
function idsByDay(list: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { messageId, day } of list) {
    const ids = days.get(day);
    if (ids === undefined) days.set(day, [messageId]);
    else ids.push(messageId);
  }
  return days;
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
      dayOf = (at: number): string => localDay(at, resolved.zone);
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
    const dated = messages.map(toDay),
      said = idsByDay(dated),
      printed = idsByDay(articles.map(toDay));
    const days = [...said.keys(), ...printed.keys()].map((day) => Date.parse(day));
    const from = Math.min(...days),
      to = Math.max(...days);
    const dayById = new Map(dated.map(({ messageId, day }) => [messageId, day]));
    const levels = new Map<string, number>();
    for (const { level, messages: held } of bursts)
      for (const day of new Set(held.map(({ messageId }) => dayById.get(messageId) as string)))
        levels.set(day, Math.max(levels.get(day) ?? 0, level));
    const daysOf = (
      sheetId: string | null,
      start: number,
      end: number,
      isOwn: (id: string) => boolean,
    ): RowOf<typeof frame.columns>[] => {
      const count = (ids: readonly string[] = []): number => ids.filter(isOwn).length;
      const dates = Array.from({ length: Math.max(0, 1 + (end - start) / DAY) }, (_, place) =>
        new Date(start + place * DAY).toISOString().slice(0, 10),
      );
      return dates.map((day) => ({
        sheetId,
        day,
        brand: brand || null,
        messages: count(said.get(day)),
        level: levels.get(day) ?? 0,
        articles: count(printed.get(day)),
      }));
    };
    const movements = await movementsOf(corpus, resolved),
      told = new Set(movements.flatMap(idsOf));
    const own = movements
      .filter((one) => one.brand === brand)
      .flatMap((one) => {
        const start = Date.parse(dayOf(one.start)) - BEFORE * DAY,
          end = Date.parse(dayOf(one.end)) + AFTER * DAY;
        const ids = new Set(idsOf(one));
        // what other sheets tell and this one does not is none of its days
        const isOwn = (id: string): boolean => ids.has(id) || !told.has(id);
        return daysOf(one.sheetId, Math.max(from, start), Math.min(to, end), isOwn);
      });
    return makeMetric(frame, {
      value: messages.length,
      n: messages.length,
      rows: [...daysOf(null, from, to, () => true), ...own],
    });
  },
);
