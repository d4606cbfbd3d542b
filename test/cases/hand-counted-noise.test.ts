import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import {
  firstReplyTime,
  icebergRatio,
  messageVolume,
  responseRate,
  spillRate,
  travellingTexts,
} from '../../src/metrics/index.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const DESK = 'contact@ruche.example';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon'] as const;

/** A mail of day `n`, the first a Monday, 2 February 2026. */
const mail = (
  id: string,
  n: number,
  hour: string,
  from: string,
  to: string,
  text: string,
  answers?: string,
): string => {
  const at = `${DAYS[n % 7]}, ${String(2 + n).padStart(2, '0')} Feb 2026 ${hour}:00 +0100`;
  return `From client@courriel.example ${at}\nDate: ${at}\nFrom: ${from}\nTo: ${to}\nMessage-ID: <${id}@mail.example>\n${answers === undefined ? '' : `In-Reply-To: <${answers}@mail.example>\n`}Subject: Lot ${n}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;
};

const CUSTOMER = (n: number): string => `Client ${n} <client${n}@courriel.example>`;
const DESK_LINE = `Ruche d'Armor <${DESK}>`;

/** Eight customers complain, a day each at ten; a machine thanks each of them a minute later; a person answers three, the next day at four in the afternoon. */
const MAILS = Array.from({ length: 8 }, (_, n) =>
  [
    mail(
      `m${n}`,
      n,
      '10:00',
      CUSTOMER(n),
      DESK,
      `Bonjour, mon lot ${n} est arrivé cassé, le colis était éventré, je suis très mécontent et je demande un remboursement.`,
    ),
    mail(
      `a${n}`,
      n,
      '10:01',
      DESK_LINE,
      CUSTOMER(n),
      'Ceci est une réponse automatique. Nous avons bien reçu votre message et vous répondrons dans les meilleurs délais.',
      `m${n}`,
    ),
    ...(n < 3
      ? [
          mail(
            `r${n}`,
            n + 1,
            '16:00',
            DESK_LINE,
            CUSTOMER(n),
            `Bonjour, pouvez-vous nous envoyer une photo du lot ${n} ? Nathalie`,
            `m${n}`,
          ),
        ]
      : []),
  ].join(''),
).join('');

const CAMPAIGN =
  'Mon miel Ruche d’Armor est arrivé fermenté et leur service refuse de me rembourser, c’est une honte, boycottez !';
/** The public export begins on 6 February: one text by six accounts, two complaints of people's own, three lines of praise. */
const POSTS = [
  'id,date,auteur,texte,likes',
  ...Array.from(
    { length: 6 },
    (_, n) => `c${n},2026-02-0${7 + (n % 2)}T1${n}:00:00Z,compte_${n},"${CAMPAIGN}",1`,
  ),
  `p1,2026-02-06T09:00:00Z,Ana Le Goff,"Pot de Ruche d’Armor ouvert, moisi sur le dessus, immangeable, je suis écœurée",2`,
  `p2,2026-02-10T09:00:00Z,Paul Kervella,"Encore une livraison de Ruche d’Armor en retard, service nul, jamais de réponse",2`,
  ...['délicieux', 'parfait', 'superbe'].map(
    (word, n) => `q${n},2026-02-1${n}T12:00:00Z,Ravie ${n},"Miel ${word} de Ruche d’Armor, bravo et merci",4`,
  ),
].join('\n');

const folder = temporaryFolder();
let corpus: Corpus;
beforeAll(async () => {
  writeFileSync(join(folder, 'boite.mbox'), MAILS);
  writeFileSync(join(folder, 'mentions.csv'), `${POSTS}\n`);
  corpus = await buildCorpus(folder, join(folder, '.corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    zone: 'Europe/Paris',
    workers: 0,
    config: { brand: 'Ruche d’Armor', brandAccounts: ['Ruche d’Armor', DESK] },
  });
});
afterAll(() => corpus.close());

describe('eight mails with automatic replies, a copied text, a public export that begins late', () => {
  it('counts three answers by a person among eight, and eight acknowledgements apart', async () => {
    const rate = await responseRate(corpus);
    expect([rate.value, rate.n]).toEqual([3 / 8, 8]);
    expect(rate.rows().find(({ stage }) => stage === 'private')).toMatchObject({
      answered: 3,
      acknowledged: 8,
    });
  });

  it('waits for the person, thirty hours, not for the machine, a minute', async () => {
    const [row] = (await firstReplyTime(corpus)).rows();
    // of the six that are followed for thirty hours three are answered then: half, so the median; a machine's minute would be 1/60
    expect([row?.median, row?.marketMean]).toEqual([30, 30]);
  });

  it('counts customers’ messages once: eight mails and eleven posts', async () => {
    const rows = (await messageVolume(corpus)).rows();
    expect(rows.length).toBeGreaterThan(0);
    const [counted] = (
      await corpus.query(
        `SELECT CAST(count(*) FILTER (stage = 'private' AND speech = 'own') AS DOUBLE) AS mails, CAST(count(*) FILTER (stage = 'public') AS DOUBLE) AS posts FROM messages WHERE direction = 'inbound'`,
      )
    ).objects();
    expect(counted).toEqual({ mails: 8, posts: 11 });
  });

  it('tells the copied text as one, by six accounts', async () => {
    const rows = (await travellingTexts(corpus)).rows();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ copies: 6, authors: 6 });
  });

  it('follows the four cases that opened while the public export watched', async () => {
    // 6, 7, 8 and 9 February; nobody was seen to go public
    const rate = await spillRate(corpus);
    expect(rate.n).toBe(4);
    expect(rate.rows().find(({ by }) => by === 'total')?.seen).toBe(0);
  });

  it('compares the two sides on the days that both watch', async () => {
    // private: 6 to 9 February; public: what is told until the 9th, of the campaign of six and one of their own
    const [row] = (await icebergRatio(corpus)).rows();
    expect(row).toMatchObject({ private: 4, public: 7 });
  });
});
