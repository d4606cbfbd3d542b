import { seededRandom } from '../../util/random.js';
import { bootstrapRatio } from '../../stats/shares/bootstrap.js';
import { zOf } from '../../stats/shares/interval.js';
import { normal } from '../../stats/variates.js';
import { formatShare } from '../../util/french.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { boundsOf, complaintReading, type Bounds, type ComplaintReading } from './complaint-reading.js';
import {
  GROUP_COLUMNS,
  resolveFunnelOptions,
  type FunnelOptions,
  type GroupKey,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { casesOf, complaintKinds, type ComplaintKind } from './iceberg-kinds.js';
import { labelledReading } from './labelled-reading.js';
import { labelledSpills, TOO_FEW_KNOWN } from './labelled-spills.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';

const frame = metricFrame({
  name: 'icebergRatio',
  label: {
    fr: 'Plaintes privées pour une plainte publique',
    en: 'Private complaints for one public complaint',
  },
  unit: 'ratio',
  denominator: { fr: 'dossiers avec une plainte', en: 'cases with a complaint' },
  method: {
    fr: 'Dossiers plaignants ouverts en privé, rapportés aux dossiers plaignants vus en public (ouverts en public ou débordés : un dossier débordé compte des deux côtés), les jours où les exports privés et publics observent tous deux. À côté (« Corrigé »), le rapport corrigé de ce que la reconnaissance des plaintes manque et dit à tort de chaque côté : sensibilité et spécificité tirées des jeux étiquetés, qui diffèrent entre eux (effets aléatoires), puis Rogan et Gladen ; en privé d’après les messages qui ouvrent les conversations. Intervalle : auteurs et textes rééchantillonnés (qui écrit souvent, et un texte copié, comptent comme un seul tirage), erreurs de lecture tirées avec ; il tient ce qui se lit et ce qui est corrigé. Avec au moins 30 messages étiquetés par l’utilisateur de chaque côté, le rapport est celui que ces étiquettes corrigent (en public inférence assistée par prédictions, Angelopoulos et al. 2023 ; en privé par dossier, comme le taux de débordement, et, quand moins de 30 dossiers sont connus par leurs étiquettes, par message, ce que les limites disent alors). Par motif : au moins 5 dossiers de chaque côté.',
    en: 'Complaint cases opened in private over complaint cases seen in public (opened there or spilled: a spilled case counts on both sides), on days that both private and public exports watch. Beside it (“corrected”), the ratio corrected for what the recognition of complaints misses and tells wrongly on each side: sensitivity and specificity drawn from the labelled sets, which differ (random effects), then Rogan and Gladen; in private by the messages that open conversations. Interval: authors and texts resampled (who writes often, and a copied text, count as one draw), reading errors drawn with them; it holds what is read and what is corrected. With at least 30 messages labelled by the user on each side the ratio is the one these labels set right (in public prediction-powered inference, Angelopoulos et al. 2023; in private by case, as the spill rate, and where labels know fewer than 30 cases by message, which the limits then say). By driver: at least 5 cases on each side.',
  },
  limits: {
    fr: 'Les plaintes reconnues le sont d’après leur texte ; un canal absent déplace le rapport. Les partages ne comptent pas.',
    en: 'Complaints are recognised from their text; a missing channel moves the ratio. Reposts do not count.',
  },
  columns: {
    ...GROUP_COLUMNS,
    private: 'number',
    public: 'number',
    ratio: 'number?',
    corrected: 'number?',
    low: 'number?',
    high: 'number?',
    n: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

const LEAST = 5;
const total = (kinds: readonly ComplaintKind[], side: 'inPrivate' | 'inPublic'): number =>
  kinds.reduce((sum, kind) => sum + kind.groups * kind[side], 0);

type Corrections = readonly number[] | undefined;

/** Draws by which the ratio as read is multiplied: true for told complaints in private over the same in public. */
function correctionsOf({ conversations, public: inPublic, ...reading }: ComplaintReading): Corrections {
  const inPrivate = conversations ?? reading.private;
  if (inPrivate === undefined || inPublic === undefined) return undefined;
  const n = Math.min(inPrivate.trueForTold.length, inPublic.trueForTold.length);
  return inPrivate.trueForTold.slice(0, n).map((own, draw) => own / (inPublic.trueForTold[draw] as number));
}

function rowOf(
  key: GroupKey,
  kinds: readonly ComplaintKind[],
  corrections: Corrections,
  labelled: boolean,
  { level, seed, replicates }: ResolvedFunnelOptions,
): Row {
  const [above, below] = [total(kinds, 'inPrivate'), total(kinds, 'inPublic')];
  const found = bootstrapRatio(
    kinds.map(({ inPrivate, inPublic, groups }) => ({ above: inPrivate, below: inPublic, groups })),
    { seed, level, replicates },
  );
  const told = below === 0 ? null : above / below;
  const row = { ...key, private: above, public: below, ratio: told, n: casesOf(kinds) };
  if (!found.measured) return { ...row, corrected: null, low: null, high: null };
  const { low, high } = found.interval;
  if (corrections === undefined || told === null || low <= 0) return { ...row, corrected: null, low, high };
  const uniform = seededRandom(seed),
    spread = Math.log(high / low) / (2 * zOf(level));
  const drawn = corrections.map((factor) => told * factor * Math.exp(spread * normal(uniform)));
  const drawnBounds = boundsOf(drawn, level);
  if (labelled)
    return { ...row, corrected: drawnBounds.middle, low: drawnBounds.low, high: drawnBounds.high };
  // where what is read and what is corrected differ, the range of both
  return {
    ...row,
    corrected: drawnBounds.middle,
    low: Math.min(low, drawnBounds.low),
    high: Math.max(high, drawnBounds.high),
  };
}

/** Labels that know too few private cases correct what is counted of messages. */
const BY_MESSAGE = {
  fr: ` ${TOO_FEW_KNOWN.fr} : en privé le rapport est corrigé de ce que la lecture manque et dit à tort par message, non par dossier, et le taux de débordement, lui, reste celui des plaintes telles que lues.`,
  en: ` ${TOO_FEW_KNOWN.en}: in private the ratio is corrected for what reading misses and tells wrongly by message, not by case, and the spill rate stays that of complaints as read.`,
};

/** What the interval carries of reading, said plainly. */
function limitsOf(
  reading: ComplaintReading,
  level: number,
  labelled: 'cases' | 'messages' | false,
): Bilingual {
  const { fr, en } = frame.limits as Bilingual;
  if (labelled !== false) {
    const more = labelled === 'cases' ? { fr: '', en: '' } : BY_MESSAGE;
    return {
      fr: `${fr} Corrigé par vos propres étiquettes, tirées au hasard de ces messages : aucun autre texte n’y entre.${more.fr}`,
      en: `${en} Set right by your own labels, drawn at random from these messages: no other text has a part in it.${more.en}`,
    };
  }
  const { private: inPrivate, public: inPublic } = reading;
  if (inPrivate === undefined || inPublic === undefined)
    return {
      fr: `${fr} Les erreurs de cette reconnaissance ne sont pas connues ici : l’intervalle ne les porte pas.`,
      en: `${en} The errors of this recognition are not known here: the interval does not carry them.`,
    };
  const [own, other] = [inPrivate, inPublic].map(({ recall }) => boundsOf(recall, level)) as [Bounds, Bounds];
  const french = ({ low, high }: Bounds): string => `${formatShare(low)} à ${formatShare(high)}`,
    english = ({ low, high }: Bounds): string => `${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)} %`;
  return {
    fr: `${fr} D’après ${reading.tables} jeux étiquetés, la reconnaissance trouve de ${french(own)} des plaintes en privé et de ${french(other)} en public : l’intervalle porte cette inconnue. Étiqueter ses propres messages (« deversoir label ») la mesure et corrige ce rapport.`,
    en: `${en} By ${reading.tables} labelled sets the recognition finds ${english(own)} of the complaints in private and ${english(other)} in public: the interval carries this unknown. Labelling one's own messages (“deversoir label”) measures it and sets this ratio right.`,
  };
}

/**
 * Complaint cases in private for one in public, in all and by driver. Value: as read; with at least 30 messages labelled on each side, what
 * the labels make of it.
 */
export const icebergRatio = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level } = resolved;
    const { whole, drivers } = await complaintKinds(corpus);
    const n = casesOf(whole);
    if (n === 0) return unmeasured(frame, 0, 'aucun dossier avec une plainte', 'no case holds a complaint');
    if (total(whole, 'inPrivate') === 0)
      return unmeasured(
        frame,
        n,
        'aucune plainte en privé : il manque un export de messages privés',
        'no complaint in private: an export of private messages is missing',
      );
    if (total(whole, 'inPublic') === 0)
      return unmeasured(frame, n, 'aucune plainte en public', 'no complaint in public');
    const byMessage = await labelledReading(corpus, options.labels ?? [], resolved),
      cases = await labelledSpills(corpus, options.labels ?? [], resolved),
      own = { ...byMessage, ...(cases && { private: cases.reading }) },
      labelled = own.private !== undefined && own.public !== undefined;
    const read = await complaintReading(corpus, resolved),
      reading: ComplaintReading = labelled ? { kinds: read.kinds, tables: read.tables, ...own } : read;
    if (reading.tables > 0 && (reading.private === undefined || reading.public === undefined))
      return unmeasured(
        frame,
        n,
        'si peu de messages sont lus comme des plaintes que les erreurs connues de la lecture suffiraient à les expliquer',
        'so few messages are read as complaints that the known errors of reading would be enough to explain them',
      );
    const corrections = correctionsOf(reading);
    const all = rowOf({ by: 'total', driver: null, channel: null }, whole, corrections, labelled, resolved);
    const rows = [
      all,
      ...drivers
        .filter(([, kinds]) => total(kinds, 'inPrivate') >= LEAST && total(kinds, 'inPublic') >= LEAST)
        .map(([driver, kinds]) =>
          rowOf({ by: 'driver', driver, channel: null }, kinds, corrections, false, resolved),
        ),
    ];
    const interval =
      all.low === null || all.high === null
        ? null
        : {
            low: all.low,
            high: all.high,
            level,
            method:
              corrections === undefined
                ? 'bootstrap by author and text'
                : `bootstrap by author and text, ${labelled ? 'prediction-powered' : 'reading errors drawn'}`,
          };
    const value = labelled ? all.corrected : all.ratio;
    return makeMetric(frame, {
      value,
      n,
      interval,
      rows,
      limits: limitsOf(reading, level, labelled && (cases === undefined ? 'messages' : 'cases')),
    });
  },
);
