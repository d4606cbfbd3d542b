/** Words, yes and no, and numbers of employees by which a column says which side writes. */
import type { TablePeek } from '../bytes/export-file.js';
import { foldedNames, wordsOfCell } from './text-names.js';

/** Who a ticket or conversation is of. */
export const CUSTOMER_NAMES =
  /^(?:(?:nom |prenom |nom complet )(?:du |de la |de l |de )?|primary )?(?:customer|client|cliente|requester|contact|consumer|consommateur|demandeur|requerant|usager|visiteur|visitor|internaute|end user|buyer party)(?: (?:(?:full |displayed |display |lookup )?name))?$/;
/** How to reach them. */
const CUSTOMER_CONTACTS =
  /^(?:customer|client|requester|contact|consumer|demandeur|visiteur|visitor|end user)(?: contact attributes)? (?:e ?mail(?: address)?|mail|courriel|phone(?: number)?|telephone|mobile)$/;

/** The columns of a conversation that tell its customer. */
export const customerColumns = (table: Pick<TablePeek, 'header' | 'names'>): readonly string[] =>
  foldedNames(table).flatMap((name, at) =>
    CUSTOMER_NAMES.test(name) || CUSTOMER_CONTACTS.test(name) ? (table.header[at] ?? []) : [],
  );

export type Voice = 'customer' | 'agent' | 'automatic' | 'internal';

const VOICES: readonly (readonly [Voice, RegExp])[] = [
  ['internal', /\b(?:interne|internal|private note|note privee)\b|^notes?$/],
  [
    'automatic',
    /\b(?:auto|automatique|automatic|automated|systeme?|chatbot|(?<!\ble )bot|robot|virtual agent|agent virtuel|assistant virtuel|workflow|automation|automate)\b/,
  ],
  [
    'customer',
    /^(?:(?:message|e ?mail|mail|courriel|courrier|appel|sms|chat) )?(?:entrante?s?|inbound|incoming|in|recue?s?|received|end user|enduser|usager|internaute|visit(?:eur|or)|requester|demandeur|contact|consommat(?:eur|rice)|consumer|cliente?s?|customers?|user|utilisateur|buyer|acheteur|external|externe)(?: user)?$|\b(?:from|par le|par la|du|de la) (?:customer|cliente?|consommat(?:eur|rice))$|\bto (?:operator|agent)$|^incident description$/,
  ],
  [
    'agent',
    /^(?:(?:message|e ?mail|mail|courriel|courrier|appel|sms|chat) )?(?:sortante?s?|outbound|outgoing|out|envoyee?s?|sent|agents?|conseill(?:er|ere)|teleconseill(?:er|ere)|staff|admin|support|operat(?:eur|or|rice)|collaborat(?:eur|rice)|gestionnaire|marque|brand|service clients?|entreprise|company|enseigne|equipe|team ?(?:mate|member)?|shop|seller|vendeur|boutique|employee?)(?: user)?$|^(?:outbound|outgoing) (?:api|reply)$|^(?:reponse|reply|staff account|supervisor|manager)$|\b(?:to|au|a la) (?:customer|visitor|cliente?|consommat(?:eur|rice))$/,
  ],
];
const YES = /^(?:true|vrai|yes|oui|1|y|o)$/;
const NO = /^(?:false|faux|non|no|0|n)$/;
/** Who writes, beside whom a "user" is one of the desk. */
const BESIDE_USERS = /^(?:contact|visitor|visiteur|customer|client|end user|requester|demandeur)$/;
const USER = /^(?:user|utilisateur)$/;

/** Called so, yes is the customer. */
const OF_CUSTOMER =
  /^(?:is )?(?:incoming|inbound|entrante?)$|^(?:(?:user|author|sender|from) )?(?:is )?(?:customer|client|contact|visitor)$/;
/** Called so, yes is the brand. */
const OF_AGENT =
  /^(?:is )?(?:outgoing|outbound|sortante?|owner)$|^(?:(?:user|author|sender) )?(?:is |from |is from )?(?:agent|staff|admin|operator|me)$/;
/** Numbers of employees: none, or 0, where the customer writes. */
const EMPLOYEE = /^(?:id )?(?:employee|employe|staff|admin|operator)(?: id)?$/;

export const saysYes = (cell: string): boolean => YES.test(wordsOfCell(cell));
/** Says of what is visible that it is not. */
export const saysUnseen = (cell: string): boolean =>
  /^(?:false|faux|non|no|0|n|private|prive|interne|internal)$/.test(wordsOfCell(cell));

/** What a cell says of who writes; `undefined` where it says nothing. */
export const voiceOf = (cell: string): Voice | undefined =>
  VOICES.find(([, words]) => words.test(wordsOfCell(cell)))?.[0];

/** How the cells of a column of this name tell a side; `undefined` where they hardly do, or one side alone writes. */
export function sideIn(
  table: TablePeek,
  at: number,
  name: string,
): ((cell: string) => Voice | undefined) | undefined {
  const cells = table.rows.map((row) => row[at] ?? '');
  const filled = cells.filter((cell) => cell.trim() !== '');
  const tells = (read: (cell: string) => Voice | undefined, among: readonly string[]): boolean => {
    const voices = among.map(read).filter((voice) => voice !== undefined);
    return (
      among.length > 0 &&
      voices.length >= among.length * 0.9 &&
      voices.includes('customer') &&
      voices.some((voice) => voice !== 'customer')
    );
  };
  const flag = OF_CUSTOMER.test(name) ? 'customer' : OF_AGENT.test(name) ? 'agent' : undefined;
  const other = flag === 'customer' ? 'agent' : 'customer';
  const users = filled.some((cell) => BESIDE_USERS.test(wordsOfCell(cell)));
  const outside = filled.some((cell) => /^extern(?:al|e)$/.test(wordsOfCell(cell)));
  const readers: readonly (readonly [(cell: string) => Voice | undefined, readonly string[]])[] = [
    [
      (cell) =>
        (users && USER.test(wordsOfCell(cell))) || (outside && voiceOf(cell) === 'internal')
          ? 'agent'
          : voiceOf(cell),
      filled,
    ],
    ...(flag === undefined
      ? []
      : [
          [
            (cell: string) => (saysYes(cell) ? flag : NO.test(wordsOfCell(cell)) ? other : voiceOf(cell)),
            filled,
          ] as const,
        ]),
    ...(EMPLOYEE.test(name) && filled.every((cell) => /^\d{1,9}$/.test(cell.trim()))
      ? [[(cell: string) => (Number(cell) === 0 ? 'customer' : 'agent'), cells] as const]
      : []),
  ];
  return readers.find(([read, among]) => tells(read, among))?.[0];
}
