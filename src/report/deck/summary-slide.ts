import { NBSP } from '../../util/french.js';
import { headingsOf } from '../story/headlines.js';
import type { Figure, Story } from '../story/story.js';
import { titledSlide, type Desk } from './desk.js';

/** What the summary says that no finding does: which key figures moved, and how many actions follow. */
function summaryTitle({ tiles, actions, happened, overflows }: Story, words: Desk['words']): string {
  const compared = tiles.filter(({ moved }) => moved !== undefined);
  const clear = compared.filter(({ moved }) => moved === true);
  const [names, one] = [
    words.list(clear.map(({ label }) => words.say(`« ${label} »`, `“${label}”`))),
    clear.length === 1,
  ];
  const rest = clear.length < compared.length;
  const findings = happened.length + overflows.length;
  const parts = [
    clear.length > 0
      ? words.say(
          `${names} ${one ? 'a' : 'ont'} bougé en un trimestre${rest ? ', les autres chiffres clés sans écart significatif' : ''}`,
          `${names} moved in a quarter${rest ? ', no significant difference in the other key figures' : ''}`,
        )
      : compared.length > 0
        ? words.say(
            'Aucun chiffre clé n’a bougé en un trimestre au-delà de l’incertitude',
            'No key figure moved in a quarter beyond uncertainty',
          )
        : tiles.length > 0
          ? words.say(
              'Un état des lieux, sans comparaison avec le trimestre précédent',
              'Where things stand, not compared with the quarter before',
            )
          : findings > 0
            ? words.count(findings, ['constat', 'constats'], ['finding', 'findings'])
            : words.say('Trop peu de données pour conclure', 'Too little data to conclude'),
    actions.length === 0
      ? ''
      : words.count(
          actions.length,
          ['action prioritaire', 'actions prioritaires'],
          ['priority action', 'priority actions'],
        ),
  ];
  return parts.filter((part) => part !== '').join(words.say(' ; ', '; '));
}

/** « de 4,2 % à 19,2 % ; n = 526 »: what n counts is in the annex and in the notes. */
function surenessOf({ low, high, style, n }: Figure, words: Desk['words']): string {
  const counted = `n${NBSP}=${NBSP}${words.number(n)}`;
  return low === null || high === null
    ? counted
    : words.say(
        `${words.interval(low, high, style)} ; ${counted}`,
        `${words.interval(low, high, style)}; ${counted}`,
      );
}

/** Depth 1 on a slide: which key figures moved as its title, tiles, then what to do, what happened and what overflows. */
export function summarySlide(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  const slide = titledSlide(desk, summaryTitle(story, words), [
    ...[...story.happened, ...story.overflows, ...story.actions].map(({ text }) => text),
    ...story.tiles.map(({ label, value, detail }) =>
      words.say(`${label} : ${value} (${detail})`, `${label}: ${value} (${detail})`),
    ),
  ]);
  const cell = (text: string, options: object): { text: string; options: object } => ({
    text,
    options: { fontFace: theme.bodyFont, color: theme.ink, ...options },
  });
  if (story.tiles.length > 0)
    slide.addTable(
      [
        story.tiles.map(({ label }) => cell(label, { fontSize: 15, color: theme.soft })),
        story.tiles.map(({ value }) => cell(value, { fontSize: 34, bold: true, color: theme.accent })),
        story.tiles.map(({ figure }) => cell(surenessOf(figure, words), { fontSize: 12, color: theme.ink })),
        story.tiles.map(({ change, sector }) =>
          cell([change, sector].filter((text) => text !== '').join(words.say(' ; ', '; ')), {
            fontSize: 12,
            color: theme.soft,
          }),
        ),
      ],
      {
        x: 0.5,
        y: 1.4,
        w: 12.3,
        border: { type: 'none' },
        objectName: words.say('Chiffres clés', 'Key figures'),
      },
    );
  const heads = headingsOf(words);
  const told = [
    { head: heads.actions, texts: story.actions.map(({ text }) => text), bold: true },
    { head: heads.happened, texts: story.happened.map(({ text }) => text), bold: false },
    { head: heads.overflows, texts: story.overflows.map(({ text }) => text), bold: false },
  ].filter(({ texts }) => texts.length > 0);
  if (told.length === 0) return;
  slide.addTable(
    [
      told.map(({ head }) => cell(head, { fontSize: 15, bold: true, color: theme.accent })),
      told.map(({ texts, bold }) => ({
        text: texts.map((text) => ({ text, options: { bullet: true, breakLine: true, paraSpaceAfter: 6 } })),
        options: { fontFace: theme.bodyFont, color: theme.ink, fontSize: 14, bold, valign: 'top' },
      })),
    ] as never,
    {
      x: 0.5,
      y: story.tiles.length > 0 ? 3.8 : 1.5,
      w: 12.3,
      border: { type: 'none' },
      objectName: words.say('En bref', 'In short'),
    },
  );
}
