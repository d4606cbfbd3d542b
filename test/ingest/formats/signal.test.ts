import { expect, it } from 'vitest';
import { signal } from '../../../src/ingest/formats/signal.js';
import { describeGolden, describeSamples, readText } from '../read-source.js';

describeGolden(signal, ['Crèmerie/chat.md']);
describeSamples(signal, 'signal', /./);

it('rejects a line without a name', async () => {
  const said = await readText(signal, '[2026-01-05, 09:12] Ada: oui\n[2026-01-05, 09:13] sans auteur\n', 's.txt');
  expect([said.records.length, said.rejects.length]).toEqual([1, 1]);
});
