import { csvCell } from '../util/csv-cell.js';
import { printable } from '../util/printable.js';
import type { WatchEvent } from './watch-event.js';

/** Events that a feed holds, the newest first. */
const HELD = 200;

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => NAMED[character] ?? character);

const newest = (events: readonly WatchEvent[]): WatchEvent[] =>
  events.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)).slice(0, HELD);

export interface FeedHead {
  readonly title: string;
  readonly language: string;
}

/**
 * Events as an Atom feed (RFC 4287), the newest first. The same events give the same bytes.
 *
 * @example
 * atomFeed([], { title: 'Veille', language: 'fr' }).includes('<updated>1970-01-01T00:00:00.000Z</updated>')
 * // → true
 */
export function atomFeed(events: readonly WatchEvent[], { title, language }: FeedHead): string {
  const shown = newest(events);
  const entries = shown.map(
    ({ id, at, kind, title: name, summary }) =>
      `<entry><id>urn:deversoir:${id}</id><title>${xml(name)}</title><updated>${at}</updated><category term="${kind}"/><summary>${xml(summary)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}"><id>urn:deversoir:watch</id><title>${xml(title)}</title><author><name>deversoir</name></author><updated>${shown[0]?.at ?? new Date(0).toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}

/**
 * Events as a JSON feed (version 1.1), the newest first.
 *
 * @example
 * JSON.parse(jsonFeed([], { title: 'Veille', language: 'fr' })).items
 * // → []
 */
export function jsonFeed(events: readonly WatchEvent[], { title, language }: FeedHead): string {
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      language,
      items: newest(events).map(({ id, at, kind, title: name, summary }) => ({
        id,
        title: printable(name),
        content_text: printable(summary),
        date_published: at,
        tags: [kind],
      })),
    },
    null,
    2,
  )}\n`;
}

const COLUMNS = [
  'id',
  'at',
  'kind',
  'brand',
  'title',
  'summary',
  'value',
  'low',
  'high',
  'n',
  'falseAlarmsPerMonth',
] as const;

const cell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : csvCell(value);

/**
 * Events as a table for watch platforms: CSV (UTF-8 with its mark, comma), a row an event, the newest first.
 *
 * @example
 * eventTable([]).trim().split('\r\n').length
 * // → 1
 */
export const eventTable = (events: readonly WatchEvent[]): string =>
  `\ufeff${[COLUMNS.join(','), ...newest(events).map((event) => COLUMNS.map((name) => cell(event[name])).join(','))].join('\r\n')}\r\n`;

/** The same rows as JSON, on the same columns. */
export const eventRows = (events: readonly WatchEvent[]): string =>
  `${JSON.stringify(
    newest(events).map((event) => Object.fromEntries(COLUMNS.map((name) => [name, event[name]]))),
    null,
    2,
  )}\n`;
