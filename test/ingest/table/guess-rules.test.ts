import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/ingest/table/column-facts.js';
import { RULES } from '../../../src/ingest/table/guess-rules.js';
import { OF_A_FILE } from '../../../src/ingest/table/text-names.js';

/** The field that takes a column alone. */
const fieldOf = (name: string, cells: readonly string[]): string | undefined => {
  const facts = factsOf(name.toLowerCase(), cells);
  return RULES.find(([, names, fits]) => names.test(facts.name) && fits(facts))?.[0];
};

it('tells what cells look like, in shares of those filled', () => {
  expect(factsOf('Prix payé', ['3,50 €', '12', '', 'rien du tout', '12'])).toEqual({
    name: 'Prix paye',
    filled: 0.8,
    meanLength: 5.5,
    words: 0.25,
    urls: 0,
    handles: 0,
    dates: 0,
    serials: 0,
    numbers: 0.5,
    amounts: 0.75,
    ratings: 0.5,
    contacts: 0,
    networks: 0,
    chats: 0,
    social: 0,
    distinct: 0.75,
    minimum: 12,
    maximum: 12,
  });
  expect(factsOf('vide', ['', ' '])).toMatchObject({ filled: 0, meanLength: 0, words: 0, maximum: 0 });
});

describe('a column goes by its name where its cells agree', () => {
  const TEXTS = ['Le pain était rassis', 'Une caissière très aimable'];
  it.each([
    ['Avis', TEXTS, 'text'],
    ['Votre commentaire', TEXTS, 'text'],
    ['Avis', ['4', '5'], undefined],
    ['Date', ['05/03/2026', '2026-03-06'], 'date'],
    ['Date', ['45000', '45001'], 'date'],
    ['Date', ['oui', 'non'], undefined],
    ['Type', ['Réclamation', 'Compliment'], undefined],
    ['Type', ['E-mail', 'Facebook'], 'network'],
    ['Grade', ['4', '5'], 'rating'],
    ['Email_ID', ['E001', 'E002'], 'id'],
    ['Email_ID', ['lou@x.example', 'max@y.example'], 'authorContact'],
    ['Jour', ['5', '31'], 'day'],
    ['Jour', ['5', '45'], undefined],
    ['Heure', ['10:30', '11:00'], 'time'],
    ['Note', ['4', '5'], 'rating'],
    ['Note', ['4', '1200'], undefined],
    ['Note', ['1', '1', '1'], 'rating'],
    ['Score', ['0,25', '1'], undefined],
    ['Score', ['-1', '1'], undefined],
    ['Compte', ['@ana', '@bob'], 'authorName'],
    ['Profil', ['@ana', '@bob'], 'authorHandle'],
    ['Destinataire', ['@marque', '@marque'], undefined],
    ['Sent to', ['@marque', '@marque_sav'], undefined],
    ['Replied account', ['@marque', '@ana'], undefined],
    ['Lien', ['https://a.example/1', 'https://a.example/2'], 'url'],
    ['Lien', ['voisin', 'ami'], undefined],
    ['N° dossier', ['A1', 'A2'], 'threadId'],
    ['Statut du ticket', ['Fermé', 'Ouvert'], 'status'],
    ['Propriétaire du ticket', ['Lou Kerl', 'Max Bru'], undefined],
    ['Numéro d’incident', ['CAS-1', 'CAS-2'], 'threadId'],
    ['Titre de l’incident', ['Colis ouvert', 'Pot fêlé'], 'title'],
    ['(Ne pas modifier) Date de modification', ['05/03/2026', '06/03/2026'], undefined],
    ['email_message_id', ['<1@mail.example>', '<2@mail.example>'], undefined],
    ['your-subject', ['Colis ouvert', 'Pot fêlé'], 'title'],
    ['Demandeur->Nom complet', ['Lou Kerl', 'Max Bru'], 'authorName'],
    ['Id client', ['7', '8'], 'authorId'],
    ['Courriel', ['a@b.example', 'c@d.example'], 'authorContact'],
    ['Nom du client', ['Zoé', 'Max'], 'authorName'],
    ['ID', ['1', '2', '3'], 'id'],
    ['ID', ['1', '1', '1'], undefined],
    ['Langue', ['fr', 'en'], 'language'],
    ['Tonalité', ['positif', 'négatif'], 'sentiment'],
    ['Réseau', ['Facebook', 'X'], 'network'],
    ['Domaine', ['a.example', 'b.example'], 'sourceName'],
    ['Enseigne', ['Brel', 'Anou'], 'brand'],
    ['J’aime', ['3', '4'], 'likes'],
    ['Partages', ['3', '4'], 'shares'],
    ['Partages', ['oui', 'non'], undefined],
    ['Magasin', ['Brest', 'Lyon'], 'store'],
    ['Magasin', [`${'x'.repeat(90)}`, `${'y'.repeat(90)}`], undefined],
    ['Libellé produit', ['Yaourt', 'Beurre'], 'product'],
    ['Département', ['29', '69'], 'region'],
    ['Campagne', ['été', 'hiver'], 'campaign'],
    ['Type de clientèle', ['pro', 'particulier'], 'segment'],
    ['Montant de la commande', ['35,20 €', '12,00 €'], 'orderAmount'],
    ['Montant de la commande', ['petit', 'grand'], undefined],
    ['Couleur', ['rouge', 'bleu'], undefined],
  ])('%s %j: %s', (name, cells, field) => {
    expect(fieldOf(name, cells)).toBe(field);
  });
});

it('the picture of who writes is no address of what they write', () => {
  expect(OF_A_FILE.test('owner profile pic url')).toBe(true);
});
