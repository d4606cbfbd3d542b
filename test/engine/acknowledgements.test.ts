import { expect, it } from 'vitest';
import { responseRate } from '../../src/metrics/care/response-rate.js';
import { inCorpus } from '../in-corpus.js';

const DESK = 'contact@ruche.example';
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(5, '0');
const mail = (id: string, at: string, from: string, to: string, text: string, answers = ''): string =>
  `From ${from} Tue, ${at}\nDate: Tue, ${at}\nFrom: ${from}\nTo: ${to}\nMessage-ID: <${id}@m.example>\n${answers === '' ? '' : `In-Reply-To: <${answers}@m.example>\n`}Subject: Pot ${id.slice(-1)}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;
/** Five customers ask; a letter that says nothing of itself comes after 50 s to 4 min 10 s; one is answered by a person. */
const MAILS = [
  ...Array.from({ length: 5 }, (_, i) => {
    const who = `client${i}@courriel.example`,
      day = `0${2 + i} Feb 2026`;
    return (
      mail(`ask${i}`, `${day} 10:00:00 +0100`, who, DESK, `Mon pot numéro ${i} est fendu, que faire ?`) +
      mail(
        `form${i}`,
        `${day} 10:${clock(50 * (i + 1))} +0100`,
        DESK,
        who,
        'Votre courrier est sur la table de notre atelier. La ruche.',
        `ask${i}`,
      )
    );
  }),
  mail(
    'human0',
    '02 Feb 2026 15:00:00 +0100',
    DESK,
    'client0@courriel.example',
    'Il repart ce soir.',
    'ask0',
  ),
].join('');

const said = (id: number, at: string, text: string, via: string): object => ({
  id,
  public: true,
  channel: 'contact_form',
  via,
  from_agent: via !== 'contact_form',
  sender: via === 'contact_form' ? { id: Math.floor(id / 10) } : { id: 99, name: 'Ruche' },
  body_text: text,
  created_datetime: at,
  sent_datetime: at,
});
/** Two tickets, each greeted by a rule of the desk; a person answers the second. */
const TICKETS = {
  data: [
    {
      id: 1,
      status: 'open',
      channel: 'contact_form',
      subject: 'Pot',
      customer: { id: 1 },
      created_datetime: '2026-02-03T09:00:00Z',
      closed_datetime: null,
      messages: [
        said(11, '2026-02-03T09:00:00Z', 'Mon pot de miel est arrivé fendu', 'contact_form'),
        said(12, '2026-02-03T09:00:30Z', 'Quel plaisir de vous lire !', 'rule'),
      ],
    },
    {
      id: 2,
      status: 'open',
      channel: 'contact_form',
      subject: 'Miel',
      customer: { id: 2 },
      created_datetime: '2026-02-04T09:00:00Z',
      closed_datetime: null,
      messages: [
        said(
          21,
          '2026-02-04T09:00:00Z',
          'Le couvercle fuit, tout le colis est trempé, que faire ?',
          'contact_form',
        ),
        said(22, '2026-02-04T09:00:30Z', 'Quel plaisir de vous lire !', 'rule'),
        said(23, '2026-02-04T14:00:00Z', 'Nous vous en renvoyons un.', 'helpdesk'),
      ],
    },
  ],
};

it('takes no acknowledgement for an answer: letters of a desk that looks for mail every few minutes, and its rules', async () => {
  const rates = await inCorpus(
    { 'boite.mbox': MAILS, 'tickets.json': JSON.stringify(TICKETS) },
    { config: { brandAccounts: [DESK] } },
    async (corpus) => (await responseRate(corpus)).rows(),
  );
  expect(
    rates.map(({ channel, answered, n, acknowledged }) => [channel, answered, n, acknowledged]).toSorted(),
  ).toEqual([
    ['email', 1, 5, 5],
    ['form', 1, 2, 2],
  ]);
});
