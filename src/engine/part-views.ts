import type { Conditions } from './corpus-filter.js';
import type { Database } from './database.js';

/**
 * Views of what is kept, under the same names, in a schema of their own. What keeps every case is not looked up; what keeps them by their
 * own columns reads nothing else.
 */
function partSql(schema: string, parent: string, { message, case: ofCase, ofFacts }: Conditions): string[] {
  const view = (name: string, where?: string): string =>
    `CREATE VIEW ${schema}.${name} AS SELECT * FROM ${parent}.${name}${where === undefined ? '' : ` WHERE ${where}`}`;
  // without subjects, which few queries read and each would join
  const stored = message?.includes('topics')
    ? `SELECT * FROM ${parent}.messages WHERE ${message}`
    : `SELECT * FROM ${parent}.storedMessages${message === undefined ? '' : ` WHERE ${message}`}`;
  const kept = ofFacts
    ? `caseId IN (SELECT caseId FROM main.cases LEFT JOIN main.caseFacts USING (caseId) WHERE ${ofCase})`
    : ofCase;
  return [
    `CREATE SCHEMA ${schema}`,
    view('messages', message),
    `CREATE VIEW ${schema}.storedMessages AS ${stored}`,
    view(
      'duplicates',
      message === undefined ? undefined : `duplicateOf IN (SELECT messageId FROM ${schema}.messages)`,
    ),
    view('cases', kept),
    ...['caseMessages', 'transitions', 'links'].map((name) =>
      view(name, kept === undefined ? undefined : `caseId IN (SELECT caseId FROM ${schema}.cases)`),
    ),
  ];
}

interface PartSchema {
  readonly name: string;
  /** Makes its views, once. */
  readonly make: (database: Database) => Promise<void>;
}

/** The schemas with the views of parts: one for all parts that keep the same of the same. */
export class PartSchemas {
  #count = 0;
  readonly #known = new Map<string, PartSchema>();

  of(parent: string, conditions: Conditions): PartSchema {
    const key = JSON.stringify([parent, conditions.message, conditions.case]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#count++;
    const name = `part${this.#count}`;
    let made: Promise<void> | undefined;
    const schema: PartSchema = {
      name,
      make: (database) =>
        (made ??= (async () => {
          for (const sql of partSql(name, parent, conditions)) await database.run(sql);
        })()),
    };
    this.#known.set(key, schema);
    return schema;
  }

  /** Later parts have views of their own. */
  clear(): void {
    this.#known.clear();
  }
}
