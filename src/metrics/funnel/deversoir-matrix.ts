import type { LabelOptions } from '../basic/labelled-shares.js';
import type { KernelFit } from '../../stats/hawkes/kernel-fit.js';
import { zOf } from '../../stats/shares/interval.js';
import { reasonOf, resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { funnelReading, toldOfReading, type FunnelReading } from './funnel-reading.js';
import { EVENT_TYPES } from './deversoir-events.js';
import { rowsInTruth } from './deversoir-reading.js';
import { deversoirFit, LEAST_EVENTS, type DeversoirFit } from './deversoir-fit.js';
import { spillCount, withSpills } from './deversoir-spills.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';

const frame = metricFrame({
  name: 'deversoirMatrix',
  label: {
    fr: 'Plaintes publiques qui suivent une plainte privée',
    en: 'Public complaints that follow one private complaint',
  },
  unit: 'events',
  denominator: {
    fr: 'plaintes privées, plaintes publiques et articles datés',
    en: 'dated private complaints, public complaints and articles',
  },
  method: {
    fr: 'Matrice du déversoir : processus de Hawkes sur les dossiers privés avec plainte, la première plainte publique de chaque dossier (partages exclus) et les articles. Chaque couple a sa loi de délais, somme d’exponentielles dont les demi-vies vont d’un quart d’heure à une semaine, toutes du même poids sous soixante événements de l’un ou de l’autre côté (vraisemblance concave : aucun point de départ n’importe) ; un débordement sûrement rattaché est compté à son dossier, et son délai avec. Heure, jour de la semaine et niveau lent sont estimés avec les effets ; le niveau ne s’infléchit que là où il y gagne assez (Schwarz 1978), et l’intervalle tient aussi celui du niveau qui prédit le mieux (Akaike 1974) ; il n’a d’heures que ce que dix événements pour chacune en disent. Un effet n’est distingué de zéro que s’il gagne plus que le hasard ne gagne avec autant de lois de délais (Self et Liang 1987). Des articles ne sont attendus que du premier au dernier jour de la presse exportée. Les grands emballements et les vagues de dossiers privés sont des chocs mis à part. Chaque case : événements qui suivent directement un événement, intervalle par vraisemblance profilée (valeur et borne haute corrigées des erreurs connues de la lecture, borne basse telle que lue), délai médian, effet total (suites des suites comprises) et part attribuée. Valeur : du privé vers le public ; ce qui suit après des jours d’attente, au rythme où chacun écrit, se distingue mal, par les seules dates, du niveau de fond. Cette case prend donc ce que compte le taux de débordement sur les mêmes jours, borne haute comprise ; sa borne basse est la plus basse de celles du taux, d’une part, des dates et des rattachements sûrs, d’autre part ; si ces deux comptes ne se touchent pas, l’intervalle couvre l’un et l’autre. Avec au moins 30 dossiers privés ou messages publics étiquetés par l’utilisateur, ce que la lecture manque et dit à tort de ce côté est mesuré par ses étiquettes ; où chaque côté d’une case en a (la presse n’en demande pas), ses deux bornes en sont corrigées.',
    en: 'Déversoir matrix: a Hawkes process on private cases with a complaint, the first public complaint of each case (reposts left out) and articles. Each pair has its own law of lags, a sum of exponentials with half-lives from a quarter of an hour to a week, all of one weight under sixty events on either side (concave likelihood: no starting point matters); a spill that is surely linked is counted to its case, and its lag with it. Hour, weekday and slow level are estimated with the effects; the level bends only where it gains enough (Schwarz 1978), and the interval holds that of the level that foretells best too (Akaike 1974); it has as many hours as ten events for each can tell. An effect is told from none only where it gains more than chance does with as many laws of lags (Self & Liang 1987). Articles are expected from the first to the last day of the exported press alone. Great bursts and waves of private cases are shocks set apart. Each cell: events that directly follow one event, profile-likelihood interval (value and upper bound corrected for the known errors of reading, lower bound as read), median lag, total effect (follow-ups of follow-ups included) and attributed share. Value: from private to public; what follows after days of waiting, at the pace at which people write, is hard to tell from the baseline by times alone. That cell thus takes what the spill rate counts on the same days, with its upper bound; its lower bound is the lower of that of the rate and that of times and sure links; where these two counts do not meet, the interval covers both. With at least 30 private cases or public messages labelled by the user, what reading misses and tells wrongly on that side comes from the labels; where each side of a cell has them (the press needs none), both its bounds are set right.',
  },
  columns: {
    from: 'text',
    to: 'text',
    value: 'number',
    low: 'number?',
    high: 'number?',
    stdErr: 'number?',
    halfLifeHours: 'number?',
    totalEffect: 'number?',
    attributedShare: 'number',
    attributedLow: 'number?',
    attributedHigh: 'number?',
    baselineShare: 'number?',
    events: 'number?',
    n: 'number?',
    fitDistance: 'number?',
    fitP: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;

function rowsOf(model: KernelFit): Row[] {
  const { typeNames, A, intervals, medianLagHours, totalEffect, attributedShare, baselineShare, counts } =
    model;
  return typeNames.flatMap((from, j) =>
    typeNames.map((to, i): Row => {
      const bounds = intervals[i]?.[j],
        value = A[i]?.[j] ?? 0,
        share = attributedShare[i]?.[j] ?? 0;
      // At a given law of lags the share grows with the effect: its bounds are those of the effect, in shares.
      const shareOfOne = value > 0 ? share / value : (counts[j] ?? 0) / (counts[i] ?? 1);
      const shareOf = (effect: number | undefined): number | null =>
        effect === undefined || !Number.isFinite(effect) ? null : Math.min(1, effect * shareOfOne);
      return {
        from,
        to,
        value,
        low: bounds?.low ?? null,
        high: bounds?.high ?? null,
        stdErr: bounds === undefined ? null : (bounds.high - bounds.low) / (2 * zOf(bounds.level)),
        halfLifeHours: medianLagHours[i]?.[j] ?? null,
        totalEffect: totalEffect?.[i]?.[j] ?? null,
        attributedShare: share,
        attributedLow: shareOf(bounds?.low),
        attributedHigh: shareOf(bounds?.high),
        baselineShare: baselineShare[i] ?? null,
        events: counts[i] ?? null,
        n: counts[j] ?? null,
        fitDistance: model.goodnessOfFit[i]?.distance ?? null,
        fitP: model.goodnessOfFit[i]?.p ?? null,
      };
    }),
  );
}

const NAMES: Readonly<Record<string, Bilingual>> = {
  private: { fr: 'plaintes privées', en: 'private complaints' },
  public: { fr: 'plaintes publiques', en: 'public complaints' },
  press: { fr: 'articles', en: 'articles' },
};

/** What weakens this very fit, said plainly. */
function limitsOf(
  { data, shocks, pairs }: DeversoirFit,
  model: KernelFit,
  rows: readonly Row[],
  reading: FunnelReading,
): Bilingual {
  const fr = [
    'Une suite dans le temps n’est pas une preuve de cause : une même cause extérieure peut exciter les deux côtés.',
  ];
  const en = ['An order in time is not proof of cause: one outside cause may excite both sides.'];
  const say = (when: boolean, french: string, english: string): void => {
    if (when) {
      fr.push(french);
      en.push(english);
    }
  };
  const misfit = model.goodnessOfFit.filter(({ p }) => p !== undefined && p < 0.05).map(({ type }) => type);
  say(
    data.counts.press === 0,
    'Aucun article : le côté presse n’est pas mesuré.',
    'No article: the press side is not measured.',
  );
  say(
    data.counted.length > 0,
    'Des articles n’ont que leur jour : la presse est ajustée sur des comptes quotidiens ; les effets de moins d’un jour, d’un article sur les plaintes surtout, n’ont que des intervalles larges.',
    'Some articles have only a day: the press is fitted on daily counts; effects under a day, of an article on complaints above all, have wide intervals only.',
  );
  say(
    data.dayOnly > 0,
    `Plaintes publiques qui n’ont qu’un jour, laissées de côté : ${data.dayOnly}.`,
    `Public complaints with only a day, left out: ${data.dayOnly}.`,
  );
  say(
    data.before > 0,
    `Événements d’avant le premier jour commun aux exports privés et publics, laissés de côté : ${data.before}.`,
    `Events before the first day common to private and public exports, left out: ${data.before}.`,
  );
  say(
    misfit.length > 0,
    `Le modèle décrit mal les dates de ce côté (test de Kolmogorov-Smirnov, p < 0,05) : ${misfit.map((type) => NAMES[type]?.fr).join(', ')}.`,
    `The model describes these times poorly (Kolmogorov-Smirnov, p < 0.05): ${misfit.map((type) => NAMES[type]?.en).join(', ')}.`,
  );
  say(
    shocks.length > 0,
    `${shocks.length} emballements ou silences des exports sont mis à part : leur propre suite n’est pas prêtée aux jours ordinaires.`,
    `${shocks.length} bursts or silences of the exports are set apart: what follows them is not lent to ordinary days.`,
  );
  say(
    pairs > 0,
    `${pairs} débordements sûrement rattachés sont comptés à leur dossier ; ceux qu’aucun lien ne montre se lisent dans les dates.`,
    `${pairs} surely linked spills are counted to their case; those that no link shows are read off the times.`,
  );
  const told = toldOfReading(reading);
  say(told.fr !== '', told.fr, told.en);
  say(
    rows.every(({ totalEffect }) => totalEffect === null),
    'Le processus ajusté s’emballe (rayon spectral d’au moins 1) : pas d’effet total.',
    'The fitted process explodes (spectral radius of at least 1): no total effect.',
  );
  return { fr: fr.join(' '), en: en.join(' ') };
}

/** Who is followed by whom, how much and for how long, among private complaints, public complaints and articles. */
export const deversoirMatrix = defineMetric(
  { frame: frame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level, zone, seed } = resolved;
    const found = await deversoirFit(corpus, { zone, level }),
      data = found?.data;
    const n = data === undefined ? 0 : EVENT_TYPES.reduce((sum, type) => sum + data.counts[type], 0);
    if (data === undefined || data.counts.private === 0) {
      return unmeasured(
        frame,
        n,
        'aucune plainte privée datée : il manque un export de messages privés',
        'no dated private complaint: an export of private messages is missing',
      );
    }
    if (data.counts.public === 0)
      return unmeasured(
        frame,
        n,
        'aucune plainte publique datée à l’heure',
        'no public complaint has a time',
      );
    if (Math.min(data.counts.private, data.counts.public) < LEAST_EVENTS) {
      return unmeasured(
        frame,
        n,
        `${data.counts.private} plaintes privées et ${data.counts.public} plaintes publiques datées : il en faut au moins ${LEAST_EVENTS} de chaque côté`,
        `${data.counts.private} private and ${data.counts.public} public dated complaints: at least ${LEAST_EVENTS} a side are needed`,
      );
    }
    const fitted = found?.model;
    if (found === undefined || fitted === undefined)
      return unmeasured(frame, n, 'trop peu d’événements', 'too few events');
    if (!fitted.measured) {
      const { fr, en } = reasonOf(fitted);
      return unmeasured(frame, n, fr, en);
    }
    const reading = await funnelReading(corpus, options.labels ?? [], resolved);
    const count = await spillCount(corpus, found, resolved, reading.spills),
      model = count === undefined ? fitted : withSpills(fitted, count);
    const isDown = ({ from, to }: Pick<Row, 'from' | 'to'>): boolean => from === 'private' && to === 'public';
    // the spill rate allows for reading already
    const rows = rowsInTruth(rowsOf(model), (row) => count !== undefined && isDown(row), reading, {
      level,
      seed,
      labelled: reading.labelled,
    });
    const down = rows.find(isDown);
    const { low, high } = down ?? { low: null, high: null };
    const interval =
      low === null || high === null
        ? null
        : {
            low,
            high,
            level,
            method:
              count !== undefined
                ? 'spill rate, times and links'
                : reading.tables === 0 && reading.labelled.length === 0
                  ? 'profile likelihood'
                  : 'profile likelihood, reading errors drawn',
          };
    return makeMetric(frame, {
      value: down?.value ?? null,
      n,
      interval,
      rows,
      limits: limitsOf(found, model, rows, reading),
    });
  },
);
