import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stitchCorpus } from '../../src/cases/case-tables.js';
import { openCorpus } from '../../src/corpus.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const HOURS = 3_600_000;
/** Comments of 60 people over three months: each writes several times, some from a second account under the same name. */
function commentsCsv(): string {
  const lines = ['id,date,auteur,commentaire,parent'];
  for (let i = 0; i < 600; i++) {
    const person = (i * 7) % 60;
    const at = new Date(Date.UTC(2026, 0, 5) + i * 3.5 * HOURS).toISOString();
    lines.push(
      `c${i},${at},Camille Dupré${person},"Commande ${4_800_000 + person} toujours pas livrée, c'est inadmissible, numéro ${i}",`,
    );
    if (i % 10 === 0)
      lines.push(
        `r${i},${new Date(Date.UTC(2026, 0, 5) + (i * 3.5 + 1) * HOURS).toISOString()},Brindaure,"Bonjour, nous regardons cela, message ${i}.",c${i}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

const folder = temporaryFolder();
let corpus: string;
beforeAll(async () => {
  corpus = join(folder, 'corpus');
  writeFileSync(join(folder, 'commentaires.csv'), commentsCsv());
  (
    await buildCorpus(join(folder, 'commentaires.csv'), corpus, {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      workers: 0,
      config: { brand: 'Brindaure', brandAccounts: ['Brindaure'] },
    })
  ).close();
});

/** Messages of each case, and what happened to it, in an order of its own. */
async function casesOf(): Promise<string[]> {
  const opened = await openCorpus(corpus);
  const rows = (
    await opened.query(`SELECT string_agg(messageId, ' ' ORDER BY messageId) AS ids, any_value(answeredAt) AS answered, any_value(c.messages) AS n,
    any_value(observedUntil) AS until FROM caseMessages JOIN cases c USING (caseId) GROUP BY caseId ORDER BY ids`)
  ).objects();
  opened.close();
  return rows.map((row) => JSON.stringify(row));
}

describe('stitchCorpus', () => {
  it('gives the same cases in one part and divided by person, and leaves no scratch file', async () => {
    const whole = await casesOf();
    expect(whole.length).toBeGreaterThan(50);
    expect(whole.some((row) => !row.includes('"answered":null'))).toBe(true);
    await stitchCorpus(corpus, { partRows: 220 });
    expect(await casesOf()).toEqual(whole);
    expect(readdirSync(corpus).filter((name) => name.startsWith('stitching'))).toEqual([]);
    expect(existsSync(join(corpus, 'links', 'part-0.parquet'))).toBe(true);
  });

  it('is deterministic when divided', async () => {
    await stitchCorpus(corpus, { partRows: 220 });
    const order = async (): Promise<unknown> => {
      const opened = await openCorpus(corpus);
      const rows = (await opened.query('SELECT caseId, openedAt FROM cases')).objects();
      opened.close();
      return rows;
    };
    const first = await order();
    await stitchCorpus(corpus, { partRows: 220 });
    expect(await order()).toEqual(first);
  });
});
