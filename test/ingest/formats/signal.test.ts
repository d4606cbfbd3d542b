import { expect, it } from 'vitest';
import { signal } from '../../../src/ingest/formats/signal.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(signal, ['Crèmerie/chat.md']);

it('rejects a line without a name', async () => {
  const said = await readText(
    signal,
    '[2026-01-05, 09:12] Ada: oui\n[2026-01-05, 09:13] sans auteur\n',
    's.txt',
  );
  expect([said.records.length, said.rejects.length]).toEqual([1, 1]);
});

it.each(['![](./', '\n(- ', '(( ', '> \n', '<'])(
  'reads a message made of many %j in linear time',
  async (piece) => {
    const started = performance.now();
    const said = await readText(signal, `[2026-01-05, 09:12] Ada: ${piece.repeat(100_000)}\n`, 's.md');
    expect(said.records).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  },
);
