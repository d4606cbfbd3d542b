import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../../src/ingest/survey-file.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

async function chosen(csv: string, map?: Record<string, string>): Promise<string> {
  const found = chooseSource(await openBytes(Buffer.from(csv), 'a.csv'), map ? { map } : {});
  return 'note' in found ? found.note.slice(0, 48) : found.source.format;
}

const FIRMS = `Raison sociale;SIRET;Adresse;Ville;Téléphone;Description
Laiterie du Val;12345678900011;12 rue du Pré;Rennes;0299000001;Laiterie qui collecte le lait de trente fermes
Moulin Roc;12345678900029;3 place du Mail;Rodez;0565000001;Moulin dont les farines vont aux boulangers
`;
const PLACES = `name,address,city,phone,website,rating,reviews,about
Val Shop,12 rue du Pré,Rennes,+33299000001,https://val.example,4.5,120,Family shop that sells cheese and butter
Roc Shop,3 place du Mail,Rodez,+33565000001,https://roc.example,4.1,33,Old shop near the market place
`;

describe('a list of firms or places', () => {
  it.each([
    ['of a register', FIRMS],
    ['of a map, with ratings', PLACES],
    [
      'of suppliers, with remarks',
      'Fournisseur;SIRET;Adresse;Téléphone;Commentaire\nVal;12345678900011;12 rue du Pré;0299000001;Livre le mardi matin avant dix heures\nRoc;12345678900029;3 place du Mail;0565000001;Franco à trois cents euros\n',
    ],
  ])('%s is not read', async (_, csv) => {
    expect(await chosen(csv)).toMatch(/^not recognised: a list of firms or places/);
  });

  it('is read where a mapping names the text', async () => {
    expect(await chosen(FIRMS, { text: 'Description' })).toBe('table');
  });

  it.each([
    [
      'complaints with addresses',
      'Nom;Adresse;Ville;Téléphone;Réclamation\nAna;12 rue du Pré;Rennes;0299000001;Le pain était rassis ce matin\nLuc;3 place du Mail;Rodez;0565000001;Toujours rien reçu depuis dix jours\n',
    ],
    [
      'dated demands of firms',
      'Date;Raison sociale;SIRET;Ville;Téléphone;Description\n2026-01-02;Val;12345678900011;Rennes;0299000001;La livraison de mardi était incomplète\n2026-01-03;Roc;12345678900029;Rodez;0565000001;Facture en double ce mois-ci\n',
    ],
    [
      'complaints of firms',
      'Raison sociale;SIRET;Ville;Réclamation\nVal;12345678900011;Rennes;La livraison de mardi était incomplète\nRoc;12345678900029;Rodez;Facture en double ce mois-ci\n',
    ],
    [
      'texts of a scraper',
      'name,address,city,phone,website,author,stars,text\nVal Shop,12 rue du Pré,Rennes,+33299000001,https://val.example,Ana,4,Nice cheese but long wait\nRoc Shop,3 place du Mail,Rodez,+33565000001,https://roc.example,Luc,2,Rude at the till and dirty\n',
    ],
    [
      'reviews of places',
      'name,address,city,phone,website,rating,review_text\nVal Shop,12 rue du Pré,Rennes,+33299000001,https://val.example,4,Nice cheese but long wait\nRoc Shop,3 place du Mail,Rodez,+33565000001,https://roc.example,2,Rude at the till and dirty\n',
    ],
  ])('%s are read', async (_, csv) => {
    expect(await chosen(csv)).toBe('table');
  });
});
