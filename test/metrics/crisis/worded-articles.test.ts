import { expect, it } from 'vitest';
import type { CriticalMessage, ReportingArticle } from '../../../src/metrics/crisis/public-movement.js';
import type { Movement } from '../../../src/metrics/crisis/reporting-articles.js';
import { withWordedArticles } from '../../../src/metrics/crisis/worded-articles.js';
import { contentWords } from '../../../src/util/content-words.js';

const DAY = 86_400_000;
const SAID = [
  'le vigile m’a fouillée devant tout Lorient',
  'fouille humiliante à Lorient',
  'ce vigile hurle, quelle tarte aux pommes',
];
const CALM = ['la caisse avance lentement', 'les rayons sont vides', 'une tarte pas mal', 'rien à dire'];
const wordsOf = (texts: readonly string[], n: number): ReadonlySet<string>[] =>
  Array.from({ length: n }, (_, at) => contentWords(texts[at % texts.length] as string));

const article = (title: string, more: Partial<ReportingArticle> = {}): ReportingArticle => ({
  messageId: title,
  at: 61 * DAY,
  dayOnly: false,
  brands: ['Brel'],
  drivers: [],
  products: [],
  lead: null,
  leadProducts: [],
  source: 's',
  title,
  sentiment: 'neutral',
  ...more,
});
const movement = (more: Partial<Movement> = {}): Movement => ({
  brand: 'Brel',
  start: 60 * DAY,
  end: 62 * DAY,
  messages: Array.from(
    { length: 60 },
    () => ({ products: ['tarte aux pommes'], places: ['Lorient'] }) as unknown as CriticalMessage,
  ),
  articles: [],
  burst: true,
  ...more,
});
const taken = (articles: readonly ReportingArticle[], one: Movement = movement()): string[] =>
  withWordedArticles([one], articles, () => wordsOf(SAID, 60), wordsOf(CALM, 400)).flatMap((found) =>
    found.articles.map(({ messageId }) => messageId),
  );

it('an article whose title and first sentence are likelier in the words of a movement reports it, one that names its place alone does not', () => {
  expect(
    taken([
      article('Le vigile de Brel à Lorient choque'),
      article('Un vigile filmé', { lead: 'La vidéo vient de Lorient.' }),
      article('Brel ouvre à Lorient'),
      article('Brel embauche trente vendeurs'),
    ]),
  ).toEqual(['Le vigile de Brel à Lorient choque', 'Un vigile filmé']);
});

it('articles under the title of one of a movement, within a week, are the same story; a title of two words is that of a column', () => {
  const told = article('Une cliente de Brel humiliée', { messageId: 'told', drivers: ['staff'] });
  const again = (id: string, more: Partial<ReportingArticle> = {}): ReportingArticle =>
    article('Une cliente de Brel humiliée', { messageId: id, ...more });
  expect(
    taken(
      [
        told,
        again('again'),
        again('later', { at: 68.5 * DAY }),
        again('other', { brands: ['Autre'] }),
        article('Une cliente de Brel médaillée'),
        article('En bref', { messageId: 'column' }),
      ],
      movement({ articles: [told, article('En bref', { messageId: 'bref', drivers: ['staff'] })] }),
    ),
  ).toEqual(['told', 'bref', 'again']);
});

it('so are articles with the first sentence of one of a movement, and those that one of these leads to; what is borne at other times too is that of a column', () => {
  const lead = 'Une cliente raconte sa honte.',
    column = 'Chaque semaine, la rédaction répond.',
    told = article('Honte chez Brel', { messageId: 'told', drivers: ['staff'], lead });
  expect(
    taken(
      [
        article('Brel, deux excuses tardives', { messageId: 'third' }),
        article('Brel, deux excuses tardives', { messageId: 'second', lead }),
        article('Brel mise sur la truite', { messageId: 'column', lead: column }),
        article('Brel mise sur la carpe', { messageId: 'years', at: 9 * DAY, lead: column }),
        told,
      ],
      movement({ articles: [told, article('Rien', { messageId: 'other', lead: column })] }),
    ),
  ).toEqual(['told', 'other', 'second', 'third']);
});

it('nor one of another brand, one that speaks well of it, one before it or weeks later; of one with only a day, its end counts', () => {
  const words = 'Vigile et fouille à Lorient';
  expect(
    taken([
      article(words, { messageId: 'other', brands: ['Autre'] }),
      article(words, { messageId: 'friendly', sentiment: 'positive' }),
      article(words, { messageId: 'before', at: 59.5 * DAY }),
      article(words, { messageId: 'weeks later', at: 80 * DAY }),
      article(words, { messageId: 'day', at: 59.5 * DAY, dayOnly: true }),
    ]),
  ).toEqual(['day']);
});

it('the name of its product is no word of a movement, nor is one that the press says anyway', () => {
  expect(taken([article('La tarte aux pommes de Brel primée')])).toEqual([]);
  const usual = Array.from({ length: 60 }, (_, at) =>
    article(`Le vigile de Lorient, épisode ${at}`, { at: at * DAY * 0.9 }),
  );
  expect(taken([...usual, article('Un vigile de Lorient raconte')])).toEqual([]);
});

it('an article that a subject ties to a movement stays where it is', () => {
  const known = article('Le vigile de Brel à Lorient choque');
  expect(taken([known], movement({ articles: [known] }))).toEqual([known.messageId]);
});
