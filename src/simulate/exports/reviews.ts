import type { SimulatedMessage } from '../truth.js';
import { byThread, utf8, type WrittenFile } from './written-file.js';

const hex = (message: SimulatedMessage): string =>
  `67${message.id.replace(/\D/g, '').padStart(6, '0')}b1c2d3e4f5a6b7c8`;
const iso = (at: number): string => new Date(at).toISOString();

/** Trustpilot reviews as its pages hold them; the brand's answer is inside the review. */
export function writeTrustpilot(
  messages: readonly SimulatedMessage[],
  path: string,
  storeOf: (review: SimulatedMessage) => string | undefined = () => undefined,
): WrittenFile[] {
  const rows: { message: SimulatedMessage; exportId: string }[] = [];
  const reviews = byThread(messages).map((thread) => {
    const review = thread[0] as SimulatedMessage,
      reply = thread.find(({ direction }) => direction === 'outbound');
    const id = hex(review),
      store = storeOf(review);
    rows.push({ message: review, exportId: id });
    if (reply !== undefined) rows.push({ message: reply, exportId: `${id}/reply` });
    return {
      id,
      filtered: false,
      pending: false,
      text: review.text,
      rating: review.rating ?? 3,
      labels: {
        merged: null,
        verification: {
          isVerified: false,
          createdDateTime: iso(review.sentAt),
          reviewSourceName: 'Organic',
          verificationSource: 'invitation',
          verificationLevel: 'not-verified',
          hasDachExclusion: false,
        },
      },
      title: review.title ?? '',
      likes: 0,
      dates: {
        experiencedDate: `${iso(review.sentAt - 3 * 86_400_000).slice(0, 10)}T00:00:00.000Z`,
        publishedDate: iso(review.sentAt),
        updatedDate: null,
      },
      report: null,
      hasUnhandledReports: false,
      consumer: {
        id: `66${String(review.person?.id ?? 0).padStart(6, '0')}a1b2c3d4e5f60718`,
        displayName: review.authorName,
        imageUrl: '',
        numberOfReviews: 1 + ((review.person?.id ?? 0) % 7),
        countryCode: 'FR',
        hasImage: false,
        isVerified: false,
      },
      reply:
        reply === undefined
          ? null
          : { message: reply.text, publishedDate: iso(reply.sentAt), updatedDate: null },
      consumersReviewCountOnSameDomain: 1,
      productReviews: [],
      language: review.language,
      location:
        store === undefined
          ? null
          : {
              id: `lieu-${store.replace(/\P{L}/gu, '')}`,
              name: store,
              urlFormattedName: store.replace(/\P{L}/gu, ''),
            },
    };
  });
  return [{ path, bytes: utf8(JSON.stringify(reviews, null, 1)), rows }];
}
