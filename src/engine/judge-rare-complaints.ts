import type { Database } from './database.js';
import { keptRows } from './deduplicate.js';
import { humanMessage } from './human-messages.js';
import { COMPLAINT } from './reference-columns.js';

/** Of a file with fewer distinct public texts nothing is judged. */
const LEAST_TEXTS = 100;
/** Hardly anything complains where the share's upper bound (one-sided 95 %, profile likelihood: half of χ² 2.71) is at most this. */
const RARE = 0.05,
  SURELY_RARE = 2.71 / 2;
/**
 * Odds of `complaintProbability` → how much likelier a text is among public complaints than among others: of the texts that taught the public model
 * 34.2 % complain, and it tells from a chance of .387 on, so .5 stands for odds of .633 beside .520 (`enrich/models/README.md`).
 */
const LIKELIER = 1.216;
/** From this probability a text complains where hardly any does: odds of a quarter. Of what labelled tweets at large tell, .5 is nine times of ten wrong. */
export const SURELY_COMPLAINS = 0.8;

/** Logarithms of odds are counted in eighths, and reach no further than a millionth. */
const STEPS = 8,
  LEAST_CHANCE = 1e-6;
/** Shares tried, in thousandths. */
const SHARES = 1000;

const IN_PUBLIC = `stage = 'public' AND direction = 'inbound' AND kind NOT IN ('review', 'system', 'deleted') AND complaintProbability IS NOT NULL`;

/** The likelihood of a share is that of a mixture, concave in it: under the bound all along where the bound lies so far under the best. */
const RARE_FILES = `WITH texts AS (
    SELECT fileIndex, max(complaintProbability) AS p FROM posts WHERE ${humanMessage()} GROUP BY fileIndex, words),
  bins AS (
    SELECT fileIndex, ${LIKELIER} * exp(step / ${STEPS}) AS likelier, CAST(count(*) AS DOUBLE) AS n FROM (
      SELECT fileIndex, round(${STEPS} * ln(p / (1 - p))) AS step FROM (SELECT fileIndex, least(1 - ${LEAST_CHANCE}, greatest(${LEAST_CHANCE}, p)) AS p FROM texts))
    GROUP BY fileIndex, step),
  shares AS (SELECT unnest(range(0, ${RARE * SHARES} + 1)) / ${SHARES} AS share),
  fits AS (SELECT fileIndex, share, sum(n) AS n, sum(n * ln(1 + share * (likelier - 1))) AS fit FROM bins, shares GROUP BY fileIndex, share)
  SELECT fileIndex FROM fits GROUP BY fileIndex
  HAVING any_value(n) >= ${LEAST_TEXTS} AND max(fit) - arg_max(fit, share) >= ${SURELY_RARE}`;

/**
 * Finds files of public texts of which hardly any complains, as posts at large that listening brings in: the model is calibrated for texts
 * of which a third to a half do, and most of what it tells there is wrong. The share of a file is that under which its probabilities are the likeliest
 * (Saerens, Latinne & Decaestecker 2002, whose EM climbs the same likelihood). Fills `rareComplaints` (`seq`, `fileIndex`) with the
 * rows of such files that read as complaints, and not surely. Runs after `speeches` is known.
 */
export async function judgeRareComplaints(database: Database): Promise<void> {
  await database.run(`CREATE TEMP TABLE posts AS
    SELECT k.seq, fileIndex, kind, complaintProbability, hash(coalesce(textKey, text)) AS words, coalesce(speech, 'own') AS speech
    FROM (${keptRows(['fileIndex', 'stage', 'direction', 'kind', 'textKey', 'text', 'complaintProbability'])}) k LEFT JOIN speeches USING (seq)
    WHERE ${IN_PUBLIC}`);
  await database.run(`CREATE TABLE rareComplaints AS
    SELECT seq, fileIndex FROM posts WHERE complaintProbability >= ${COMPLAINT} AND complaintProbability < ${SURELY_COMPLAINS}
      AND fileIndex IN (${RARE_FILES})`);
  await database.run('DROP TABLE posts');
}
