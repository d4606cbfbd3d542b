import { join } from 'node:path';
import { stitchCases, type CaseInput } from './cases/stitch.js';
import { openDatabase, sqlText } from './engine/database.js';
import { writeParquet } from './engine/parquet.js';
import { createStagingSql, openStagingWriter, stagedQuery } from './engine/staging.js';
import { caseColumns, caseMessageColumns, transitionColumns, type Stage } from './model/index.js';

/** Over this calibrated probability an inbound message counts as a complaint. */
const COMPLAINT = 0.5;

/** Joins the messages of a corpus folder into cases and writes `cases/`, `case-messages/` and `transitions/`. */
export async function stitchCorpus(folder: string): Promise<void> {
  const database = await openDatabase({});
  try {
    const columns = await database.columns(`
      SELECT messageId, threadId, authorKey, contactKeys, stage, channel, direction, CAST(epoch_ms(sentAt) AS DOUBLE) AS sentAt, drivers,
        coalesce(givenBrand, brands[1]) AS brand, polarity, complaintProbability, intents, status
      FROM read_parquet(${sqlText(join(folder, 'messages', '*.parquet'))})
      WHERE sentAt IS NOT NULL AND kind NOT IN ('system', 'deleted') AND stage <> 'press' AND direction <> 'internal'
      ORDER BY sentAt, messageId`);
    const ids = columns['messageId'] ?? [];
    const messages = ids.map((messageId, at): CaseInput => {
      const value = <T>(name: string): T => columns[name]?.[at] as T;
      const intents = value<readonly string[]>('intents');
      return {
        messageId: messageId as string, threadId: value('threadId'), authorKey: value('authorKey'), contactKeys: value('contactKeys'),
        stage: value<Stage>('stage'), channel: value('channel'), direction: value('direction'), sentAt: value('sentAt'), drivers: value('drivers'),
        brand: value('brand'), polarity: value('polarity'), status: value('status'),
        complaint: (value<number | null>('complaintProbability') ?? 0) >= COMPLAINT || intents.includes('complaint'), thanks: intents.includes('thanks'),
      };
    });
    const stitched = stitchCases(messages, messages.at(-1)?.sentAt ?? 0);
    for (const [table, description, batch, part] of [
      ['cases', caseColumns, stitched.cases, 'cases'],
      ['caseMessages', caseMessageColumns, stitched.caseMessages, 'case-messages'],
      ['transitions', transitionColumns, stitched.transitions, 'transitions'],
    ] as const) {
      await database.run(createStagingSql(table, description));
      const writer = await openStagingWriter(database, table, description as typeof caseColumns);
      writer.append(batch as typeof stitched.cases);
      writer.close();
      await writeParquet(database, stagedQuery(table, description), join(folder, part));
    }
  } finally {
    database.close();
  }
}
