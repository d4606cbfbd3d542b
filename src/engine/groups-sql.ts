import type { GroupDimension } from './corpus-tables.js';
import { sqlText } from './database.js';
import { dimensionOf, PERIODS, periodLabel, type PeriodName } from './dimensions.js';

export const isPeriod = (name: GroupDimension): name is PeriodName =>
  (PERIODS as readonly string[]).includes(name);

/** The statement that lists the groups: a row for each value, or combination of values, that is there. */
export function groupsSql(by: readonly GroupDimension[], of: 'messages' | 'cases', zone: string): string {
  const [from, time, key] =
    of === 'messages'
      ? (['messages', 'sentAt', 'message'] as const)
      : (['cases LEFT JOIN main.caseFacts USING (caseId)', 'openedAt', 'case'] as const);
  const lists = by.map((name) => {
    if (isPeriod(name)) return `[${periodLabel(time, name, sqlText(zone))}]`;
    const list = dimensionOf(name)[key];
    return `CASE WHEN len(${list}) = 0 THEN [CAST(NULL AS VARCHAR)] ELSE ${list} END`;
  });
  const columns = by.map((name, at) => `list${at}.value AS "${name}"`).join(', ');
  return `SELECT DISTINCT ${columns} FROM (SELECT ${lists.map((list, at) => `${list} AS values${at}`).join(', ')} FROM ${from})
    ${by.map((_, at) => `, unnest(values${at}) AS list${at}(value)`).join('')} ORDER BY ALL NULLS LAST`;
}
