import type { Interval } from '../../model/index.js';
import { chapman } from '../../stats/quantification/chapman.js';
import { correctedShares, type Corrected } from '../../stats/quantification/unseen-events.js';
import { clopperPearsonInterval, wilsonInterval, zOf } from '../../stats/shares/interval.js';
import { formatNumber, formatShare } from '../../util/french.js';
import { seededRandom } from '../../util/random.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  PRIVATE_DENOMINATOR,
  replicatesFor,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type GroupKey,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { headlineRate, isFloor } from './headline-rate.js';
import { defineMetric } from '../define-metric.js';
import { timingRate, type TimingRate } from './deversoir-fit.js';
import { makeMetric, unmeasured, type Bilingual, type MetricFrame, type TableRow } from '../make-metric.js';
import { spillsOf, whyNoSpill, type SpillCase, type Spills } from './spill-cases.js';

const frame: MetricFrame = {
  name: 'spillRate',
  label: { fr: 'Taux de débordement', en: 'Spill rate' },
  unit: 'share',
  denominator: {
    fr: `${PRIVATE_DENOMINATOR.fr} pendant que les exports publics observent`,
    en: `${PRIVATE_DENOMINATOR.en} while the public exports watch`,
  },
  method: {
    fr: 'Part des dossiers ouverts en privé que leur auteur porte ensuite en public, corrigée de ce qui ne peut pas se voir. Taux vu (plancher) : chaque rattachement plausible compte pour sa probabilité. Taux corrigé (valeur) : chaque débordement vu compte pour 1/λ, λ étant la probabilité qu’un débordement de ce dossier soit retrouvé, d’après les clés (commande, adresse, téléphone, compte, nom) que montrent les plaintes publiques et leur accord mesuré sur des paires sûres (Horvitz-Thompson) ; les dossiers sans clé reçoivent le taux de leur canal et de leur motif. Intervalle : dossiers, publications, liens et accords tirés ensemble. Taux par le temps : case privé → public de la matrice du déversoir, sans identité.',
    en: 'Share of the cases opened in private that their author later takes public, corrected for what cannot be seen. Seen rate (a floor): each plausible link counts for its probability. Corrected rate (value): each spill seen counts for 1/λ, λ being the probability that a spill of this case would be found, from the keys (order, address, phone, account, name) that public complaints show and their agreement measured on sure pairs (Horvitz-Thompson); keyless cases are given the rate of their channel and driver. Interval: cases, posts, links and agreements drawn together. Timing rate: cell private → public of the déversoir matrix, without identity.',
  },
  columns: [
    ...GROUP_COLUMNS,
    'n',
    'expected',
    'share',
    'low',
    'high',
    'seen',
    'seenLow',
    'seenHigh',
    'linkability',
    'keyless',
    'timing',
    'timingLow',
    'timingHigh',
    'twoKeys',
    'twoKeysLow',
    'twoKeysHigh',
    'spilled',
    'countShare',
    'countLow',
    'countHigh',
    'certain',
    'likely',
  ],
};

const IMPUTATIONS = 100;
/** Pairs found by both kinds of keys from which the two-key check says something. */
const LEAST_BOTH = 5;

/**
 * Interval of a share whose events are known up to a probability each. The events are drawn `imputations` times; Rubin's rules add
 * the variance between the draws to the binomial one; Wilson's interval on the size that has this total variance keeps it in
 * [0, 1]. Rubin 1987; Lott & Reiter 2020.
 *
 * @example
 * imputedShareInterval([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0.95, 1)
 * // → { low: 0.0566821515, high: 0.5098375285, level: 0.95, method: 'rubin-wilson' }
 */
export function imputedShareInterval(
  probabilities: readonly number[],
  level: number,
  seed: number,
  imputations = IMPUTATIONS,
): Interval | null {
  const n = probabilities.length;
  if (n === 0) return null;
  const share = probabilities.reduce((sum, p) => sum + p, 0) / n;
  const uniform = seededRandom(seed);
  const draws = Array.from(
    { length: imputations },
    () => probabilities.reduce((sum, p) => sum + (uniform() < p ? 1 : 0), 0) / n,
  );
  const mean = draws.reduce((sum, one) => sum + one, 0) / imputations;
  const within = draws.reduce((sum, one) => sum + (one * (1 - one)) / n, 0) / imputations;
  const between = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (imputations - 1);
  const total = within + (1 + 1 / imputations) * between;
  const size = total > 0 ? Math.min(n, (share * (1 - share)) / total) : n;
  return { ...wilsonInterval(share * size, size, level), method: 'rubin-wilson' };
}

function rowOf(
  key: GroupKey,
  rows: readonly SpillCase[],
  spills: Spills,
  options: ResolvedFunnelOptions,
): { readonly row: TableRow; readonly corrected: Corrected | undefined } {
  const { level, seed, replicates } = options,
    n = rows.length;
  const count = (holds: (one: SpillCase) => boolean): number => rows.filter(holds).length;
  const seen = rows.reduce((sum, { probability }) => sum + probability, 0);
  const spilled = count((one) => one.spilled);
  const interval = imputedShareInterval(
    rows.map(({ probability }) => probability),
    level,
    seed,
  );
  const exact = clopperPearsonInterval(spilled, n, level);
  const corrected = correctedShares(rows, spills.posts, spills.agreements, {
    seed,
    level,
    replicates: replicatesFor(n, replicates),
  });
  const whole =
    corrected &&
    headlineRate(corrected, corrected.at[0], {
      share: seen / n,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1,
    });
  return {
    corrected,
    row: {
      ...key,
      n,
      expected: whole === undefined ? null : whole.share * n,
      share: whole?.share ?? null,
      low: whole?.low ?? null,
      high: whole?.high ?? null,
      seen: seen / n,
      seenLow: interval?.low ?? null,
      seenHigh: interval?.high ?? null,
      linkability: corrected?.linkability ?? null,
      keyless: corrected?.keyless ?? 1,
      spilled,
      countShare: spilled / n,
      countLow: exact.low,
      countHigh: exact.high,
      certain: count(({ best }) => best > 0.95),
      likely: count(({ best }) => best > 0.5),
    },
  };
}

/** What neither kind of keys found, for the whole: share with its bounds. */
function twoKeyCheck({ twoKeys, cases }: Spills, keyed: number, level: number): TableRow {
  const { content, author, both } = twoKeys;
  if (both < LEAST_BOTH || keyed === 0) return {};
  const { total, low, high } = chapman(content, author, both, zOf(level)),
    n = cases.length * keyed;
  const share = (value: number): number => Math.min(1, value / n);
  return { twoKeys: share(total), twoKeysLow: share(low), twoKeysHigh: share(high) };
}

/** The three figures in a sentence each, and whether they agree. */
function story(row: TableRow, timing: TimingRate | undefined, outside: number, floor: boolean): Bilingual {
  const [share, low, high] = [Number(row['share']), Number(row['low']), Number(row['high'])];
  const percent = (value: unknown): string => formatShare(Number(value));
  const english = (value: unknown): string => `${(100 * Number(value)).toFixed(1)} %`;
  const fr = [
      `Taux vu, un plancher : ${percent(row['seen'])} ; un débordement d’un dossier qui montre une clé serait retrouvé ${formatNumber(100 * Number(row['linkability']))} fois sur 100 ; ${percent(row['keyless'])} des dossiers n’en montrent aucune.`,
      'Suppose qu’une plainte publique montre ses clés sans égard à celles du dossier.',
    ],
    en = [
      `Seen rate, a floor: ${english(row['seen'])}; a spill of a case that shows a key would be found ${(100 * Number(row['linkability'])).toFixed(0)} times in 100; ${english(row['keyless'])} of the cases show none.`,
      'Assumes that a public complaint shows its keys whatever those of the case.',
    ];
  if (floor) {
    fr.push(
      'Trop peu de dossiers montrent une clé pour corriger : la valeur est ce qui se voit, un plancher ; la borne haute suppose que tous les dossiers se retrouvent aussi mal que ceux qui en montrent une.',
    );
    en.push(
      'Too few cases show a key to correct: the value is what is seen, a floor; the upper bound takes all cases to be found as seldom as those that show one.',
    );
  }
  if (timing !== undefined) {
    const agree = timing.low <= high && timing.high >= low;
    fr.push(
      `Taux par le temps, sans identité : ${percent(timing.value)} (de ${percent(timing.low)} à ${percent(timing.high)})${agree ? '.' : ` : il contredit ce taux, la vérité est entre ${percent(Math.min(share, timing.value))} et ${percent(Math.max(share, timing.value))}.`}`,
    );
    en.push(
      `Timing rate, without identity: ${english(timing.value)} (${english(timing.low)} to ${english(timing.high)})${agree ? '.' : `: it contradicts this rate, the truth is between ${english(Math.min(share, timing.value))} and ${english(Math.max(share, timing.value))}.`}`,
    );
  }
  if (row['twoKeys'] !== undefined) {
    fr.push(
      `Par deux clés (Chapman) : ${percent(row['twoKeys'])} (de ${percent(row['twoKeysLow'])} à ${percent(row['twoKeysHigh'])}).`,
    );
    en.push(
      `By two keys (Chapman): ${english(row['twoKeys'])} (${english(row['twoKeysLow'])} to ${english(row['twoKeysHigh'])}).`,
    );
  }
  if (outside > 0) {
    fr.push(`${outside} dossiers ouverts quand aucun export public n’observe sont laissés de côté.`);
    en.push(`${outside} cases opened when no public export watches are left out.`);
  }
  fr.push('Les dossiers ouverts peu avant la fin ont eu moins de temps pour déborder : voir le délai.');
  en.push('Cases opened shortly before the end had less time to spill: see the delay.');
  return { fr: fr.join(' '), en: en.join(' ') };
}

/**
 * Spill rate of the cases opened in private while public exports watch, in all, by driver and by channel: seen (a floor), corrected for
 * what can't be seen (value), and for the whole by timing alone and by two keys. Not measured where no case shows a key.
 */
export const spillRate = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions, whole) => {
    const resolved = resolveFunnelOptions(options);
    const spills = await spillsOf(corpus),
      { cases } = spills;
    const why = whyNoSpill(spills);
    if (cases.length === 0 || why !== undefined) {
      const { fr, en } =
        cases.length + spills.outside === 0 || why === undefined ? await whyNoPrivateCase(corpus) : why;
      return unmeasured(frame, cases.length, fr, en);
    }
    const groups = groupsOf(cases)
      .slice(0, whole ? 1 : undefined)
      .map((group) => rowOf(group.key, group.rows, spills, resolved));
    const [{ row: first, corrected }] = groups as [(typeof groups)[number]];
    const timing = whole ? undefined : await timingRate(corpus, resolved);
    const total: TableRow = {
      ...first,
      timing: timing?.value ?? null,
      timingLow: timing?.low ?? null,
      timingHigh: timing?.high ?? null,
      ...twoKeyCheck(spills, 1 - (corrected?.keyless ?? 1), resolved.level),
    };
    const rows = [total, ...groups.slice(1).map(({ row }) => row)];
    if (corrected === undefined)
      return unmeasured(
        frame,
        cases.length,
        `les dossiers privés et les plaintes publiques n’ont aucune clé commune ; ${formatShare(Number(first['seen']))} se voient, un plancher`,
        `private cases and public complaints have no key in common; ${(100 * Number(first['seen'])).toFixed(1)} % are seen, a floor`,
        rows,
      );
    return makeMetric(frame, {
      value: Number(total['share']),
      n: cases.length,
      rows,
      interval: {
        low: Number(total['low']),
        high: Number(total['high']),
        level: resolved.level,
        method: isFloor(corrected)
          ? 'seen rate (Rubin-Wilson), up to seen / λ'
          : 'horvitz-thompson, bootstrap and imputation',
      },
      limits: story(total, timing, spills.outside, isFloor(corrected)),
    });
  },
);
