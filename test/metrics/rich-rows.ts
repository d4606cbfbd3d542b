import type { Case, CaseMessage, EnrichedMessage } from '../../src/model/index.js';
import { seededRandom } from '../../src/util/random.js';
import type { CorpusServices } from '../../src/engine/open-tables.js';
import type { FakeRows } from './fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 5);

const SUBJECTS: Readonly<Record<string, readonly [string, string, string]>> = {
  taste: [
    'Le yaourt à la vanille a un goût de carton depuis le changement de recette, très déçue',
    'Le yaourt vanille existe-t-il aussi en grand pot de 500 g chez vous ?',
    'Franchement le nouveau yaourt à la figue est délicieux, on en reprend !',
  ],
  price: [
    '2,99 € les quatre pots et le format a encore rétréci, vous vous moquez de nous',
    'Quelqu’un sait si le prix est le même dans les petits magasins ?',
    'Pour une fois une promo qui vaut le coup, merci pour le lot familial',
  ],
  packaging: [
    'L’opercule se déchire à chaque fois et tout finit sur le plan de travail',
    'Le nouveau pot en carton se met dans quel bac de tri svp',
    'Bravo pour le pot en verre consigné, enfin une marque qui bouge',
  ],
  safety: [
    'J’ai trouvé un morceau de plastique bleu dans le pot, personne ne me répond depuis lundi',
    'Le rappel concerne-t-il aussi le lot acheté fin février ?',
    'Rappel bien expliqué, remboursée en deux jours, rien à dire',
  ],
  delivery: [
    'Livraison annoncée à 10 h, arrivée à 15 h, glace fondue et aucun mot d’excuse',
    'Est-ce que vous livrez le samedi matin à Nantes ?',
    'Livreur adorable, tout était frais et bien rangé',
  ],
  staff: [
    'À l’accueil on m’a répondu que ce n’était pas leur problème, inadmissible',
    'Qui peut me renseigner au rayon frais le soir ?',
    'Le personnel du rayon fromage est toujours de bon conseil',
  ],
  origin: [
    'Lait « origine UE », donc on ne sait pas d’où, ce n’est pas ce que dit la pub',
    'Le lait vient-il bien de Bretagne comme écrit sur le bidon ?',
    'Contente de voir enfin le nom de la ferme sur la brique',
  ],
  availability: [
    'Plus de beurre demi-sel depuis trois semaines, c’est toujours la rupture',
    'Savez-vous quand la crème légère revient en rayon ?',
    'Le rayon est de nouveau plein, ouf',
  ],
};
const TONES = ['negative', 'neutral', 'positive'] as const;
const PRIVATE = [
  ['whatsapp', 'whatsapp'],
  ['messenger', 'messenger'],
  ['email', 'email'],
] as const;
const PUBLIC = [
  ['facebook', 'facebook-comment'],
  ['instagram', 'instagram-comment'],
  ['x', 'x-post'],
  ['trustpilot', 'trustpilot-review'],
] as const;
export const HOSTILE =
  '<script>alert(1)</script><img src=x onerror=alert(2)> "\'& http://exemple.invalid/piege javascript:alert(3) \u202Egnp.exe ]]></style>';

/** Two quarters of a fictitious yoghurt brand: enough rows for every section of a report to have something to say. */
export function richRows(count = 1600, seed = 7): FakeRows {
  const next = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const messages: Partial<EnrichedMessage>[] = [];
  const cases: Partial<Case>[] = [];
  const caseMessages: Partial<CaseMessage>[] = [];
  const observedUntil = START + 181 * DAY;
  for (let index = 0; index < count; index++) {
    const driver = pick(Object.keys(SUBJECTS));
    const second = next() < 0.15 ? pick(Object.keys(SUBJECTS).filter((name) => name !== driver)) : null;
    const late = next();
    const sentAt = START + Math.floor((driver === 'safety' ? 0.5 + late / 2 : late) * 180 * DAY);
    const mood = next() + (driver === 'safety' || driver === 'price' ? -0.25 : 0);
    const tone = mood < 0.4 ? 0 : mood < 0.65 ? 1 : 2;
    const isPrivate = next() < 0.3;
    const [platform, channel] = pick<readonly [string, string]>(isPrivate ? PRIVATE : PUBLIC);
    const review = platform === 'trustpilot';
    const messageId = `${platform}:${index}`;
    const harmful = !isPrivate && next() < 0.04;
    messages.push({
      messageId,
      threadId: `thread:${index}`,
      platform,
      channel,
      stage: isPrivate ? 'private' : 'public',
      kind: review ? 'review' : isPrivate ? 'message' : 'comment',
      sentAt: next() < 0.02 ? null : sentAt,
      sentAtZone: next() < 0.2 ? 'assumed' : 'explicit',
      authorKey: `author${Math.floor(next() * count * 0.7)}`,
      text: SUBJECTS[driver]?.[tone] ?? null,
      textKey: next() < 0.02 ? 'shared' : `key${index}`,
      languageCode: next() < 0.03 ? 'und' : 'fr',
      sentiment: TONES[tone] ?? null,
      polarity: (tone - 1) * (0.5 + next() / 2),
      drivers: second === null ? [driver] : [driver, second],
      driverSentiments: second === null ? [TONES[tone] ?? ''] : [TONES[tone] ?? '', 'neutral'],
      intents: tone === 0 ? ['complaint'] : tone === 1 ? ['question'] : [],
      complaintProbability: tone === 0 ? 0.9 : 0.1,
      harms: harmful ? [pick(['insult', 'spam', 'scam'])] : [],
      contributions:
        !isPrivate && tone !== 0 && next() < 0.2 ? [pick(['experience', 'idea', 'question'])] : [],
      contributionValue: next(),
      brands: isPrivate ? [] : next() < 0.7 ? ['Maison Brel'] : ['Ferme Anou'],
      ...(review ? { rating: [1, 3, 5][tone] ?? 3, ratingMax: 5 } : {}),
      file: `${platform}.csv`,
      row: index + 1,
      format: isPrivate ? 'whatsapp' : 'generic',
    });
    if (tone === 2) continue;
    const hours = -Math.log(1 - next()) * (isPrivate ? 30 : 8);
    const answered = next() < 0.75 && sentAt + hours * HOUR < observedUntil;
    const spills = isPrivate && next() < 0.06;
    cases.push({
      caseId: `case:${index}`,
      firstStage: isPrivate ? 'private' : 'public',
      furthestStage: spills ? 'public' : isPrivate ? 'private' : 'public',
      firstChannel: channel,
      openedAt: sentAt,
      lastAt: sentAt,
      observedUntil,
      complaint: tone === 0,
      answeredAt: answered ? sentAt + hours * HOUR : null,
      spilledAt: spills ? sentAt + 40 * HOUR : null,
      driver,
      drivers: [driver],
    });
    caseMessages.push({ caseId: `case:${index}`, messageId });
  }
  for (const [index, title] of [
    'Un rappel de yaourts inquiète les parents',
    'Yaourts rappelés : la marque s’explique',
    'Ce que l’on sait du plastique bleu',
  ].entries()) {
    messages.push({
      messageId: `press:${index}`,
      platform: 'press',
      channel: 'press-article',
      stage: 'press',
      kind: 'article',
      sentAt: START + (120 + index * 2) * DAY,
      dayOnly: index === 1,
      title,
      text: `${title}. Texte de l’article.`,
      textKey: `press${index}`,
      sourceName: 'Le Courrier des Halles',
      brands: ['Maison Brel'],
      sentiment: 'negative',
      drivers: ['safety'],
      driverSentiments: ['negative'],
    });
  }
  messages.push({
    messageId: 'x:hostile',
    platform: 'x',
    channel: 'x-post',
    sentAt: START + 3 * DAY,
    text: HOSTILE,
    sentiment: 'negative',
    polarity: -0.7,
    drivers: ['<b>driver</b>'],
    driverSentiments: ['negative'],
    textKey: 'hostile',
    brands: ['<i>Marque</i>'],
  });
  return {
    messages,
    cases,
    caseMessages,
    rejects: [
      { reason: 'unreadable-date', column: 'date', value: '31/02/2026', row: 12 },
      { reason: 'unreadable-date', column: 'date', value: 'hier', row: 13 },
      { reason: 'missing-text', row: 40 },
    ],
    doubts: [
      { reason: 'zone', hint: 'no zone in the file: Europe/Paris assumed' },
      { reason: 'date-order', hint: 'day before month assumed' },
    ],
    manifest: {
      files: [
        {
          path: 'facebook.csv',
          sha256: 'a'.repeat(64),
          format: 'generic',
          read: count,
          kept: count - 12,
          duplicates: 9,
          rejected: 3,
          notes: [],
        },
        {
          path: 'prive/Discussion avec +33 6 39 98 00 00.txt',
          sha256: 'c'.repeat(64),
          format: 'whatsapp',
          read: 4,
          kept: 4,
          duplicates: 0,
          rejected: 0,
          notes: [],
        },
        {
          path: 'notes/<b>vide</b>.txt',
          sha256: 'b'.repeat(64),
          format: null,
          read: 0,
          kept: 0,
          duplicates: 0,
          rejected: 0,
          notes: ['no format recognised it'],
        },
      ],
      totals: { read: count + 4, kept: count - 8, duplicates: 9, rejected: 3 },
      nearDuplicates: 21,
      inferredBrandAccounts: [],
      firstAt: new Date(START).toISOString(),
      lastAt: new Date(observedUntil).toISOString(),
    },
  };
}

/** A message's subject is its first driver. */
export const topicsOfDrivers: Pick<CorpusServices, 'discoverTopics'> = {
  discoverTopics: async (database) => {
    await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
    await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
    await database.run('UPDATE main.messages SET topics = drivers[1:1]');
    return ['taste', 'price', 'packaging', 'safety', 'delivery'].map((topic) => ({
      topic,
      name: topic,
      parent: null,
      phrases: [],
      terms: [],
      stability: 0.9,
      nameShare: 1,
      taxonomy: null,
    }));
  },
};
