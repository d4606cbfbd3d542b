import type { HandFile, HandMessage } from '../message.js';
import type { Plan } from '../plan.js';
import { iso, local, number, table } from './cells.js';

/** Lines above the header of a Brandwatch table, but for the empty one: each is told as a row that is no message. */
const ABOVE: readonly undefined[] = Array.from({ length: 5 }, () => undefined);

/** Posts of X as three listening tools export them. */
export function listeningFile({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const kind = layout['x'] ?? 0;
  const idOf = (id: string): string => `19${number(id, 'x')}`.padEnd(19, '7');
  const known = new Map(messages.map((one) => [one.id, one]));
  const handle = (one: HandMessage): string => (one.side === 'customer' ? `${one.handle}` : brand.handle);
  const name = (one: HandMessage): string => (one.side === 'customer' ? `${one.name}` : brand.name);
  const url = (one: HandMessage): string => `https://twitter.com/${handle(one)}/status/${idOf(one.id)}`;
  const parentUrl = ({ parent }: HandMessage): string => {
    const above = parent === undefined ? undefined : known.get(parent);
    return above === undefined ? '' : url(above);
  };
  if (kind < 0.4) {
    const header = [
      'url',
      'indexed',
      'published',
      'title_snippet',
      'content_snippet',
      'content',
      'host_url',
      'parent_url',
      'lang',
      'sentiment',
      'source_type',
      'post_type',
      'tags_internal',
      'matched_profile',
      'extra_author_attributes.id',
      'extra_author_attributes.name',
      'extra_author_attributes.short_name',
      'engagement',
      'reach',
    ];
    const rows = messages.map((one) => {
      const { y, m, d, h, min, s } = local(one.at);
      const day = `${d}/${m}/${y.slice(2)} ${h}:${min}:${s}`;
      const tags =
        one.purpose === 'reshare' ? 'isComment,isRepost' : one.parent === undefined ? '' : 'isComment';
      return [
        url(one),
        day,
        day,
        '',
        one.text,
        one.text,
        'http://twitter.com/',
        parentUrl(one),
        'fr',
        0,
        'SOCIALMEDIA,SOCIALMEDIA_TWITTER',
        'TEXT',
        tags,
        `SEARCH /  / ${brand.name}`,
        `tw:${number(handle(one))}`,
        name(one),
        handle(one),
        0,
        120,
      ];
    });
    return { path: 'public/talkwalker.csv', text: table([header, ...rows], ';'), messages };
  }
  if (kind < 0.7) {
    const header = [
      'Query Id',
      'Query Name',
      'Date',
      'Title',
      'Url',
      'Domain',
      'Sentiment',
      'Page Type',
      'Language',
      'Country Code',
      'Author',
      'Full Name',
      'Full Text',
      'Impressions',
      'Resource Id',
      'Thread Entry Type',
      'X Author ID',
      'X Reply to',
      'X Repost of',
      'X Reposts',
      'X Likes',
      'Mention Id',
    ];
    const rows = messages.map((one) => [
      '20011',
      brand.name,
      iso(one.at).replace('T', ' ').replace('Z', '.0'),
      one.text.slice(0, 60),
      url(one),
      'twitter.com',
      'neutral',
      'twitter',
      'fr',
      'FR',
      handle(one),
      name(one),
      one.text,
      150,
      number(one.id, 'r'),
      one.purpose === 'reshare' ? 'share' : one.parent === undefined ? 'post' : 'reply',
      number(handle(one)),
      one.purpose === 'reshare' ? '' : parentUrl(one),
      one.purpose === 'reshare' ? parentUrl(one) : '',
      0,
      1,
      number(one.id, 'm'),
    ]);
    const preamble = [
      ['Report:', 'Bulk Mentions Download'],
      ['Brand:', brand.name],
      ['From:', 'x'],
      ['To:', 'y'],
      ['Label:', ''],
      [''],
    ];
    return {
      path: 'public/brandwatch.csv',
      text: `\uFEFF${table([...preamble, header, ...rows], ',')}`,
      messages: [...ABOVE, ...messages],
    };
  }
  const header = [
    'Date',
    'Heure',
    'Réseau',
    'Auteur',
    'Pseudo',
    'Texte',
    'URL',
    'En réponse à',
    'Tonalité',
    'Portée',
  ];
  const rows = messages.map((one) => {
    const { y, m, d, h, min } = local(one.at);
    return [
      `${d}/${m}/${y}`,
      `${h}:${min}`,
      'Twitter',
      name(one),
      `@${handle(one)}`,
      one.text,
      url(one),
      one.purpose === 'reshare' ? '' : parentUrl(one),
      'neutre',
      90,
    ];
  });
  return { path: 'public/veille-x.csv', text: `\uFEFF${table([header, ...rows], ';')}`, messages };
}

/** Articles: a press review, or a list of stories. */
export function pressFile({ layout }: Plan, messages: readonly HandMessage[]): HandFile {
  const site = ({ name }: HandMessage): string =>
    `${name}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '');
  const url = (one: HandMessage): string => `https://${site(one)}.example/articles/${number(one.id)}`;
  const day = (at: number): [string, string, string] => {
    const { y, m, d } = local(at);
    return [y, m, d];
  };
  if ((layout['press'] ?? 0) < 0.6) {
    const rows = messages.map((one) => [
      day(one.at).toReversed().join('/'),
      one.name,
      one.title,
      one.text,
      url(one),
      'Rédaction',
    ]);
    return {
      path: 'presse/revue-de-presse.csv',
      text: `\uFEFF${table([['Date', 'Média', 'Titre', 'Extrait', 'URL', 'Journaliste'], ...rows], ';')}`,
      messages,
    };
  }
  const rows = messages.map((one) => [
    number(one.id),
    `${day(one.at).join('-')} ${local(one.at).h}:${local(one.at).min}:00`,
    `${one.title}`,
    url(one),
    'fr',
    'False',
    '',
    number(site(one)),
    one.name,
    `https://${site(one)}.example`,
  ]);
  return {
    path: 'presse/stories.csv',
    text: table(
      [
        [
          'stories_id',
          'publish_date',
          'title',
          'url',
          'language',
          'ap_syndicated',
          'themes',
          'media_id',
          'media_name',
          'media_url',
        ],
        ...rows,
      ],
      ',',
    ),
    messages,
  };
}
