import type { Word } from './phrase-words.js';

/** Set phrases of opinion and of talk, and those that link, folded and singular: they say how, not what. */
const SET_PHRASES = [
  "coup de pouce|coup de coeur|coup de gueule|coup de main|coup de fil|coup d' oeil|coup de chance|coup de folie|coup de barre",
  'yeux ferme|bouche bee|main vide|abonne absent|petit soin|petit oignon|petit plaisir|petit mot|petit bonheur|petit crochet',
  'mention speciale|prise de tete|foutage de gueule|ras le bol|poudre aux yeux|prunelle des yeux|eau a la bouche',
  'cerise sur le gateau|parcours du combattant|bonne continuation|grande surprise|grand merci|gros bisou',
  "avis aux amateur|avis a tous|retour d' experience|coup de chapeau|carton rouge|point positif|point negatif|bonne nouvelle|mauvaise nouvelle|bonne surprise|mauvaise surprise|signe de vie",
  'pur bonheur|vrai plaisir|vrai regal|vrai bonheur|grand plaisir',
  "en train de|en train d'|en cours de|en cours d'|au lieu de|au lieu d'|a cause de|a cause d'|en raison de|au sein de|en fonction de|au niveau de|par rapport a",
  'cherry on the cake|icing on the cake|waste of time|waste of money|piece of cake|hat off|thumb up|eye closed|peace of mind|long run',
]
  .flatMap((line) => line.split('|'))
  .map((phrase) => phrase.split(' '));
const LONGEST = Math.max(...SET_PHRASES.map(({ length }) => length));
const FIRST = new Set(SET_PHRASES.map(([first]) => first));
const singular = (word = ''): string => word.replace(/(?<=..)s$/, '');

/** Whether words of a clause are in a set phrase, or hold one, in whatever number: « coups de cœur ». */
export function isOfSetPhrase(clause: readonly Word[], from: number, to: number): boolean {
  const says = (at: number, word: string): boolean =>
    clause[at]?.folded === word || singular(clause[at]?.folded) === word;
  const start = Math.max(0, from - LONGEST + 1);
  return clause
    .slice(start, to + 1)
    .some(
      ({ folded }, at) =>
        (FIRST.has(folded) || FIRST.has(singular(folded))) &&
        SET_PHRASES.some(
          (phrase) =>
            start + at + phrase.length > from && phrase.every((word, next) => says(start + at + next, word)),
        ),
    );
}
