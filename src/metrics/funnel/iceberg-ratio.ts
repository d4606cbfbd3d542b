import { bootstrap } from '../../stats/shares/bootstrap.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  replicatesFor,
  resolveFunnelOptions,
  type FunnelOptions,
  type GroupKey,
} from './funnel-cases.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';

const frame: MetricFrame = {
  name: 'icebergRatio',
  label: {
    fr: 'Plaintes privées pour une plainte publique',
    en: 'Private complaints for one public complaint',
  },
  unit: 'ratio',
  denominator: { fr: 'dossiers avec une plainte', en: 'cases with a complaint' },
  method: {
    fr: 'Dossiers plaignants ouverts en privé, rapportés aux dossiers plaignants vus en public (ouverts en public ou débordés : un dossier débordé compte des deux côtés). Intervalle par rééchantillonnage des dossiers. Par motif : au moins 5 dossiers de chaque côté.',
    en: 'Complaint cases opened in private over complaint cases seen in public (opened there or spilled: a spilled case counts on both sides). Interval by resampling cases. By driver: at least 5 cases on each side.',
  },
  limits: {
    fr: 'Ne vaut que si les exports privés et publics couvrent la même période et les mêmes canaux : un canal absent déplace le rapport. Les partages ne comptent pas.',
    en: 'Holds only if private and public exports cover the same period and channels: a missing channel moves the ratio. Reposts do not count.',
  },
  columns: [...GROUP_COLUMNS, 'private', 'public', 'ratio', 'low', 'high', 'n'],
};

interface ComplaintCase {
  readonly driver: string | null;
  readonly channel: string;
  readonly inPrivate: number;
  readonly inPublic: number;
}

const COMPLAINT_CASES = `SELECT driver, firstChannel AS channel, CAST(firstStage = 'private' AS INTEGER) AS inPrivate,
  CAST(firstStage = 'public' OR spilledAt IS NOT NULL AS INTEGER) AS inPublic
FROM cases WHERE complaint AND firstStage <> 'press' AND firstChannel NOT LIKE '%-share' ORDER BY openedAt, caseId`;

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
): TableRow {
  const found = bootstrap(rows, ratioOf, { seed, level, replicates: replicatesFor(rows.length, replicates) });
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
    const cases = (await corpus.query(COMPLAINT_CASES)).objects() as ComplaintCase[];
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
    const [all] = rows as [TableRow];
    const interval =
      all['low'] === null
        ? null
        : { low: Number(all['low']), high: Number(all['high']), level, method: 'bootstrap-by-case' };
    return makeMetric(frame, { value: Number(all['ratio']), n, interval, rows });
  },
);
