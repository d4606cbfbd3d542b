import { englishDate } from '../../util/english.js';
import { formatDate, localParts, plural } from '../../util/french.js';
import { defineMetric } from '../define-metric.js';
import { doubledCases } from '../funnel/doubled-cases.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';
import { resolveOptions } from '../options.js';
import { hoursClock, withHours, type CareOptions } from './care-cases.js';
import { measuredChannels } from './reply-coverage.js';

/** Rows told, the longest wait first. */
const ROWS = 200;
/** Nothing but thanks and praise: nobody waits for an answer to that. */
const PLEASED = `NOT complaint AND caseId IN (SELECT caseId FROM main.caseReplies WHERE pleased AND NOT asks)`;
/** After so many days of silence nobody waits any more. */
const DORMANT_DAYS = 60;

const LIMITS = {
  fr: 'Ce que les exports montrent : une réponse donnée ailleurs, au téléphone par exemple, n’y est pas.',
  en: 'What the exports show: an answer given elsewhere, by phone for instance, is not in them.',
};

const frame = metricFrame({
  name: 'waitingCases',
  label: { fr: 'Dossiers privés qui attendent une réponse', en: 'Private cases that wait for an answer' },
  unit: 'cases',
  denominator: {
    fr: 'dossiers privés sans trace de résolution, sur les canaux dont on voit les réponses',
    en: 'private cases without a trace of resolution, on channels whose replies are seen',
  },
  method: {
    fr: `Un client attend quand personne ne lui a répondu (qui ne fait que remercier n’attend rien), ou quand il s’est plaint, a demandé ou protesté depuis la dernière réponse humaine. Durée : du mot qui attend à la fin de ce que l’on voit du canal ; au-delà de ${DORMANT_DAYS} jours le dossier dort, il n’est plus compté. Les ${ROWS} plus longues attentes sont listées.`,
    en: `A customer waits when nobody answered (who only thanks waits for nothing), or when they complained, asked or protested since the last human reply. Time: from the word that waits to the end of what is seen of the channel; after ${DORMANT_DAYS} days a case is dormant and no longer counted. The ${ROWS} longest waits are listed.`,
  },
  limits: LIMITS,
  columns: {
    caseId: 'text',
    channel: 'text',
    driver: 'text?',
    complaint: 'boolean',
    messages: 'number',
    waitingSince: 'instant',
    waitingHours: 'number',
  },
});

type Row = Omit<RowOf<typeof frame.columns>, 'waitingHours'> & { readonly until: Date };

/**
 * Private cases whose customer waits for an answer at the end of the exports, the longest wait first. Value: their number, `n` of open cases; `by` counts them
 * in each group. Whether the replies of a channel are seen is asked of all exports of the brand, so that the channels' counts sum to the whole.
 */
export const waitingCases = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions) => {
    const rows = (
      await corpus.query(`SELECT caseId, firstChannel AS channel, driver, complaint, messages, waitingSince, observedUntil AS until
      FROM cases WHERE firstStage = 'private' AND resolvedAt IS NULL AND spilledAt IS NULL AND observedUntil IS NOT NULL AND NOT (${PLEASED})
      ORDER BY waitingSince, caseId`)
    ).objects() as (Omit<Row, 'waitingSince'> & { readonly waitingSince: Date | null })[];
    const isMeasured = await measuredChannels(corpus.ofItsBrands());
    const seen = rows.filter(({ channel }) => isMeasured({ stage: 'private', channel }));
    if (seen.length === 0)
      return unmeasured(
        frame,
        0,
        'aucun dossier privé ouvert sur un canal dont on voit les réponses',
        'no open private case on a channel whose replies are seen',
      );
    const hoursBetween = hoursClock(corpus, options);
    const waiting: RowOf<typeof frame.columns>[] = [],
      dormant: Date[] = [];
    for (const { until, waitingSince, ...row } of seen) {
      if (waitingSince === null) continue;
      const [from, to] = [waitingSince.getTime(), until.getTime()];
      if (to - from > DORMANT_DAYS * 86_400_000) dormant.push(waitingSince);
      else waiting.push({ ...row, waitingSince, waitingHours: hoursBetween(from, Math.max(from, to)) });
    }
    const end = seen.reduce((last, { until }) => Math.max(last, until.getTime()), 0);
    const { zone, level } = resolveOptions(options);
    const twice = await doubledCases(corpus, { seed: 1, level, since: end - DORMANT_DAYS * 86_400_000 });
    const [about = 0, least = 0, most = 0] = twice
      ? [twice.expected, twice.low, twice.high].map((count) => Math.min(waiting.length, Math.round(count)))
      : [];
    const told: Bilingual[] = [LIMITS];
    const [oldest] = dormant;
    if (oldest !== undefined)
      told.push({
        fr: `${plural(dormant.length, 'dossier')}, sans un mot depuis plus de ${DORMANT_DAYS} jours après un mot qui attendait, ${dormant.length < 2 ? 'n’est pas compté' : 'ne sont pas comptés'} ; le plus ancien attendait le ${formatDate(oldest, { zone })}.`,
        en: `${dormant.length} ${dormant.length === 1 ? 'case, silent' : 'cases, silent'} for more than ${DORMANT_DAYS} days after a word that waited, ${dormant.length === 1 ? 'is' : 'are'} not counted; the oldest waited on ${englishDate(localParts(oldest.getTime(), zone))}.`,
      });
    if (most > 0)
      told.push({
        fr: `Qui attend essaie un autre canal : environ ${about} de ces dossiers (de ${least} à ${most}) en doublent sans doute un autre sans qu’un identifiant commun le montre.`,
        en: `Whoever waits tries another channel: about ${about} of these cases (${least} to ${most}) probably double another without a common identifier that shows it.`,
      });
    return makeMetric(withHours(frame, corpus, options), {
      value: waiting.length,
      n: seen.length,
      rows: waiting.slice(0, ROWS),
      limits: { fr: told.map(({ fr }) => fr).join(' '), en: told.map(({ en }) => en).join(' ') },
    });
  },
);
