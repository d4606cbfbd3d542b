import { expect, it } from 'vitest';
import { chatLayouts } from '../../ingest/planted/chat-layouts.js';
import { jsonLayouts } from '../../ingest/planted/json-layouts.js';
import { mailLayouts } from '../../ingest/planted/mail-layouts.js';
import { flawsOf } from '../../ingest/planted/plant.js';
import { workbookLayouts } from '../../ingest/planted/workbook-layouts.js';

it.each([
  ['JSON', jsonLayouts(2)],
  ['mails', mailLayouts(4)],
  ['workbooks', workbookLayouts(8)],
  ['chats', chatLayouts(2)],
] as const)('keeps every planted text of at least 200 layouts: %s', async (_, layouts) => {
  expect(layouts.length).toBeGreaterThanOrEqual(200);
  const flaws: string[] = [];
  for (const make of layouts) flaws.push(...(await flawsOf(await make())));
  expect(flaws).toEqual([]);
});
