import { label } from '../charts/labels.js';
import { countInWords } from '../charts/make-chart.js';
import type { Manifest, Metric } from '../model/index.js';
import { formatDate, formatHours, formatInterval, formatNumber, formatValue, listInWords, NBSP, plural, typo } from '../util/french.js';
import { capital, intervalOf, numberOf, rowsOf, shareInWords, styleOf, textOf, valueInWords, type MetricSet, type SectionContext } from './metric-words.js';
import type { KeyFigure, ReportSection } from './report-model.js';

/** A driver is named in the summary from this many messages on. */
const NAMED_FROM = 30;
const NEGATIVE = { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh', n: 'n' } as const;

/** « du 5 janvier 2026 au 5 juillet 2026 », or '' when nothing is dated. */
export function periodInWords(manifest: Manifest, zone: string): string {
  const { firstAt, lastAt } = manifest;
  if (firstAt === null || lastAt === null) return '';
  const [first, last] = [formatDate(Date.parse(firstAt), { zone }), formatDate(Date.parse(lastAt), { zone })];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

function stageCount(metric: Metric | undefined, stage: string, direction: string): number {
  return rowsOf(metric).filter((row) => row['stage'] === stage).reduce((sum, row) => sum + numberOf(row, direction), 0);
}

function corpusSentence(manifest: Manifest, metrics: MetricSet, zone: string): string {
  const channels = metrics.get('volumeByChannel');
  const { kept, read } = manifest.totals;
  const period = periodInWords(manifest, zone);
  const told = `${kept < 2 ? 'Le corpus garde' : 'Le corpus réunit'} ${plural(kept, 'message')} sur ${plural(read, 'ligne lue', { plural: 'lignes lues', feminine: true })}${period === '' ? ', sans date connue' : `, ${period}`}`;
  if (kept === 0) return 'Aucun message n’a pu être conservé : voir la qualité des données.';
  const parts = [
    plural(stageCount(channels, 'private', 'inbound'), 'message privé', { plural: 'messages privés' }),
    plural(stageCount(channels, 'public', 'inbound'), 'message public', { plural: 'messages publics' }),
    plural(stageCount(channels, 'press', 'n'), 'article de presse', { plural: 'articles de presse' }),
  ];
  return `${told} : côté clients, ${parts[0]} et ${parts[1]} ; côté presse, ${parts[2]}.`;
}

function toneSentences(metric: Metric | undefined): string[] {
  if (metric?.value === undefined || metric.value === null) return [];
  const sentences = [`Le score net de tonalité est de ${valueInWords(metric)}.`];
  const [inPrivate, inPublic] = ['private', 'public'].map((stage) => rowsOf(metric).find((row) => row['stage'] === stage));
  if (inPrivate && inPublic) {
    const columns = { value: 'score', low: 'low', high: 'high', n: 'n' };
    const [a, b] = [shareInWords(inPrivate, columns, 'score'), shareInWords(inPublic, columns, 'score')];
    const apart = numberOf(inPrivate, 'high') < numberOf(inPublic, 'low') || numberOf(inPublic, 'high') < numberOf(inPrivate, 'low');
    const lowest = numberOf(inPrivate, 'score') < numberOf(inPublic, 'score') ? 'en privé' : 'en public';
    sentences.push(apart
      ? `Il est plus bas ${lowest} : ${a} en privé, ${b} en public.`
      : `Aucun écart net entre privé et public : ${a} contre ${b}.`);
  }
  return sentences;
}

function driverSentences(metrics: MetricSet): string[] {
  const often = rowsOf(metrics.get('drivers')).filter((row) => numberOf(row, 'n') >= NAMED_FROM);
  const worst = often.toSorted((a, b) => numberOf(b, 'negativeShare') - numberOf(a, 'negativeShare')).slice(0, 2);
  const sentences = worst.length === 0 ? [] : [
    `Parmi les motifs cités au moins ${NAMED_FROM} fois, la part de négatif est la plus forte pour ${listInWords(worst.map((row) =>
      `« ${label('driver', textOf(row, 'driver'))} » : ${shareInWords(row, NEGATIVE)}`))}.`,
  ];
  const shift = metrics.get('driverShift');
  if (!shift || shift.notMeasured) return sentences;
  const clear = rowsOf(shift).filter((row) => typeof row['ratio'] === 'number' && (numberOf(row, 'low') > 1 || numberOf(row, 'high') < 1));
  const move = (rising: boolean): string[] => clear.filter((row) => (numberOf(row, 'ratio') > 1) === rising)
    .toSorted((a, b) => Math.abs(Math.log(numberOf(b, 'ratio'))) - Math.abs(Math.log(numberOf(a, 'ratio')))).slice(0, 3)
    .map((row) => `« ${label('driver', textOf(row, 'driver'))} », ${formatValue(numberOf(row, 'ratio'), 'ratio')} (${formatInterval({ low: numberOf(row, 'low'), high: numberOf(row, 'high') }, 'ratio')} ; ${plural(numberOf(row, 'previous'), 'message')} puis ${formatNumber(numberOf(row, 'current'))})`);
  const [up, down] = [move(true), move(false)];
  if (up.length + down.length === 0) return [...sentences, 'D’un trimestre à l’autre, aucun motif ne bouge au-delà de l’incertitude.'];
  if (up.length > 0) sentences.push(`D’un trimestre à l’autre, ${up.length > 1 ? 'des motifs prennent' : 'un motif prend'} de la place : ${listInWords(up)}.`);
  if (down.length > 0) sentences.push(`D’un trimestre à l’autre, ${down.length > 1 ? 'des motifs perdent' : 'un motif perd'} de la place : ${listInWords(down)}.`);
  return sentences;
}

function careSentence(metrics: MetricSet): string[] {
  const time = metrics.get('firstReplyTime');
  if (!time) return [];
  const answered = rowsOf(time).filter((row) => numberOf(row, 'answered') > 0);
  const count = answered.reduce((sum, row) => sum + numberOf(row, 'answered'), 0);
  const mean = count === 0 ? null : answered.reduce((sum, row) => sum + numberOf(row, 'marketMean') * numberOf(row, 'answered'), 0) / count;
  const market = mean === null ? '' : ` La moyenne usuelle du marché, qui ne compte que ${count < 2 ? 'le dossier répondu' : `les ${formatNumber(count)} dossiers répondus`}, donnerait ${formatHours(mean)}.`;
  if (time.value === null) {
    return time.n === 0 ? [] : [`Le délai médian de première réponse n’est pas atteint : ${time.notMeasured?.fr ?? ''} (${countInWords(time)}).${market}`];
  }
  return [`Délai médian de première réponse : ${valueInWords(time)}, en comptant les dossiers restés sans réponse.${market}`];
}

function otherSentences(metrics: MetricSet): string[] {
  const told: string[] = [];
  const harm = metrics.get('harm');
  if (harm?.value !== null && harm !== undefined) told.push(`Part des messages publics signalés à la modération : ${valueInWords(harm)}.`);
  const press = metrics.get('pressArticles');
  if (press?.value) told.push(`La presse compte ${plural(press.value, 'article')} sur la période.`);
  return told;
}

/** Metrics of the funnel told at the top. */
const TOLD = ['spillRate', 'timeToSpill', 'icebergRatio', 'reservoir'] as const;

function funnelSentences(funnel: readonly Metric[]): string[] {
  return TOLD.flatMap((name) => funnel.filter((metric) => metric.name === name && metric.value !== null)).map((metric) => `${capital(metric.label.fr)} : ${valueInWords(metric)}.`);
}

function keyFigures(metrics: MetricSet, funnel: readonly Metric[]): KeyFigure[] {
  const chosen = [
    funnel.find((metric) => metric.value !== null && metric.name === 'spillRate'), metrics.get('netSentimentScore'), metrics.get('firstReplyTime'), metrics.get('responseRate'),
    metrics.get('shareOfVoice'), metrics.get('rating'),
  ];
  return chosen.filter((metric): metric is Metric => metric !== undefined && metric.value !== null).slice(0, 5).map((metric) => ({
    label: metric.name === 'shareOfVoice' ? `${metric.label.fr} (${textOf(rowsOf(metric).find((row) => row['share'] === metric.value), 'brand')})` : metric.label.fr,
    value: metric.name === 'rating' ? `${formatNumber(metric.value ?? 0, 1)}/5` : formatValue(metric.value ?? 0, styleOf(metric)),
    detail: typo([intervalOf(metric), `n${NBSP}=${NBSP}${formatNumber(metric.n)}`].filter((part) => part !== '').join(' ; ')),
  }));
}

/** The report in sentences: what a reader who stops here should know. */
export function summarySection({ metrics, zone }: SectionContext, manifest: Manifest, funnel: readonly Metric[]): ReportSection {
  const sentences = [
    corpusSentence(manifest, metrics, zone), ...funnelSentences(funnel), ...toneSentences(metrics.get('netSentimentScore')), ...driverSentences(metrics),
    ...careSentence(metrics), ...otherSentences(metrics),
  ];
  const figures = keyFigures(metrics, funnel);
  return {
    id: 'synthese',
    title: 'Synthèse',
    blocks: [
      ...(figures.length ? [{ kind: 'figures' as const, items: figures }] : []),
      { kind: 'list', items: sentences.map((sentence) => typo(sentence).replace(/\.\.$/, '.')) },
      { kind: 'note', text: typo('Un écart qui tient dans les intervalles n’en est pas un. Les nombres décrivent les exports lus, pas tous les clients.') },
    ],
  };
}

