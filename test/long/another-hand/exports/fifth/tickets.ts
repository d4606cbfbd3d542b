import type { HandCase } from '../../conversation.js';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName, plain } from '../../names.js';
import type { Plan } from '../../plan.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { MONTHS } from '../mail.js';
import { windows1252 } from '../fourth/workbook.js';

interface Ticket {
  readonly id: string;
  readonly first: HandMessage;
  readonly list: readonly HandMessage[];
  readonly subject: string;
  readonly closedAt: number | undefined;
}

function ticketsOf(
  { end }: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): Ticket[] {
  return grouped(messages, ({ thread }) => thread).map(([thread, list]): Ticket => {
    const first = list[0] as HandMessage,
      one = cases.get(`${first.caseId}`) as HandCase;
    const last = list.at(-1) as HandMessage;
    const closed =
      thread.endsWith('m') && last.side === 'automatic'
        ? last.at
        : thread === one.id && one.resolvedHow !== 'silent' && (one.resolvedAt ?? Infinity) < end
          ? Math.max(one.resolvedAt ?? 0, last.at)
          : thread === one.id && (one.closedAt ?? Infinity) < end
            ? one.closedAt
            : undefined;
    return {
      id: number(thread),
      first,
      list,
      subject: list.find(({ title }) => title !== undefined)?.title ?? 'Demande',
      closedAt: closed,
    };
  });
}
const who = ({ person }: HandMessage): string => (person === undefined ? '' : fullName(person));
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const typedByStaff = (one: HandMessage): boolean => one.side !== 'customer' || one.noted === true;

/** HubSpot’s conversations: threads, and pages of their messages; an agent’s comment is a note. */
function hubspot({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const customer = (one: HandMessage): object => ({
    actorId: `V-${number(one.person?.id ?? '')}`,
    name: who(one),
    senderField: 'FROM',
    deliveryIdentifier: { type: 'HS_EMAIL_ADDRESS', value: one.person?.email },
  });
  const sender = (one: HandMessage): object =>
    !typedByStaff(one)
      ? customer(one)
      : one.side === 'automatic'
        ? { actorId: 'S-hubspot', name: brand.name }
        : { actorId: `A-${70_000 + brand.agents.indexOf(`${one.agent}`)}`, name: one.agent };
  const threads = tickets.map(({ id, list, closedAt, first }) => ({
    id,
    createdAt: iso(first.at),
    status: closedAt === undefined ? 'OPEN' : 'CLOSED',
    ...(closedAt === undefined ? {} : { closedAt: iso(closedAt) }),
    originalChannelId: '1002',
    originalChannelAccountId: '31',
    latestMessageTimestamp: iso(list.at(-1)?.at ?? 0),
    inboxId: '9',
    associatedContactId: number(first.person?.id ?? ''),
    spam: false,
    archived: false,
  }));
  const pages = tickets.map(({ id, list, subject }) => ({
    results: list.map((one) => ({
      type: one.side === 'internal' ? 'COMMENT' : 'MESSAGE',
      id: `m-${number(one.id)}`,
      conversationsThreadId: id,
      createdAt: iso(one.at),
      createdBy: typedByStaff(one) ? 'A-70000' : `V-${number(one.person?.id ?? '')}`,
      client: { clientType: 'HUBSPOT' },
      senders: [sender(one)],
      recipients:
        one.side === 'internal'
          ? []
          : [
              typedByStaff(one)
                ? { ...customer(one), recipientField: 'TO' }
                : {
                    recipientField: 'TO',
                    deliveryIdentifier: { type: 'HS_EMAIL_ADDRESS', value: `conso@${brand.domain}` },
                  },
            ],
      archived: false,
      text: one.text,
      richText: `<div dir="ltr">${escaped(one.text)}</div>`,
      attachments: [],
      ...(one.side === 'internal'
        ? {}
        : {
            subject,
            truncationStatus: 'NOT_TRUNCATED',
            status: { statusType: one.side === 'customer' && one.noted !== true ? 'RECEIVED' : 'SENT' },
            direction: typedByStaff(one) ? 'OUTGOING' : 'INCOMING',
            channelId: '1002',
            channelAccountId: '31',
          }),
    })),
    paging: {},
  }));
  return [
    {
      path: 'Service client/hubspot_threads.json',
      text: JSON.stringify({ results: threads }),
      messages: [],
      aside: true,
    },
    {
      path: 'Service client/hubspot_messages.json',
      text: JSON.stringify(pages),
      messages: tickets.flatMap(({ list }) => list),
    },
  ];
}

/** ServiceNow’s list as CSV: all that was said lies in two cells of journals, newest first. */
function serviceNow(tickets: readonly Ticket[]): HandFile[] {
  const time = (at: number | undefined): string => {
    if (at === undefined) return '';
    const { y, m, d, h, min, s } = local(at);
    return `${y}-${m}-${d} ${h}:${min}:${s}`;
  };
  const journal = (list: readonly HandMessage[], label: string): string =>
    list
      .toReversed()
      .map(
        (one) =>
          `${time(one.at)} - ${one.side === 'automatic' ? 'System' : typedByStaff(one) ? one.agent : who(one)} (${label})\n${one.text}\n`,
      )
      .join('\n');
  const rows = tickets.map(({ id, first, list, subject, closedAt }) => [
    `CS${id}`,
    who(first),
    first.person?.email,
    first.noted === true ? 'Phone' : 'Web',
    subject,
    first.text,
    closedAt !== undefined ? 'Closed' : list.some(({ side }) => side === 'staff') ? 'Awaiting Info' : 'New',
    '4 - Low',
    time(first.at),
    time(closedAt),
    journal(
      list.slice(1).filter(({ side }) => side !== 'internal'),
      'Additional comments',
    ),
    journal(
      list.filter(({ side }) => side === 'internal'),
      'Work notes',
    ),
  ]);
  const header =
    'Number|Contact|Contact email|Channel|Short description|Description|State|Priority|Opened|Closed|Additional comments|Work notes'.split(
      '|',
    );
  const quoted = [header, ...rows]
    .map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
  return [
    {
      path: 'Service client/sn_customerservice_case.csv',
      text: windows1252(`${quoted}\r\n`),
      messages: tickets.flatMap(({ list, first }) => [
        first,
        ...list.filter((one) => one !== first).toSorted((a, b) => a.at - b.at),
      ]),
    },
  ];
}

/** Jira Service Management’s “export to CSV (all fields)”: one column a comment, each of date, author’s id and words. */
function jira({ brand }: Plan, tickets: readonly Ticket[]): HandFile[] {
  const time = (at: number | undefined): string => {
    if (at === undefined) return '';
    const { y, m, d, h, min } = local(at);
    return `${d}/${MONTHS[Number(m) - 1]}/${y.slice(2)} ${Number(h) % 12 || 12}:${min} ${Number(h) < 12 ? 'AM' : 'PM'}`;
  };
  const account = (one: HandMessage): string =>
    one.side === 'automatic'
      ? '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077'
      : typedByStaff(one)
        ? `5b10ac8d82e05b22cc7d4e${String(10 + brand.agents.indexOf(`${one.agent}`))}`
        : `qm:0f5ab0d2:${number(one.person?.id ?? '')}`;
  const most = Math.max(...tickets.map(({ list }) => list.length - 1));
  const key = plain(brand.name).slice(0, 3).toUpperCase();
  const rows = tickets.map(({ id, first, list, subject, closedAt }) => {
    const comments = list.slice(1).map((one) => `${time(one.at)};${account(one)};${one.text}`);
    const reporter = { ...first, noted: false };
    return [
      subject,
      `${key}-${id}`,
      id,
      'Service Request',
      closedAt !== undefined
        ? 'Resolved'
        : list.some(({ side }) => side === 'staff')
          ? 'Waiting for customer'
          : 'Waiting for support',
      key,
      brand.name,
      'Medium',
      closedAt === undefined ? '' : 'Done',
      brand.agents[0],
      who(first),
      account(reporter),
      first.noted === true ? first.agent : who(first),
      account(first),
      time(first.at),
      time(list.at(-1)?.at),
      time(closedAt),
      first.text,
      ...comments,
      ...Array.from({ length: most - comments.length }, () => ''),
      first.noted === true ? 'phone' : 'portal',
    ];
  });
  const header = [
    ...'Summary|Issue key|Issue id|Issue Type|Status|Project key|Project name|Priority|Resolution|Assignee|Reporter|Reporter Id|Creator|Creator Id|Created|Updated|Resolved|Description'.split(
      '|',
    ),
    ...Array.from({ length: most }, () => 'Comment'),
    'Custom field (Request channel type)',
  ];
  return [
    {
      path: 'Service client/Jira.csv',
      text: table([header, ...rows], ','),
      messages: tickets.flatMap(({ list }) => list),
    },
  ];
}

/** Answers rated in a survey of Qualtrics, whose header has three rows. */
function survey(rated: readonly HandMessage[]): HandFile {
  const time = (at: number): string => iso(at).replace('T', ' ').replace('Z', '');
  const names =
    'StartDate|EndDate|Status|Progress|Finished|RecordedDate|ResponseId|RecipientEmail|DistributionChannel|UserLanguage|Q1_NPS_GROUP|Q1|Q2|ticket'.split(
      '|',
    );
  const asked = [
    ...'Start Date|End Date|Response Type|Progress|Finished|Recorded Date|Response ID|Recipient Email|Distribution Channel|User Language'.split(
      '|',
    ),
    'Recommanderiez-vous notre service ? - Group',
    'Recommanderiez-vous notre service ?',
    'Qu’est-ce qui explique votre note ?',
    'ticket',
  ];
  const imports =
    'startDate|endDate|status|progress|finished|recordedDate|_recordId|recipientEmail|distributionChannel|userLanguage|QID1_NPS_GROUP|QID1|QID2_TEXT|ticket'
      .split('|')
      .map((id) => `{"ImportId":"${id}"${id.endsWith('Date') ? ',"timeZone":"Z"' : ''}}`);
  const rows = rated.map((one) => {
    const score = one.rating === 5 ? 10 : one.rating === 4 ? 9 : one.rating === 2 ? 4 : 1;
    return [
      time(one.at - 90_000),
      time(one.at),
      '0',
      '100',
      '1',
      time(one.at + 1000),
      `R_${number(one.id)}`,
      one.person?.email,
      'email',
      'FR',
      score > 8 ? 'Promoter' : 'Detractor',
      score,
      one.text,
      number(one.thread),
    ];
  });
  return {
    path: 'Service client/Satisfaction+contact_qualtrics.csv',
    text: table([names, asked, imports, ...rows], ','),
    messages: [undefined, undefined, ...rated],
  };
}

/** Tickets of one of three desks, and how their answers were rated. */
export function deskFiles(
  plan: Plan,
  messages: readonly HandMessage[],
  cases: ReadonlyMap<string, HandCase>,
): HandFile[] {
  const rated = messages.filter(({ purpose }) => purpose === 'survey');
  const tickets = ticketsOf(
    plan,
    messages.filter(({ purpose }) => purpose !== 'survey'),
    cases,
  );
  const kind = plan.layout['ticket'] ?? 0;
  return [
    ...(kind < 0.35 ? hubspot(plan, tickets) : kind < 0.65 ? serviceNow(tickets) : jira(plan, tickets)),
    ...(rated.length < 5 ? [] : [survey(rated)]),
  ];
}
