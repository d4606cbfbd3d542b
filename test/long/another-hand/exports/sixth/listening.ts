import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { french, iso, local, number, table } from '../cells.js';
import { workbook } from '../fourth/workbook.js';

const handle = ({ brand }: Plan, one: HandMessage): string =>
  one.side === 'customer' ? `${one.handle}` : brand.handle;
const name = ({ brand }: Plan, one: HandMessage): string =>
  one.side === 'customer' ? `${one.name}` : brand.name;
const link = (plan: Plan, one: HandMessage): string =>
  `https://twitter.com/${handle(plan, one)}/status/19${number(one.id, 'x').padEnd(17, '1')}`;

/** Posts of X as two French tools of listening list them. */
export function watched(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const known = new Map(messages.map((one) => [one.id, one]));
  const parentOf = ({ parent }: HandMessage): HandMessage | undefined =>
    parent === undefined ? undefined : known.get(parent);
  if ((plan.layout['x'] ?? 0) < 0.5) {
    const rows = messages.map((one) => {
      const { y, m, d, h, min, s } = local(one.at),
        above = parentOf(one);
      return [
        `${d}/${m}/${y}`,
        `${h}:${min}:${s}`,
        name(plan, one),
        `@${handle(plan, one)}`,
        250,
        one.text,
        one.purpose === 'reshare' ? 'Retweet' : above === undefined ? 'Tweet' : 'Réponse',
        link(plan, one),
        above === undefined || one.purpose === 'reshare' ? '' : link(plan, above),
        'fr',
        'France',
      ];
    });
    const header =
      "Date;Heure;Nom;Compte;Nombre d'abonnés;Texte;Type de publication;URL;URL du tweet d'origine;Langue;Pays".split(
        ';',
      );
    return [{ path: 'veille/export_tweets.csv', text: `\uFEFF${table([header, ...rows], ';')}`, messages }];
  }
  const own = messages.filter(({ purpose }) => purpose !== 'reshare');
  const rows = own.map((one) => {
    const above = parentOf(one);
    return [
      one.text.slice(0, 70),
      one.text,
      french(one.at),
      'twitter.com',
      'Réseaux sociaux',
      `${name(plan, one)} (@${handle(plan, one)})`,
      link(plan, one),
      above === undefined ? '' : link(plan, above),
      'Français',
      'France',
      'Neutre',
      '1 250',
    ];
  });
  const header = [
    'Titre',
    'Détail',
    'Date de publication',
    'Source',
    'Type de média',
    'Auteur',
    'URL',
    'URL du parent',
    'Langue',
    'Pays',
    'Tonalité',
    'Audience',
  ];
  return [
    {
      path: 'veille/Mentions.xlsx',
      text: workbook([{ name: 'Mentions', rows: [header, ...rows] }]),
      messages: own,
    },
  ];
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Articles: a press review’s table, or the feed of an alert. */
export function press(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const site = (one: HandMessage): string =>
    `${one.name}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '');
  const url = (one: HandMessage): string => `https://www.${site(one)}.example/article/${number(one.id)}`;
  if ((plan.layout['press'] ?? 0) < 0.5) {
    const rows = messages.map((one) => {
      const { y, m, d } = local(one.at);
      return [
        `${d}/${m}/${y}`,
        one.name,
        'Presse régionale',
        'Quotidien',
        one.title,
        'La rédaction',
        one.text,
        'p. 7',
        '38 000',
        url(one),
      ];
    });
    const header =
      'Date de parution;Source;Famille de média;Périodicité;Titre de l’article;Signature;Texte de l’article;Page;OJD;Lien'.split(
        ';',
      );
    return [{ path: 'presse/Panorama.csv', text: `\uFEFF${table([header, ...rows], ';')}`, messages }];
  }
  const entries = messages.map(
    (one) => `<entry>
<id>tag:google.com,2013:googlealerts/feed:${number(one.id)}</id>
<title type="html">${xml(`${one.title}`)}</title>
<link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=${encodeURIComponent(url(one))}&amp;ct=ga"></link>
<published>${iso(one.at)}</published>
<updated>${iso(one.at)}</updated>
<content type="html">${xml(one.text)}</content>
<author><name>${xml(`${one.name}`)}</name></author>
</entry>`,
  );
  return [
    {
      path: 'presse/alerte.xml',
      text: `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:idx="urn:atom-extension:indexing">\n<id>tag:google.com,2005:reader/user/1/state/com.google/alerts/2</id>\n<title>Google Alert - ${xml(plan.brand.name)}</title>\n<link href="https://www.google.com/alerts/feeds/1/2" rel="self"></link>\n<updated>${iso(plan.end)}</updated>\n${entries.join('\n')}\n</feed>\n`,
      messages,
    },
  ];
}
