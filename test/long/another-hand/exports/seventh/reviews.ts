import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { number, table } from '../cells.js';
import { clock, frenchTable, stamp } from './cells.js';

type Pair = readonly [review: HandMessage, reply: HandMessage | undefined];
function paired(messages: readonly HandMessage[]): Pair[] {
  const replies = new Map(messages.filter(({ side }) => side === 'staff').map((one) => [one.parent, one]));
  return messages.filter(({ side }) => side === 'customer').map((one) => [one, replies.get(one.id)]);
}
const both = (pairs: readonly Pair[]): HandMessage[] =>
  pairs.flatMap(([review, reply]) => (reply === undefined ? [review] : [review, reply]));

const SHOPS = ['Arles', 'Cholet', 'Dole', 'Lunéville', 'Vevey'];
const shopOf = (one: HandMessage): string => SHOPS[Number(number(one.id)) % SHOPS.length] ?? '';
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +00:00`;
const headline = (text: string): string => `${text.split(/[.!?,:]/)[0]}`.slice(0, 60);

/** Google reviews as the API of DataForSEO lists them, a result a shop. */
function dataForSeo(plan: Plan, pairs: readonly Pair[]): HandFile {
  const shops = SHOPS.map((shop) => [shop, pairs.filter(([one]) => shopOf(one) === shop)] as const);
  const tasks = shops.map(([shop, own]) => ({
    id: number(shop, 'task'),
    status_code: 20000,
    path: ['v3', 'business_data', 'google', 'reviews', 'task_get'],
    data: { api: 'business_data', function: 'reviews', se: 'google', keyword: `${plan.brand.name} ${shop}` },
    result: [
      {
        keyword: `${plan.brand.name} ${shop}`,
        type: 'google_reviews',
        se_domain: 'google.fr',
        language_code: 'fr',
        title: `${plan.brand.name} ${shop}`,
        rating: { rating_type: 'Max5', value: 3.4, votes_count: own.length, rating_max: null },
        reviews_count: own.length,
        items_count: own.length,
        items: own.map(([one, reply], at) => ({
          type: 'google_reviews_search',
          rank_group: at + 1,
          rank_absolute: at + 1,
          position: 'left',
          review_text: one.text,
          original_review_text: null,
          time_ago: 'il y a un mois',
          timestamp: utc(one.at),
          rating: { rating_type: 'Max5', value: one.rating, votes_count: null, rating_max: 5 },
          reviews_count: 3,
          photos_count: 0,
          local_guide: false,
          profile_name: one.name,
          profile_url: `https://www.google.com/maps/contrib/${number(one.person?.id ?? '', 'gm')}/reviews`,
          review_id: `Ch${number(one.id, 'gm')}`,
          owner_answer: reply?.text ?? null,
          original_owner_answer: null,
          owner_time_ago: reply === undefined ? null : 'il y a 3 semaines',
          owner_timestamp: reply === undefined ? null : utc(reply.at),
        })),
      },
    ],
  }));
  return {
    path: 'avis/google_reviews_task_get.json',
    text: JSON.stringify({ version: '0.1.20250526', status_code: 20000, tasks_count: tasks.length, tasks }),
    messages: shops.flatMap(([, own]) => both(own)),
  };
}

/** Reviews of shops as an agency copied them from a travel site: marks with a comma, “12/11/2025 14h05”. */
function travellers({ brand }: Plan, pairs: readonly Pair[]): HandFile {
  const rows = pairs.map(([one, reply]) => [
    `r${number(one.id, 'ta')}`,
    `${brand.name} ${shopOf(one)}`,
    one.name,
    clock(one.at),
    `${one.rating},0`,
    headline(one.text),
    one.text,
    'En famille',
    reply === undefined ? '' : `${brand.name}, responsable des relations clients`,
    reply?.text,
    reply && clock(reply.at),
  ]);
  const header = [
    'N° avis',
    'Établissement',
    'Pseudo',
    'Publié le',
    'Note /5',
    'Titre de l’avis',
    'Avis',
    'Type de visite',
    'Répondu par',
    'Réponse de l’établissement',
    'Réponse le',
  ];
  return {
    path: 'avis/Avis établissements.csv',
    text: frenchTable([header, ...rows]),
    messages: both(pairs),
  };
}

export const shopReviews = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => {
  const pairs = paired(messages);
  return [(plan.layout['google'] ?? 0) < 0.5 ? dataForSeo(plan, pairs) : travellers(plan, pairs)];
};

/** Yotpo’s table: the columns that it takes are those that it gives. */
function yotpo({ brand }: Plan, pairs: readonly Pair[]): HandFile {
  const rows = pairs.map(([one, reply]) => [
    number(one.thread, 'yp').slice(0, 6),
    brand.products[Number(number(one.id)) % brand.products.length]?.nu,
    `https://www.${brand.domain}/p/${number(one.thread, 'yp').slice(0, 6)}`,
    one.name,
    one.person?.email,
    one.text,
    one.rating,
    headline(one.text),
    new Date(one.at).toISOString().slice(0, 19),
    reply?.text,
    reply === undefined ? '' : 'TRUE',
    reply && new Date(reply.at).toISOString().slice(0, 19),
  ]);
  const header =
    'product_id,product_title,product_url,display_name,email,review_content,review_score,review_title,date,comment_content,comment_public,comment_created_at'.split(
      ',',
    );
  return {
    path: 'avis/yotpo_reviews_export.csv',
    text: table([header, ...rows], ','),
    messages: both(pairs),
  };
}

/** Trustpilot’s table for businesses, newest first. */
function trustpilot({ brand }: Plan, pairs: readonly Pair[]): HandFile {
  const shown = pairs.toReversed(),
    time = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const rows = shown.map(([one, reply]) => [
    time(one.at),
    number(one.id, 'tp'),
    number(one.person?.id ?? '', 'tp'),
    one.name,
    headline(one.text),
    one.text,
    one.rating,
    'Organic',
    'fr',
    `www.${brand.domain}`,
    reply?.text,
    reply && time(reply.at),
  ]);
  const header = [
    'Review Created (UTC)',
    'Review Id',
    'Review Consumer User Id',
    'Review Username',
    'Review Title',
    'Review Content',
    'Review Stars',
    'Source Of Review',
    'Review Language',
    'Domain Name',
    'Company Reply',
    'Company Reply Date (UTC)',
  ];
  return {
    path: `avis/trustpilot-reviews-${stamp(shown[0]?.[0].at ?? 0).slice(0, 10)}.csv`,
    text: table([header, ...rows], ','),
    messages: both(shown),
  };
}

export const siteReviews = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => {
  const pairs = paired(messages);
  if (pairs.length === 0) return [];
  return [(plan.layout['trustpilot'] ?? 0) < 0.5 ? yotpo(plan, pairs) : trustpilot(plan, pairs)];
};
