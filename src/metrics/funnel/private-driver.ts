import { humanMessage } from '../../engine/human-messages.js';

/** How a case is handled is what it is about only where nothing else is named, as in `cases/case-row.ts`. */
const HANDLING = 'after-sales';

const saidOn = (stage: 'private' | 'public', columns: string): string =>
  `SELECT link.caseId, ${columns} FROM caseMessages AS link JOIN main.storedMessages AS message ON message.messageId = link.messageId
    WHERE message.stage = '${stage}' AND message.direction = 'inbound' AND ${humanMessage('message')} AND len(message.drivers) > 0`;

/**
 * Common tables of a query over cases opened in private, with `privateDriver(caseId, driver)`: of cases whose public messages name a driver, the one that the
 * private messages name most, or none. Who goes public says once more what it is about: drivers named there alone would hold hardly a case
 * but those that spilled.
 */
export const PRIVATE_DRIVER = `namedInPublic AS (SELECT DISTINCT caseId FROM (${saidOn('public', 'true')})),
  namedInPrivate AS (SELECT caseId, driver, sum(weight) AS n FROM (${saidOn('private', `unnest(message.drivers) AS driver, CASE WHEN list_contains(message.intents, 'complaint') THEN 2 ELSE 1 END AS weight`)})
    WHERE caseId IN (FROM namedInPublic) GROUP BY ALL),
  privateDriver AS (SELECT caseId, first(driver ORDER BY driver = '${HANDLING}', n DESC, driver) AS driver FROM namedInPublic LEFT JOIN namedInPrivate USING (caseId) GROUP BY caseId)`;
