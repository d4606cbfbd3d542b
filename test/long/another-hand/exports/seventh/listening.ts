import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { iso, local, number, table } from '../cells.js';
import { clock, frenchTable } from './cells.js';

const handle = ({ brand }: Plan, one: HandMessage): string =>
  one.side === 'customer' ? `${one.handle}` : brand.handle;
const name = ({ brand }: Plan, one: HandMessage): string =>
  one.side === 'customer' ? `${one.name}` : brand.name;
const link = (plan: Plan, one: HandMessage): string =>
  `https://twitter.com/${handle(plan, one)}/status/19${number(one.id, 'x').padEnd(17, '2')}`;

/** Posts of X as a suite for listening lists them, times in UTC. */
function listened(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const known = new Map(messages.map((one) => [one.id, one]));
  const rows = messages.map((one) => {
    const above = one.parent === undefined ? undefined : known.get(one.parent);
    return [
      'TWITTER',
      number(one.person?.id ?? 'brand', 'sx'),
      handle(plan, one),
      name(plan, one),
      1200,
      '',
      one.text,
      one.purpose === 'reshare'
        ? 'Twitter Retweet'
        : above === undefined
          ? 'Twitter Update'
          : 'Twitter Reply',
      iso(one.at).replace('T', ' ').replace('Z', ''),
      'French',
      'FR',
      link(plan, one),
      above === undefined || one.purpose === 'reshare' ? '' : link(plan, above),
      'NEUTRAL',
    ];
  });
  const header =
    'SocialNetwork,SenderUserId,SenderScreenName,SenderListedName,SenderFollowersCount,Title,Message,MessageType,CreatedTime,Language,CountryCode,Permalink,InReplyToPermalink,Sentiment'.split(
      ',',
    );
  return { path: 'veille/Listening_Export.csv', text: table([header, ...rows], ','), messages };
}

/** Mentions as a small tool lists them, a day and an hour; reshares are left out. */
function mentions(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const own = messages.filter(({ purpose }) => purpose !== 'reshare'),
    known = new Map(own.map((one) => [one.id, one]));
  const rows = own.map((one) => {
    const { y, m, d, h, min } = local(one.at),
      above = one.parent === undefined ? undefined : known.get(one.parent);
    return [
      `${y}-${m}-${d}`,
      `${h}:${min}`,
      '',
      one.text,
      link(plan, one),
      'twitter.com',
      'X (Twitter)',
      `${name(plan, one)} (@${handle(plan, one)})`,
      0,
      '312',
      above === undefined ? '' : link(plan, above),
    ];
  });
  const header =
    'Date;Hour;Title;Content;URL;Domain;Category;Author;Sentiment;Social media reach;In reply to URL'.split(
      ';',
    );
  return {
    path: 'veille/mentions_export.csv',
    text: `\uFEFF${table([header, ...rows], ';')}`,
    messages: own,
  };
}

export const watched = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['x'] ?? 0) < 0.5 ? listened(plan, messages) : mentions(plan, messages),
];

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

/** Articles as Factiva saves them as text, with its codes. */
function factiva(messages: readonly HandMessage[]): HandFile {
  const articles = messages.map((one) => {
    const { y, m, d, h, min } = local(one.at),
      [lead = '', ...rest] = one.text.split(/(?<=\.) /);
    return [
      `HD  ${one.title}`,
      'BY  La rédaction',
      `WC  ${one.text.split(/\s+/).length} mots`,
      `PD  ${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`,
      `ET  ${h}:${min}`,
      `SN  ${one.name}`,
      'SC  QUOTID',
      'LA  Français',
      `CY  Copyright ${y} ${one.name}`,
      '',
      `LP  ${lead}`,
      '',
      `TD  ${rest.join(' ')}`,
      '',
      'RE  fra : France',
      `AN  Document QUOTID0020${y}${m}${d}${number(one.id, 'fa').slice(0, 8)}`,
      '',
      '',
    ].join('\n');
  });
  return { path: 'presse/Factiva.txt', text: articles.join('\n'), messages };
}

/** Articles in the table of a press officer. */
function cuttings(messages: readonly HandMessage[]): HandFile {
  const rows = messages.map((one) => [
    clock(one.at),
    one.name,
    'Presse écrite',
    one.title,
    one.text,
    '12 400,5',
    number(one.id, 'cut'),
  ]);
  const header = [
    'Parution',
    'Support',
    'Type de média',
    'Titre',
    'Article',
    'Équivalent publicitaire (€)',
    'Réf.',
  ];
  return { path: 'presse/Retombées.csv', text: frenchTable([header, ...rows]), messages };
}

export const press = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['press'] ?? 0) < 0.5 ? factiva(messages) : cuttings(messages),
];
