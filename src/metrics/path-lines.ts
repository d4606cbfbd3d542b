import { SURELY_COMPLAINS } from '../engine/judge-rare-complaints.js';
import { COMPLAINT } from '../engine/reference-columns.js';
import type { Evidence } from '../model/index.js';
import { formatNumber, typo } from '../util/french.js';
import type { Language } from '../util/language.js';
import type { FollowedMessage, FollowPath } from './path-of-message.js';

/** `handle +7.2`; a field alone where it is certain. */
const toldEvidence = ({ field, bits }: Evidence): string =>
  bits === null ? field : `${field} ${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;

const told = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'number' && !Number.isInteger(value)
      ? value.toFixed(2)
      : String(value);

/** Stages, directions, kinds and how a zone is known in French; other names are those of columns and of their values. */
const FRENCH: Readonly<Record<string, string>> = {
  private: 'en privé',
  public: 'en public',
  press: 'dans la presse',
  inbound: 'reçu',
  outbound: 'envoyé',
  internal: 'interne',
  explicit: 'écrit',
  documented: 'documenté',
  assumed: 'supposé',
  message: 'message',
  post: 'publication',
  comment: 'commentaire',
  review: 'avis',
  article: 'article',
  messages: 'messages',
  cases: 'dossiers',
};
const french = (code: string): string => FRENCH[code] ?? code;

type Say = (fr: string, en: string) => string;

/** A public text that reads as a complaint and is told none, see `engine/judge-rare-complaints.ts`. */
function readsOnly({ stage, kind, understood }: FollowedMessage): number | undefined {
  const { complaintProbability: p, intents } = understood;
  const isTold = Array.isArray(intents) && intents.includes('complaint');
  return stage === 'public' && kind !== 'review' && typeof p === 'number' && p >= COMPLAINT && !isTold
    ? p
    : undefined;
}

function messageLines(message: FollowedMessage, say: Say): string[] {
  const { file, row, format, sentAt, sentAtText, sentAtZone, stage, direction, kind, channel } = message;
  const author = message.authorKey ?? say('inconnu', 'unknown');
  const understood = Object.entries(message.understood).map(([name, value]) => `${name} ${told(value)}`);
  const reads = readsOnly(message);
  const evidence = message.evidence.length > 0 ? ` (${message.evidence.map(toldEvidence).join(', ')})` : '';
  return [
    message.messageId,
    say(
      `  lu          ${file}, ligne ${row}, format ${format}`,
      `  read        ${file}, row ${row}, as ${format}`,
    ),
    say(
      `  daté        ${sentAt ?? 'sans date'} (écrit « ${sentAtText ?? ''} », fuseau ${french(sentAtZone)})`,
      `  sent        ${sentAt ?? 'no date'} (written "${sentAtText ?? ''}", zone ${sentAtZone})`,
    ),
    say(
      `  est         ${french(kind)} ${french(stage)}, ${french(direction)}, sur ${channel}, auteur ${author}`,
      `  is          ${stage} ${direction} ${kind} on ${channel}, author ${author}`,
    ),
    `${say('  texte       ', '  text        ')}${
      message.text?.replace(/\s+/g, ' ').slice(0, 300) ??
      (stage === 'private'
        ? say('(privé : montré avec --private)', '(private: shown with --private)')
        : say('(aucun)', '(none)'))
    }`,
    `${say('  compris     ', '  understood  ')}${understood.join('; ') || say('rien', 'nothing')}`,
    ...(reads === undefined
      ? []
      : [
          say(
            `  plainte     non : ses mots se lisent comme une plainte à ${formatNumber(reads, 2)}, mais presque aucun texte de son fichier n’en est une : il y faut ${formatNumber(SURELY_COMPLAINS, 1)}`,
            `  complaint   no: its words are one at ${reads.toFixed(2)}, but hardly any text of its file is, where it takes ${SURELY_COMPLAINS}`,
          ),
        ]),
    ...Object.entries(message.cues).map(
      ([subject, words]) => `${say('  indices     ', '  cues        ')}${subject}: ${words.join(', ')}`,
    ),
    ...(message.linkProbability === null
      ? []
      : [
          `${say('  rattaché    probabilité', '  linked      probability')} ${message.linkProbability.toFixed(3)}${evidence}`,
        ]),
  ];
}

/** The path as lines for a person. */
export function followLines(path: FollowPath, language: Language = 'en'): string[] {
  const say: Say = (fr, en) => (language === 'fr' ? typo(fr) : en);
  const lines = path.messages.flatMap((message) => messageLines(message, say));
  for (const { file, row } of path.duplicates)
    lines.push(say(`  doublon     ${file}, ligne ${row}`, `  duplicate   ${file}, row ${row}`));
  if (path.case === null) lines.push(say('dossier : aucun', 'case: none'));
  else {
    lines.push(path.case.caseId);
    for (const [name, value] of Object.entries(path.case.facts))
      if (name !== 'caseId') lines.push(`  ${name.padEnd(20)}${told(value)}`);
    for (const { from, to, at, delayHours, messageId } of path.case.transitions)
      lines.push(
        say(
          `  ${french(from)} → ${french(to)} le ${at}, ${formatNumber(delayHours, 1)} h après l’ouverture, montré par ${messageId}`,
          `  ${from} → ${to} at ${at}, ${delayHours.toFixed(1)} h after opening, shown by ${messageId}`,
        ),
      );
  }
  for (const { metric, bar, count, unit } of path.countedIn)
    lines.push(
      say(
        `compté dans : ${metric}, barre « ${bar} » (${count} ${french(unit)})`,
        `counted in: ${metric}, bar "${bar}" (${count} ${unit})`,
      ),
    );
  return lines;
}
