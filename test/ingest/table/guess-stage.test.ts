import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { guessColumns } from '../../../src/ingest/table/guess-columns.js';
import { guessStage } from '../../../src/ingest/table/guess-stage.js';

const TEXT = 'Le colis est arrivé ouvert et le beurre avait fondu';
async function stageOf(header: string, row: string): Promise<string> {
  const { table } = await openBytes(Buffer.from(`${header}\n${row}\n${row}\n`), 'x.csv');
  if (!table) return 'no table';
  const { stage, guessed } = guessStage(table, guessColumns(table) ?? {});
  return guessed ? `${stage}, guessed` : stage;
}

describe('the stage of an unknown table', () => {
  it.each([
    // Zendesk and Freshdesk in French, and other desks
    [
      'ID du ticket;Sujet;Demandeur;Assigné à;Statut;Priorité;Créé le;Description',
      `12;Colis;Lou;Max;Ouvert;Haute;2026-03-01;${TEXT}`,
      'private',
    ],
    [
      'N° du ticket;Objet;Statut;Priorité;Source;Agent;Groupe;Heure de création;Heure de résolution;Description',
      `12;Colis;Fermé;Basse;Email;Max;SAV;2026-03-01;2026-03-02;${TEXT}`,
      'private',
    ],
    [
      'Ticket ID;Subject;Requester;Assignee;Status;Created at;Description',
      `12;Parcel;Lou;Max;Open;2026-03-01;${TEXT}`,
      'private',
    ],
    ['Réclamation;Conseiller;Date;Message', `R1;Max;2026-03-01;${TEXT}`, 'private'],
    ['Date;E-mail;Message', `2026-03-01;a@b.example;${TEXT}`, 'private'],
    // a log of the channels of a desk, whatever addresses are in it
    [
      'Date;Canal;Texte;Lien',
      `2026-03-01;WhatsApp;${TEXT};https://exemple.example/avis/1`,
      'private, guessed',
    ],
    // a desk says through which network customers wrote
    [
      'Ticket ID;Canal;Client;E-mail client;Statut;Agent;Créé le;Message',
      `12;Facebook;Lou;a@b.example;Ouvert;Max;2026-03-01;${TEXT}`,
      'private',
    ],
    // where customers heard of the brand, and why orders came back
    ['Date;Nom;E-mail;Source;Message', `2026-03-01;Lou Roy;a@b.example;Google;${TEXT}`, 'private, guessed'],
    [
      'return-date;order-id;sku;asin;reason;customer-comments',
      `2026-03-01;11-22;L1;B00EXAMPLE;DEFECTIVE;${TEXT}`,
      'private, guessed',
    ],
    // forms: the picture that a customer sent, the page that a form was on
    ['Nom;Date;Message;Photo', `Lou;2026-03-01;${TEXT};https://x.example/1.jpg`, 'private, guessed'],
    ['Date;Message;Lien de la photo', `2026-03-01;${TEXT};https://x.example/1.jpg`, 'private, guessed'],
    [
      'AuthorID;Author;Date;Content;Attachments',
      `1;lou;2026-03-01;${TEXT};https://x.example/1.png`,
      'private, guessed',
    ],
    [
      'Date;E-mail;Message;Source Url',
      `2026-03-01;a@b.example;${TEXT};https://marque.example/contact`,
      'private, guessed',
    ],
    // pages and networks
    ['Date;User;Tweet', `2026-03-01;Lou;${TEXT}`, 'public'],
    ['Date;Source;Texte', `2026-03-01;google_play;${TEXT}`, 'public'],
    ['date;author;title;rating;verified;text', `2026-03-01;Lou;Fondu;2;False;${TEXT}`, 'public'],
    ['Date;Auteur;Note;Avis', `2026-03-01;Lou;2;${TEXT}`, 'public'],
    ['Date;Texte;Lien', `2026-03-01;${TEXT};https://exemple.example/avis/1`, 'public'],
    ['Date;Texte;Réseau', `2026-03-01;${TEXT};Facebook`, 'public'],
    ['Date;Commentaire;Likes', `2026-03-01;${TEXT};3`, 'public'],
    ['place_id;name;author_name;rating;text', `ChIJ1;Rezé;Lou;2;${TEXT}`, 'public'],
    [
      'product_handle;state;rating;author;email;location;body;reply;created_at',
      `beurre;published;2;Lou;a@b.example;Brest;${TEXT};Merci;2026-03-01`,
      'public',
    ],
    // tools of reviews keep contacts and a state beside what everybody reads
    [
      "Date de l'avis;Établissement;Client;E-mail;Note globale;Commentaire;Réponse;Date de la réponse;Statut;Source",
      `2026-03-01;Rezé;Lou;a@b.example;2;${TEXT};Merci;2026-03-02;publié;Guest Suite`,
      'public',
    ],
    [
      'Review ID;Location;Email;Rating;Review;Published at;Status;Channel',
      `1;Rezé;a@b.example;2;${TEXT};2026-03-01;live;web`,
      'public',
    ],
    // of shops: Yotpo, PrestaShop, tools of reviews in French
    [
      'Review ID;Review Status;Review Creation Date;Review Score;Review Content;Reviewer Email;Order ID;Comment Content;Comment Creation Date',
      `1;Published;2026-03-01;2;${TEXT};a@b.example;1001;Bonjour, nous vous en renvoyons un;2026-03-02`,
      'public',
    ],
    ['id_product_comment;customer_name;content;grade;validate', `1;Lou;${TEXT};2;1`, 'public'],
    [
      "Nom du client;Email;Note;Avis;Date de l'avis;N° de commande;Statut de l'avis;Réponse",
      `Lou;a@b.example;2;${TEXT};2026-03-01;C1;Publié;Merci`,
      'public',
    ],
    [
      'Date;Note;Commentaire;E-mail;Statut;Réponse',
      `2026-03-01;2;${TEXT};a@b.example;publié;Merci`,
      'public',
    ],
    ['Date;Note;Commentaire;E-mail;Statut;Réponse', `2026-03-01;2;${TEXT};a@b.example;clos;Merci`, 'private'],
    // a status alone: registers, suppliers and staff have one too
    [
      'Date;Nom du client;E-mail;Etablissement;Note;Réclamation;Statut',
      `2026-03-01;Lou;a@b.example;Rezé;2;${TEXT};publié`,
      'private',
    ],
    [
      'Date;Réclamation;E-mail;Note;Commentaire;Statut;Réponse',
      `2026-03-01;R1;a@b.example;2;${TEXT};publié;Merci`,
      'private',
    ],
    [
      'Date;Fournisseur;E-mail contact;Etablissement;Note;Commentaire;Statut;Réponse',
      `2026-03-01;Val;a@b.example;Rezé;2;${TEXT};approuvé;Merci`,
      'private',
    ],
    [
      'Date;Collaborateur;Etablissement;Note;Commentaire;Statut;Réponse',
      `2026-03-01;Lou;Rezé;2;${TEXT};publié;Merci`,
      'private, guessed',
    ],
    ['Date;Matricule;Service;Note;Avis', `2026-03-01;M12;Caisse;2;${TEXT}`, 'private, guessed'],
    ['Date;E-mail;Note;Votre avis;Magasin;Statut', `2026-03-01;a@b.example;2;${TEXT};Rezé;clos`, 'private'],
    [
      'Ticket;Date;E-mail;Note;Avis;Réponse;Source;Statut',
      `1;2026-03-01;a@b.example;2;${TEXT};Merci;mail;clos`,
      'private, guessed',
    ],
    // what journalists sign
    ['Date;Titre;Source;Journaliste;Texte', `2026-03-01;Le lait flambe;LSA;Lou Roy;${TEXT}`, 'public'],
    [
      'Date;Titre;Source;Journaliste;Auteur;Commentaire',
      `2026-03-01;Le lait flambe;LSA;Lou Roy;Max;${TEXT}`,
      'private, guessed',
    ],
    [
      'Date;Titre;Source;Journaliste;E-mail;Texte',
      `2026-03-01;Le lait flambe;LSA;Lou Roy;l@b.example;${TEXT}`,
      'private',
    ],
    // nothing shows it
    ['Date;Auteur;Commentaire', `2026-03-01;Lou;${TEXT}`, 'private, guessed'],
    ['Horodateur;Votre note;Votre avis', `2026-03-01;4;${TEXT}`, 'private, guessed'],
    ['Magasin;Ressenti', `Rezé;${TEXT}`, 'private, guessed'],
  ])('%s', async (header, row, stage) => {
    expect(await stageOf(header, row)).toBe(stage);
  });
});
