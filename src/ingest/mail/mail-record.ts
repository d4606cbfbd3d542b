import type { Kind, MessageRecord, RecordTime } from '../../model/index.js';
import { htmlToText } from '../markup/html.js';
import type { Parsed, ReadOptions } from '../source.js';
import { placeWall } from '../values/dates.js';
import { mailTime } from './date.js';
import { channelOf } from './mail-channel.js';
import { decodeMail, type Mail } from './mime.js';
import { formIn, fromForm } from './form-mail.js';
import { forwardedIn, type ForwardedMail } from './forward.js';
import { ownWords, withoutQuotedHtml } from './quote.js';

/** A mail of a mailbox with its place and its `From ` line. */
export interface RawMail {
  readonly row: number;
  readonly bytes: Uint8Array;
  readonly fromLine?: string | undefined;
}

const AUTO_SUBJECT =
  /^\s*(?:(?:automatic|auto)[ -]?(?:reply|response)|out of (?:the )?office|r[ée]ponse automatique|absence du bureau|message d['’]absence|automatische antwort|abwesenheits|abwesend|respuesta autom|risposta automatica|resposta autom|undeliver|undelivered|delivery (?:status )?notification|delivery has failed|mail delivery|returned mail|failure notice|non remis|[ée]chec de (?:la )?(?:remise|distribution)|unzustellbar|notification d['’][ée]tat de remise|accus[ée] de (?:lecture|r[ée]ception)|read:|lu ?:)/iu;
const AUTO_SENDER = /^(?:mailer-daemon|postmaster|no-?reply-?bounce|bounces?)(?:@|$)/i;

/** Whether a subject is that of a bounce, a receipt or an out-of-office answer. */
export const saysAutomatic = (subject: string | undefined): boolean => AUTO_SUBJECT.test(subject ?? '');

const ids = (values: readonly string[]): string[] =>
  values.flatMap((value) => [...value.matchAll(/<\s*([^<>\s]{1,400})\s*>/g)].map((match) => match[1] ?? ''));

/** Bounces, receipts and out-of-office answers are no words of a person. */
function isAutomatic(mail: Mail): boolean {
  const first = (name: string): string => (mail.header(name)[0] ?? '').trim().toLowerCase();
  const submitted = first('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponder'].some(
      (name) => mail.header(name).length > 0,
    ) ||
    /^auto[_-]?reply/.test(first('precedence')) ||
    first('content-type').startsWith('multipart/report') ||
    mail.header('return-path').some((path) => /^\s*<\s*>\s*$/.test(path)) ||
    AUTO_SENDER.test(mail.from?.address ?? '') ||
    /^(?:mailer.daemon|mail delivery (?:sub)?system)/i.test(mail.from?.name ?? '') ||
    saysAutomatic(mail.subject)
  );
}

function timeOf(
  mail: Mail,
  fromLine: string | undefined,
  options: ReadOptions,
): { time: RecordTime | undefined; doubt?: string } {
  const written = mail.header('date')[0]?.trim();
  const date = written ? mailTime(written) : undefined;
  if (date && date.time.zone !== 'none') return { time: date.time };
  const hops = mail.header('received').map((value) => mailTime(value.slice(value.lastIndexOf(';') + 1)));
  const received = hops.findLast((hop) => hop !== undefined && hop.time.zone === 'explicit');
  if (received)
    return {
      time: received.time,
      doubt: 'the Date header has no usable zone; the time of receipt was taken',
    };
  const wall = date ?? mailTime((fromLine ?? '').replace(/^From \S*/, ''));
  if (!wall)
    return {
      time: written ? { epochMs: null, raw: written, zone: 'none' } : undefined,
      doubt: 'no readable date',
    };
  const time =
    wall.time.epochMs === null || wall.time.zone !== 'none'
      ? wall.time
      : placeWall(wall.time.epochMs, wall.time.raw, { zone: options.zone });
  return {
    time,
    ...(date?.badZone === true
      ? { doubt: 'the zone of the Date header is impossible; the clock was kept' }
      : {}),
  };
}

function bodyOf(mail: Mail): string | undefined {
  const plain = mail.text?.trim() ? ownWords(mail.text, mail.subject) : '';
  if (plain !== '') return plain;
  const html = mail.html ? ownWords(htmlToText(withoutQuotedHtml(mail.html)), mail.subject) : '';
  return html === '' ? undefined : html;
}

/** Gmail's archive says by label that the account itself sent a mail. */
const isSent = (mail: Mail): boolean =>
  mail
    .header('x-gmail-labels')
    .some((labels) =>
      /(?:^|,)\s*(?:Sent|Messages envoyés|Gesendet|Enviados|Posta inviata|Verzonden)\s*(?:,|$)/iu.test(
        labels,
      ),
    );

/** Mails inside mails are read to this depth. */
const MAX_DEPTH = 3;

/**
 * One mail as a record, with what is doubtful; mails attached to it, and those forwarded in its text, are records of those who wrote them. A
 * mail that is nothing but another mail in its envelope gives that one. A mail that can't be decoded is a reject.
 */
export async function mailRecord(raw: RawMail, options: ReadOptions, depth = 0): Promise<Parsed[]> {
  const { row } = raw;
  let mail: Mail;
  let body: string | undefined;
  try {
    mail = await decodeMail(raw.bytes);
    body = bodyOf(mail);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const reason = /nesting|depth/i.test(why)
      ? 'too-deep'
      : /size|header/i.test(why)
        ? 'too-large'
        : 'unreadable-row';
    return [{ reject: { row, reason, hint: `the mail can't be decoded: ${why.slice(0, 120)}` } }];
  }
  const envelope = /^message\/rfc822\b/i.test((mail.header('content-type')[0] ?? '').trim());
  const only = mail.attached.length === 1 ? mail.attached[0] : undefined;
  if (envelope && only && depth < MAX_DEPTH) return mailRecord({ row, bytes: only }, options, depth + 1);
  const automatic = isAutomatic(mail);
  const inside = body === undefined || automatic ? undefined : forwardedIn(body, mail.subject);
  if (inside) body = inside.before === '' ? undefined : inside.before;
  const form = body === undefined || automatic ? undefined : formIn(body, mail.from?.address);
  const carries = mail.attachments + mail.attached.length > 0 || inside !== undefined;
  const kind: Kind = automatic ? 'system' : body === undefined && carries ? 'media' : 'message';
  const { time, doubt } = timeOf(mail, raw.fromLine, options);
  if (!mail.from && body === undefined && mail.subject === undefined && !time) {
    return [{ reject: { row, reason: 'not-a-message', hint: 'no sender, subject, date or text' } }];
  }
  const parsed: Parsed[] = [
    {
      record: {
        row,
        ...headersOf(mail),
        channel: form === undefined ? channelOf(mail, body) : 'email',
        kind,
        sentAt: time,
        text: automatic ? undefined : body,
        title: mail.subject,
        attachments: mail.attachments,
        ...(form && fromForm(form)),
      },
    },
  ];
  if (doubt !== undefined)
    parsed.push({
      doubt: {
        row,
        column: 'date',
        value: mail.header('date')[0] ?? null,
        reason: /zone/.test(doubt) ? 'zone' : 'other',
        hint: doubt,
      },
    });
  if (mail.charsetDoubt !== undefined)
    parsed.push({ doubt: { row, column: 'text', reason: 'encoding', hint: mail.charsetDoubt } });
  for (const one of inside?.mails ?? []) parsed.push({ record: forwardedRecord(row, headersOf(mail), one) });
  if (!automatic && depth < MAX_DEPTH)
    for (const bytes of mail.attached) parsed.push(...(await mailRecord({ row, bytes }, options, depth + 1)));
  return parsed;
}

/** A mail that a forward holds in its text: it belongs to who wrote it, in the thread of the forward. */
function forwardedRecord(
  row: number,
  { threadId, platform, stage }: ReturnType<typeof headersOf>,
  { from, address, date, subject, text }: ForwardedMail,
): MessageRecord {
  return {
    row,
    platform,
    stage,
    threadId,
    channel: 'email',
    kind: text === '' ? 'media' : 'message',
    authorId: address,
    authorName: from,
    authorContacts: address === undefined ? undefined : [address],
    sentAt:
      date === undefined ? undefined : (mailTime(date)?.time ?? { epochMs: null, raw: date, zone: 'none' }),
    title: subject,
    text: text === '' ? undefined : text,
  };
}

/** Addresses a mail was sent to, at most 20. */
const recipientsOf = (mail: Mail): string[] | undefined => {
  const found = [...mail.header('to'), ...mail.header('cc')].flatMap(
    (value) => value.slice(0, 4000).match(/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g) ?? [],
  );
  return found.length === 0
    ? undefined
    : [...new Set(found.map((address) => address.toLowerCase()))].slice(0, 20);
};

function headersOf(
  mail: Mail,
): Pick<
  MessageRecord,
  | 'id'
  | 'threadId'
  | 'parentId'
  | 'platform'
  | 'stage'
  | 'direction'
  | 'authorId'
  | 'authorName'
  | 'authorIsBrand'
  | 'authorContacts'
  | 'recipientContacts'
  | 'givenLanguage'
> {
  const messageId = mail.header('message-id')[0]?.trim();
  const id =
    ids(messageId === undefined ? [] : [messageId])[0] ?? (messageId?.replace(/[<>\s]/g, '') || undefined);
  const answered = ids(mail.header('in-reply-to'))[0];
  const references = ids(mail.header('references'));
  const subject = (mail.subject ?? '')
    .replace(/^(?:\s*(?:re|aw|sv|rép|fwd?|tr|wg|antw|r)\s?(?:\[\d+\])?\s?:\s*)+/iu, '')
    .toLowerCase();
  const sent = isSent(mail);
  const address = mail.from?.address;
  return {
    id,
    platform: 'email',
    stage: 'private',
    parentId: answered ?? references.at(-1),
    threadId: references[0] ?? answered ?? id ?? (subject === '' ? undefined : `subject:${subject}`),
    ...(sent ? { direction: 'outbound' as const, authorIsBrand: true } : {}),
    authorId: address,
    authorName: mail.from?.name,
    authorContacts: address === undefined ? undefined : [address],
    recipientContacts: recipientsOf(mail),
    givenLanguage: /^([a-z]{2})\b/.exec(mail.header('content-language')[0]?.toLowerCase() ?? '')?.[1],
  };
}
