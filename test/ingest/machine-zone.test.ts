import { afterEach, describe, expect, it } from 'vitest';
import { golden } from './read-sample.js';
import { readExports } from '../../src/ingest/reader.js';

const before = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = before;
});

async function everything(zone: string): Promise<string> {
  process.env['TZ'] = zone;
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const events: unknown[] = [];
  for await (const event of readExports(golden(''))) events.push(event);
  return JSON.stringify(events);
}

describe('the time zone of the machine', () => {
  it('changes nothing over all golden files', async () => {
    const paris = await everything('Europe/Paris');
    expect(paris.length).toBeGreaterThan(100_000);
    expect(await everything('America/New_York')).toBe(paris);
    expect(await everything('Asia/Tokyo')).toBe(paris);
  });
});
