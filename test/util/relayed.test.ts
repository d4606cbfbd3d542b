import { describe, expect, it } from 'vitest';
import { relaysContact } from '../../src/util/relayed.js';

const NOTES = `
Appel de Mme Kervella : le pot était fêlé à l’ouverture
Appel de M. [nom] : sa commande n’est jamais arrivée
Appel entrant - client mécontent de la livraison
Cliente au téléphone, elle n’a pas reçu son colis
Client en ligne : demande le remboursement de sa carte
Un monsieur appelle pour se plaindre du goût du cidre
M. Tanguy a téléphoné ce matin, il veut un geste
La cliente est passée en magasin et se plaint de l’accueil
Coup de fil d’une dame qui dit avoir été malade après le repas
Message laissé sur le répondeur par une cliente : le drive était fermé
Note d’appel : cliente furieuse, troisième fois que la livraison saute
CR appel 14h : madame réclame le remboursement
Reçu appel de la cliente ce jour, elle attend toujours son remboursement
Entretien téléphonique avec M. Le Goff, qui déclare avoir cassé une dent
Mme Roy appelle : pas de réponse à ses mails depuis trois semaines
Cliente au téléphone, le magasin est injoignable
Appel reçu à 9 h 40, cliente pressée. La brioche était sèche
Appel reçu à 14 h, monsieur calme. Lundi j’ai appelé la boutique, personne
Call received at 9 am. I called the shop twice, nobody picked up
Entretien tél. Le colis dort au dépôt depuis lundi
Appel téléphonique du 3 mars : pots fêlés, veut un avoir
Phone call this morning. Lids split on all pots
Customer called: no answer to her emails for a week
Call from customer: parcel arrived open and soaked
Lady on the phone says she was charged twice
Caller states that the store refused her voucher
Inbound call: cust wants a refund for the broken lid
Voicemail from Mrs Hart: cake never arrived`;

const OTHERS = `
Bonjour Madame, suite à votre appel de ce jour, je vous confirme le remboursement
Suite à notre conversation téléphonique, voici le bon de retour
Appel reçu ce matin, nous vous rappelons demain
Entretien téléphonique du 3 mars : je vous confirme l’avoir
Appel sortant : pas de réponse
J’ai rappelé la cliente, sans réponse
Client rappelé, tombe sur messagerie
Appel client : pas de réponse
Appel reçu à 14 h. J’ai rappelé la cliente, sans réponse
Cliente injoignable, message laissé
Rappel : votre commande vous attend au magasin
Rappel de votre rendez-vous du 12 mars à 14 h
Madame, votre remboursement a été effectué
Madame Durand, je vous remercie de votre appel
Le client doit fournir une preuve d’achat pour ce type d’échange
Les clients souhaitant un échange doivent passer en magasin
Our customer service will call you back shortly
Communication à nos clients : fermeture le 14 juillet
Une personne de notre équipe vous contacte demain
Une dame de l’accueil vous appelle dans l’heure
La cliente a été rappelée, elle est satisfaite
Mr Hart, your refund has been issued`;

const lines = (text: string): string[] => text.trim().split('\n');

describe('what an agent notes of a call', () => {
  it.each(lines(NOTES))('is the customer’s contact: %s', (text) => {
    expect(relaysContact(text)).toBe(true);
  });

  it.each(lines(OTHERS))('is none where it is written to the customer, or the brand rang: %s', (text) => {
    expect(relaysContact(text)).toBe(false);
  });
});
