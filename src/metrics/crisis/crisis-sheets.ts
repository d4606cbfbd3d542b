import type { CorpusTables } from '../../engine/corpus-tables.js';
import { articlesNear } from './burst-articles.js';
import { movementsOf, type Cause } from './causes.js';
import { authorsOf, knownReach, textsOf } from './crisis-bursts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { nameOf, readTexts, type MovementTexts } from './movement-texts.js';
import { resolveOptions, type MetricOptions, type ResolvedOptions } from '../options.js';
import { readPublicMovement, type CriticalMessage } from './public-movement.js';
import { privateComplaints, runUp } from './run-up.js';
import { suggestScct, type ScctCluster } from './scct.js';
import { seenAround, type SeenAround } from './seen-around.js';
import { driversOf } from './sheet-id.js';

const HOUR = 3_600_000;
/** A product or a place belongs to a movement from such a share of its messages. */
const NAMED = 0.2;

export interface CrisisSheetOptions extends MetricOptions {
  /** Clusters a person has set, by `sheetId`: they replace the suggestion. */
  readonly clusters?: Readonly<Record<string, ScctCluster>>;
}

const frame = metricFrame({
  name: 'crisisSheets',
  label: { fr: 'Fiches de crise', en: 'Crisis sheets' },
  unit: 'events',
  denominator: {
    fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative)',
    en: 'critical public messages with an hour (complaint or negative tone)',
  },
  method: {
    fr: 'Une fiche par cause : emballement public (au moins 10 messages, ou repris par un article qui n’est pas favorable) qui rompt le calme de son fil — alarme d’un CUSUM horaire réglé sur une fausse fiche en dix mois de calme simulé — et mouvement que la presse rapporte sans emballement. Un article qu’aucun motif, produit ou dossier n’y rattache rapporte l’emballement quand, du début à une semaine après la fin, les mots de son titre et de sa première phrase sont plus probables si l’un d’eux, en moyenne, est un de ses mots propres (G², ni marque, ni produit, ni lieu) que s’ils viennent comme à l’ordinaire, ou quand il porte, à moins d’une semaine, le titre ou la première phrase d’un article qui le rapporte. Deux emballements proches sont une cause quand ils viennent au même rythme (Kolmogorov-Smirnov, p ≥ 0,01), quand leurs mots propres (G²) se recoupent, ou quand les textes sans motif de l’un reprennent ceux de l’autre plus que le hasard ; deux sinon. Un même emballement fait deux fiches quand ses messages nomment des produits ou des lieux différents, des choses que presque aucun ne nomme ensemble et qui se disent aussi hors du motif en temps calme (deux mots, mais non deux noms de plusieurs mots, aussi fréquents l’un par rapport à l’autre qu’en temps calme, à la même heure, peuvent n’en être qu’une ; sur un motif et au même rythme, ce qui n’est ni produit ni lieu et se dit en d’autres mots n’en est pas une autre), d’autres choses à des moments différents, ou ont des motifs qui ne sont pas lus ensemble, dont l’un ne nomme rien et dont moins d’un cinquième des mots propres (G²) est commun — sans mots propres, sauf si l’un vient au même rythme que l’autre, qui ne nomme ni produit ni lieu, et commence avec lui (test de préséance, Nelson 1963, p ≥ 0,01) ; un message sans motif va où vont ses mots. Début : le premier message après le point de rupture le plus vraisemblable entre le rythme d’avant et celui de son premier quart (Raftery et Akman, 1986). Nom : le groupe nominal le plus propre aux textes ; produit et lieu : ceux que porte un cinquième des messages au moins. Montée : du début à l’heure la plus chargée. Avance : du premier dossier privé sur le motif au premier message public ; ces dossiers sont plus que d’ordinaire quand ceux d’avant n’en laissent pas attendre autant (Poisson, p < 0,05). Silence : du premier dossier privé sur le motif, dans l’enchaînement qui précède, à la première réponse ou au débordement. Sujets : ceux des messages, ou des articles quand peu de voix ont parlé. Famille selon Coombs (2007), suggérée par les mots des messages et des articles.',
    en: 'A sheet a cause: a public burst (at least 10 messages, or reported by an article that is not friendly) that breaks the calm of its stream, by an alarm of an hourly CUSUM set to one false sheet in ten months of simulated calm, and each movement the press reports without a burst. An article that no subject, product or case ties to it reports a burst where, from its start to a week after its end, the words of its title and first sentence are likelier if one of them, on average, is one of its key words (G²; no brand, product or place) than if each comes as usual, or where it bears, within a week, the title or the first sentence of an article that reports it. Two bursts close in time are one cause where they come at the same pace (Kolmogorov-Smirnov, p ≥ .01), where their key words (G²) meet, or where texts without a subject of the one hold those of the other beyond chance; two otherwise. One burst makes two sheets where its messages name different products or places, things that hardly one names together and that are said off the subject too in calm (two words, though not two names of several words, of one hour, as often against each other as in calm, may be one thing; on one subject and at one pace, what is neither product nor place and is told in other words is no other thing), other things at different times, or have subjects that are not read together, of which one names nothing and less than a fifth of the key words (G²) is in common (without key words, unless one comes at the pace of the other, which names neither product nor place, and begins with it: precedence test, Nelson 1963, p ≥ .01); a message without a subject goes where its words do. Start: the first message after the likeliest change-point between the pace before and that of its first quarter (Raftery and Akman 1986). Name: the noun phrase most telling of the texts; product and place: those in a fifth of the messages at least. Rise: from the start to the busiest hour. Lead: from the first private case on the subject to the first public message; those cases are more than usual where those before leave not as many to be expected (Poisson, p < .05). Silence: from the first private case on the subject, in the run before, to the first reply or the overflow. Subjects: those of the messages, or of the articles when few voices have spoken. Cluster after Coombs (2007), suggested by the words of messages and articles.',
  },
  limits: {
    fr: 'Le rapprochement d’un dossier privé et d’un mouvement public par le motif et le temps n’établit pas que l’un cause l’autre. Deux causes nées dans les mêmes heures et dites dans les mêmes mots peuvent ne faire qu’une fiche ; une cause dite sous deux motifs sans mots communs peut en faire deux. La famille est une suggestion à confirmer.',
    en: 'A private case and a public movement brought together by subject and time are not cause and effect. Two causes born in the same hours and told in the same words may make one sheet; one told under two subjects without words in common may make two. The cluster is a suggestion to confirm.',
  },
  columns: {
    sheetId: 'text',
    kind: 'text',
    stage: 'text',
    name: 'text?',
    product: 'text?',
    place: 'text?',
    brand: 'text?',
    drivers: 'texts',
    start: 'instant',
    end: 'instant',
    hours: 'number',
    messages: 'number',
    texts: 'number',
    authors: 'number',
    reach: 'number?',
    peakAt: 'instant',
    peakMessages: 'number',
    riseHours: 'number',
    privateCases: 'number',
    usualCases: 'number?',
    moreThanUsual: 'boolean?',
    firstCaseId: 'text?',
    firstPrivateAt: 'instant?',
    warningHours: 'number?',
    silenceHours: 'number?',
    articles: 'number',
    nearArticles: 'number',
    firstArticleAt: 'instant?',
    firstArticleDayOnly: 'boolean?',
    articleDelayHours: 'number?',
    sources: 'texts',
    journalists: 'number',
    cluster: 'text?',
    clusterBy: 'text?',
    clusterEvidence: 'texts',
    seenBefore: 'boolean?',
    seenAfter: 'boolean?',
  },
});

type Sheet = RowOf<typeof frame.columns>;

/** Hour with the most messages, and the hours from the start to it. */
function peakOf(
  messages: readonly CriticalMessage[],
  start: number,
): { peakAt: Date; peakMessages: number; riseHours: number } {
  const counts = new Map<number, number>();
  for (const { at } of messages)
    counts.set(Math.floor(at / HOUR), (counts.get(Math.floor(at / HOUR)) ?? 0) + 1);
  const [hour, peakMessages] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0] as [
    number,
    number,
  ]);
  return {
    peakAt: new Date(hour * HOUR),
    peakMessages,
    riseHours: Math.max(0, hour - Math.floor(start / HOUR)),
  };
}

/** The value that most messages of a movement hold, where a fifth of them do. */
function mostNamed(
  messages: readonly CriticalMessage[],
  pick: (one: CriticalMessage) => readonly string[],
): string | null {
  const counts = new Map<string, number>();
  for (const one of messages)
    for (const value of new Set(pick(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= 2 && best[1] >= NAMED * messages.length ? best[0] : null;
}

/** The sheet of a movement, but for what is seen around it. */
export async function sheetRow(
  corpus: CorpusTables,
  movement: Cause,
  told: MovementTexts,
  resolved: ResolvedOptions,
  clusters: Readonly<Record<string, ScctCluster>> = {},
): Promise<Omit<Sheet, keyof SeenAround>> {
  const { sheetId, brand, start, end, messages, articles } = movement;
  const drivers = driversOf(movement);
  const cases = await privateComplaints(corpus);
  const since = Math.min(...[...cases.values()].flatMap((list) => list[0]?.at ?? []));
  const { first, count, usual, unusual } = runUp(cases.get(drivers[0] ?? '') ?? [], start, since);
  const suggestion = suggestScct(told.words),
    given = clusters[sheetId];
  const article = articles[0];
  const { articles: known } = await readPublicMovement(corpus, resolved);
  return {
    sheetId,
    kind: movement.burst ? (article ? 'crisis' : 'badBuzz') : 'reported',
    stage: article ? 'press' : 'public',
    name: await nameOf(corpus, movement, told),
    product: mostNamed(messages, ({ products }) => products),
    place: mostNamed(messages, ({ places }) => places),
    brand: brand || null,
    drivers,
    start: new Date(start),
    end: new Date(end),
    hours: (end - start) / HOUR,
    messages: messages.length,
    texts: textsOf(messages),
    authors: authorsOf(messages),
    reach: knownReach(messages),
    ...peakOf(messages, start),
    privateCases: count,
    usualCases: usual,
    moreThanUsual: unusual,
    firstCaseId: first?.caseId ?? null,
    firstPrivateAt: first ? new Date(first.at) : null,
    warningHours: first ? (start - first.at) / HOUR : null,
    silenceHours: first ? Math.max(0, Math.min(first.answeredAt ?? start, start) - first.at) / HOUR : null,
    articles: articles.length,
    nearArticles: articlesNear(movement, known),
    firstArticleAt: article ? new Date(article.at) : null,
    firstArticleDayOnly: article?.dayOnly ?? null,
    articleDelayHours: article ? (article.at - start) / HOUR : null,
    sources: [...new Set(articles.flatMap(({ source }) => (source === null ? [] : [source])))].toSorted(),
    journalists: told.journalists,
    cluster: given ?? suggestion.cluster,
    clusterBy: given === undefined ? (suggestion.cluster === null ? null : 'suggestion') : 'person',
    clusterEvidence: given === undefined ? suggestion.evidence : [],
  };
}

/**
 * Crisis sheets, one a cause, in order of time: name, amplitude, speed, stage reached, subjects, the private run-up and its silence, articles, and a suggested
 * SCCT cluster. `kind` is `crisis` (burst and press), `badBuzz` (burst) or `reported` (press without a burst). Value: number of sheets.
 */
export const crisisSheets = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: CrisisSheetOptions) => {
    const resolved = resolveOptions(options);
    const { messages, mainBrand } = await readPublicMovement(corpus, resolved),
      n = messages.length;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucun message public critique daté à l’heure',
        'no critical public message with an hour',
      );
    const rows: Sheet[] = [];
    const movements = await movementsOf(corpus, resolved);
    const told = await readTexts(corpus, movements),
      seen = await seenAround(corpus, movements, mainBrand);
    for (const [at, movement] of movements.entries())
      rows.push({
        ...(await sheetRow(corpus, movement, told[at] as MovementTexts, resolved, options.clusters)),
        ...(seen[at] as SeenAround),
      });
    return makeMetric(frame, { value: rows.length, n, rows });
  },
);
