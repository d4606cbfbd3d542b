import type { HandFile, HandMessage } from '../../message.js';
import { fullName, type Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ahead, wall } from '../../rhythm.js';
import { iso, local, number } from '../cells.js';
import { DAYS, encoded, MONTHS } from '../mail.js';

const LONG = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const WEEKDAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(
      (line) => `<p class=MsoNormal>${line === '' ? '<o:p>&nbsp;</o:p>' : `${escaped(line)}<o:p></o:p>`}</p>`,
    )
    .join('\r\n');

interface Sent {
  readonly one: HandMessage;
  readonly subject: string;
  readonly from: readonly [name: string, address: string];
  readonly to: readonly [name: string, address: string];
  readonly html: string;
  readonly root: string;
}

/** Mails as Outlook writes them: HTML, what is answered below a line. */
function sentMails({ brand, seed }: Plan, messages: readonly HandMessage[]): Sent[] {
  const known = new Map<string, Sent>(),
    subjects = new Map<string, string>(),
    service = [`Relation clients ${brand.name}`, `conso@${brand.domain}`] as const;
  return messages.map((one, at): Sent => {
    const customer = one.side === 'customer',
      person = one.person as Person,
      them = [fullName(person), person.email] as const;
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    const title = subjects.get(one.thread) ?? one.title ?? 'Demande';
    subjects.set(one.thread, title);
    const extra = brand.hand.texts.life;
    const signature =
      one.side === 'staff'
        ? `\n\n${one.agent}\n${brand.name}\n${extra?.disclaimer?.[0]}`
        : customer && (at + seed) % 4 === 0
          ? `\n\n${extra?.mobile?.[at % 2]}`
          : '';
    const quoted = (above: Sent): string => {
      const clock = wall(above.one.at),
        { y, d, h, min } = local(above.one.at);
      const day = `${WEEKDAYS[clock.getUTCDay()]} ${Number(d)} ${LONG[clock.getUTCMonth()]} ${y} ${h}:${min}`;
      return `<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>De :</b> ${escaped(above.from[0])} &lt;${above.from[1]}&gt; <br><b>Envoyé :</b> ${day}<br><b>À :</b> ${escaped(above.to[0])} &lt;${above.to[1]}&gt;<br><b>Objet :</b> ${escaped(above.subject)}<o:p></o:p></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>${above.html}`;
    };
    const mail: Sent = {
      one,
      subject:
        parent === undefined
          ? title
          : one.side === 'automatic'
            ? `Réponse automatique : ${title}`
            : `RE: ${title}`,
      from: customer ? them : service,
      to: customer ? service : them,
      html: `${paragraphs(one.text + signature)}${parent === undefined || one.side === 'automatic' ? '' : quoted(parent)}`,
      root: parent?.root ?? one.id,
    };
    known.set(one.id, mail);
    return mail;
  });
}

const idOf = (one: HandMessage, domain: string): string =>
  `<PR3P${number(one.id, 'g')}${one.id}@${one.side === 'customer' ? 'PR3.eurprd.prod.example' : domain}>`;

const wrapped = (text: string): string => (text.match(/.{1,76}/g) ?? []).join('\r\n');

/** One message dragged out of Outlook: HTML alone, or with the `winmail.dat` that rich text leaves. */
function single(
  { brand }: Plan,
  { one, subject, from, to, html }: Sent,
  known: ReadonlyMap<string, Sent>,
): string {
  const { y, d, h, min, s } = local(one.at),
    clock = wall(one.at),
    parent = one.parent === undefined ? undefined : known.get(one.parent);
  const head = [
    `From: ${encoded(from[0])} <${from[1]}>`,
    `To: ${encoded(to[0])} <${to[1]}>`,
    `Subject: ${encoded(subject)}`,
    `Thread-Topic: ${encoded(subject.replace(/^RE: /, ''))}`,
    `Date: ${DAYS[clock.getUTCDay()]}, ${Number(d)} ${MONTHS[clock.getUTCMonth()]} ${y} ${h}:${min}:${s} +0${ahead(one.at)}00`,
    `Message-ID: ${idOf(one, brand.domain)}`,
    ...(parent === undefined
      ? []
      : [`References: ${idOf(parent.one, brand.domain)}`, `In-Reply-To: ${idOf(parent.one, brand.domain)}`]),
    'Accept-Language: fr-FR',
    'Content-Language: fr-FR',
    ...(one.side === 'automatic' ? ['X-Auto-Response-Suppress: All', 'Auto-Submitted: auto-generated'] : []),
    'MIME-Version: 1.0',
  ];
  const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style><!--\r\np.MsoNormal {margin:0cm;font-size:11.0pt;}\r\n--></style></head><body lang=FR link="#0563C1"><div class=WordSection1>${html}</div></body></html>`;
  const body = wrapped(Buffer.from(page, 'utf8').toString('base64'));
  if (Number(one.id.replace(/\D/g, '')) % 5 !== 0)
    return [
      ...head,
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      body,
      '',
    ].join('\r\n');
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="_002_PR3P_"',
    '',
    '--_002_PR3P_',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    body,
    '--_002_PR3P_',
    'Content-Type: application/ms-tnef; name="winmail.dat"',
    'Content-Disposition: attachment; filename="winmail.dat"',
    'Content-Transfer-Encoding: base64',
    '',
    'eJ8+IgAAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADoAAEIgAcAGAAAAElQTS5NaWNy',
    '--_002_PR3P_--',
    '',
  ].join('\r\n');
}

/** Folders of single messages, or what Microsoft Graph lists of the two folders of a mailbox. */
export function outlookFiles(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand, layout } = plan,
    mails = sentMails(plan, messages);
  if ((layout['mail'] ?? 0) < 0.5) {
    const known = new Map(mails.map((mail) => [mail.one.id, mail]));
    return mails.map((mail): HandFile => {
      const name = mail.subject.replace(/[\\/:*?"<>|]/g, '_').slice(0, 40);
      return {
        path: `Messagerie/${mail.one.side === 'customer' ? 'Boîte de réception' : 'Éléments envoyés'}/${name} ${number(mail.one.id)}.eml`,
        text: single(plan, mail, known),
        messages: [mail.one],
      };
    });
  }
  const address = ([name, at]: readonly [string, string]): object => ({
    emailAddress: { name, address: at },
  });
  return (['inbox', 'sentitems'] as const).map((folder): HandFile => {
    const own = mails.filter(({ one }) => (one.side === 'customer') === (folder === 'inbox')).toReversed();
    const value = own.map(({ one, subject, from, to, html, root }) => ({
      '@odata.etag': `W/"CQAAABYAAAC${number(one.id)}"`,
      id: `AAMkAG${number(one.id, 'm')}AAA=`,
      createdDateTime: iso(one.at),
      lastModifiedDateTime: iso(one.at + 60_000),
      receivedDateTime: iso(one.at),
      sentDateTime: iso(one.at - 1000),
      hasAttachments: false,
      internetMessageId: idOf(one, brand.domain),
      subject,
      bodyPreview: one.text.slice(0, 255),
      importance: 'normal',
      parentFolderId: folder === 'inbox' ? 'AQMkInbox' : 'AQMkSent',
      conversationId: `AAQkAG${number(root, 'c')}=`,
      isRead: true,
      isDraft: false,
      inferenceClassification: 'focused',
      body: {
        contentType: 'html',
        content: `<html><head></head><body><div class="WordSection1">${html}</div></body></html>`,
      },
      sender: address(from),
      from: address(from),
      toRecipients: [address(to)],
      ccRecipients: [],
      bccRecipients: [],
      replyTo: [],
      flag: { flagStatus: 'notFlagged' },
    }));
    return {
      path: `Messagerie/graph_${folder}.json`,
      text: JSON.stringify(
        {
          '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users('conso')/mailFolders('${folder}')/messages`,
          value,
        },
        undefined,
        2,
      ),
      messages: own.map(({ one }) => one),
    };
  });
}
