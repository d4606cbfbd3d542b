import { expect, it } from 'vitest';
import { persianDay } from '../../../src/ingest/chat/persian-calendar.js';

it('agrees with the Persian calendar of ICU on every fifth day from 1970 to 2060', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const wrong: string[] = [];
  for (let day = 0; day < Date.UTC(2060, 0, 1); day += 5 * 86_400_000) {
    const part = Object.fromEntries(
      format.formatToParts(day).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    );
    if (persianDay(part['year'] ?? 0, part['month'] ?? 0, part['day'] ?? 0) !== day)
      wrong.push(new Date(day).toISOString());
  }
  expect(wrong).toEqual([]);
});
