import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { french, iso, local, number, table } from '../cells.js';
import { serial, windows1252, workbook } from '../fourth/workbook.js';
import { wall } from '../../rhythm.js';

type Pair = readonly [review: HandMessage, reply: HandMessage | undefined];
function paired(messages: readonly HandMessage[]): Pair[] {
  const replies = new Map(messages.filter(({ side }) => side === 'staff').map((one) => [one.parent, one]));
  return messages.filter(({ side }) => side === 'customer').map((one) => [one, replies.get(one.id)]);
}
const both = (pairs: readonly Pair[]): HandMessage[] =>
  pairs.flatMap(([review, reply]) => (reply === undefined ? [review] : [review, reply]));
const SHOPS = ['Foix', 'Vannes', 'Saint-Denis', 'Épinal'];
const shop = ({ brand }: Plan, one: HandMessage): string =>
  `${brand.name} ${SHOPS[Number(number(one.id)) % SHOPS.length]}`;

/** Feedback of shops as a French platform gives it in a workbook, or a presence manager’s table. */
export function shopReviews(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const pairs = paired(messages).toReversed();
  const day = (at: number): number => serial(wall(Math.floor(at / 60_000) * 60_000));
  if ((plan.layout['google'] ?? 0) < 0.5) {
    const rows = pairs.map(([one, reply]) => [
      number(one.id, 'gd'),
      day(one.at),
      'Google',
      shop(plan, one),
      one.name,
      one.rating,
      one.text,
      reply === undefined ? 'À traiter' : 'Répondu',
      reply?.text,
      reply && day(reply.at),
      reply?.agent,
    ]);
    const header = [
      'ID feedback',
      'Date de création',
      'Canal',
      'Point de vente',
      'Client',
      'Note globale',
      'Commentaire client',
      'État',
      'Réponse de l’enseigne',
      'Date de réponse',
      'Répondu par',
    ];
    return [
      {
        path: 'avis/feedbacks.xlsx',
        text: workbook([{ name: 'Feedbacks', rows: [header, ...rows], dates: [1, 9] }]),
        messages: both(pairs),
      },
    ];
  }
  const rows = pairs.map(([one, reply]) => [
    shop(plan, one),
    'Google',
    iso(one.at).replace('T', ' ').replace('Z', ''),
    one.rating,
    one.name,
    one.text,
    reply === undefined ? 'Not replied' : 'Replied',
    reply?.text,
    reply && iso(reply.at).replace('T', ' ').replace('Z', ''),
  ]);
  const header = [
    'Business name',
    'Platform',
    'Review date',
    'Rating',
    'Author',
    'Review content',
    'Status',
    'Reply content',
    'Reply date',
  ];
  return [{ path: 'avis/reviews_export.csv', text: table([header, ...rows], ','), messages: both(pairs) }];
}

/** Certified reviews of orders as a table in Windows-1252, or reviews of the app by App Store Connect. */
export function appReviews(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const pairs = paired(messages);
  if ((plan.layout['trustpilot'] ?? 0) < 0.5) {
    const rows = pairs.map(([one, reply]) => {
      const { y, m, d } = local(one.at - 9 * 86_400_000);
      return [
        `A${number(one.id, 'av')}`,
        `CMD${number(one.thread, 'av').slice(0, 6)}`,
        `${d}/${m}/${y}`,
        french(one.at),
        one.rating,
        one.text,
        one.name?.split(' ')[0],
        one.name?.split(' ').slice(1).join(' '),
        'Publié',
        reply?.text,
        reply && french(reply.at),
      ];
    });
    const header =
      "Identifiant avis;Référence commande;Date de commande;Date de l'avis;Note;Avis;Prénom;Nom;Statut;Réponse du marchand;Date de la réponse".split(
        ';',
      );
    return [
      {
        path: 'avis/avis_site.csv',
        text: windows1252(table([header, ...rows], ';').replaceAll('\n', '\r\n')),
        messages: both(pairs),
      },
    ];
  }
  const time = (at: number): string => iso(at - 7 * 3_600_000).replace('Z', '-07:00');
  const data = pairs.map(([one, reply]) => ({
    type: 'customerReviews',
    id: `0000${number(one.id, 'as')}`,
    attributes: {
      rating: one.rating,
      title: `${one.text.split(/[.!?,:]/)[0]}`.slice(0, 50),
      body: one.text,
      reviewerNickname: one.name,
      createdDate: time(one.at),
      territory: Number(number(one.id)) % 12 === 0 ? 'REU' : 'FRA',
    },
    relationships: {
      response: {
        ...(reply === undefined
          ? {}
          : { data: { type: 'customerReviewResponses', id: `r${number(reply.id, 'as')}` } }),
        links: {
          related: `https://api.appstoreconnect.apple.com/v1/customerReviews/${number(one.id, 'as')}`,
        },
      },
    },
  }));
  const replied = pairs.filter(([, reply]) => reply !== undefined);
  const included = replied.map(([one, reply]) => ({
    type: 'customerReviewResponses',
    id: `r${number(reply?.id ?? '', 'as')}`,
    attributes: { responseBody: reply?.text, lastModifiedDate: time(reply?.at ?? 0), state: 'PUBLISHED' },
    relationships: { review: { data: { type: 'customerReviews', id: `0000${number(one.id, 'as')}` } } },
  }));
  return [
    {
      path: 'avis/customerReviews.json',
      text: JSON.stringify({
        data,
        included,
        links: { self: 'https://api.appstoreconnect.apple.com/v1/apps/1/customerReviews' },
        meta: { paging: { total: data.length, limit: 200 } },
      }),
      messages: both(pairs),
    },
  ];
}
