/** Within so long, in milliseconds, two desks tell of one moment: one of them in whole minutes. */
const MINUTE = 60_000;

/**
 * A ticket that another desk took over stands in the exports of both, under two ids: what the customer wrote is a repeat in one of them, and
 * so is what the desk answered there, word for word and within a minute. Rows of `spoken` by their `seq`; `speeches` tells the repeats of
 * customers.
 */
export const MOVED_ANSWERS = `WITH told AS MATERIALIZED (
    SELECT seq, fileIndex, direction, coalesce(threadId, messageId) AS thread, epoch_ms(sentAt) AS instant, epoch_ms(sentAt) // ${MINUTE} AS minute, hash(trim(words)) AS text,
      seq IN (SELECT seq FROM speeches WHERE speech = 'repeat') AS repeated
    FROM spoken WHERE stage = 'private' AND kind <> 'system' AND words IS NOT NULL AND sentAt IS NOT NULL AND NOT dayOnly),
  again AS MATERIALIZED (SELECT *, unnest([minute - 1, minute, minute + 1]) AS near FROM told
    WHERE thread IN (SELECT thread FROM told WHERE repeated AND direction = 'inbound')),
  twice AS MATERIALIZED (SELECT again.seq, again.thread, again.direction, again.repeated, kept.thread AS earlier
    FROM again JOIN told kept ON again.text = kept.text AND again.near = kept.minute AND again.direction = kept.direction
    WHERE again.fileIndex <> kept.fileIndex AND NOT kept.repeated AND abs(again.instant - kept.instant) < ${MINUTE})
  SELECT DISTINCT seq FROM twice SEMI JOIN (SELECT thread, earlier FROM twice WHERE repeated AND direction = 'inbound') moved USING (thread, earlier)
  WHERE direction <> 'inbound'`;
