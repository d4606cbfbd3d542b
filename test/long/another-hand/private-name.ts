import type { PrivateChannel } from './message.js';
import { fullName, type Person } from './names.js';
import type { Plan } from './plan.js';

const rank = ({ id }: Person): number => Number(id.slice(1)) % 10;

/** Whether direct messages are of Instagram; else of Messenger. */
export const ofInstagram = ({ layout }: Plan): boolean => (layout['dm'] ?? 0) < 0.6;

/** What a private channel shows of a person: a name; in chats a number, a first name, or an account. */
export function privateName(plan: Plan, channel: PrivateChannel, person: Person): string {
  if (channel === 'whatsapp')
    return rank(person) < 3 ? person.phone : rank(person) < 6 ? `~ ${person.first}` : fullName(person);
  if (channel === 'dm' && ofInstagram(plan) && rank(person) >= 6)
    return rank(person) < 8 ? person.handle : person.nick;
  return fullName(person);
}
