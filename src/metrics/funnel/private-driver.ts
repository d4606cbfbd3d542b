/** How a case is handled is what it is about only where nothing else is named, as in `cases/case-row.ts`. */
const HANDLING = 'after-sales';

/**
 * Common table of a query with `said(caseKey, namedInPublic)`: of cases whose public messages name a driver, `privateDriver(caseKey, driver)` is the one that the
 * private messages name most, or none. Who goes public says once more what it is about: drivers named there alone would hold hardly a case
 * but those that spilled.
 */
export const PRIVATE_DRIVER = `privateDriver AS (SELECT caseKey, first(driver ORDER BY driver = '${HANDLING}', n DESC, driver) AS driver FROM (
    SELECT caseKey, driver, sum(weight) AS n FROM (
      SELECT caseKey, unnest(drivers) AS driver, CASE WHEN complains THEN 2 ELSE 1 END AS weight FROM main.caseSaid
      WHERE stage = 'private' AND direction = 'inbound' AND human AND len(drivers) > 0 AND caseKey IN (SELECT caseKey FROM said WHERE namedInPublic))
    GROUP BY ALL) GROUP BY caseKey)`;
