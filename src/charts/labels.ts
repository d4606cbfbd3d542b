/** French names of the codes of the model. A code without a name is shown as it is. */

const TABLES = {
  stage: { private: 'Privé', public: 'Public', press: 'Presse' },
  state: { private: 'Privé', resolved: 'Résolu', public: 'Public', press: 'Presse', crisis: 'Crise' },
  sentiment: { negative: 'négatif', neutral: 'neutre', positive: 'positif' },
  driver: {
    'origin': 'Origine', 'traceability': 'Traçabilité', 'price': 'Prix', 'taste': 'Goût', 'freshness': 'Fraîcheur',
    'nutrition': 'Nutrition', 'additives': 'Additifs', 'packaging': 'Emballage', 'availability': 'Disponibilité',
    'safety': 'Sécurité et rappels', 'animal-welfare': 'Bien-être animal', 'producer-pay': 'Rémunération des producteurs',
    'organic-label': 'Bio et labels', 'delivery': 'Livraison', 'click-and-collect': 'Drive et retrait', 'store': 'Magasin',
    'checkout': 'Passage en caisse', 'staff': 'Personnel', 'loyalty': 'Fidélité', 'app-site': 'Application et site',
    'after-sales': 'Service après-vente', 'all': 'Tous motifs',
  },
  harm: {
    'insult': 'Insulte', 'hate': 'Haine', 'threat': 'Menace', 'harassment': 'Harcèlement', 'spam': 'Spam', 'scam': 'Arnaque',
    'personal-data': 'Données personnelles', 'rumour': 'Rumeur possible',
  },
  contribution: { experience: 'Témoignage', evidence: 'Élément vérifiable', question: 'Question', idea: 'Idée', correction: 'Correction' },
  platform: {
    'whatsapp': 'WhatsApp', 'facebook': 'Facebook', 'messenger': 'Messenger', 'instagram': 'Instagram', 'x': 'X', 'twitter': 'X',
    'telegram': 'Telegram', 'linkedin': 'LinkedIn', 'youtube': 'YouTube', 'tiktok': 'TikTok', 'trustpilot': 'Trustpilot',
    'google': 'Google', 'google-play': 'Google Play', 'app-store': 'App Store', 'tripadvisor': 'Tripadvisor', 'zendesk': 'Zendesk',
    'email': 'E-mail', 'mail': 'E-mail', 'ticket': 'Ticket', 'form': 'Formulaire', 'review': 'Avis', 'press': 'Presse', 'news': 'Presse en ligne',
    'forum': 'Forum', 'blog': 'Blog', 'reddit': 'Reddit', 'discord': 'Discord', 'rss': 'Flux RSS', 'web': 'Web', 'tv': 'Télévision', 'radio': 'Radio',
  },
  form: {
    'dm': 'messages privés', 'message': 'messages', 'comment': 'commentaires', 'post': 'publications', 'review': 'avis', 'article': 'articles',
    'tweet': 'tweets', 'share': 'partages', 'group': 'groupe', 'channel': 'canal', 'chat': 'conversations', 'ticket': 'tickets', 'mention': 'mentions',
    'reply': 'réponses', 'private': 'messages privés', 'system': 'messages de service', 'media': 'médias', 'deleted': 'messages supprimés',
  },
  language: {
    fr: 'Français', en: 'Anglais', es: 'Espagnol', de: 'Allemand', it: 'Italien', pt: 'Portugais', nl: 'Néerlandais', ar: 'Arabe', pl: 'Polonais',
    ro: 'Roumain', tr: 'Turc', ca: 'Catalan', eu: 'Basque', gl: 'Galicien', oc: 'Occitan', sq: 'Albanais', hr: 'Croate', sr: 'Serbe', sl: 'Slovène', bs: 'Bosnien', cs: 'Tchèque',
    sk: 'Slovaque', hu: 'Hongrois', da: 'Danois', sv: 'Suédois', no: 'Norvégien', nb: 'Norvégien', is: 'Islandais', fi: 'Finnois', et: 'Estonien', lv: 'Letton', lt: 'Lituanien', ga: 'Irlandais',
    cy: 'Gallois', af: 'Afrikaans', vi: 'Vietnamien', ms: 'Malais', id: 'Indonésien', tl: 'Tagalog', sw: 'Swahili', yo: 'Yoruba', az: 'Azéri', ru: 'Russe', uk: 'Ukrainien', be: 'Biélorusse',
    bg: 'Bulgare', mk: 'Macédonien', el: 'Grec', he: 'Hébreu', fa: 'Persan', ur: 'Ourdou', ku: 'Kurde', hi: 'Hindi', bn: 'Bengali', gu: 'Gujarati', kn: 'Kannada', ml: 'Malayalam', mr: 'Marathi',
    or: 'Odia', pa: 'Pendjabi', ta: 'Tamoul', te: 'Télougou', am: 'Amharique', hy: 'Arménien', ka: 'Géorgien', th: 'Thaï', lo: 'Lao', zh: 'Chinois', ja: 'Japonais', ko: 'Coréen',
    und: 'Trop court pour le dire',
  },
  reject: {
    'unreadable-row': 'Ligne illisible', 'unreadable-date': 'Date illisible', 'unreadable-number': 'Nombre illisible',
    'missing-column': 'Colonne absente', 'missing-text': 'Texte absent', 'too-large': 'Trop volumineux', 'too-deep': 'Trop imbriqué',
    'encoding': 'Encodage', 'truncated': 'Fichier tronqué', 'not-a-message': 'N’est pas un message', 'hostile': 'Contenu hostile',
    'unsupported': 'Non pris en charge',
  },
  doubt: {
    'date-order': 'Ordre jour/mois', 'number-format': 'Écriture des nombres', 'damaged-id': 'Identifiant abîmé', 'encoding': 'Encodage',
    'mojibake': 'Accents abîmés', 'zone': 'Fuseau horaire', 'guessed-mapping': 'Colonnes devinées', 'truncated': 'Troncature', 'other': 'Autre',
  },
  /** Beginnings of words that suggest the cluster of a crisis, as they are written; those without accent or cut are left out. */
  cue: {
    'sabot': 'sabot…', 'malveillan': 'malveillan…', 'pirat': 'pirat…', 'hacke': 'hack…', 'vandal': 'vandal…', 'contrefacon': 'contrefaçon', 'usurp': 'usurp…', 'intemperi': 'intempérie',
    'defaut': 'défaut', 'defectu': 'défectueux', 'corps etranger': 'corps étranger', 'contamin': 'contamin…', 'salmonel': 'salmonelle', 'dysfonction': 'dysfonction…',
    'a cache': 'a caché', 'ont cache': 'ont caché', 'etait cache': 'était caché', 'dissimul': 'dissimul…', 'etouff': 'étouff…', 'fraud': 'fraud…', 'tromp': 'tromp…', 'arnaqu': 'arnaqu…',
    'scandal': 'scandal…', 'neglig': 'néglig…', 'maltrait': 'maltrait…', 'exploit': 'exploit…', 'illegal': 'illégal', 'salari': 'salari…', 'images tournees': 'images tournées', 'greenwash': 'greenwash…',
    'rentabilite': 'rentabilité', 'economies sur': 'économies sur',
  },
  check: {
    noDate: 'Sans date', dayOnly: 'Jour sans heure', zoneAssumed: 'Fuseau horaire supposé', zoneUnknown: 'Fuseau horaire inconnu',
    noText: 'Sans texte', noAuthor: 'Sans auteur', noThread: 'Sans fil de discussion', languageUnknown: 'Langue indécise', noSentiment: 'Tonalité non classée',
  },
} as const;

export type LabelKind = keyof typeof TABLES;

/**
 * French name of a code.
 *
 * @example
 * label('driver', 'taste')
 * // → 'Goût'
 */
export function label(kind: LabelKind, code: string): string {
  const table: Readonly<Record<string, string>> = TABLES[kind];
  return Object.hasOwn(table, code) ? table[code] ?? code : code;
}

/**
 * French name of a channel, from its platform and form.
 *
 * @example
 * [channelLabel('facebook-dm'), channelLabel('email'), channelLabel('unforeseen-thing')]
 * // → ['Facebook (messages privés)', 'E-mail', 'unforeseen-thing']
 */
export function channelLabel(channel: string): string {
  const platforms = TABLES.platform as Readonly<Record<string, string>>;
  if (Object.hasOwn(platforms, channel)) return label('platform', channel);
  const dash = channel.lastIndexOf('-');
  const [platform, form] = [channel.slice(0, dash), channel.slice(dash + 1)];
  if (dash < 1 || !Object.hasOwn(platforms, platform) || !Object.hasOwn(TABLES.form, form)) return channel;
  const [name, what] = [label('platform', platform), label('form', form)];
  return name.toLowerCase() === what.replace(/s$/, '').toLowerCase() ? name : `${name} (${what})`;
}
