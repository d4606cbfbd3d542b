import type { Genre } from './index.js';

/** Platforms of short posts to everybody, where passing one on is a post of its own. */
export const MICROBLOGS: readonly string[] = ['x', 'twitter', 'mastodon', 'bluesky'];

/** The kind of writing of a message. */
export function genreOf(stage: string, kind: string, platform: string): Genre {
  if (stage === 'private') return 'private';
  if (stage === 'press') return 'press';
  if (kind === 'review') return 'review';
  return MICROBLOGS.includes(platform) ? 'tweet' : 'comment';
}
