import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { tableSource, type TableFormat } from '../../../src/ingest/table/table-source.js';
import { readText } from '../read-source.js';

const format = (more: Partial<TableFormat> = {}): TableFormat => ({
  format: 'generic',
  label: 'x',
  stage: 'public',
  evidence: 'real',
  example: '',
  signature: ['post id', ['message', 'body']],
  fields: { id: 'post id', text: ['message', 'body'], date: 'created', likes: 'likes' },
  defaults: { platform: 'web', stage: 'public', kind: 'post' },
  ...more,
});
const source = (more?: Partial<TableFormat>) => tableSource(format(more));
const detect = async (text: string, more?: Partial<TableFormat>) =>
  source(more).detect(await openBytes(Buffer.from(text), 'a.csv'));
const HEADER = 'Post ID,Message,Created\n';
const ROW = '1,Très bon pain,2026-03-01T10:00:00Z\n';

describe('a format of tables', () => {
  it('is recognised by all columns of its signature, one of each list, and says why', async () => {
    expect(await detect(HEADER + ROW)).toEqual({ score: 0.95, why: 'columns "post id", "message"' });
    expect(await detect(`Rapport,,\n${HEADER}${ROW}`)).toMatchObject({
      why: 'columns "post id", "message", header on row 2',
    });
    expect(await detect('Post ID,Created\n1,2026-03-01\n')).toBeUndefined();
  });
  it('is another one with a column that must not be there, or when a further look says so', async () => {
    expect(await detect(HEADER + ROW, { without: ['created'] })).toBeUndefined();
    expect(await detect(HEADER + ROW, { check: () => false })).toBeUndefined();
    expect(await detect(HEADER + ROW, { check: () => 'counts alone' })).toMatchObject({
      holdsNoMessages: 'counts alone',
    });
    expect(await detect(HEADER + ROW, { score: 0.5 })).toMatchObject({ score: 0.5 });
  });
  it('gives records upon its defaults; what completes one may add others or refuse the row', async () => {
    const { records } = await readText(source(), HEADER + ROW, 'a.csv');
    expect(records).toMatchObject([{ id: '1', text: 'Très bon pain', platform: 'web', row: 2 }]);
    const refused = await readText(source({ finish: () => 'a total' }), HEADER + ROW, 'a.csv');
    expect(refused).toMatchObject({
      records: [],
      rejects: [{ row: 2, reason: 'not-a-message', hint: 'a total' }],
    });
    const more = await readText(
      source({ finish: (draft) => [{ ...draft, id: 'réponse', row: draft.row }] }),
      HEADER + ROW,
      'a.csv',
    );
    expect(more.records.map(({ id }) => id)).toEqual(['1', 'réponse']);
  });
  it('keeps facts of the file in every record, and constants of the mapping over all', async () => {
    const { records } = await readText(
      source({ context: () => ({ threadId: 'fil' }) }),
      HEADER + ROW,
      'a.csv',
      { map: { store: '=Nantes' } },
    );
    expect(records[0]).toMatchObject({ threadId: 'fil', store: 'Nantes' });
  });
  it('rejects each row that is no message with its reason', async () => {
    const { records, rejects } = await readText(
      source(),
      `Rapport,,\n${HEADER}${ROW},,\n${HEADER}2,"jamais fermé,2026-03-02\n3,Bon,2026-03-03\n`,
      'a.csv',
    );
    expect(rejects.map(({ row, reason, hint }) => [row, reason, hint])).toEqual([
      [1, 'not-a-message', 'stands above the header'],
      [5, 'not-a-message', 'the header again'],
    ]);
    expect(records.map(({ row, id }) => [row, id])).toEqual([
      [3, '1'],
      [6, '2'],
      [7, '3'],
    ]);
  });
  it('tells which column feeds which field', async () => {
    const file = await openBytes(Buffer.from(HEADER + ROW), 'a.csv');
    expect(source().mapping?.(file, {})).toEqual({ id: 'Post ID', text: 'Message', date: 'Created' });
  });
  it('decides day and month from the whole column when the head leaves them open', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `${at},Bon pain,0${1 + (at % 9)}/02/2026`);
    const { records } = await readText(
      source(),
      `${HEADER}${rows.join('\n')}\n300,Bon,02/25/2026\n`,
      'a.csv',
    );
    expect(records[0]?.sentAt?.epochMs).toBe(Date.UTC(2026, 0, 2));
  });
});
