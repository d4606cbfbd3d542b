import { describe, expect, it } from 'vitest';
import { enrichedMessageColumns } from '../../src/model/index.js';
import { simulateCorpus } from '../../src/simulate/simulate-corpus.js';
import { simulatedRows } from '../../src/simulate/simulated-rows.js';

describe('rows of a simulated corpus', () => {
  const { messages, truth } = simulateCorpus({
    seed: 4,
    texts: false,
    perDay: [12, 3, 0.1],
    missingIds: 0.2,
  });
  const rows = simulatedRows(messages),
    byId = new Map(rows.map((row) => [row.messageId, row]));

  it('have every column of an enriched message, required ones filled', () => {
    for (const row of rows.slice(0, 300)) {
      expect(Object.keys(row).toSorted()).toEqual(Object.keys(enrichedMessageColumns).toSorted());
      for (const [name, column] of Object.entries(enrichedMessageColumns))
        if ('required' in column) expect(row[name as keyof typeof row]).not.toBeNull();
    }
  });

  it('share a key between private and public exactly where the truth says so', () => {
    const wrong = truth.cases
      .filter(({ spilledAt }) => spilledAt !== null)
      .filter(({ sharedId, privateIds, publicIds }) => {
        const inPrivate = new Set(privateIds.flatMap((id) => byId.get(id)?.contactKeys ?? []));
        const shared = (byId.get(publicIds[0] ?? '')?.contactKeys ?? [])
          .filter((key) => inPrivate.has(key))
          .map((key) => key.split(':')[0]);
        return sharedId === 'none' ? shared.length > 0 : !shared.includes(sharedId ?? '');
      });
    expect(wrong).toEqual([]);
    const share =
      truth.cases.filter(({ sharedId }) => sharedId === 'none').length /
      truth.cases.filter(({ spilledAt }) => spilledAt !== null).length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
  });
});
