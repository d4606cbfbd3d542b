import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { workbook } from '../fourth/workbook.js';

type Pair = readonly [review: HandMessage, reply: HandMessage | undefined];
function paired(messages: readonly HandMessage[]): Pair[] {
  const replies = new Map(messages.filter(({ side }) => side === 'staff').map((one) => [one.parent, one]));
  return messages.filter(({ side }) => side === 'customer').map((one) => [one, replies.get(one.id)]);
}
const both = (pairs: readonly Pair[]): HandMessage[] =>
  pairs.flatMap(([review, reply]) => (reply === undefined ? [review] : [review, reply]));
const TOWNS = ['Arles', 'Lens', 'Béziers'];

/** Reviews of shops as two scrapers of maps give them. */
export function mapReviews({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const pairs = paired(messages).toReversed(),
    town = (one: HandMessage): number => Number(number(one.id)) % TOWNS.length;
  const millis = (at: number): string => iso(at).replace('Z', '.000Z');
  if ((layout['google'] ?? 0) < 0.5) {
    const items = pairs.map(([one, reply]) => ({
      searchString: null,
      title: `${brand.name} ${TOWNS[town(one)]}`,
      placeId: `ChIJ${town(one)}kq`,
      url: `https://www.google.com/maps/place/?q=place_id:ChIJ${town(one)}kq`,
      categoryName: 'Magasin',
      city: TOWNS[town(one)],
      totalScore: 3.9,
      reviewsCount: 412,
      reviewId: `Ci9DQ${number(one.id)}`,
      reviewUrl: `https://www.google.com/maps/reviews/data=!4m8!14m7!1m6!2m5!1sCi9DQ${number(one.id)}`,
      reviewerId: number(one.person?.id ?? '', 'g'),
      reviewerUrl: `https://www.google.com/maps/contrib/${number(one.person?.id ?? '', 'g')}?hl=fr`,
      name: one.name,
      reviewerNumberOfReviews: 4,
      isLocalGuide: false,
      text: one.text,
      textTranslated: null,
      publishAt: 'il y a un mois',
      publishedAtDate: millis(one.at),
      likesCount: 0,
      reviewOrigin: 'Google',
      stars: one.rating,
      rating: null,
      responseFromOwnerDate: reply === undefined ? null : millis(reply.at),
      responseFromOwnerText: reply === undefined ? null : reply.text,
      reviewImageUrls: [],
      reviewContext: {},
      scrapedAt: '2026-04-02T08:11:21.000Z',
      language: 'fr',
    }));
    return [
      {
        path: 'Avis/dataset_Google-Maps-Reviews-Scraper_2026-04-02.json',
        text: JSON.stringify(items, undefined, 2),
        messages: both(pairs),
      },
    ];
  }
  const day = (at: number): string => {
    const [date = '', time = ''] = iso(at).replace('Z', '').split('T');
    const [y, m, d] = date.split('-');
    return `${m}/${d}/${y} ${time}`;
  };
  const header =
    'query|name|google_id|place_id|location_link|reviews_link|reviews|rating|review_id|review_pagination_id|author_link|author_title|author_id|review_text|review_img_url|owner_answer|owner_answer_timestamp|owner_answer_timestamp_datetime_utc|review_link|review_rating|review_timestamp|review_datetime_utc|review_likes'.split(
      '|',
    );
  const rows = pairs.map(([one, reply]) => [
    `${brand.name} ${TOWNS[town(one)]}`,
    `${brand.name} ${TOWNS[town(one)]}`,
    `0x47${town(one)}:0x9a`,
    `ChIJ${town(one)}kq`,
    `https://www.google.com/maps/place/${town(one)}`,
    'https://search.google.com/local/reviews',
    412,
    3.9,
    `ChdDSU${number(one.id)}`,
    '',
    `https://www.google.com/maps/contrib/${number(one.person?.id ?? '', 'g')}`,
    one.name,
    number(one.person?.id ?? '', 'g'),
    one.text,
    '',
    reply?.text,
    reply && Math.floor(reply.at / 1000),
    reply && day(reply.at),
    `https://www.google.com/maps/reviews/data=!${number(one.id)}`,
    one.rating,
    Math.floor(one.at / 1000),
    day(one.at),
    0,
  ]);
  return [
    {
      path: 'Avis/Outscraper-20260402.xlsx',
      text: workbook([{ name: 'Reviews', rows: [header, ...rows] }]),
      messages: both(pairs),
    },
  ];
}

/** Reviews of products: Bazaarvoice’s API, or Judge.me’s tables month by month, one of them downloaded twice. */
export function productReviews({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const pairs = paired(messages);
  const product = (one: HandMessage): number => Number(number(one.id)) % brand.products.length;
  const title = (one: HandMessage): string => `${one.text.split(/[.!?,]/)[0]}`.slice(0, 60);
  if ((layout['trustpilot'] ?? 0) < 0.5) {
    const Results = pairs.map(([one, reply]) => ({
      Id: number(one.id),
      CID: `c${number(one.id)}`,
      SourceClient: brand.handle,
      LastModeratedTime: iso(one.at + 3_600_000).replace('Z', '.000+00:00'),
      LastModificationTime: iso(one.editedAt ?? one.at + 3_600_000).replace('Z', '.000+00:00'),
      ProductId: `SKU${product(one)}`,
      OriginalProductName: brand.products[product(one)]?.nu,
      AuthorId: `a${number(one.person?.id ?? '')}`,
      UserNickname: one.name,
      ContentLocale: 'fr_FR',
      IsFeatured: false,
      TotalFeedbackCount: 0,
      TotalCommentCount: 0,
      TotalClientResponseCount: reply === undefined ? 0 : 1,
      Rating: one.rating,
      RatingRange: 5,
      IsRecommended: (one.rating ?? 0) > 3,
      SecondaryRatings: {},
      Title: title(one),
      ReviewText: one.text,
      ModerationStatus: 'APPROVED',
      SubmissionTime: iso(one.at).replace('Z', '.000+00:00'),
      ClientResponses:
        reply === undefined
          ? []
          : [
              {
                Department: 'Service consommateurs',
                Name: reply.agent,
                ResponseSource: 'Bazaarvoice',
                ResponseType: 'SERVICE',
                Response: reply.text,
                Date: iso(reply.at).replace('Z', '.000+00:00'),
              },
            ],
      Photos: [],
      Videos: [],
      ContextDataValues: {},
      Badges: {},
    }));
    const products = Object.fromEntries(
      brand.products.map(({ nu }, at) => [
        `SKU${at}`,
        { Id: `SKU${at}`, Name: nu, Brand: { Id: 'b', Name: brand.name }, CategoryId: 'c1' },
      ]),
    );
    return [
      {
        path: 'Avis/bv_reviews.json',
        text: JSON.stringify({
          Limit: 100,
          Offset: 0,
          TotalResults: Results.length,
          Locale: 'fr_FR',
          Results,
          Includes: { Products: products },
          HasErrors: false,
          Errors: [],
        }),
        messages: both(pairs),
      },
    ];
  }
  const header =
    'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location'.split(
      ',',
    );
  const time = (at: number): string => iso(at).replace('T', ' ').replace('Z', ' UTC');
  const file = (path: string, own: readonly Pair[]): HandFile => ({
    path,
    text: table(
      [
        header,
        ...own.map(([one, reply]) => [
          title(one),
          one.text,
          one.rating,
          time(one.at),
          'email',
          'ok',
          one.name,
          one.person?.email,
          product(one),
          brand.products[product(one)]?.nu.replaceAll(' ', '-'),
          reply?.text,
          reply && time(reply.at),
          '',
          '',
          '',
        ]),
      ],
      ',',
    ),
    messages: both(own),
  });
  const months = grouped(pairs, ([one]) => local(one.at).m);
  const files = months.map(([month, own]) => file(`Avis/judgeme/${month}/published_reviews.csv`, own));
  const [month, own = []] = months.at(-1) ?? ['', []];
  return [...files, file(`Avis/judgeme/${month}/published_reviews (1).csv`, own.toReversed())];
}
