import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { wall } from '../../rhythm.js';
import { iso, local, number, table } from '../cells.js';
import { serial, windows1252, workbook } from './workbook.js';

function paired(messages: readonly HandMessage[]): [HandMessage, HandMessage | undefined][] {
  const replies = new Map(messages.filter(({ side }) => side === 'staff').map((one) => [one.parent, one]));
  return messages.filter(({ side }) => side === 'customer').map((one) => [one, replies.get(one.id)]);
}
const both = (pairs: readonly (readonly [HandMessage, HandMessage | undefined])[]): HandMessage[] =>
  pairs.flatMap(([review, reply]) => (reply === undefined ? [review] : [review, reply]));
const TOWNS = ['Rennes', 'Lille', 'Pau', 'Metz'];

/** Reviews of shops: the takeout of a Google account, or the workbook of a tool that gathers them. */
export function shopReviews({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const pairs = paired(messages);
  if ((layout['google'] ?? 0) < 0.5) {
    const STARS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
    return TOWNS.map((town, shop): HandFile => {
      const own = pairs.filter(([{ id }]) => Number(number(id)) % TOWNS.length === shop);
      const reviews = own.map(([one, reply]) => ({
        reviewer: { displayName: one.name },
        starRating: STARS[(one.rating ?? 3) - 1],
        comment: one.text,
        createTime: `${iso(one.at).replace('Z', '')}.482913Z`,
        updateTime: `${iso(one.editedAt ?? one.at).replace('Z', '')}.482913Z`,
        ...(reply === undefined ? {} : { reviewReply: { comment: reply.text, updateTime: iso(reply.at) } }),
        name: `accounts/114/locations/${900 + shop}/reviews/ChZ${number(one.id)}`,
      }));
      return {
        path: `Takeout/Fiche d'établissement Google/account-114/location-${900 + shop}/reviews-${town}.json`,
        text: JSON.stringify({ reviews }, undefined, 2),
        messages: both(own),
      };
    });
  }
  const day = (at: number): number => serial(wall(Math.floor(at / 60_000) * 60_000));
  const rows = pairs.map(([one, reply]) => [
    `${brand.name} ${TOWNS[Number(number(one.id)) % 4]}`,
    'Google',
    day(one.at),
    one.name,
    one.rating,
    one.text,
    reply?.text,
    reply && day(reply.at),
    reply === undefined ? 'À traiter' : 'Répondu',
  ]);
  return [
    {
      path: 'avis/avis_magasins.xlsx',
      text: workbook([
        {
          name: 'Avis',
          rows: [
            ['Avis clients – tous magasins'],
            [],
            [
              'Établissement',
              'Site',
              'Date de l’avis',
              'Auteur',
              'Note',
              'Avis',
              'Réponse',
              'Date de réponse',
              'Statut',
            ],
            ...rows,
            ['Moyenne', '', '', '', 3.2],
          ],
          merged: ['A1:I1'],
          dates: [2, 7],
        },
      ]),
      messages: [undefined, ...both(pairs), undefined],
    },
  ];
}

/** Reviews of orders: a French certifier’s table, or a public API; over a half, in two exports that overlap. */
export function orderReviews(
  { layout, brand, life, start, end }: Plan,
  messages: readonly HandMessage[],
): HandFile[] {
  const pairs = paired(messages),
    middle = (start + end) / 2,
    twice = (life?.overlaps ?? 0) > 0.5;
  const spans = twice
    ? [
        pairs.filter(([{ at }]) => at < middle + 15 * 86_400_000),
        pairs.filter(([{ at }]) => at > middle - 15 * 86_400_000),
      ]
    : [pairs];
  return spans.map((own, part): HandFile => {
    if ((layout['trustpilot'] ?? 0) < 0.5) {
      const french = (at: number): string =>
        `${local(at).d}/${local(at).m}/${local(at).y} ${local(at).h}:${local(at).min}`;
      const rows = own.map(([one, reply]) => [
        `AV${number(one.id)}`,
        french(one.at),
        one.name,
        String(one.rating),
        one.text,
        number(one.id, 'cde'),
        reply?.text,
        reply && french(reply.at),
      ]);
      return {
        path: `avis/avis-verifies-${part + 1}.csv`,
        text: windows1252(
          table(
            [
              [
                'Identifiant avis',
                'Date de publication',
                'Client',
                'Note',
                'Commentaire',
                'Réf. commande',
                'Réponse du marchand',
                'Date de la réponse',
              ],
              ...rows,
            ],
            ';',
          ).replaceAll('\n', '\r\n'),
        ),
        messages: both(own),
      };
    }
    const reviews = own.map(([one, reply]) => ({
      id: `6${number(one.id)}`.padEnd(24, 'b'),
      consumer: {
        id: `5${number(one.person?.id ?? '')}`.padEnd(24, 'c'),
        displayName: one.name,
        displayLocation: null,
        numberOfReviews: 2,
      },
      businessUnit: { id: '4f1', identifyingName: brand.domain, displayName: brand.name },
      location: null,
      stars: one.rating,
      title: one.text.split(/[.!?,]/)[0],
      text: one.text,
      language: 'fr',
      createdAt: iso(one.at),
      updatedAt: one.editedAt === undefined ? null : iso(one.editedAt),
      companyReply:
        reply === undefined ? null : { text: reply.text, createdAt: iso(reply.at), updatedAt: null },
      status: 'active',
      reportData: null,
    }));
    return {
      path: `avis/trustpilot-page-${part + 1}.json`,
      text: JSON.stringify({ links: [], reviews }, undefined, 1),
      messages: both(own),
    };
  });
}
