const MINUTE = 60_000;
/** One text sent so soon, in so many threads, may be a machine's. Desks look for new mail every few minutes. */
const SAME_TEXT = { within: 5 * MINUTE, threads: 5, share: 0.9, letters: 24 } as const;
/** A text with a name or a subject in it is told by so many letters of its beginning or its end. */
const PART = 40;
/**
 * So many replies of persons tell how soon these answer: nine in ten of a machine's come before nine in ten of theirs. A macro takes less
 * time than what is typed, so that amid a conversation a machine's come so many times sooner.
 */
const PACE = { replies: 20, share: 0.1, amid: 10 } as const;

/** Letters of a text without its greeting and its numbers: what a form letter has in common. */
const FORM = `regexp_replace(regexp_replace(words, '^ *(bonjour|bonsoir|hello|hi|dear|chere?|madame|monsieur)[^,.!\\n]{0,40}[,.!\\n]', ''), '[^a-z]+', '', 'g')`;

/**
 * Replies that a machine wrote without saying so, in SQL over `replies` and the `speeches` that words tell: one text in many threads
 * within minutes, where persons of that channel take longer, wherever in a conversation it stands. An agent's macro in a chat in which
 * persons are as quick is theirs. Where too few of them answer to tell, the text is nearly always the first reply of its thread.
 */
export const FORM_LETTERS = `WITH sent AS MATERIALIZED (
    SELECT seq, channel, thread, gap, isFirst, ${FORM} AS form FROM replies),
  form AS MATERIALIZED (
    SELECT seq, thread, gap, isFirst, unnest(CASE WHEN length(form) <= ${PART} THEN [form] ELSE [form, left(form, ${PART}) || '…', '…' || right(form, ${PART})] END) AS form
    FROM sent WHERE length(form) >= ${SAME_TEXT.letters}),
  same AS MATERIALIZED (
    SELECT form, quantile_disc(gap, ${SAME_TEXT.share}) AS wait, avg(CAST(isFirst AS INTEGER)) >= ${SAME_TEXT.share} AS opens FROM form GROUP BY form
    HAVING count(DISTINCT thread) >= ${SAME_TEXT.threads} AND avg(CAST(coalesce(gap BETWEEN 0 AND ${SAME_TEXT.within}, false) AS INTEGER)) >= ${SAME_TEXT.share}),
  soon AS MATERIALIZED (SELECT DISTINCT seq, wait, opens FROM form JOIN same USING (form)),
  pace AS (SELECT channel, quantile_disc(gap, ${PACE.share}) AS wait FROM sent ANTI JOIN soon USING (seq) ANTI JOIN speeches USING (seq) WHERE gap >= 0
    GROUP BY channel HAVING count(*) >= ${PACE.replies})
  SELECT DISTINCT seq FROM sent ANTI JOIN speeches USING (seq) JOIN soon USING (seq) LEFT JOIN pace USING (channel) WHERE coalesce(soon.wait * CASE WHEN opens THEN 1 ELSE ${PACE.amid} END < pace.wait, opens)`;
