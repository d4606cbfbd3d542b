import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from '../../src/simulate/exports/write-xlsx.js';
import type { Aviary } from './birds.js';

/** Exports that nobody's tool writes: tables with all that a column can say of a person, two sheets, an agent who signs. */
export function ownExports(aviary: Aviary): Readonly<Record<string, string | Uint8Array>> {
  const full = (): string => `${aviary.name()} ${aviary.name()}`;
  const columns: readonly (readonly [string, (row: number) => string])[] = [
    ['Réf client', () => aviary.number()],
    ['Date', (row) => `2026-03-0${row} 10:15`],
    ['Prénom', () => aviary.name()],
    ['Nom', () => aviary.name()],
    ['E-mail', () => `${aviary.word()}@${aviary.word()}.example`],
    ['Téléphone', () => `0${aviary.phone()}`],
    ['Adresse', () => `12 rue ${aviary.name()}`],
    ['Pseudo', () => `@${aviary.word()}`],
    ['Profil', () => `https://www.facebook.com/${aviary.word()}`],
    ['Page', () => `https://avis.example/${aviary.word()}?user=${aviary.word()}`],
    ['Commentaire', (row) => `Le beurre du ${row} mars a tourné, merci de${aviary.contacts()}`],
    ['Statut', () => `pris par ${aviary.name()}`],
    ['Agent', full],
    ['Signature agent', full],
    ['Conversation', () => `${aviary.word()}-${aviary.number()}`],
    ['Nom de la pièce jointe', () => `${aviary.word()}.pdf`],
    ['Numéro de commande', () => aviary.number()],
    ['Vu par', full],
    [`Contact 0${aviary.phone()}`, full],
  ];
  const rows = [1, 2, 3].map((row) => columns.map(([, of]) => of(row)));
  const cells = (row: readonly string[]): string => row.map((cell) => `"${cell}"`).join(';');
  const signed = full();
  return {
    'clients.csv': `${cells(columns.map(([name]) => name))}\n${rows.map(cells).join('\n')}\n"${aviary.name()}";;\nTotal;${aviary.name()}\n`,
    'clients.xlsx': writeXlsx(`Mme ${full()}`, [columns.map(([name]) => name), ...rows]),
    'sans-date.csv': `auteur;avis;date\n${full()};Le lait a tourné en un jour;${full()}\n;;\n${full()};Le beurre rance dès l'achat;${aviary.word()}@x.example\n`,
    [`${full()}/tickets.json`]: JSON.stringify({
      tickets: [1, 2].map((id) => ({
        id,
        url: `https://${aviary.word()}.zendesk.com/api/v2/tickets/${id}.json`,
        subject: `Colis perdu${aviary.contacts()}`,
        description: `Toujours rien reçu, répondez-moi vite.\n${signed}`,
        status: 'open',
        created_at: `2026-03-0${id}T10:00:00Z`,
        requester: { id: 9, name: signed, email: `${aviary.word()}@x.example` },
        requester_id: 9,
        assignee: { name: full() },
        tags: [aviary.word()],
        custom_fields: [{ id: 3, value: full() }],
        via: { channel: 'email', source: { from: { address: `${aviary.word()}@x.example`, name: full() } } },
      })),
    }),
    [`Discussion WhatsApp avec ${full()}.txt`]: `01/03/2026, 10:00 - ${signed}: Bonjour${aviary.contacts()}\n01/03/2026, 10:02 - ${signed}: ${aviary.word()}.jpg (fichier joint)\n01/03/2026, 10:03 - ${full()} a ajouté ${full()}\nune ligne de plus ${aviary.word()}@x.example\n`,
    [`${full()}.csv`]: `${full()}\n`,
    [`Réclamation Mme ${full()}.csv`]: `Numéro de ticket;Date;Demandeur;Objet;Description;Statut\n1;2026-03-01;${full()};Colis;Le colis de la semaine n'est jamais arrivé;ouvert\n2;2026-03-02;${full()};Pot;Le pot de crème était ouvert à la livraison;résolu\n`,
    [`avis reçus de ${full()}.csv`]: `Date;Avis\n2026-03-01;Le beurre a tourné en deux jours\n2026-03-02;Très bon accueil en magasin\n`,
    [`${full()} sans texte.xlsx`]: writeXlsx(full(), [
      ['Mois', 'Nombre'],
      ['1', '2'],
    ]),
    [`${full()}.ods`]: zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
    [`${full()}.xlsb`]: zipSync({ 'xl/workbook.bin': strToU8('x') }),
    [`${full()}.csv.gz`]: gzipSync(gzipSync('a;b')),
    [`photo de ${full()}.jpg`]: `\u00ff\u00d8${aviary.name()}`,
    [`${full()}.xlsx`]: 'PK\u0003\u0004 cut',
  };
}

/** Exports that name people where no column says so: nothing of them may stay, whatever a column may hold otherwise. */
export function namedExports(aviary: Aviary): Readonly<Record<string, string>> {
  const full = (): string => `${aviary.name()} ${aviary.name()}`;
  const ticket = (row: number, more: string): string =>
    `${row};2026-03-0${row};Le colis de la semaine ${row} n'est jamais arrivé chez moi;${more}`;
  return {
    'pivot.csv': `Date;Commentaire;Magasin;${full()};${full()};Mme ${aviary.name()}\n2026-03-01;Le beurre a tourné en deux jours;Brest;3;4;1\n2026-03-02;Très bon accueil en magasin;Lorient;5;1;2\n`,
    'familles.csv': `N°;Date;Description;Famille;Patronyme\n${[1, 2, 3].map((row) => ticket(row, `${aviary.name()};${aviary.name()}`)).join('\n')}\n`,
    'boutiques.csv': `N°;Date;Description;Magasin;Page;Produit\n${[1, 2, 3].map((row) => ticket(row, `Boutique de M. ${aviary.name()}, vendeuse ${aviary.name()};Chez Mme ${aviary.name()};Panier de Monsieur ${aviary.name()}`)).join('\n')}\n`,
    'objets.csv': `Numéro de ticket;Date;Description;Objet\n${[
      `Réclamation Mme ${aviary.name()}`,
      `RE: Dossier ${full()}`,
      `TR : commande de M. ${full()}`,
      `Dossier ${aviary.name()} - relance`,
    ]
      .map((subject, at) => ticket(at + 1, subject))
      .join('\n')}\n`,
    'sans nom.eml': `From: ${aviary.word()}@${aviary.word()}.example\nTo: conso@brel.example\nSubject: Colis\nDate: Tue, 3 Mar 2026 10:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nBonjour,\n\nLe pot de crème était ouvert à la livraison.\n\nCordialement,\n\n${full()}\nDirectrice de la crèche ${aviary.name()}\n12 rue ${aviary.name()}\n29200 ${aviary.name()}\n0${aviary.phone()}\n`,
  };
}
