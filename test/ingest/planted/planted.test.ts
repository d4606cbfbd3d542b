import { expect, it } from 'vitest';
import { chatLayouts } from './chat-layouts.js';
import { jsonLayouts } from './json-layouts.js';
import { mailLayouts } from './mail-layouts.js';
import { flawsOf } from './plant.js';
import { workbookLayouts } from './workbook-layouts.js';

/** Of all layouts, one in so many: `test/long/ingest/planted.test.ts` reads them all. */
const EVERY = 6;

it('keeps every planted text and accounts for the rest, in JSON, mails, workbooks and chats to which accidents happened', async () => {
  const all = [jsonLayouts(1), mailLayouts(1), workbookLayouts(1), chatLayouts(1)].flat();
  const some = all.filter((_, at) => at % EVERY === 0);
  expect(some.length).toBeGreaterThan(60);
  const flaws: string[] = [];
  for (const make of some) flaws.push(...(await flawsOf(await make())));
  expect(flaws).toEqual([]);
});
