import { asArray, asText, at } from './json.js';

/** What a care team files a ticket under: its tags and type; `undefined` where it has none. The share of complaints that nobody saw stands on it. */
export function filedUnder(ticket: unknown): Readonly<Record<string, string>> | undefined {
  const tags = asArray(at(ticket, 'tags')).flatMap((tag) => asText(tag) ?? []),
    type = asText(at(ticket, 'type'));
  if (tags.length === 0 && type === undefined) return undefined;
  return {
    ...(tags.length > 0 ? { tags: tags.join(', ') } : {}),
    ...(type === undefined ? {} : { 'ticket type': type }),
  };
}
