import { createHash } from 'node:crypto';
import type { Metric } from '../model/index.js';
import type { Language } from '../util/language.js';
import { speechOf, type Speech } from './event-speech.js';

/** What may be told: an alarm of our rule, a public movement, one that the press reports, open cases about to overflow. */
const EVENT_KINDS = ['alert', 'movement', 'press', 'reservoir'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something new, told once. It holds figures, a brand and words said in public: never a private text, never a person. */
export interface WatchEvent {
  /** Hash of kind, subject and first instant; the idempotency key of every delivery. */
  readonly id: string;
  readonly kind: EventKind;
  /** What it is about, for knowing it again: a brand, a movement, a day. */
  readonly subject: string;
  /** Instant of the event, ISO 8601 in UTC. */
  readonly at: string;
  readonly brand: string | null;
  readonly title: string;
  readonly summary: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Alarms a month and brand that the rule gives in calm; absent where no rule raised it. */
  readonly falseAlarmsPerMonth: number | null;
}

/** An event seen again within so many hours is the same: thresholds learn from new data, so its instant may move. */
const SAME_HOURS = 72;
const HOUR = 3_600_000;

/**
 * Whether two events are one.
 *
 * @example
 * const at = { kind: 'alert', subject: 'Maison Brel' };
 * [sameEvent({ ...at, at: '2026-03-05T08:00:00Z' }, { ...at, at: '2026-03-05T11:00:00Z' }), sameEvent({ ...at, at: '2026-03-05T08:00:00Z' }, { ...at, at: '2026-03-12T08:00:00Z' })]
 * // → [true, false]
 */
export const sameEvent = (
  a: Pick<WatchEvent, 'kind' | 'subject' | 'at'>,
  b: Pick<WatchEvent, 'kind' | 'subject' | 'at'>,
): boolean =>
  a.kind === b.kind &&
  a.subject === b.subject &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) < SAME_HOURS * HOUR;

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (metrics: readonly Metric[], name: string): readonly Row[] =>
  (metrics.find((metric) => metric.name === name)?.table.objects() ?? []) as Row[];
const text = (row: Row, column: string): string => (typeof row[column] === 'string' ? row[column] : '');
const number = (row: Row, column: string): number => (typeof row[column] === 'number' ? row[column] : 0);
const instant = (row: Row, column: string): Date | null => (row[column] instanceof Date ? row[column] : null);

/** Singular in French, as it is written with one decimal. */
const few = (count: number): boolean => Math.round(count * 10) < 20;

/** Decimals of a rate that is told about: none where one would be a zero. */
const wholeOr = (rate: number): number => (Math.round(10 * rate) % 10 === 0 ? 0 : 1);

const idOf = (kind: EventKind, subject: string, at: string): string =>
  createHash('sha256').update([kind, subject, at].join('\n')).digest('hex').slice(0, 24);

type Draft = Omit<WatchEvent, 'id' | 'low' | 'high' | 'falseAlarmsPerMonth'> &
  Partial<Pick<WatchEvent, 'low' | 'high' | 'falseAlarmsPerMonth'>>;
const eventOf = (draft: Draft): WatchEvent => ({
  low: null,
  high: null,
  falseAlarmsPerMonth: null,
  ...draft,
  id: idOf(draft.kind, draft.subject, draft.at),
});

/** Names of the metrics that events are read from. */
export const EVENT_METRICS = ['crisisAlerts', 'crisisSheets', 'crisisTexts', 'reservoir'] as const;

/** Events that metrics show, in the order of time. `observedAt` is the end of what was read. */
export function eventsOf(
  metrics: readonly Metric[],
  {
    observedAt,
    language = 'fr',
    zone = 'Europe/Paris',
  }: { readonly observedAt: string | null; readonly language?: Language; readonly zone?: string },
): WatchEvent[] {
  const speech = speechOf(language, zone);
  return [
    ...alertEvents(metrics, speech),
    ...movementEvents(metrics, speech),
    ...reservoirEvents(metrics, speech, observedAt),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/** A page that stands for a person is a pseudonym: nobody is told of one. */
const NAMELESS = /^\[[0-9a-f]{16}\]$/;

function alertEvents(
  metrics: readonly Metric[],
  { say, number: print, moment, lasting }: Speech,
): WatchEvent[] {
  return rowsOf(metrics, 'crisisAlerts').flatMap((row) => {
    const at = instant(row, 'at');
    if (at === null) return [];
    const brand = text(row, 'brand') || null;
    if (brand !== null && NAMELESS.test(brand)) return [];
    const rate = number(row, 'falseAlarmsPerMonth');
    const [messages, expected, hours] = [
      number(row, 'messages'),
      number(row, 'expected'),
      number(row, 'periodHours'),
    ];
    const where = brand === null ? '' : say(` sur ${brand}`, ` about ${brand}`);
    return [
      eventOf({
        kind: 'alert',
        subject: brand ?? '',
        at: at.toISOString(),
        brand,
        title: say(
          `Alerte${where} : ${print(messages)} messages critiques en ${lasting(hours)}, contre ${print(expected, 1)} ${few(expected) ? 'attendu' : 'attendus'}`,
          `Alert${where}: ${print(messages)} critical messages in ${lasting(hours)}, against ${print(expected, 1)} expected`,
        ),
        summary: say(
          `Déclenchée le ${moment(at)}. Cette règle donne environ ${print(rate, wholeOr(rate))} ${few(rate) ? 'fausse alerte' : 'fausses alertes'} par mois et par marque en période calme.`,
          `Raised on ${moment(at)}. This rule gives about ${print(rate, wholeOr(rate))} false ${Math.round(10 * rate) > 10 ? 'alarms' : 'alarm'} a month and brand in calm periods.`,
        ),
        value: messages,
        n: messages,
        falseAlarmsPerMonth: rate,
      }),
    ];
  });
}

function movementEvents(
  metrics: readonly Metric[],
  { say, number: print, day, inside }: Speech,
): WatchEvent[] {
  const names = rowsOf(metrics, 'crisisTexts').filter((row) => row['role'] === 'name');
  return rowsOf(metrics, 'crisisSheets').flatMap((row) => {
    const start = instant(row, 'start');
    if (start === null) return [];
    const subject = text(row, 'sheetId');
    const brand = text(row, 'brand') || null;
    const name = text(names.find((one) => one['sheetId'] === subject) ?? {}, 'text');
    const driver = (Array.isArray(row['drivers']) ? (row['drivers'] as readonly string[]) : [])[0];
    const known = name || text(row, 'product') || (driver === undefined ? '' : inside(driver));
    const called =
      known === ''
        ? say('un sujet que rien ne nomme', 'a subject that nothing names')
        : say(`« ${known} »`, `“${known}”`);
    const [messages, articles] = [number(row, 'messages'), number(row, 'articles')];
    const common = { subject, brand, value: messages, n: messages } as const;
    const since = say(
      brand === null ? `Depuis le ${day(start)}.` : `${brand}, depuis le ${day(start)}.`,
      brand === null ? `Since ${day(start)}.` : `${brand}, since ${day(start)}.`,
    );
    const firstArticle = instant(row, 'firstArticleAt');
    return [
      ...(row['kind'] === 'reported'
        ? []
        : [
            eventOf({
              ...common,
              kind: 'movement',
              at: start.toISOString(),
              title: say(
                `Mouvement public sur ${called} : ${print(messages)} messages critiques`,
                `Public movement on ${called}: ${print(messages)} critical messages`,
              ),
              summary: since,
            }),
          ]),
      ...(articles > 0 && firstArticle !== null
        ? [
            eventOf({
              ...common,
              kind: 'press',
              at: firstArticle.toISOString(),
              title: say(
                `La presse reprend ${called} : ${print(articles)} ${articles < 2 ? 'article' : 'articles'}`,
                `The press reports ${called}: ${print(articles)} ${articles === 1 ? 'article' : 'articles'}`,
              ),
              summary: say(
                `${since} ${print(messages)} messages publics critiques.`,
                `${since} ${print(messages)} critical public messages.`,
              ),
              value: articles,
            }),
          ]
        : []),
    ];
  });
}

function reservoirEvents(
  metrics: readonly Metric[],
  { say, number: print }: Speech,
  observedAt: string | null,
): WatchEvent[] {
  const metric = metrics.find(({ name }) => name === 'reservoir');
  if (metric === undefined || metric.value === null || metric.value < 1 || observedAt === null) return [];
  const [low, high] = [metric.interval?.low ?? null, metric.interval?.high ?? null];
  const range =
    low === null || high === null
      ? ''
      : say(` (de ${print(low, 1)} à ${print(high, 1)})`, ` (${print(low, 1)} to ${print(high, 1)})`);
  return [
    eventOf({
      kind: 'reservoir',
      subject: observedAt.slice(0, 10),
      at: observedAt,
      brand: null,
      title: say(
        `${print(metric.value, 1)} ${few(metric.value) ? 'débordement attendu' : 'débordements attendus'} sous 24 h${range}`,
        `${print(metric.value, 1)} overflows expected within 24 h${range}`,
      ),
      summary: say(
        `${print(metric.n)} dossiers privés sans trace de résolution.`,
        `${print(metric.n)} private cases without a trace of resolution.`,
      ),
      value: metric.value,
      low,
      high,
      n: metric.n,
    }),
  ];
}
