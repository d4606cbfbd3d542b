/** Where shipped heads learn from, and under which terms. `none`: the source states no licence. */
export interface Source {
  readonly name: string;
  /** Path under the folder of labelled sets. */
  readonly path: string;
  readonly licence: string;
  readonly stated: boolean;
}

export const SOURCES = {
  umsabFr: { name: 'UMSAB French', path: 'umsab/french', licence: 'Apache-2.0', stated: true },
  umsabEn: { name: 'UMSAB English', path: 'umsab/english', licence: 'Apache-2.0', stated: true },
  offensive: {
    name: 'TweetEval offensive',
    path: 'tweeteval/offensive',
    licence: 'as its repository',
    stated: true,
  },
  hate: { name: 'TweetEval hate', path: 'tweeteval/hate', licence: 'as its repository', stated: true },
  emotion: {
    name: 'TweetEval emotion',
    path: 'tweeteval/emotion',
    licence: 'as its repository',
    stated: true,
  },
  irony: { name: 'TweetEval irony', path: 'tweeteval/irony', licence: 'as its repository', stated: true },
  mlma: { name: 'MLMA French', path: 'mlma/fr_dataset.csv', licence: 'MIT', stated: true },
  restaurants: {
    name: 'FT restaurants',
    path: 'ftdataset_fr_restaurants',
    licence: 'none stated',
    stated: false,
  },
  trustpilot: {
    name: 'Trustpilot French food',
    path: 'trustpilot_fr_food',
    licence: 'none stated',
    stated: false,
  },
  cyber: {
    name: 'CyberAgressionAdo v2',
    path: 'cyberagressionado_v2',
    licence: 'none stated',
    stated: false,
  },
  complaints: { name: 'Complaints on Twitter', path: 'complaints', licence: 'none stated', stated: false },
  youtube: { name: 'YouTube Spam Collection', path: 'youtube_spam', licence: 'research use', stated: false },
  headlines: { name: 'MasakhaNEWS French', path: 'masakhanews/fra', licence: 'none stated', stated: false },
  sms: { name: 'SMS Spam Collection', path: 'sms_spam', licence: 'research use', stated: false },
} as const satisfies Readonly<Record<string, Source>>;
export type SourceId = keyof typeof SOURCES;
