/** Subjects that need no case. */
export const BASIC = [
  'volume',
  'tone',
  'drivers',
  'market',
  'care',
  'moderation',
  'contributions',
  'texts',
  'data',
] as const;
