import type { HandFile, HandMessage } from '../message.js';
import type { Plan } from '../plan.js';
import { french, iso, number, table } from './cells.js';

const STARS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'] as const;

/** Reviews, each with the reply it got. */
function paired(messages: readonly HandMessage[]): [HandMessage, HandMessage | undefined][] {
  const replies = new Map(messages.filter(({ side }) => side === 'staff').map((one) => [one.parent, one]));
  return messages.filter(({ side }) => side === 'customer').map((one) => [one, replies.get(one.id)]);
}
const both = (pairs: readonly (readonly [HandMessage, HandMessage | undefined])[]): HandMessage[] =>
  pairs.flatMap(([review, reply]) => (reply === undefined ? [review] : [review, reply]));

/** Google: the API with replies, or a table without. */
export function googleFile({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const pairs = paired(messages);
  if ((layout['google'] ?? 0) < 0.6) {
    const reviews = pairs.map(([one, reply]) => ({
      name: `accounts/11/locations/22/reviews/AbF${number(one.id)}`,
      reviewId: `AbF${number(one.id)}`,
      reviewer: { displayName: one.name, isAnonymous: false },
      starRating: STARS[(one.rating ?? 3) - 1],
      comment: one.text,
      createTime: iso(one.at),
      updateTime: iso(one.editedAt ?? one.at),
      ...(reply === undefined ? {} : { reviewReply: { comment: reply.text, updateTime: iso(reply.at) } }),
    }));
    return {
      path: 'public/google-reviews.json',
      text: JSON.stringify({ reviews, averageRating: 3.4 }, undefined, 1),
      messages: both(pairs),
    };
  }
  const rows = pairs.map(([one]) => [
    french(one.at),
    one.name,
    one.rating,
    one.text,
    `https://maps.google.example/reviews/${number(one.id)}`,
    brand.name,
  ]);
  return {
    path: 'public/avis-google.csv',
    text: table([['Date', 'Auteur', 'Note', 'Avis', 'Lien', 'Établissement'], ...rows], ';'),
    messages: pairs.map(([one]) => one),
  };
}

/** Trustpilot: the download of companies, or the data of its pages. */
export function trustpilotFile({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const pairs = paired(messages);
  const id = (one: HandMessage): string => `6${number(one.id)}`.padEnd(24, 'a');
  if ((layout['trustpilot'] ?? 0) < 0.5) {
    const header = [
      'Review Id',
      'Review Created (UTC)',
      'Review Consumer User Id',
      'Review Username',
      'Review Title',
      'Review Content',
      'Review Stars',
      'Review Language',
      'Company Reply',
      'Company Reply Date (UTC)',
      'Domain Name',
    ];
    const rows = pairs.map(([one, reply]) => [
      id(one),
      iso(one.at).replace('T', ' ').replace('Z', ''),
      `u${number(one.person?.id ?? '')}`,
      one.name,
      one.text.split(/[.!?,]/)[0],
      one.text,
      one.rating,
      'fr',
      reply?.text,
      reply && iso(reply.at).replace('T', ' ').replace('Z', ''),
      brand.domain,
    ]);
    return { path: 'public/trustpilot.csv', text: table([header, ...rows], ','), messages: both(pairs) };
  }
  const reviews = pairs.map(([one, reply]) => ({
    id: id(one),
    text: one.text,
    rating: one.rating,
    title: one.text.split(/[.!?,]/)[0],
    likes: 0,
    language: 'fr',
    dates: { experiencedDate: iso(one.at), publishedDate: iso(one.at), updatedDate: null },
    consumer: {
      id: number(one.person?.id ?? ''),
      displayName: one.name,
      countryCode: 'FR',
      numberOfReviews: 1,
    },
    reply: reply === undefined ? null : { message: reply.text, publishedDate: iso(reply.at) },
    labels: { verification: { isVerified: false, verificationSource: 'organic' } },
  }));
  return {
    path: 'public/trustpilot.json',
    text: JSON.stringify(reviews, undefined, 1),
    messages: both(pairs),
  };
}
