import type { Genre } from './index.js';

/** The kind of writing of a message. */
export function genreOf(stage: string, kind: string, platform: string): Genre {
  if (stage === 'private') return 'private';
  if (stage === 'press') return 'press';
  if (kind === 'review') return 'review';
  return platform === 'x' || platform === 'twitter' || platform === 'mastodon' || platform === 'bluesky'
    ? 'tweet'
    : 'comment';
}
