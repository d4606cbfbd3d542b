import type { LabelOptions } from '../basic/labelled-shares.js';
import { formatNumber, formatShare } from '../../util/french.js';
import { othersTurn } from '../../util/turn.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type Bilingual } from '../make-metric.js';
import { byLabels, foundSpills, MISREAD, type FoundSpills } from './found-spills.js';
import { labelledSpills, NONE_COMPLAINS, toldOfLabels } from './labelled-spills.js';
import type { SharePrior } from '../../stats/shares/shrinkage.js';
import { groupsOf, resolveFunnelOptions, type GroupKey, type FunnelOptions } from './funnel-cases.js';
import { spillsOf, whyNotMeasured, type SpillCase } from './spill-cases.js';
import { complaintsOf, countOf } from './weighed-complaints.js';
import {
  besideOthers,
  lawsOf,
  spillFrame,
  spillRowOf,
  twoKeyCheck,
  type SpillRow,
} from './spill-rate-row.js';
import { inPercent } from '../../util/english.js';

/** Beside the value of a group stand what is seen of it, which may be more, and its expected spills, which are drawn towards no other's. */
function besideValues(groups: readonly SpillRow[]): Bilingual {
  const under = groups.filter(({ share, seen }) => share !== null && seen !== null && seen > share),
    most = Math.max(...under.map(({ n }) => n));
  const french =
      under.length === 0
        ? ''
        : ` (ici ${under.length} sur ${groups.length}, de ${formatNumber(most)} plaintes au plus)`,
    english =
      under.length === 0 ? '' : ` (here ${under.length} of ${groups.length}, of ${most} complaints at most)`;
  return {
    fr: `Ce qui se voit est un plancher de l’ensemble. La valeur d’un motif ou d’un canal est rapprochée de celles des autres, car peu de plaintes ne font pas un taux : elle peut être sous la part qu’on en voit${french}. Les débordements attendus d’un groupe ne sont rapprochés de rien (ce qui s’en voit, rapporté à la part retrouvée) : leur somme est celle de l’ensemble.`,
    en: `What is seen is a floor of the whole. The value of a driver or channel is drawn towards those of the others, as few complaints make no rate: it may be below the share seen of it${english}. The expected spills of a group are drawn towards none (what is seen of it over the share found): they sum to those of the whole.`,
  };
}

/** The three figures in a sentence each, whether they agree, and what holds of groups. */
function story(
  row: SpillRow,
  groups: readonly SpillRow[],
  { timing, found, floor, complaining }: FoundSpills,
  outside: number,
  ofLabels: { readonly told: Bilingual | undefined; readonly used: boolean },
): Bilingual {
  const percent = (value: number | null): string => (value === null ? '–' : formatShare(value));
  const english = (value: number | null): string => (value === null ? '–' : inPercent(value));
  const say = (column: 'found' | 'keys' | 'timing' | 'twoKeys'): Bilingual => {
    const [value, low, high] = [row[column], row[`${column}Low`], row[`${column}High`]];
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
  tell(`Taux vu, un plancher : ${percent(row.seen)}.`, `Seen rate, a floor: ${english(row.seen)}.`);
  tell(
    `Les rattachements retrouveraient ${say('found').fr} des débordements ; la même part, mesurée sur tous les exports de la marque, est prêtée à chaque motif, à chaque canal et à chaque période.`,
    `Links would find ${say('found').en} of the spills; every driver, channel and period is lent the same share, measured on all exports of the brand.`,
  );
  if (row.keys !== null)
    tell(
      `Par les clés, sans rattachement : ${say('keys').fr} ; suppose qu’un débordement montre ses clés comme les autres plaintes publiques.`,
      `By keys, without links: ${say('keys').en}; assumes that a spill shows its keys as other public complaints do.`,
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
  if (row.twoKeys !== null)
    tell(`Par deux clés (Chapman) : ${say('twoKeys').fr}.`, `By two keys (Chapman): ${say('twoKeys').en}.`);
  if (ofLabels.told !== undefined) tell(ofLabels.told.fr, ofLabels.told.en);
  if (!ofLabels.used && complaining !== undefined) tell(MISREAD.fr, MISREAD.en);
  if (groups.length > 0) {
    const beside = besideValues(groups);
    tell(beside.fr, beside.en);
  }
  if (outside > 0)
    tell(
      `Plaintes ouvertes quand aucun export public n’observe, laissées de côté : ${outside}.`,
      `Complaints opened when no public export watches, left out: ${outside}.`,
    );
  tell(
    'Les plaintes ouvertes peu avant la fin ont eu moins de temps pour déborder : voir le délai.',
    'Complaints opened shortly before the end had less time to spill: see the delay.',
  );
  return { fr: fr.join(' '), en: en.join(' ') };
}

/**
 * Spill rate of the cases opened in private while public exports watch, in all, by driver and by channel: seen (a floor), corrected for
 * what can't be seen (value), and for the whole by keys, by timing alone and by two keys. Not measured where neither keys nor times say
 * what is found.
 */
export const spillRate = defineMetric(
  { frame: spillFrame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions & LabelOptions, whole) => {
    const resolved = resolveFunnelOptions(options);
    const spills = await spillsOf(corpus),
      labelled = await labelledSpills(corpus, options.labels ?? [], resolved),
      cases: readonly SpillCase[] = labelled?.cases ?? spills.cases,
      n = countOf(cases);
    const why =
      (await whyNotMeasured(corpus, spills)) ??
      (labelled !== undefined && complaintsOf(cases).length === 0 ? NONE_COMPLAINS : undefined);
    if (why !== undefined) return unmeasured(spillFrame, n, why.fr, why.en);
    const found = await foundSpills(corpus, resolved),
      { keys, timing } = found;
    const told: SpillRow[] = [],
      parted = groupsOf(cases)
        .filter(({ key, rows }) => key.by === 'total' || complaintsOf(rows).length > 0)
        .slice(0, whole ? 1 : undefined);
    const foundOf = (rows: readonly SpillCase[]): FoundSpills =>
      labelled === undefined ? found : byLabels(found, labelled.among(rows));
    const laws = (by: GroupKey['by']): SharePrior['laws'] | undefined =>
      lawsOf(
        parted.filter(({ key }) => key.by === by).map(({ rows }) => rows),
        resolved.level,
      );
    const differ = { total: undefined, driver: laws('driver'), channel: laws('channel') };
    for (const { key, rows } of parted) {
      await othersTurn();
      told.push(spillRowOf(key, rows, spills, foundOf(rows), { ...resolved, laws: differ[key.by] }));
    }
    const [first, ...groups] = told as [SpillRow, ...SpillRow[]];
    const parts = (['driver', 'channel'] as const).flatMap((by) =>
      besideOthers(
        by,
        groups.filter((row) => row.by === by),
        cases,
        resolved,
      ),
    );
    const total: SpillRow = {
      ...first,
      keys: keys?.value ?? null,
      keysLow: keys?.low ?? null,
      keysHigh: keys?.high ?? null,
      timing: timing?.value ?? null,
      timingLow: timing?.low ?? null,
      timingHigh: timing?.high ?? null,
      ...twoKeyCheck(spills, 1 - first.keyless, resolved.level),
    };
    const rows = [total, ...parts];
    const seen = {
      fr: first.seen === null ? '–' : formatShare(first.seen),
      en: first.seen === null ? '–' : inPercent(first.seen),
    };
    if (found.found === undefined)
      return unmeasured(
        spillFrame,
        n,
        `les plaintes privées et les plaintes publiques n’ont pas assez de clés communes ; ${seen.fr} se voient, un plancher`,
        `private and public complaints have too few keys in common; ${seen.en} are seen, a floor`,
        rows,
      );
    return makeMetric(spillFrame, {
      value: total.share,
      n,
      rows,
      interval:
        total.low === null || total.high === null
          ? null
          : {
              low: total.low,
              high: total.high,
              level: resolved.level,
              method: found.floor
                ? 'seen rate, up to seen / found'
                : 'seen / found, posterior of keys and timing',
            },
      limits: story(total, groups, found, spills.outside.length, {
        told: toldOfLabels(options.labels, labelled),
        used: labelled !== undefined,
      }),
    });
  },
);
