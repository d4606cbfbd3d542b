import { zoneOffset } from '../../util/zones.js';
import { publicBursts } from './crisis-bursts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { readPublicMovement } from './public-movement.js';

const DAY = 86_400_000;
/** Messages before a timeline says anything. */
const LEAST_MESSAGES = 5;

const frame = metricFrame({
  name: 'crisisTimeline',
  label: { fr: 'Emballements et articles, jour par jour', en: 'Bursts and articles, day by day' },
  unit: 'messages',
  denominator: {
    fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative) sur la marque',
    en: 'critical public messages with an hour (complaint or negative tone) about the brand',
  },
  method: {
    fr: 'Messages par jour (heure locale) ; niveau : le plus haut atteint ce jour-là par l’automate de Kleinberg (2002), tous motifs réunis ; articles qui nomment la marque, ou aucune.',
    en: 'Messages by day (local time); level: the highest that Kleinberg’s automaton (2002) reached that day, all drivers together; articles that name the brand, or none.',
  },
  columns: { day: 'text', brand: 'text?', messages: 'number', level: 'number', articles: 'number' },
});

/** Critical public messages, burst level and articles of the main brand, one row a day from the first to the last. Value: messages. */
export const crisisTimeline = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: MetricOptions) => {
    const resolved = resolveOptions(options),
      dayOf = (at: number): string => new Date(at + zoneOffset(resolved.zone, at)).toISOString().slice(0, 10);
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
    const rows = new Map<string, { messages: number; level: number; articles: number }>();
    const ends = [...messages.map(({ at }) => at), ...articles.map(({ at }) => at)];
    const [first, last] = ends.reduce(
      ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
      [Infinity, -Infinity],
    );
    for (let day = Date.parse(dayOf(first)); day <= Date.parse(dayOf(last)); day += DAY)
      rows.set(new Date(day).toISOString().slice(0, 10), { messages: 0, level: 0, articles: 0 });
    const rowAt = (at: number): { messages: number; level: number; articles: number } =>
      rows.get(dayOf(at)) ?? { messages: 0, level: 0, articles: 0 };
    for (const { at } of messages) rowAt(at).messages++;
    for (const { at } of articles) rowAt(at).articles++;
    for (const { level, messages: held } of bursts)
      for (const { at } of held) rowAt(at).level = Math.max(rowAt(at).level, level);
    return makeMetric(frame, {
      value: messages.length,
      n: messages.length,
      rows: [...rows].map(([day, row]) => ({ day, brand: brand || null, ...row })),
    });
  },
);
