import type { Conditions } from './corpus-filter.js';

/**
 * Views of what is kept, under the same names, in a schema of their own. What keeps every case is not looked up; what keeps them by their
 * own columns reads nothing else.
 */
export function partSql(
  schema: string,
  parent: string,
  { message, case: ofCase, ofFacts }: Conditions,
): string[] {
  const view = (name: string, where?: string): string =>
    `CREATE VIEW ${schema}.${name} AS SELECT * FROM ${parent}.${name}${where === undefined ? '' : ` WHERE ${where}`}`;
  const kept = ofFacts
    ? `caseId IN (SELECT caseId FROM main.cases LEFT JOIN main.caseFacts USING (caseId) WHERE ${ofCase})`
    : ofCase;
  return [
    `CREATE SCHEMA ${schema}`,
    view('messages', message),
    view(
      'duplicates',
      message === undefined ? undefined : `duplicateOf IN (SELECT messageId FROM ${schema}.messages)`,
    ),
    view('cases', kept),
    ...['caseMessages', 'transitions', 'links'].map((name) =>
      view(name, kept === undefined ? undefined : `caseId IN (SELECT caseId FROM ${schema}.cases)`),
    ),
    `SET search_path = '${schema},main'`,
  ];
}
