/** Languages a report is written in. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both. */
export interface InBoth {
  readonly fr: string;
  readonly en: string;
}
