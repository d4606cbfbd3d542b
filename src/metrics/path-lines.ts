import type { Evidence } from '../model/index.js';
import type { FollowPath } from './path-of-message.js';

/** `handle +7.2`; a field alone where it is certain. */
const toldEvidence = ({ field, bits }: Evidence): string =>
  bits === null ? field : `${field} ${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;

const told = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'number' && !Number.isInteger(value)
      ? value.toFixed(2)
      : String(value);

/** The path as lines for a person. */
export function followLines(path: FollowPath): string[] {
  const lines: string[] = [];
  for (const message of path.messages) {
    lines.push(`${message.messageId}`);
    lines.push(`  read        ${message.file}, row ${message.row}, as ${message.format}`);
    lines.push(
      `  sent        ${message.sentAt ?? 'no date'} (written "${message.sentAtText ?? ''}", zone ${message.sentAtZone})`,
    );
    lines.push(
      `  is          ${message.stage} ${message.direction} ${message.kind} on ${message.channel}, author ${message.authorKey ?? 'unknown'}`,
    );
    lines.push(
      `  text        ${message.text === null ? (message.stage === 'private' ? '(private: shown with --private)' : '(none)') : message.text.replace(/\s+/g, ' ').slice(0, 300)}`,
    );
    lines.push(
      `  understood  ${
        Object.entries(message.understood)
          .map(([name, value]) => `${name} ${told(value)}`)
          .join('; ') || 'nothing'
      }`,
    );
    for (const [subject, words] of Object.entries(message.cues))
      lines.push(`  cues        ${subject}: ${words.join(', ')}`);
    if (message.linkProbability !== null)
      lines.push(
        `  linked      probability ${message.linkProbability.toFixed(3)}${message.evidence.length > 0 ? ` (${message.evidence.map(toldEvidence).join(', ')})` : ''}`,
      );
  }
  for (const { file, row } of path.duplicates) lines.push(`  duplicate   ${file}, row ${row}`);
  if (path.case === null) lines.push('case: none');
  else {
    lines.push(path.case.caseId);
    for (const [name, value] of Object.entries(path.case.facts))
      if (name !== 'caseId') lines.push(`  ${name.padEnd(20)}${told(value)}`);
    for (const { from, to, at, delayHours, messageId } of path.case.transitions)
      lines.push(
        `  ${from} → ${to} at ${at}, ${delayHours.toFixed(1)} h after opening, shown by ${messageId}`,
      );
  }
  for (const { metric, bar, count, unit } of path.countedIn)
    lines.push(`counted in: ${metric}, bar "${bar}" (${count} ${unit})`);
  return lines;
}
