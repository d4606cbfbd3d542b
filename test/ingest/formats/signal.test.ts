import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { signal } from '../../../src/ingest/formats/signal.js';
import { AT_MOST, growthOf } from '../../growth.js';
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
    const text = (n: number): string => `[2026-01-05, 09:12] Ada: ${piece.repeat(n)}\n`;
    expect((await readText(signal, text(1000), 's.md')).records).toHaveLength(1);
    expect(await growthOf(text, (long) => readText(signal, long, 's.md'))).toBeLessThanOrEqual(AT_MOST);
  },
);

it('leaves tables whose cells hold conversations', async () => {
  const file = await openBytes(
    Buffer.from(
      'Conversation ID,Transcript\nc1,"[2026-03-02 10:11:05] Ada: Le bocal était fêlé\n[2026-03-02 10:12:05] Jo: Nous le remplaçons"\n',
    ),
    'a.csv',
  );
  expect(signal.detect(file)).toBeUndefined();
});
