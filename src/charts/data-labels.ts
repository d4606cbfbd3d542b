import type { Doubt, Reject } from '../model/index.js';

/** Why a row could not become a message. */
export const REJECT_LABELS = {
  'unreadable-row': 'Ligne illisible',
  'unreadable-date': 'Date illisible',
  'unreadable-number': 'Nombre illisible',
  'missing-column': 'Colonne absente',
  'missing-text': 'Texte absent',
  'too-large': 'Trop volumineux',
  'too-deep': 'Trop imbriqué',
  encoding: 'Encodage',
  truncated: 'Fichier tronqué',
  'not-a-message': 'N’est pas un message',
  hostile: 'Contenu hostile',
  unsupported: 'Non pris en charge',
} as const satisfies Readonly<Record<Reject['reason'], string>>;

/** What is doubtful about a kept row. */
export const DOUBT_LABELS = {
  'date-order': 'Ordre jour/mois',
  'number-format': 'Écriture des nombres',
  'damaged-id': 'Identifiant abîmé',
  'conflicting-id': 'Identifiant partagé par plusieurs messages',
  encoding: 'Encodage',
  mojibake: 'Accents abîmés',
  zone: 'Fuseau horaire',
  'guessed-mapping': 'Colonnes devinées',
  'guessed-stage': 'Privé, faute de preuve du contraire',
  'same-texts': 'Mêmes textes que dans un autre fichier',
  'absent-post': 'Copies sous un message absent',
  'orphan-reply': 'Réponses sans leur message',
  truncated: 'Troncature',
  other: 'Autre',
} as const satisfies Readonly<Record<Doubt['reason'], string>>;

/** What a message lacks. */
export const CHECK_LABELS = {
  noDate: 'Sans date',
  dayOnly: 'Jour sans heure',
  zoneAssumed: 'Fuseau horaire supposé',
  zoneUnknown: 'Fuseau horaire inconnu',
  noText: 'Sans texte',
  noAuthor: 'Sans auteur',
  noThread: 'Sans fil de discussion',
  languageUnknown: 'Langue indécise',
  noSentiment: 'Tonalité non classée',
} as const;

/** Beginnings of words that suggest the cluster of a crisis, as they are written; those without accent or cut are left out. */
export const CUE_LABELS = {
  sabot: 'sabot…',
  malveillan: 'malveillan…',
  pirat: 'pirat…',
  hacke: 'hack…',
  vandal: 'vandal…',
  contrefacon: 'contrefaçon',
  usurp: 'usurp…',
  intemperi: 'intempérie',
  defaut: 'défaut',
  defectu: 'défectueux',
  'corps etranger': 'corps étranger',
  contamin: 'contamin…',
  salmonel: 'salmonelle',
  dysfonction: 'dysfonction…',
  'a cache': 'a caché',
  'ont cache': 'ont caché',
  'etait cache': 'était caché',
  dissimul: 'dissimul…',
  etouff: 'étouff…',
  fraud: 'fraud…',
  tromp: 'tromp…',
  arnaqu: 'arnaqu…',
  scandal: 'scandal…',
  neglig: 'néglig…',
  maltrait: 'maltrait…',
  exploit: 'exploit…',
  illegal: 'illégal',
  salari: 'salari…',
  'images tournees': 'images tournées',
  greenwash: 'greenwash…',
  rentabilite: 'rentabilité',
  'economies sur': 'économies sur',
} as const;
