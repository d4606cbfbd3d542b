import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { loadHeads } from '../../../src/enrich/heads/model-files.js';
import { ClauseReading } from '../../../src/enrich/tone/clause-reading.js';
import { deniesTrouble } from '../../../src/enrich/tone/denied-trouble.js';
import { emojiAlone } from '../../../src/enrich/tone/emoji-alone.js';
import { asksInBlame } from '../../../src/enrich/tone/blaming-questions.js';
import { ownWords } from '../../../src/enrich/tone/own-words.js';
import { favourOf } from '../../../src/enrich/tone/plain-speech.js';
import { saidOutright } from '../../../src/enrich/tone/said-outright.js';
import { toldStars } from '../../../src/enrich/tone/told-stars.js';
import { parseTsv } from '../../../src/enrich/words/data-file.js';
import type { Genre } from '../../../src/model/index.js';

/** Tones right, complaints told and right ones among them that a set must reach: what ships gets. A guard, not a measure of quality. */
const FLOORS: Readonly<Record<string, { tone: number; told: number; right: number }>> = {
  first: { tone: 225, told: 83, right: 65 },
  second: { tone: 70, told: 31, right: 24 },
};

const cases = parseTsv(
  readFileSync(fileURLToPath(new URL('plain-speech-cases.tsv', import.meta.url)), 'utf8'),
  6,
  'plain-speech-cases.tsv',
).map(([set = '', kind = '', genre = '', tones = '', complains = '', text = '']) => ({
  set,
  kind,
  genre: genre as Genre,
  tones: tones === '-' ? null : tones.split(','),
  complains: complains === 'yes',
  text,
}));

describe('what words alone misread', () => {
  let read: { sentiment: readonly (string | null)[]; complaint: readonly (number | null)[] };

  beforeAll(async () => {
    const enricher = await createEnricher();
    const out = enricher.enrich({
      length: cases.length,
      text: cases.map(({ text }) => text),
      title: cases.map(() => null),
      genre: cases.map(({ genre }) => genre),
      givenLanguage: cases.map(() => null),
      direction: cases.map(({ genre }) => (genre === 'private' ? 'inbound' : null)),
    });
    read = { sentiment: out.sentiment, complaint: out.complaintProbability };
  });

  it.each(Object.keys(FLOORS))('is read as a person reads it often enough: %s set', (set) => {
    const kinds = new Map<string, { n: number; right: number }>();
    const sum = { n: 0, tone: 0, told: 0, right: 0, complain: 0 };
    cases.forEach((one, i) => {
      if (one.set !== set) return;
      const told = (read.complaint[i] ?? 0) >= 0.5;
      if (told) sum.told++;
      if (one.complains) sum.complain++;
      if (told && one.complains) sum.right++;
      if (one.tones === null) return;
      const kind = kinds.get(one.kind) ?? { n: 0, right: 0 };
      kinds.set(one.kind, kind);
      kind.n++;
      sum.n++;
      if (!one.tones.includes(read.sentiment[i] ?? '')) return;
      kind.right++;
      sum.tone++;
    });
    const byKind = [...kinds].map(([kind, { n, right }]) => `${kind} ${right} of ${n}`).join(', ');
    console.log(
      `${set} set: tone ${sum.tone} of ${sum.n} (${byKind}); complaints ${sum.right} right of ${sum.told} told, of ${sum.complain}`,
    );
    const floor = FLOORS[set];
    expect(sum.tone).toBeGreaterThanOrEqual(floor?.tone ?? Infinity);
    expect(sum.right).toBeGreaterThanOrEqual(floor?.right ?? Infinity);
    expect(sum.told - sum.right).toBeLessThanOrEqual((floor?.told ?? 0) - (floor?.right ?? 0));
  });
});

describe('what surely complains in public', () => {
  const silent = { tone: 0, odds: 1 } as const;

  it('blames, unless its words or a turn say so already', () =>
    expect([
      favourOf(silent, 'comment', 0.9, 0.2),
      favourOf(silent, 'comment', 0.9, 0.7),
      favourOf(silent, 'comment', 0.7, 0.2),
      favourOf(silent, 'private', 0.9, 0.2),
      favourOf({ ...silent, tone: 1 }, 'tweet', 0.9, 0.2),
      favourOf({ ...silent, tone: null }, 'tweet', 0.9, 0.2),
    ]).toEqual([-1, 0, 0, 0, 1, null]));
});

describe('turns of phrase', () => {
  const features = createFeatures(),
    heads = loadHeads();
  const headOf = (name: string) => heads.get(name) as NonNullable<ReturnType<typeof heads.get>>;
  const clauses = new ClauseReading(features, headOf('sentiment-review'), headOf('complaint'));

  it.each([
    'Aucune panne en six ans, même l’hiver',
    'Pas une seule rayure à l’arrivée',
    'Zéro attente et du bon pain',
    'Je redoutais une galère pour le retour, tout a été parfait',
    'I expected the worst and it was lovely',
    'Je craignais un vin aigre : doux comme un agneau nouveau-né, parfait',
    'C’est une honte de vendre des tartes aussi bonnes',
    'Never had a single leak in ten years',
  ])('praises by a trouble that never came: %s', (text) => {
    features.read(text);
    clauses.read();
    expect(deniesTrouble(features, clauses)).toBe(true);
  });

  it.each([
    'Aucune réponse en six ans, même l’hiver',
    'Pas un seul remboursement à l’arrivée',
    'Zéro souci à la caisse, zéro geste au guichet',
    'Je redoutais une galère pour le retour, j’avais raison',
    'Je craignais la casse et tout était cassé',
    'I was afraid of a leak and it leaked at once, never again',
    'C’est une honte de vendre des tartes aussi sèches',
    'C’est une honte d’arrêter un aussi bon produit',
    'Aucun souci, je vous envoie la photo',
    'Le thé n’a plus aucune odeur',
    'Aucune erreur ? Vraiment ?',
    'Aucune honte, ces gens',
    'We feared a leak and it did.',
  ])('denies what is wanted, met what it feared, or only agrees: %s', (text) => {
    features.read(text);
    clauses.read();
    expect(deniesTrouble(features, clauses)).toBe(false);
  });

  it('emoji alone speak where the lexicon knows them', () =>
    expect(
      ['😍👍', '🤮!', '👀', '😍😡', '😂', 'ok 👍'].map((text) => {
        features.read(text);
        return emojiAlone(features);
      }),
    ).toEqual([1, -1, 0, null, null, null]));

  it('a mark is no date, page or rank of a restaurant', () =>
    expect(
      [
        'Rendez-vous le 10/10',
        'Page 2/5 du catalogue',
        'Un 3 étoiles Michelin',
        'Je mets 2/5',
        '9,5 / 10',
      ].map(toldStars),
    ).toEqual([null, null, null, 2, 4.75]));

  it('several are worth it or not, as one is', () =>
    expect(
      [
        'Les caves valent le détour',
        'Ces gâteaux ne valent pas le prix',
        'Le gâteau ne vaut pas un clou',
      ].map(saidOutright),
    ).toEqual([1, -1, -1]));

  it('a mark above the highest blames nobody, and a wish neither', () =>
    expect(
      [
        'J’aurais mis six étoiles si c’était possible',
        'It would be great if you sold them in Leeds',
        'Ça pourrait être parfait si la caisse ouvrait',
        'Loin d’être mauvais',
      ].map(saidOutright),
    ).toEqual([0, 0, -1, 1]));

  it('what the firm said stays, a quotation of one or two words too', () =>
    expect(
      [
        'J’ai lu sur un forum « ne plus jamais y aller », est-ce ouvert le lundi ?',
        'Votre vendeur m’a dit « ce n’est pas mon problème ».',
        'Ma voisine trouve ça « pas mal », moi non.',
      ].map((text) => ownWords(text) === text),
    ).toEqual([false, true, true]));

  it('a long text whose quotation never ends is read in no time', () => {
    const text = `J’ai lu sur un forum "${'encore un mot '.repeat(4000)}`,
      began = process.cpuUsage().user;
    expect(ownWords(text)).toBe(text);
    expect(process.cpuUsage(undefined).user - began).toBeLessThan(2e6);
  });

  it('asks in order to blame, or in order to know', () =>
    expect(
      ['À quoi sert votre numéro si personne ne décroche ?', 'À quoi sert le levain ?'].map(asksInBlame),
    ).toEqual([true, false]));

  it.each([
    'How much is it for a dozen?',
    'How difficult is it to cook?',
    'Has anyone tried the home delivery?',
    'Anyone actually tried the new yogurt?',
    'Can anyone read the date on the lid?',
    'Allez-vous livrer à Brest ?',
    'Combien de fois faut-il remuer la pâte ?',
    'How many times do I need to stir it?',
    'Quelqu’un travaille le dimanche chez vous ?',
    'Quelqu’un a pu avoir des places pour la visite ?',
  ])('a question that wants its answer blames nobody: %s', (text) => {
    expect(asksInBlame(text)).toBe(false);
  });

  it.each([
    'Combien de fois faut-il vous appeler ?',
    'How many times do I have to ask you?',
    'Does anyone even read these messages?',
    'Allez-vous enfin me livrer ?',
    'Is it too much to ask for a reply?',
  ])('one that wants none does: %s', (text) => {
    expect(asksInBlame(text)).toBe(true);
  });

  it.each([
    'Le couvercle a tendance à tomber',
    'Le bouchon commence à tomber',
    'Goût fort de café, onctueux',
    'C’est le bouquet garni qui change tout',
    'Il n’y a pas photo du produit sur le site',
    'Est-ce que ça vaut le détour ?',
  ])('what only looks like an idiom says nothing: %s', (text) => {
    expect(saidOutright(text)).toBe(0);
  });
});
