import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeversoirError } from '../../util/errors.js';
import { choiceOption, stringOption, type Command } from '../command.js';
import { SECTORS } from '../../model/config.js';

const usage = `Usage: deversoir init [FOLDER] [--brand NAME] [--sector SECTOR]

Writes two commented configurations to fill in: FOLDER/deversoir.json (who the client is: every command reads it) and
FOLDER/deversoir-watch.json (where "deversoir watch" tells what is new). Files that are there are left as they are.

Options:
  --brand NAME      the client's brand
  --sector SECTOR   agri-food or retail

Example:
  deversoir init client/ --brand "Maison Brel" --sector agri-food`;

/** A configuration of a client, every key explained; those without a value yet are commented out. */
const clientConfig = (brand: string | undefined, sector: string | undefined): string => `{
  // La marque du client, comme le rapport la nomme.
  ${brand === undefined ? '// ' : ''}"brand": ${JSON.stringify(brand ?? 'Maison Brel')},

  // Ses comptes, adresses et agents : ce qu'ils écrivent est une réponse, jamais un message de client.
  // "brandAccounts": ["Maison Brel", "@maisonbrel", "conso@maisonbrel.example"],

  // Les marques auxquelles on la compare.
  // "competitors": ["Ferme Anou"],

  // Autres graphies d'une marque ou d'un produit.
  // "aliases": { "Maison Brel": ["brel", "maison-brel"] },

  // Produits à reconnaître dans les textes.
  // "products": ["yaourt brassé"],

  // Secteur, "agri-food" ou "retail" : motifs cherchés, ordre du rapport et de la présentation.
  ${sector === undefined ? '// ' : ''}"sector": ${JSON.stringify(sector ?? 'agri-food')},

  // Taxonomies de sujets, à côté de ceux qui sont découverts : "agri-food", "retail" ou un fichier à vous. Sans elles, celle du secteur.
  // "taxonomies": ["retail", "sujets.json"],

  // Modèles appris sur vos étiquettes par « deversoir adapt » ou « train » : chacun remplace celui de son nom.
  // "heads": ["sentiment-review.bin"],

  // Extrait d'Open Food Facts (CSV à tabulations, JSONL ou Parquet) : ce qu'on dit des produits, face à ce qu'ils sont.
  // "productFacts": "produits.csv",

  // Coûts unitaires, de l'un à l'autre, et d'où ils viennent : sans eux, rien n'est compté en euros. Aussi lossAfterSpill,
  // lossUnanswered, negativeReview, agentHour, minutesPerReply, clickRatePoint et clickPointsPerStar.
  // "costs": { "lostCustomer": { "low": 120, "high": 200, "source": "contrôle de gestion 2026" } },

  // Le trimestre du rapport : au suivant, cette ligne seule change. Sans elle, le rapport porte sur tout.
  // "period": "2026-Q3",

  // Fuseau des dates qui n'en ont pas, et des jours, semaines, mois et trimestres.
  "zone": "Europe/Paris",

  // Ordre des dates, "dmy" ou "mdy", là où un fichier ne le dit pas.
  // "dateOrder": "dmy",

  // Heures d'ouverture du service client (1 lundi à 7 dimanche) et délai de réponse visé, en heures : les délais ne comptent qu'elles.
  // "businessHours": { "days": [1, 2, 3, 4, 5], "from": 9, "to": 18 },
  // "replyTargetHours": 4,

  // Phrases sous le titre du rapport.
  "notes": []
}
`;

const WATCH_CONFIG = `{
  // Où poster chaque événement, en JSON signé (HMAC-SHA-256) ; la clé est lue dans la variable nommée. Rien n'est posté ailleurs.
  // "webhooks": [{ "url": "https://exemple.example/veille", "secretFrom": "VEILLE_SECRET" }],

  // Courriels écrits en fichiers .eml : un par événement ("each") ou un par jour ("daily"). Rien n'est envoyé.
  // "email": { "from": "veille@exemple.example", "to": ["equipe@exemple.example"], "when": "daily" },
  // "digestAt": "08:00",

  // Heures où ni courriel ni envoi ne part ; les flux, eux, sont tenus à jour.
  // "quietHours": ["22:00", "07:00"],

  // Fausses alertes admises par mois et par marque : elles sont annoncées dans chaque alerte.
  "falseAlarmsPerMonth": 1
}
`;

export const initCommand: Command = {
  name: 'init',
  usage,
  options: { brand: { type: 'string' }, sector: { type: 'string' } },
  async run([folder = '.', ...others], values, io) {
    if (others.length > 0)
      throw new DeversoirError('option-invalid', `${others.length + 1} folders`, { hint: 'give one' });
    const files = {
      'deversoir.json': clientConfig(stringOption(values, 'brand'), choiceOption(values, 'sector', SECTORS)),
      'deversoir-watch.json': WATCH_CONFIG,
    };
    mkdirSync(folder, { recursive: true });
    const written: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name);
      if (existsSync(file)) {
        io.warn(`${file} is there already: left as it is`);
        continue;
      }
      writeFileSync(file, content);
      written.push(file);
      io.print(`written: ${file}`);
    }
    return { json: { written } };
  },
};
