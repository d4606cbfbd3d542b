/** Samples whose right count is another than that of the index, with the reason. */
export const EXCEPTIONS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'crowdtangle/fb-post-history.csv': { count: 0, why: 'decoy: the index counts the rows of a time series' },
  'crowdtangle/list-pages.csv': { count: 0, why: 'decoy: the index counts the rows of a list to upload' },
  'twitter-archive/tweet-headers.js': { count: 0, why: 'decoy: the index counts headers without text' },
  'google-play/play-console_reviews_202511_utf8.csv': {
    count: 4,
    why: '3 reviews and 1 reply of the developer',
  },
  'trustpilot/keytrade-be_next-data-reviews.json': {
    count: 497,
    why: '300 reviews and 197 replies of the company',
  },
  'app-store/app-store-connect_customerReviews.json': {
    count: 3,
    why: '2 reviews and 1 reply of the developer',
  },
  'youtube-api/commentThreads_response.json': { count: 13, why: '12 threads, one of them with 1 reply' },
  'youtube-api/commentThreads_pages_a.json': { count: 5, why: '4 threads, one of them with 1 reply' },
  'facebook-graph/granary_post_with_comments.json': {
    count: 3,
    why: 'the index counts the post; it holds 2 comments',
  },
  'reddit/submission_comments.json': { count: 477, why: '476 comments and the submission they are about' },
  'reddit/info_mixed_removed_deleted.json': {
    count: 64,
    why: 'the index counts the 33 comments; the listing holds 31 submissions too, and 34 subreddits that are no messages',
  },
  'mbox/mmp_mailarc-1-dos.txt.mbox': {
    count: 16,
    why: 'the index counts "From " lines after an empty line; one mail follows the one before it without',
  },
  'mbox/mmp_separators1.sep.mbox': {
    count: 5,
    why: 'the index counts the 4 mails of the box; one has another attached, a message with text of its own',
  },
};
