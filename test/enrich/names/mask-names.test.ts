import { describe, expect, it } from 'vitest';
import { maskNames } from '../../../src/enrich/names/mask-names.js';
import { AT_MOST, growthOf } from '../../growth.js';

/** French sentences of customers without a person's name: capitals, first names that are words, brands, places, formulas. */
const FRENCH_WITHOUT_NAMES = `Bonjour, je n'ai toujours pas reçu mon colis.
Bonjour Madame, Monsieur, je vous écris au sujet de ma commande.
Bonjour à toute l'équipe !
Bonjour Carrefour, vos caisses sont toujours fermées.
Bonjour Lidl, où sont passées les promotions ?
Bonjour Service Client, personne ne répond.
Merci Picard pour ces plats.
Merci Beaucoup !
Merci Encore pour tout
Bravo Danone, encore une hausse.
Cordialement
Cordialement, une cliente de longue date
Cordialement. Le service qualité
Cordialement, Votre Client
Bonne journée Nantes !
Bonne journée. À bientôt
Bien à vous, un habitué
Bonne soirée, Très déçue
J'attends une réponse. Salutations.
Le camembert Président a un goût de savon.
Je prends toujours la confiture Bonne Maman à la fraise.
Le Monsieur Propre citron ne sent plus rien.
La pizza Dr. Oetker est immangeable.
Le Mr Bricolage de Quimper est fermé.
Monsieur le Directeur, je suis scandalisé.
Madame la Présidente, vos magasins sont sales.
Monsieur, votre produit est nul.
Taille M. Livraison rapide, rien à dire.
J'ai pris du M. Très bien coupé.
Les chips au goût Olive sont fades.
Le yaourt saveur Clémentine est trop sucré.
La nouvelle gamme Violette ne me plaît pas.
Le parfum Rose est raté.
Marine ou noir, le sac se déchire.
Olive, thym et romarin : parfait.
Rose et Prune, deux saveurs ratées.
Prune est la seule bonne saveur.
Pierre et sel, ce caramel est dur comme tout.
Paul vend des sandwichs trop chers.
Max 3 jours de livraison, disaient-ils.
Constant retard de livraison depuis mai.
Le Leclerc de Rezé est en rupture.
À Saint-Étienne le drive est en retard.
J'habite à Lyon et rien n'arrive.
Livré à Marseille au lieu de Toulouse.
Je reviens de Bretagne avec du beurre salé.
Le saucisson Justin Bridou est trop gras.
Les compotes Charles et Alice sont bonnes.
Je suis fan de Michel et Augustin.
Le pâté Hénaff reste le meilleur.
Le taboulé Pierre Martinet manque de menthe.
La Vache qui rit a rétréci.
Marie Blachère fait du meilleur pain.
Que du bonheur, la livraison est rapide.
Une honte ! Jamais Je ne reviendrai.
JE VEUX PARLER A UN RESPONSABLE
BONJOUR MADAME VOTRE PAIN EST RASSIS
Produit reçu Cassé. Emballage Nul.
Vive le Made In France
Pas de réponse du Service Consommateurs depuis lundi.
Il a fallu trois semaines pour un Remboursement.
Le ticket indique 3 € au lieu de 2 €.
Depuis Janvier, plus aucun suivi.
Le Père Noël est passé en avance.
Signé : une maman en colère
De la part de toute la famille, merci.
Je vous ai écrit sur Facebook et sur Instagram.
Un cadeau de Noel reçu cassé.
Les noix de st Jacques et la croustade de saint Jacques étaient sèches.
Deux boîtes de thé Earl Grey et un carton de Dom Pérignon.
Livré à MILLY-LA-FORET au lieu de chez moi.
Merci au SAV, parfait.
Chère marque, baissez vos prix.
Cher Monsieur, votre réponse est une insulte.
Salut les gens, testez ce fromage.`.split('\n');

/** Person's names in braces must be masked; the rest must stay. */
const FRENCH = `Bonjour Madame {Kervella}, nous regrettons cet incident.
Bonjour {Inès}, votre colis est parti.
Cordialement, {Yannick Prigent}
Cordialement.\\n{Solène Le Goff}
Bien cordialement,\\n{Mme Abadie|Mme }
Cdt, {R. Teyssier}
Mr {LAMBERT} m'a raccroché au nez.
Mlle {Dufresne} a promis un geste.
M. {de La Tour} ne rappelle pas.
Je m'appelle {Gaëlle Morvan} et j'attends un remboursement.
J'ai eu {Nathalie} au téléphone hier.
Grâce à {Stéphane Rivoire}, tout est réglé.
Le vendeur, {Nicolas}, connaît son métier.
Merci à {Louise} pour sa patience !
Merci {Vincent Garrec}, du magasin de Brest.
De la part de {Corinne Sabatier}
Mon voisin {David} a reçu mon paquet.
Signé {Odile}
{Isabelle Caron} m'a très bien conseillée.
Merci à {Nathalie} du SAV pour sa réactivité
Bonne soirée, {Patrick}`
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

const ENGLISH_WITHOUT_NAMES = `Why is the butter so hard?
Send my money back now.
The Tesco in Leeds is always out of stock.
I live in London and pay for next day delivery.
Grace period over, still no refund.
Hope is all I have left.
Will the new jam be back in June?
May I have the address of your head office?
Mark my words, this is the end.
Kind regards
Best wishes, a loyal customer
Dear Sir, your product is awful.
Dear Customer Service, nobody answers.
I wrote to you on Facebook and on Twitter.
The olive oil and the rose wine were both off.
Never again, Carrefour.
Thanks for nothing!
Best before April, sold in May.
The pizza from Dr. Oetker was frozen solid.
Made in France, they say.`.split('\n');

const ENGLISH = `Dear Mrs {Appleby}, we are sorry.
Kind regards, {Douglas Finch}
Yours sincerely,\\n{Ruth}
My name is {Harriet Cole} and I am still waiting.
I spoke to {Michael} twice on Monday.
Thank you {Emily} for your help.
{Rebecca Stone} in Leeds was wonderful.
Ask {Philip}'s manager, she knows.
Mr {Patel} refused my coupon.
The driver, {Andrew}, left it in the rain.`
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

/** `{shown|kept}`: what is kept before the mask. */
const plain = (line: string): string => line.replaceAll(/\{([^|}]+)(?:\|[^}]*)?\}/g, '$1');
const wanted = (line: string): string =>
  line.replaceAll(/\{[^|}]+(?:\|([^}]*))?\}/g, (_, kept: string | undefined) => `${kept ?? ''}[nom]`);

it.each([
  ['fr', 'Ma fille Océane adore, et ma mère aussi', 'Ma fille [nom] adore, et ma mère aussi'],
  ['fr', 'Mes enfants Lucas et Emma en raffolent', 'Mes enfants [nom] et [nom] en raffolent'],
  ['fr', 'bonjour mathilde, toujours rien', 'bonjour [nom], toujours rien'],
  ['fr', 'merci.\ncordialement, jean dupont', 'merci.\ncordialement, [nom]'],
  ['fr', 'BONJOUR SYLVIE, OÙ EST MON COLIS', 'BONJOUR [nom], OÙ EST MON COLIS'],
  ['fr', 'Rien reçu.\nCordialement\nSYLVIE MARCHAL', 'Rien reçu.\nCordialement\n[nom]'],
  ['fr', 'M. LE BIHAN a signé pour moi', 'M. [nom] a signé pour moi'],
  ['fr', 'bonjour la rose, merci les clémentines', 'bonjour la rose, merci les clémentines'],
  ['fr', 'BONJOUR MONSIEUR, JE VEUX UN REMBOURSEMENT', 'BONJOUR MONSIEUR, JE VEUX UN REMBOURSEMENT'],
  ['fr', 'Bonjour Juste, merci pour votre avis.', 'Bonjour [nom], merci pour votre avis.'],
  ['fr', 'Bonjour Melina w,\nNous sommes navrés.', 'Bonjour [nom],\nNous sommes navrés.'],
  ['fr', 'Bonjour Chère Cliente, nous sommes navrés.', 'Bonjour Chère Cliente, nous sommes navrés.'],
  ['fr', 'Merci à Julie Carrefour Lyon', 'Merci à [nom] Carrefour Lyon'],
  ['fr', 'Nicolas solde un vin', 'Nicolas solde un vin'],
  ['fr', 'Nicolas connaît chaque vin', '[nom] connaît chaque vin'],
  ['fr', 'Un avis signé « Vauquelinet »', 'Un avis signé « [nom] »'],
  ['fr', "ODETTE M'A REÇUE COMME UNE REINE", "[nom] M'A REÇUE COMME UNE REINE"],
  ['fr', 'Ludivine est adorable, et Rafaelita aussi.', '[nom] est adorable, et [nom] aussi.'],
  ['fr', 'Côté vélo Anatole connaît son métier.', 'Côté vélo [nom] connaît son métier.'],
  ['fr', 'Sonia et Yulinka rien à dire', '[nom] et [nom] rien à dire'],
  ['fr', 'Merci à Nat et Guillaume', 'Merci à [nom] et [nom]'],
  ['fr', 'Un certain « Enzo » a raccroché', 'Un certain « [nom] » a raccroché'],
  ['fr', 'Tout va bien. Et Constance est une perle.', 'Tout va bien. Et [nom] est une perle.'],
  ['fr', 'Vu dans la salle Ludivine Carton', 'Vu dans la salle Ludivine Carton'],
  ['fr', 'Je commande chez le Bon Gustave', 'Je commande chez le Bon Gustave'],
  ['fr', 'Lu dans Docteur Good ce mois-ci', 'Lu dans Docteur Good ce mois-ci'],
  ['en', 'Hope in customer service was so kind.', '[nom] in customer service was so kind.'],
  ['en', '@AcmeHelp I never got it', '@AcmeHelp I never got it'],
  ['en', '@acme.buyer I never got it', '@… I never got it'],
  ['en', 'My husband Declan fell ill', 'My husband [nom] fell ill'],
  ['en', 'Grace period is over', 'Grace period is over'],
] as const)('%s: %s', async (language, text, expected) => {
  expect(await maskNames([text], { language })).toEqual([expected]);
});

describe('maskNames', () => {
  it('masks no word of French texts without names', async () => {
    expect(FRENCH_WITHOUT_NAMES.length).toBeGreaterThanOrEqual(60);
    expect(await maskNames(FRENCH_WITHOUT_NAMES, { language: 'fr' })).toEqual(FRENCH_WITHOUT_NAMES);
  });

  it('masks names in French signatures, greetings and sentences', async () => {
    expect(await maskNames(FRENCH.map(plain), { language: 'fr' })).toEqual(FRENCH.map(wanted));
  });

  it('masks no word of English texts without names', async () => {
    expect(await maskNames(ENGLISH_WITHOUT_NAMES, { language: 'en' })).toEqual(ENGLISH_WITHOUT_NAMES);
  });

  it('masks names in English', async () => {
    expect(await maskNames(ENGLISH.map(plain), { language: 'en' })).toEqual(ENGLISH.map(wanted));
  });

  it('masks handles but those of brands', async () => {
    const texts = [
      '@lea_44 regarde ça @CarrefourFrance',
      'Comme dit @Tom.R@mastodon.example, à 3@2 près',
      '@MaisonBrel répondez, et @maisonbrel_sav aussi',
      '@… et [e-mail]',
      'pain ! @user Vuillot @user F. et @user Merci à tous',
    ];
    expect(await maskNames(texts, { language: 'fr', keep: ['Maison Brel'] })).toEqual([
      '@… regarde ça @CarrefourFrance',
      'Comme dit @…, à 3@2 près',
      '@MaisonBrel répondez, et @maisonbrel_sav aussi',
      '@… et [e-mail]',
      'pain ! @… @… et @… Merci à tous',
    ]);
  });

  it('keeps what it is told to keep', async () => {
    const text = 'Bonjour Nathalie Verger, merci';
    expect(await maskNames([text], { language: 'fr', keep: ['Nathalie Verger'] })).toEqual([text]);
    expect(await maskNames([text], { language: 'fr' })).toEqual(['Bonjour [nom], merci']);
  });

  it('is idempotent and keeps order and length', async () => {
    for (const [language, lines] of [
      ['fr', FRENCH],
      ['en', ENGLISH],
    ] as const) {
      const once = await maskNames(lines.map(plain), { language });
      expect(await maskNames(once, { language })).toEqual(once);
    }
    expect(await maskNames([], { language: 'fr' })).toEqual([]);
  });

  it.each(["D'A ", 'Jean-', 'M. Le ', 'Bonjour Zoé\n', '\ud83d\ude00'])(
    'takes time in proportion to the text: %j',
    async (token) => {
      for (const language of ['fr', 'en'] as const)
        expect(
          await growthOf(
            (n) => token.repeat(n),
            (text) => maskNames([text], { language }),
          ),
        ).toBeLessThanOrEqual(AT_MOST);
    },
  );

  it('reads a long text in pieces that end with a line, a sentence or a word', async () => {
    const line = 'Le colis est en retard, merci à Nathalie Verger pour son aide.\n';
    const [told = ''] = await maskNames([line.repeat(200)], { language: 'fr' });
    expect(told).toBe(line.replace('Nathalie Verger', '[nom]').repeat(200));
  });

  it('stands hostile texts', async () => {
    const texts = [
      '',
      '\u0000@\u0000',
      '@'.repeat(5000),
      'A'.repeat(5000),
      'Jean '.repeat(1000),
      `Cordialement, ${'Jean-'.repeat(1000)}`,
      `Cordialement,${' \n'.repeat(2000)}`,
      `M. ${"D'A ".repeat(1000)}`,
      'Cordialement, de de de De '.repeat(200),
      '\ud83d Jean \udc00',
      '[nom'.repeat(1000),
    ];
    for (const language of ['fr', 'en'] as const) {
      expect(await maskNames(texts, { language })).toHaveLength(texts.length);
    }
  });
});
