import type { HandFile } from '../message.js';
import type { Quarter } from '../quarter.js';
import { directFiles, whatsappFiles } from './chats.js';
import { listeningFile, pressFile } from './listening.js';
import { mailFile } from './mail.js';
import { facebookFile, instagramFile } from './networks.js';
import { googleFile, trustpilotFile } from './reviews.js';
import { fifthExports } from './fifth/exports.js';
import { seventhExports } from './seventh/exports.js';
import { sixthExports } from './sixth/exports.js';
import { fourthExports } from './fourth/exports.js';
import { thirdExports } from './third/exports.js';
import { ticketFile } from './tickets.js';

const EXPORTS = {
  third: thirdExports,
  fourth: fourthExports,
  fifth: fifthExports,
  sixth: sixthExports,
  seventh: seventhExports,
} as const;

/** The raw exports of a quarter: what was written between its first and its last instant. */
export function exportsOf(quarter: Quarter): HandFile[] {
  const { exports } = quarter.plan.brand.hand;
  const files = (exports === undefined ? usualExports : EXPORTS[exports])(quarter);
  return files.filter(({ messages, aside }) => messages.length > 0 || aside === true);
}

function usualExports({ plan, cases, messages }: Quarter): HandFile[] {
  const seen = messages.filter(({ at }) => at >= plan.start && at < plan.end);
  const on = (channel: string) => seen.filter((one) => one.channel === channel);
  return [
    mailFile(plan, on('mail')),
    ticketFile(plan, on('ticket'), new Map(cases.map((one) => [one.id, one]))),
    ...whatsappFiles(plan, on('whatsapp')),
    ...directFiles(plan, on('dm')),
    googleFile(plan, on('google')),
    trustpilotFile(plan, on('trustpilot')),
    facebookFile(plan, on('facebook')),
    instagramFile(plan, on('instagram')),
    listeningFile(plan, on('x')),
    pressFile(plan, on('press')),
  ];
}
