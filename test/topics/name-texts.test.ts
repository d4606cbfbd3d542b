import { beforeAll, describe, expect, it } from 'vitest';
import { nameTexts } from '../../src/topics/name-texts.js';
import { loadPhraseTest, type PhraseTest } from '../../src/topics/noun-phrase.js';
import { PhraseIndex } from '../../src/topics/phrase-index.js';
import { loadStopWords } from '../../src/util/stop-words.js';
import { plantedTexts } from './planted-texts.js';

let isPhrase: PhraseTest;
beforeAll(async () => {
  isPhrase = loadPhraseTest();
});
/** The name of some texts among four hundred others. */
const nameOf = (
  texts: readonly string[],
  options: { readonly headlines?: readonly string[]; readonly without?: readonly string[] } = {},
): string | undefined =>
  nameTexts(texts, {
    isPhrase,
    background: new PhraseIndex([...plantedTexts(400, 4).map(({ text }) => text), ...texts], loadStopWords()),
    ...options,
  });

const burst = [
  'Le couvercle fendu du bocal a tout fait couler dans mon sac',
  'Encore un couvercle fendu, le troisième ce mois-ci',
  'Couvercle fendu à l’ouverture, vous faites quoi ?',
  'J’ai aussi eu un couvercle fendu, remboursez',
  'Qui d’autre a reçu un couvercle fendu ?',
];

describe('nameTexts', () => {
  it('names a burst by the noun phrase of its own texts, whatever their order', () => {
    expect(nameOf(burst)).toBe('couvercle fendu');
    expect(nameOf(burst.toReversed())).toBe('couvercle fendu');
  });

  it('names nothing where no phrase stands in three texts', () => {
    expect(nameOf(burst.slice(0, 2))).toBeUndefined();
    expect(nameOf([])).toBeUndefined();
  });

  it('names nothing by a time, in the plural either', () => {
    const waits = ['Des semaines', 'Il faut des semaines', 'Des semaines, vraiment', 'Encore des semaines'];
    expect(nameOf(waits.map((text) => `${text} pour rien`))).toBeUndefined();
    expect(nameOf(waits.map((text) => `${text} pour une bobine`))).toBe('bobine');
  });

  it('prefers what headlines print too, and leaves the brand out', () => {
    const texts = [
      'Le bocal Ortelan a explosé, éclats de verre partout dans la cuisine',
      'Des éclats de verre dans un bocal Ortelan, à la caisse on me rit au nez',
      'Ortelan : des éclats de verre, et le vigile de la caisse qui s’en moque',
      'Un bocal Ortelan plein d’éclats de verre',
      'Encore le bocal Ortelan',
      'Le bocal Ortelan, plus jamais',
    ];
    expect(nameOf(texts, { without: ['Ortelan'] })).not.toMatch(/ortelan/i);
    expect(
      nameOf(texts, { headlines: ['Ortelan : des éclats de verre signalés'], without: ['Ortelan'] }),
    ).toBe('éclats de verre');
  });
});

describe('what a name is', () => {
  it('ends at no participle whose complement follows', () => {
    const texts = [
      'Les caisses destinées aux associations traînent devant la porte',
      'Toujours des caisses destinées à être jetées',
      'Mon voisin a vu des caisses destinées au tri',
      'Qui vide les caisses destinées à la benne ?',
    ];
    expect(nameOf(texts)).toBe('caisses');
  });

  it('holds no judgement before its noun', () => {
    const texts = [
      'Une mauvaise passerelle grince',
      'La mauvaise passerelle',
      'Encore une mauvaise passerelle au coin',
      'L’passerelle est une mauvaise passerelle',
      'On ne voit que cette passerelle',
      'Et l’passerelle grince',
    ];
    expect(nameOf(texts)).toBe('passerelle');
  });

  /** Each text with something of its own around the same phrase. */
  const around = (...phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) =>
      ['On en parle au bureau', 'Franchement pénible', 'Ma tante confirme', 'Deux avis pareils'].map(
        (start, at) => `${start} ${at + 1} : ${phrase}`,
      ),
    );

  it('keeps the words as customers write them, with accents, small words and the capital of names', () => {
    expect(nameOf(around('c’est le gâteau à l’ananas qui colle'))).toBe('gâteau à l’ananas');
    expect(nameOf(around('les bocaux Ortelan sont là', 'j’ai vu les bocaux Ortelan chez Ortelan'))).toBe(
      'bocaux Ortelan',
    );
  });

  it('is whole: no part that one longer noun phrase holds nearly everywhere, no adjective of the noun behind it', () => {
    expect(nameOf(around('le mode d’emploi du pochon fendu', 'un mode d’emploi du pochon fendu'))).toBe(
      'mode d’emploi du pochon fendu',
    );
    expect(
      nameOf(around('vends trois bocaux nouvelle louche', 'vends deux bocaux nouvelle louche')),
    ).not.toBe('bocaux nouvelle');
  });

  it('is no verb with its pronoun, no gerund, no noun that belongs to a verb', () => {
    expect(nameOf(around('peut-on le louchir', 'qui va les louchir', 'je vais le louchir'))).not.toMatch(
      /louchir/,
    );
    expect(nameOf(around('une louche en mangeant', 'ma louche en mangeant', 'la louche en mangeant'))).toBe(
      'louche',
    );
    expect(
      nameOf(around('j’avais peur du pochon', 'on a peur du pochon', 'j’ai peur du pochon')),
    ).not.toMatch(/peur du/);
  });

  it('has the acronyms of the field in capitals', () => {
    expect(nameOf(around('la dlc du pochon', 'une dlc de pochon', 'cette dlc'))).toMatch(/^DLC/);
  });

  it('brings an attribute to its noun, not where « être » only makes a tense', () => {
    expect(nameOf(around('la louche est passée au four', 'cette louche est passée', 'ma louche'))).toBe(
      'louche',
    );
  });

  it('brings an attribute to its noun, but not one that is denied', () => {
    expect(
      nameOf(around('la louche était vraiment rugueuse', 'cette louche est rugueuse', 'ma louche rugueuse')),
    ).toBe('louche rugueuse');
    expect(nameOf(around('la louche n’est pas rugueuse', 'ma louche n’est plus rugueuse'))).toBe('louche');
  });

  it('keeps prepositions, and two complements of one noun', () => {
    expect(nameOf(around('le code par SMS manque', 'pas de code par SMS', 'un code par SMS'))).toBe(
      'code par SMS',
    );
    expect(nameOf(around('attente en caisse, la honte', 'l’attente en caisse', 'rien que l’attente'))).toBe(
      'attente en caisse',
    );
    expect(nameOf(around('les cabas devant le portail ont disparu', 'mes cabas devant le portail'))).toBe(
      'cabas devant le portail',
    );
    expect(nameOf(around('les bocaux à couvercle de liège fuient', 'des bocaux à couvercle de liège'))).toBe(
      'bocaux à couvercle de liège',
    );
  });

  it('may begin with « bon » where it is a noun', () => {
    expect(
      nameOf(around('les bons de réduction périment', 'vos bons de réduction', 'un bon de réduction')),
    ).toBe('bons de réduction');
  });

  it('is a phrase rather than a word alone that is said everywhere', () => {
    const scattered = Array.from({ length: 40 }, (_, at) => `La louche du tiroir ${at} brille`);
    const texts = [
      ...['Louche', 'La louche', 'Encore la louche', 'Quelle louche', 'Ah, la louche', 'Cette louche'].map(
        (start) => `${start} au manche fendu`,
      ),
      ...['Louche', 'La louche', 'Encore la louche'].map((start) => `${start}, le vendredi du tri`),
    ];
    expect(
      nameTexts(texts, { isPhrase, background: new PhraseIndex([...scattered, ...texts], loadStopWords()) }),
    ).toBe('louche au manche fendu');
  });

  it('is one for a singular and its plural', () => {
    const [first] = [
      nameOf(around('la vitre cassée gêne', 'des vitres cassées partout', 'les vitres cassées')),
    ];
    expect(first).toBe('vitres cassées');
  });

  it.each([
    ['a person', 'merci à Maëlle', 'bravo Maëlle', 'je remercie Maëlle pour son sourire'],
    ['a first name in lower case', 'merci maelle', 'maelle assure', 'avec maelle on rit'],
    ['a day and a place', 'Paris vendredi vers 18h', 'Paris vendredi vers midi'],
    ['a host', 'voir www.ortelan-gagne.example', 'cliquez sur ortelan-gagne.example/bons'],
    ['a handle or an address', 'vu avec @ortelan_sav', 'écrit à sav@ortelan.example'],
    ['a number or a quantity', 'cinq cents euros', 'une douzaine de 12'],
    ['a greeting', 'bonjour à tous et bon courage', 'bonne journée, merci beaucoup'],
    ['a participle and what follows', 'encombrées de', 'livrée entre'],
  ])('is never %s', (_, ...phrases) => {
    expect(nameOf(around(...phrases)) ?? '').not.toMatch(
      /ma[eë]lle|paris|vendredi|ortelan|example|cinq|douzaine|courage|journée|encombr|livr|entre/i,
    );
  });

  it('is never somebody of the writer’s alone, nor a judgement', () => {
    expect(nameOf(around('mon fils adore', 'le fils a goûté', 'mon fils')) ?? '').not.toMatch(/fils/);
    const blind = ['mon père malvoyant', 'pour mon père malvoyant', 'mon père malvoyant aussi'];
    expect(nameOf(around(...blind)) ?? '').not.toMatch(/père|malvoyant/);
    expect(nameOf(around('la fête des mères', 'fête des mères', 'une fête des mères'))).toBe(
      'fête des mères',
    );
    expect(nameOf(around('it is the best', 'one of the best ever', 'the best')) ?? '').not.toMatch(/best/);
    expect(nameOf(around('the best song ever', 'my best song', 'best song'))).toBe('best song');
  });

  it('is not what a thing is offered for', () => {
    const gifts = ['moisissure offerte pour l’achat', 'encore une moisissure offerte pour l’achat'];
    expect(nameOf(around(...gifts, 'moisissure offerte pour l’achat !')) ?? '').not.toMatch(/pour/);
  });

  it('is not shouted', () => {
    expect(
      nameOf(around('la BROUETTE casse', 'ma BROUETTE est là', 'une BROUETTE', 'la BROUETTE grince')),
    ).toBe('Brouette');
  });

  it('may hold a day after a link, begins with a noun, and ends before what is no part of it', () => {
    expect(nameOf(around('les horaires du dimanche changent'))).toBe('horaires du dimanche');
    expect(nameOf(around('derrière le comptoir vitré on attend'))).toBe('comptoir vitré');
  });

  it('may be English', () => {
    expect(nameOf(around('the delivery slot was gone', 'my delivery slot is never kept'))).toBe(
      'delivery slot',
    );
  });
});

it('reads how few texts write their words in those of the corpus', () => {
  const background = new PhraseIndex(['Le Bocal est fendu', 'Le Bocal fuit'], loadStopWords());
  const index = new PhraseIndex(burst, background.stops, background);
  expect(index.use).toBe(background.use);
  expect(index.counts.has('couvercl fendu')).toBe(true);
});
