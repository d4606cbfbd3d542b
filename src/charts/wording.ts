import type { Language } from '../util/language.js';
import { CHECK_LABELS, CUE_LABELS, DOUBT_LABELS, REJECT_LABELS } from './data-labels.js';
import { LANGUAGE_LABELS } from './language-labels.js';
import { ENGLISH, SAME_IN_ENGLISH } from './wording-english.js';

/** French names of the codes of the model. */

const TABLES = {
  stage: { private: 'Privé', public: 'Public', press: 'Presse' },
  state: { private: 'Privé', resolved: 'Résolu', public: 'Public', press: 'Presse', crisis: 'Crise' },
  sentiment: { negative: 'négatif', neutral: 'neutre', positive: 'positif', mixed: 'partagé' },
  driver: {
    origin: 'Origine',
    traceability: 'Traçabilité',
    price: 'Prix',
    taste: 'Goût',
    freshness: 'Fraîcheur',
    nutrition: 'Nutrition',
    additives: 'Additifs',
    packaging: 'Emballage',
    availability: 'Disponibilité',
    safety: 'Sécurité et rappels',
    'animal-welfare': 'Bien-être animal',
    'producer-pay': 'Rémunération des producteurs',
    'organic-label': 'Bio et labels',
    delivery: 'Livraison',
    'click-and-collect': 'Drive et retrait',
    store: 'Magasin',
    checkout: 'Passage en caisse',
    staff: 'Personnel',
    loyalty: 'Fidélité',
    'app-site': 'Application et site',
    'after-sales': 'Service client',
    all: 'Tous motifs',
  },
  harm: {
    insult: 'Insulte',
    hate: 'Haine',
    threat: 'Menace',
    harassment: 'Harcèlement',
    spam: 'Spam',
    scam: 'Arnaque',
    'personal-data': 'Données personnelles',
    rumour: 'Rumeur possible',
  },
  contribution: {
    experience: 'Témoignage',
    evidence: 'Élément vérifiable',
    question: 'Question',
    idea: 'Idée',
    correction: 'Correction',
  },
  platform: {
    whatsapp: 'WhatsApp',
    facebook: 'Facebook',
    messenger: 'Messenger',
    instagram: 'Instagram',
    x: 'X',
    twitter: 'X',
    telegram: 'Telegram',
    linkedin: 'LinkedIn',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    trustpilot: 'Trustpilot',
    google: 'Google',
    'google-play': 'Google Play',
    'app-store': 'App Store',
    tripadvisor: 'Tripadvisor',
    zendesk: 'Zendesk',
    email: 'E-mail',
    mail: 'E-mail',
    ticket: 'Ticket',
    form: 'Formulaire',
    review: 'Avis',
    press: 'Presse',
    news: 'Presse en ligne',
    forum: 'Forum',
    blog: 'Blog',
    reddit: 'Reddit',
    discord: 'Discord',
    rss: 'Flux RSS',
    web: 'Web',
    tv: 'Télévision',
    radio: 'Radio',
  },
  form: {
    dm: 'messages privés',
    message: 'messages',
    comment: 'commentaires',
    post: 'publications',
    review: 'avis',
    article: 'articles',
    tweet: 'tweets',
    share: 'partages',
    group: 'groupe',
    channel: 'canal',
    chat: 'conversations',
    ticket: 'tickets',
    mention: 'mentions',
    reply: 'réponses',
    private: 'messages privés',
    system: 'messages de service',
    media: 'médias',
    deleted: 'messages supprimés',
  },
  language: LANGUAGE_LABELS,
  reject: REJECT_LABELS,
  doubt: DOUBT_LABELS,
  check: CHECK_LABELS,
  cue: CUE_LABELS,
  compared: {
    spillRate: 'Taux de débordement',
    netSentimentScore: 'Score net de tonalité',
    responseRate: 'Taux de réponse',
    shareOfVoice: 'Part de voix',
    meanRating: 'Note moyenne sur 5',
    publicResponseRate: 'Taux de réponse en public',
    firstReplyTime: 'Première réponse en privé (médiane, toutes heures)',
    publicFirstReplyTime: 'Première réponse en public (médiane, toutes heures)',
    waitingShare: 'Plaintes ouvertes dont le client attend',
    complaintShare: 'Part de plaintes',
  },
  spread: { extremes: 'étendue', quartiles: 'moitié centrale' },
  direction: { inbound: 'Reçu', outbound: 'Envoyé', internal: 'Interne' },
  movement: {
    crisis: 'Mouvement public puis presse',
    badBuzz: 'Mouvement public',
    reported: 'Repris par la presse',
  },
  cluster: { victim: 'Victime', accidental: 'Accidentelle', preventable: 'Évitable' },
  rule: {
    cusum: 'Somme cumulée',
    'mean-plus-sd': 'Moyenne et écarts-types',
    'week-over-week': 'Semaine contre semaine',
    'hour-against-half-day': 'Heure contre demi-journée',
  },
  priority: {
    root: 'À traiter à la racine',
    watch: 'À surveiller',
    simplify: 'À simplifier',
    keep: 'À garder',
  },
  escalation: { health: 'Dommage', law: 'Recours' },
  outside: { no: 'Non', '95': 'Au-delà de 95\u00a0%', '99.8': 'Au-delà de 99,8\u00a0%' },
  point: { step: 'Instant d’un débordement', horizon: 'Échéance' },
  transition: {
    reach: 'Atteint un jour',
    probability: 'Probabilité d’y être',
    expectedDays: 'Jours attendus',
  },
  kind: {
    message: 'Message',
    comment: 'Commentaire',
    post: 'Publication',
    review: 'Avis',
    article: 'Article',
    share: 'Partage',
    ticket: 'Ticket',
    system: 'Message du service',
    deleted: 'Message supprimé',
    media: 'Image ou son',
  },
  grain: { day: 'Jour', week: 'Semaine', month: 'Mois' },
  given: { suggestion: 'Suggestion', person: 'Une personne' },
  window: { window: 'Fenêtre', stray: 'Date isolée' },
  model: { corrected: 'Corrigé', adjusted: 'Ajusté', crude: 'Brut' },
  unit: {
    messages: 'messages',
    cases: 'dossiers',
    articles: 'articles',
    events: 'événements',
    share: 'part',
    score: 'score',
    hours: 'heures',
    days: 'jours',
    euros: 'euros',
    ratio: 'rapport',
  },
  role: { name: 'Nom', first: 'Premier message', quote: 'Citation', headline: 'Titre de presse' },
  voice: { others: 'Clients et tiers', brand: 'Marque' },
  base: { reach: 'Portée', views: 'Vues' },
  taxonomy: { 'agri-food': 'Agroalimentaire', retail: 'Distribution' },
  by: { total: 'Ensemble', driver: 'Motif', channel: 'Canal', brand: 'Marque', topic: 'Sujet' },
  trend: { new: 'Nouveau', rising: 'En hausse', falling: 'En baisse', steady: 'Stable' },
  reading: {
    sentiment: 'Tonalité',
    complaint: 'Plainte',
    none: 'Pas de plainte',
    negative: 'Négatif',
    neutral: 'Neutre',
    positive: 'Positif',
  },
  genre: {
    all: 'Tous',
    comment: 'Commentaires',
    private: 'Messages privés',
    review: 'Avis',
    tweet: 'Publications courtes',
    press: 'Articles',
  },
  correction: { 'confusion-table': 'Table d’erreurs', 'prediction-powered': 'Messages étiquetés' },
  reference: {
    'own sets care and messages': 'Nos jeux service client et messages privés',
    'real exports': 'Exports réels',
    'FT restaurants': 'Restaurants (FT)',
    'Trustpilot French food': 'Trustpilot (alimentaire français)',
    'UMSAB English': 'UMSAB anglais',
    'UMSAB French': 'UMSAB français',
    'labels of the user': 'Vos étiquettes',
  },
  term: { answered: 'Réponse reçue', angry: 'Premier message en colère' },
} as const;

export type LabelKind = keyof typeof TABLES;

/**
 * Name of a code in French, or in English. A code without a name of its own is written as words.
 *
 * @example
 * [label('driver', 'taste'), label('driver', 'taste', 'en'), label('platform', 'signal')]
 * // → ['Goût', 'Taste', 'Signal']
 */
export function label(kind: LabelKind, code: string, language: Language = 'fr'): string {
  const table: Readonly<Record<string, string>> = TABLES[kind];
  const french = Object.hasOwn(table, code) ? (table[code] ?? code) : undefined;
  if (language === 'fr') return french ?? asWords(code);
  const english = ENGLISH[kind] ?? {};
  if (Object.hasOwn(english, code)) return english[code] ?? code;
  return french !== undefined && SAME_IN_ENGLISH.has(french) ? french : asWords(code);
}

const asWords = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replace(/-/g, ' ');

/**
 * Name of a channel, from its platform and form.
 *
 * @example
 * [channelLabel('facebook-dm'), channelLabel('email'), channelLabel('discourse-comment')]
 * // → ['Facebook (messages privés)', 'E-mail', 'Discourse (commentaires)']
 */
export function channelLabel(channel: string, language: Language = 'fr'): string {
  if (Object.hasOwn(TABLES.platform, channel)) return label('platform', channel, language);
  const dash = channel.lastIndexOf('-');
  const [platform, form] = [channel.slice(0, dash), channel.slice(dash + 1)];
  if (dash < 1 || !Object.hasOwn(TABLES.form, form)) return asWords(channel);
  const [name, what] = [label('platform', platform, language), label('form', form, language)];
  return name.toLowerCase() === what.replace(/s$/, '').toLowerCase() ? name : `${name} (${what})`;
}
