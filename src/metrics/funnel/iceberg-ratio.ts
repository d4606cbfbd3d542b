import type { CorpusTables } from '../../engine/corpus-tables.js';
import { bootstrap } from '../../stats/shares/bootstrap.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  replicatesFor,
  resolveFunnelOptions,
  type FunnelOptions,
  type GroupKey,
} from './funnel-cases.js';
import { observationOf } from './observation-spans.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

const frame = metricFrame({
  name: 'icebergRatio',
  label: {
    fr: 'Plaintes privées pour une plainte publique',
    en: 'Private complaints for one public complaint',
  },
  unit: 'ratio',
  denominator: { fr: 'dossiers avec une plainte', en: 'cases with a complaint' },
  method: {
    fr: 'Dossiers plaignants ouverts en privé, rapportés aux dossiers plaignants vus en public (ouverts en public ou débordés : un dossier débordé compte des deux côtés), les jours où les exports privés et publics observent tous deux. Intervalle par rééchantillonnage des auteurs et des textes : qui écrit souvent, et un texte copié, comptent comme un seul tirage. Par motif : au moins 5 dossiers de chaque côté.',
    en: 'Complaint cases opened in private over complaint cases seen in public (opened there or spilled: a spilled case counts on both sides), on days that both private and public exports watch. Interval by resampling authors and texts: who writes often, and a copied text, count as one draw. By driver: at least 5 cases on each side.',
  },
  limits: {
    fr: 'Les plaintes reconnues le sont d’après leur texte : une reconnaissance meilleure d’un côté que de l’autre déplace le rapport, et un canal absent aussi. Les partages ne comptent pas.',
    en: 'Complaints are recognised from their text: a recognition better on one side than on the other moves the ratio, as does a missing channel. Reposts do not count.',
  },
  columns: {
    ...GROUP_COLUMNS,
    private: 'number',
    public: 'number',
    ratio: 'number?',
    low: 'number?',
    high: 'number?',
    n: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

interface ComplaintCase {
  readonly driver: string | null;
  readonly channel: string;
  readonly inPrivate: number;
  readonly inPublic: number;
  /** Who wrote it, or the copied text it is. */
  readonly cluster: string;
}

/** `privateAt`, `publicAt`: when the case complains on that side; null where it does not. */
const COMPLAINT_CASES = `WITH said AS (
    SELECT link.caseId, any_value(message.authorKey) AS author, min_by(message.textKey, message.sentAt) AS text
    FROM caseMessages AS link JOIN main.messages AS message ON message.messageId = link.messageId
    WHERE message.direction = 'inbound' AND message.speech = 'own' GROUP BY link.caseId),
  copied AS (SELECT text FROM said WHERE text IS NOT NULL GROUP BY text HAVING count(*) > 1)
SELECT driver, firstChannel AS channel, CAST(epoch_ms(CASE WHEN firstStage = 'private' THEN openedAt END) AS DOUBLE) AS privateAt,
  CAST(epoch_ms(CASE WHEN firstStage = 'public' THEN coalesce(openedAt, spilledAt) ELSE spilledAt END) AS DOUBLE) AS publicAt,
  openedAt IS NULL AS undated, firstStage,
  coalesce('text ' || copied.text, 'author ' || said.author, cases.caseId) AS cluster
FROM cases LEFT JOIN said ON said.caseId = cases.caseId LEFT JOIN copied ON copied.text = said.text
WHERE complaint AND firstStage <> 'press' AND firstChannel NOT LIKE '%-share' ORDER BY openedAt, cases.caseId`;

interface CaseRow {
  readonly driver: string | null;
  readonly channel: string;
  readonly privateAt: number | null;
  readonly publicAt: number | null;
  readonly undated: boolean;
  readonly firstStage: string;
  readonly cluster: string;
}

const DAY = 86_400_000;

/** Complaint cases, each counted on the sides where it complains on a day that both sides watch; all of them where a side has no window. */
async function complaintCases(corpus: CorpusTables): Promise<ComplaintCase[]> {
  const { byStage } = await observationOf(corpus);
  const sides = [byStage.private, byStage.public].filter((spans) => spans.length > 0);
  const both = (at: number | null): boolean =>
    at !== null &&
    sides.every((spans) => spans.some(({ first, last }) => at >= first * DAY && at < (last + 1) * DAY));
  return ((await corpus.query(COMPLAINT_CASES)).objects() as CaseRow[]).map(
    ({ driver, channel, cluster, privateAt, publicAt, undated, firstStage }) => ({
      driver,
      channel,
      cluster,
      inPrivate: Number(both(privateAt) || (undated && firstStage === 'private')),
      inPublic: Number(both(publicAt) || (undated && firstStage === 'public')),
    }),
  );
}

const LEAST = 5;
const total = (rows: readonly ComplaintCase[], side: 'inPrivate' | 'inPublic'): number =>
  rows.reduce((sum, row) => sum + row[side], 0);
const ratioOf = (rows: readonly ComplaintCase[]): number | undefined => {
  const below = total(rows, 'inPublic');
  return below === 0 ? undefined : total(rows, 'inPrivate') / below;
};

function rowOf(
  key: GroupKey,
  rows: readonly ComplaintCase[],
  level: number,
  seed: number,
  replicates: number,
): Row {
  const found = bootstrap(rows, ratioOf, {
    seed,
    level,
    replicates: replicatesFor(rows.length, replicates),
    groupOf: ({ cluster }) => cluster,
  });
  return {
    ...key,
    private: total(rows, 'inPrivate'),
    public: total(rows, 'inPublic'),
    ratio: ratioOf(rows) ?? null,
    low: found.measured ? found.interval.low : null,
    high: found.measured ? found.interval.high : null,
    n: rows.length,
  };
}

/** Complaint cases in private for one in public, in all and by driver. */
export const icebergRatio = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const cases = (await complaintCases(corpus)).filter(
      ({ inPrivate, inPublic }) => inPrivate + inPublic > 0,
    );
    const n = cases.length;
    if (n === 0) return unmeasured(frame, 0, 'aucun dossier avec une plainte', 'no case holds a complaint');
    if (total(cases, 'inPrivate') === 0)
      return unmeasured(
        frame,
        n,
        'aucune plainte en privé : il manque un export de messages privés',
        'no complaint in private: an export of private messages is missing',
      );
    if (total(cases, 'inPublic') === 0)
      return unmeasured(frame, n, 'aucune plainte en public', 'no complaint in public');
    const rows = groupsOf(cases)
      .filter(
        ({ key, rows: own }) =>
          key.by === 'total' ||
          (key.by === 'driver' && total(own, 'inPrivate') >= LEAST && total(own, 'inPublic') >= LEAST),
      )
      .map(({ key, rows: own }) => rowOf(key, own, level, seed, replicates));
    const [all] = rows as [Row];
    const interval =
      all.low === null || all.high === null
        ? null
        : { low: all.low, high: all.high, level, method: 'bootstrap by author and text' };
    return makeMetric(frame, { value: all.ratio, n, interval, rows });
  },
);
