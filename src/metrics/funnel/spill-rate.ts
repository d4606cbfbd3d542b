import { chapman } from '../../stats/quantification/chapman.js';
import { LEAST_LINKABILITY, linkabilityOf } from '../../stats/quantification/linkability.js';
import { imputedShare } from '../../stats/shares/imputed-share.js';
import { clopperPearsonInterval, zOf } from '../../stats/shares/interval.js';
import { formatShare } from '../../util/french.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  PRIVATE_DENOMINATOR,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type GroupKey,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { foundSpills, headlineOf, type FoundSpills } from './found-spills.js';
import { defineMetric } from '../define-metric.js';
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
    fr: 'Part des plaintes ouvertes en privé que leur auteur porte ensuite en public, corrigée de ce qui ne peut pas se voir : taux vu (chaque rattachement plausible compte pour sa probabilité ; un plancher) rapporté à la part des débordements que les rattachements retrouvent. Cette part a deux témoins : le temps (plaintes publiques du même sujet en surcroît après une plainte privée, sans identité : processus de Hawkes marqué par le sujet, hors emballements) et les clés (commande, adresse, téléphone, compte, nom) que montrent les deux côtés (Horvitz-Thompson). Quand ils se contredisent, les clés pèsent moins et l’intervalle s’élargit (DerSimonian et Laird). Intervalle : dossiers, liens et part retrouvée tirés ensemble.',
    en: 'Share of the complaints opened in private that their author later takes public, corrected for what cannot be seen: the seen rate (each plausible link counts for its probability; a floor) over the share of spills that links find. That share has two witnesses: timing (public complaints on the same subject in excess after a private one, without identity: a Hawkes process marked by the subject, outside bursts) and the keys (order, address, phone, account, name) that both sides show (Horvitz-Thompson). Where they contradict each other keys weigh less and the interval widens (DerSimonian and Laird). Interval: cases, links and the share found drawn together.',
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
    'found',
    'foundLow',
    'foundHigh',
    'keys',
    'keysLow',
    'keysHigh',
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

/** Pairs found by both kinds of keys from which the two-key check says something. */
const LEAST_BOTH = 5;

function rowOf(
  key: GroupKey,
  rows: readonly SpillCase[],
  spills: Spills,
  found: FoundSpills,
  options: ResolvedFunnelOptions,
): TableRow {
  const { level, seed } = options,
    n = rows.length;
  const count = (holds: (one: SpillCase) => boolean): number => rows.filter(holds).length;
  const spilled = count((one) => one.spilled),
    exact = clopperPearsonInterval(spilled, n, level);
  const seen = imputedShare(
    rows.map(({ probability }) => probability),
    level,
    seed,
  );
  const whole =
    seen === null ? undefined : headlineOf({ ...seen, low: seen.interval.low }, found, { seed, level });
  const of = linkabilityOf(spills.posts, spills.agreements),
    linkable = rows.map(({ keys }) => of(keys)).filter((chance) => chance >= LEAST_LINKABILITY);
  return {
    ...key,
    n,
    expected: whole === undefined ? null : whole.share * n,
    share: whole?.share ?? null,
    low: whole?.low ?? null,
    high: whole?.high ?? null,
    seen: seen?.share ?? null,
    seenLow: seen?.interval.low ?? null,
    seenHigh: seen?.interval.high ?? null,
    found: found.found?.share ?? null,
    foundLow: found.found?.low ?? null,
    foundHigh: found.found?.high ?? null,
    linkability: linkable.length === 0 ? null : linkable.reduce((sum, one) => sum + one, 0) / linkable.length,
    keyless: 1 - linkable.length / Math.max(1, n),
    spilled,
    countShare: spilled / n,
    countLow: exact.low,
    countHigh: exact.high,
    certain: count(({ best }) => best > 0.95),
    likely: count(({ best }) => best > 0.5),
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
function story(row: TableRow, { timing, found, floor }: FoundSpills, outside: number): Bilingual {
  const percent = (value: unknown): string => formatShare(Number(value));
  const english = (value: unknown): string => `${(100 * Number(value)).toFixed(1)} %`;
  const shares = (column: string): readonly [unknown, unknown, unknown] => [
    row[column],
    row[`${column}Low`],
    row[`${column}High`],
  ];
  const say = (column: string): Bilingual => {
    const [value, low, high] = shares(column);
    return {
      fr: `${percent(value)} (de ${percent(low)} à ${percent(high)})`,
      en: `${english(value)} (${english(low)} to ${english(high)})`,
    };
  };
  const fr: string[] = [],
    en: string[] = [];
  const tell = (french: string, inEnglish: string): void => {
    fr.push(french);
    en.push(inEnglish);
  };
  tell(`Taux vu, un plancher : ${percent(row['seen'])}.`, `Seen rate, a floor: ${english(row['seen'])}.`);
  tell(
    `Les rattachements retrouveraient ${say('found').fr} des débordements ; la même part est prêtée à chaque motif et à chaque canal.`,
    `Links would find ${say('found').en} of the spills; every driver and channel is lent the same share.`,
  );
  if (row['keys'] !== null)
    tell(
      `Par les clés : ${say('keys').fr} ; suppose qu’une plainte publique montre ses clés sans égard à celles du dossier.`,
      `By keys: ${say('keys').en}; assumes that a public complaint shows its keys whatever those of the case.`,
    );
  if (timing !== undefined)
    tell(
      `Par le temps, sans identité : ${say('timing').fr}.`,
      `By timing, without identity: ${say('timing').en}.`,
    );
  if (found !== undefined && found.disagreement > 0)
    tell(
      'Les deux se contredisent au-delà de leurs erreurs : l’intervalle en tient compte.',
      'The two contradict each other beyond their errors: the interval allows for it.',
    );
  if (floor)
    tell(
      'La part retrouvée est trop mal connue pour corriger : la valeur est ce qui se voit, un plancher.',
      'The share found is known too badly to correct: the value is what is seen, a floor.',
    );
  if (row['twoKeys'] !== undefined)
    tell(`Par deux clés (Chapman) : ${say('twoKeys').fr}.`, `By two keys (Chapman): ${say('twoKeys').en}.`);
  if (outside > 0)
    tell(
      `${outside} dossiers ouverts quand aucun export public n’observe sont laissés de côté.`,
      `${outside} cases opened when no public export watches are left out.`,
    );
  tell(
    'Les dossiers ouverts peu avant la fin ont eu moins de temps pour déborder : voir le délai.',
    'Cases opened shortly before the end had less time to spill: see the delay.',
  );
  return { fr: fr.join(' '), en: en.join(' ') };
}

/**
 * Spill rate of the cases opened in private while public exports watch, in all, by driver and by channel: seen (a floor), corrected for
 * what can't be seen (value), and for the whole by keys, by timing alone and by two keys. Not measured where neither keys nor times say
 * what is found.
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
    const found = await foundSpills(corpus, resolved),
      { keys, timing } = found;
    const [byKeys] = keys?.at ?? [];
    const [first = {}, ...parts] = groupsOf(cases)
      .slice(0, whole ? 1 : undefined)
      .map((group) => rowOf(group.key, group.rows, spills, found, resolved));
    const total: TableRow = {
      ...first,
      keys: byKeys?.share ?? null,
      keysLow: byKeys?.interval.low ?? null,
      keysHigh: byKeys?.interval.high ?? null,
      timing: timing?.value ?? null,
      timingLow: timing?.low ?? null,
      timingHigh: timing?.high ?? null,
      ...twoKeyCheck(spills, 1 - (keys?.keyless ?? 1), resolved.level),
    };
    const rows = [total, ...parts];
    if (found.found === undefined)
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
        method: found.floor ? 'seen rate, up to seen / found' : 'seen / found, posterior of keys and timing',
      },
      limits: story(total, found, spills.outside),
    });
  },
);
