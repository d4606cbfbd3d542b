/** From this probability a text complains by its own words. */
export const COMPLAINT = 0.5;
/** Stands before the words of a driver that another message told. */
export const BY_REFERENCE = '↑ ';

const withoutComplaint = (intents: string): string =>
  `list_filter(${intents}, intent -> intent <> 'complaint')`;

/** What a text has from other messages, in SQL by column: `r` is its row of `references`, `rare` whether it only reads as a complaint (`judge-rare-complaints.ts`), `m` what its own words say. */
export const referred = (name: string, r: string): string | undefined =>
  ['complaintProbability', 'sentiment', 'polarity', 'drivers', 'driverSentiments', 'driverEvidence'].includes(
    name,
  )
    ? `coalesce(${r}."${name}", m."${name}")`
    : name === 'intents'
      ? `CASE WHEN ${r}.complaint THEN list_prepend('complaint', ${withoutComplaint('m.intents')}) WHEN ${r}.again OR ${r}.rare THEN ${withoutComplaint('m.intents')} ELSE m.intents END`
      : undefined;

const OWN_CHANCE = `CASE WHEN len(ownReading) > 0 THEN CAST(nullif(ownReading[3], '') AS DOUBLE) ELSE complaintProbability END`;

/** What its own words say, in SQL by column of a written message. */
export const OWN_WORDS: Readonly<Record<string, string>> = {
  sentiment: `CASE WHEN len(ownReading) > 0 THEN nullif(ownReading[1], '') ELSE sentiment END`,
  polarity: `CASE WHEN len(ownReading) > 0 THEN CAST(nullif(ownReading[2], '') AS DOUBLE) ELSE polarity END`,
  complaintProbability: OWN_CHANCE,
  intents: `CASE WHEN coalesce(${OWN_CHANCE}, 0) >= ${COMPLAINT} THEN list_prepend('complaint', ${withoutComplaint('intents')})
    WHEN len(ownReading) = 0 THEN intents ELSE ${withoutComplaint('intents')} END`,
  ...Object.fromEntries(
    ['drivers', 'driverSentiments', 'driverEvidence'].map((name) => [
      name,
      `CASE WHEN refersTo IS NOT NULL AND starts_with(driverEvidence[1], '${BY_REFERENCE}') THEN []::VARCHAR[] ELSE ${name} END`,
    ]),
  ),
};
