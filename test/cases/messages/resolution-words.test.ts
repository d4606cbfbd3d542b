import { describe, expect, it } from 'vitest';
import { informsIn, protestsIn } from '../../../src/cases/messages/protest-words.js';
import {
  awaitsMore,
  outcomeOf,
  promisesAnswer,
  thanksForDone,
  wantsAnswer,
} from '../../../src/cases/messages/resolution-words.js';

describe('outcomeOf', () => {
  it.each([
    ['Votre réclamation est désormais close, belle soirée.', 'settled'],
    ['Nous avons procédé à votre remboursement ce jour.', 'settled'],
    ['Je clôture votre demande.', 'settled'],
    ['C’est réglé, n’est-ce pas ?', undefined],
    ['C’est réglé, non ? Rappelez-moi.', undefined],
    ['Your issue is resolved, right?', undefined],
    ['Your refund has been issued today', 'settled'],
    ['Votre remboursement de 12,50 € a été émis ce matin', 'settled'],
    ['Le virement de 1.250,00 € n’est pas parti', 'unsettled'],
    ['We have refunded the 14.90 to your card', 'settled'],
    ['Your replacement was dispatched at 14:30', 'settled'],
    ['Have you replaced the battery?', undefined],
    ['We have not refunded it yet', 'unsettled'],
    ['Has your order been refunded?', undefined],
    ['Hello, have you been refunded?', undefined],
    ['You sent a new photo, thank you', undefined],
    ['We have sent you a new return label', undefined],
    ['We have sent you a new jar', 'settled'],
    ['Your parcel was dispatched on Monday', undefined],
    ['Your new parcel was dispatched on Monday', 'settled'],
    ['Votre dossier n’est pas encore clos.', 'unsettled'],
    ['Please find enclosed our form', undefined],
    ['Votre demande concernant le magasin fermé le lundi nous est parvenue.', undefined],
    ['Le ticket sera clos dès réception du retour', undefined],
    ['Once the case is closed you will get a mail', undefined],
    ['Votre échange a été posté lundi', 'settled'],
    ['Nous avons régularisé la situation', 'settled'],
    ['L’erreur est corrigée, tout est en ordre', 'settled'],
    ['Je vais procéder à votre remboursement', undefined],
    ['Votre remboursement est en cours', undefined],
    ['Nous fermons le dimanche', undefined],
    ['Bonjour, pouvez-vous nous donner votre numéro ?', undefined],
    ['Votre problème est-il réglé ?', undefined],
    ['Votre dossier est clos. Avez-vous d’autres questions ?', 'settled'],
  ] as const)('of the brand: %s → %s', (text, expected) => {
    expect(outcomeOf(text, true)).toBe(expected);
  });

  it.each([
    ['Merci, bien reçu !', 'settled'],
    ['C’est réglé de mon côté', 'settled'],
    ['Le virement est arrivé hier', 'settled'],
    ['Pas de souci, tout est en ordre', 'settled'],
    ['It’s all sorted now, cheers', 'settled'],
    ['I was finally reimbursed on Friday', 'settled'],
    ['The voucher came through, thank you', 'settled'],
    ['It works again', 'settled'],
    ['The voucher has not arrived', 'unsettled'],
    ['Have I been refunded?', undefined],
    ['Has the refund arrived?', undefined],
    ['Why have I not been refunded?', undefined],
    ['Le colis n’est jamais arrivé', 'unsettled'],
    ['Bien reçu votre bon, mais le problème recommence', 'unsettled'],
    ['Toujours rien, et ce n’est pas réglé', 'unsettled'],
    ['Je me suis réjouie trop vite, le cumin manque', 'unsettled'],
    ['En fait non, le clavier colle', 'unsettled'],
    ['Le bon d’achat est refusé à Dole', 'unsettled'],
    ['Passé ce délai je saisis le médiateur', 'unsettled'],
    ['Ceci vaut mise en demeure', 'unsettled'],
    ['Retour à la case départ', 'unsettled'],
    ['Inutile de saisir le médiateur, c’est réglé', 'settled'],
    ['Nous nous sommes débrouillés, merci', 'settled'],
    ['Vous pouvez clore le ticket', 'settled'],
    ['Vous pouvez fermer la boutique si cela vous chante', undefined],
    ['Si c’est réglé demain je reviendrai', undefined],
    ['Une réponse type, non merci', 'unsettled'],
    ['Cela ne me convient pas du tout', 'unsettled'],
    ['Je suis soulagée, à bientôt', 'settled'],
    ['La panne a disparu toute seule cette nuit', 'settled'],
    ['Le bug n’a pas disparu', 'unsettled'],
    ['Ne vous dérangez plus, nous avons fini par trouver la solution', 'settled'],
    ['On a trouvé une solution provisoire', undefined],
    ['Nous avons cherché à trouver une solution', undefined],
    ['Never mind, I sorted it out myself', 'settled'],
    ['J’ai ma commande sous les yeux, tout va bien', 'settled'],
    ['Tout va bien se passer ?', undefined],
    ['Vous dites que tout va bien se passer', undefined],
    ['Quand serai-je remboursée ?', undefined],
    ['Bonjour, c’est réglé ?', undefined],
    ['Le virement est arrivé ? !', undefined],
    ['Vous avez une date ? Le virement est arrivé.', 'settled'],
    ['Le colis n’est toujours pas arrivé ?', 'unsettled'],
    ['Mon adresse n’a pas changé', undefined],
    ['La situation n’a pas vraiment changé', 'unsettled'],
    ['Votre courrier ne change rien', 'unsettled'],
    ['Elle l’a bien reçu, tout le monde vous embrasse', 'settled'],
    ['Je ne les ai pas reçus', 'unsettled'],
    ['Dès que je l’ai reçu, je vous écris', undefined],
  ] as const)('of a customer: %s → %s', (text, expected) => {
    expect(outcomeOf(text, false)).toBe(expected);
  });
});

describe('protestsIn', () => {
  it.each([
    'Personne ne m’a rappelé contrairement à ce que vous aviez dit.',
    'Encore le même défaut après réparation.',
    'Je suis très déçue de votre réponse.',
    'C’est une blague ?',
    'La panne persiste',
    'Une semaine que j’attends',
    'Third time I write',
    'It doesn’t work',
    'Ce n’est pas réglé, le défaut demeure',
    'Vous n’avez pas saisi ma question',
  ])('%s', (text) => {
    expect(protestsIn(text)).toBe(true);
  });

  it.each([
    'Acheté samedi dernier, vers 17 h',
    'Le technicien est passé, merci',
    'Pas de souci, prenez votre temps.',
    'Je vous envoie la facture dès que je rentre',
    'Got it, thank you',
    'Plus aucun souci depuis lundi',
    'Je n’ai pas saisi le conciliateur',
  ])('%s: none', (text) => {
    expect(protestsIn(text)).toBe(false);
  });
});

describe('thanks for an answer', () => {
  it.each([
    ['Merci pour votre réponse et pour le geste', true],
    ['Merci de votre réponse rapide', true],
    ['Merci de votre réponse', false],
    ['Merci beaucoup pour votre retour !', true],
    ['Merci, tenez-moi au courant', false],
    ['Merci de vous en occuper', false],
    ['Merci de vous en être occupée', true],
    ['Merci, j’attends de vos nouvelles', false],
    ['Thanks, keep me posted', false],
  ])('%s: for what was done %s, and no protest', (text, done) => {
    expect([thanksForDone(text), protestsIn(text)]).toEqual([done, false]);
  });
  it('an answer that disappoints is a protest still', () => {
    expect(protestsIn('Votre réponse ne dit rien de mon colis')).toBe(true);
  });
});

describe('awaitsMore', () => {
  it.each([
    ['Noté, tenez-moi informé', true],
    ['Merci, je croise les doigts', true],
    ['Merci, le pot est arrivé', false],
    ['Bonjour, merci de votre retour.', false],
    ['Voici la photo. Merci de votre retour.', true],
  ])('%s: %s', (text, awaits) => {
    expect(awaitsMore(text)).toBe(awaits);
  });
});

describe('an answer that wants one', () => {
  it.each([
    ['Auriez-vous le numéro du lot ?', true],
    ['Merci de nous transmettre une photo de l’étiquette.', true],
    ['Please send us the batch number.', true],
    ['Un bon vous est parti ce matin.', false],
    ['Le pot est remplacé. Avez-vous d’autres questions ?', false],
    ['Nous vous rappelons lundi, cela vous convient-il ?', false],
    ['Your refund is on its way. Is there anything else I can do?', false],
    ['Merci de nous avoir indiqué le lot, un bon part ce soir.', false],
    ['Merci de votre confirmation, le remboursement part ce soir.', false],
    ['Merci de bien vouloir nous indiquer le lot.', true],
    ['Please find attached the voucher.', false],
    ['Est-ce que tout est bon pour vous ?', false],
    ['Avez-vous bien reçu le colis ?', false],
  ])('%s: %s', (text, wants) => {
    expect(wantsAnswer(text)).toBe(wants);
  });
});

describe('informsIn', () => {
  it.each([
    'Il s’agit du modèle 40 cm',
    'La facture est jointe',
    'C’était mardi dernier',
    'Oui tout à fait',
    'Ma commande : [commande]',
    'Entendu, je reste joignable',
    'Attached is the receipt',
  ])('%s', (text) => {
    expect(informsIn(text)).toBe(true);
  });

  it.each([
    'Vous me baladez depuis le début',
    'Je souhaite parler à quelqu’un d’autre',
    'C’est un dialogue de sourds',
    'You are not listening',
  ])('%s: nothing that was asked', (text) => {
    expect(informsIn(text)).toBe(false);
  });
});

describe('an answer that only promises one', () => {
  it.each([
    ['Votre relevé part au service fidélité, nous reviendrons vers vous d’ici vendredi.', true],
    ['J’ai saisi le dépôt : vous aurez une réponse dans la semaine.', true],
    ['Une enquête est en cours auprès du livreur', true],
    ['Merci, je vous recontacte dès que l’atelier rouvre', true],
    ['I have passed this to the warehouse and will get back to you', true],
    ['Je reviens vers vous suite à votre appel : la caisse est remboursée.', false],
    ['Un nouveau pot part ce soir', false],
    ['Nous vous rappelons nos horaires : 9 h à 19 h', false],
  ])('%s: %s', (text, promises) => {
    expect(promisesAnswer(text)).toBe(promises);
  });
});
