import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import {
  caseColumns,
  caseMessageColumns,
  createTableSql,
  doubtColumns,
  duplicateColumns,
  enrichedMessageColumns,
  jsonSchema,
  rejectColumns,
  transitionColumns,
} from '../../src/model/index.js';

const tables = {
  caseColumns,
  caseMessageColumns,
  doubtColumns,
  duplicateColumns,
  enrichedMessageColumns,
  rejectColumns,
  transitionColumns,
};

describe('table descriptions', () => {
  it('are tables that DuckDB makes, with the columns in order', async () => {
    const database = await openDatabase();
    for (const [name, columns] of Object.entries(tables)) {
      await database.run(createTableSql(name, columns));
      const { column_name: made } = await database.columns(`SELECT column_name FROM (DESCRIBE ${name})`);
      expect(made).toEqual(Object.keys(columns));
    }
    database.close();
  });

  it('are JSON Schemas that name required columns and closed lists', () => {
    const schema = jsonSchema('Message', enrichedMessageColumns);
    expect(schema.required).toContain('messageId');
    expect(schema.required).not.toContain('sentAt');
    expect(schema['properties']).toMatchObject({
      stage: { enum: ['private', 'public', 'press'] },
      sentiment: { type: ['string', 'null'], enum: ['negative', 'neutral', 'positive', 'mixed', null] },
    });
  });
});
