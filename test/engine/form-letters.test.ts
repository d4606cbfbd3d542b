import { expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { FORM_LETTERS } from '../../src/engine/form-letters.js';

const SECOND = 1000,
  HOUR = 3_600_000;
interface Reply {
  readonly channel: string;
  readonly thread: string;
  readonly gap: number;
  readonly words: string;
  readonly isFirst?: boolean;
}
const repeated = (n: number, reply: (at: number) => Reply): Reply[] =>
  Array.from({ length: n }, (_, at) => reply(at));
/** What persons write, after so long at least, no two alike. */
const persons = (channel: string, n: number, least: number): Reply[] =>
  repeated(n, (at) => ({
    channel,
    thread: `p${at}`,
    gap: least * (1 + (at % 7)),
    words: `le colis ${'abcdefghijklmnopqrstuvwxyz'.charAt(at % 26).repeat(5 + at)} repart ce soir de la ferme`,
    isFirst: false,
  }));

/** Texts, told as a machine's, with how often. */
async function told(
  replies: readonly Reply[],
  automatic: readonly number[] = [],
): Promise<Record<string, number>> {
  const database = await openDatabase();
  await database.run(
    'CREATE TABLE replies (seq BIGINT, channel VARCHAR, thread VARCHAR, gap BIGINT, words VARCHAR, isFirst BOOLEAN)',
  );
  await database.run('CREATE TABLE speeches (seq BIGINT, speech VARCHAR)');
  const rows = replies.map(
    ({ channel, thread, gap, words, isFirst = true }, seq) =>
      `(${seq}, '${channel}', '${thread}', ${gap}, '${words}', ${isFirst})`,
  );
  await database.run(`INSERT INTO replies VALUES ${rows.join(', ')}`);
  for (const seq of automatic) await database.run(`INSERT INTO speeches VALUES (${seq}, 'automatic')`);
  const { seq } = await database.columns(FORM_LETTERS);
  const counts: Record<string, number> = {};
  for (const at of (seq ?? []).map(Number)) {
    const words = (replies[at]?.words ?? '').slice(0, 24);
    counts[words] = (counts[words] ?? 0) + 1;
  }
  await database.close();
  return counts;
}

it('tells a robot that speaks after its own menu, or amid a conversation, by how much sooner than persons it is', async () => {
  const menu = 'tapez un pour le miel, deux pour la cire';
  const away = 'l atelier ouvre demain a neuf heures, ecrivez nous tout';
  expect(
    await told([
      ...repeated(12, (at) => ({ channel: 'dm', thread: `c${at}`, gap: 3 * SECOND, words: menu })),
      ...repeated(12, (at) => ({
        channel: 'dm',
        thread: `c${at}`,
        gap: (2 + at) * SECOND,
        words: away,
        isFirst: false,
      })),
      ...persons('dm', 30, HOUR),
    ]),
  ).toEqual({ [menu.slice(0, 24)]: 12, [away.slice(0, 24)]: 12 });
});

it('leaves an agent their macro: in a live chat persons are as quick, in other channels the macro is as slow', async () => {
  const macro = 'je regarde votre dossier, un petit instant s il vous plait';
  const quick = 'merci d avoir patiente, je reviens vers vous dans la minute';
  expect(
    await told([
      ...repeated(40, (at) => ({ channel: 'chat', thread: `c${at}`, gap: (8 + at) * SECOND, words: macro })),
      ...repeated(40, (at) => ({
        channel: 'chat',
        thread: `c${at}`,
        gap: 4 * SECOND,
        words: quick,
        isFirst: false,
      })),
      ...persons('chat', 40, 6 * SECOND),
      ...repeated(40, (at) => ({
        channel: 'whatsapp',
        thread: `w${at}`,
        gap: (1 + at) * 90 * SECOND,
        words: `${macro} merci`,
      })),
      ...persons('whatsapp', 40, HOUR),
    ]),
  ).toEqual({});
});

it('tells a robot in a live chat from agents who type, but no opening of theirs', async () => {
  const robot = 'bienvenue a la ruche, un apiculteur arrive';
  const opening = 'ici maelle de la ruche, que puis je pour vous';
  expect(
    await told([
      ...repeated(30, (at) => ({ channel: 'chat', thread: `c${at}`, gap: 2 * SECOND, words: robot })),
      ...repeated(30, (at) => ({
        channel: 'chat',
        thread: `c${at}`,
        gap: (15 + at) * SECOND,
        words: opening,
        isFirst: false,
      })),
      ...persons('chat', 30, 12 * SECOND),
    ]),
  ).toEqual({ [robot.slice(0, 24)]: 30 });
});

it('tells a text with the name of the customer or of a product in it by what stands around it', async () => {
  const names = ['ana', 'paul', 'maud', 'luc', 'anne', 'yves', 'rose', 'jean'];
  expect(
    await told([
      ...names.map((name, at) => ({
        channel: 'email',
        thread: `m${at}`,
        gap: 40 * SECOND,
        words: `merci ${name}, votre courrier attend sur la table de notre atelier et sera ouvert au matin`,
      })),
      ...names.map((name, at) => ({
        channel: 'email',
        thread: `o${at}`,
        gap: 50 * SECOND,
        words: `la ruche vous lit et vous ecrira des que son facteur passe au sujet de ${name}`,
      })),
      ...persons('email', 30, HOUR),
    ]),
  ).toEqual({
    'merci ana, votre courrie': 1,
    'merci paul, votre courri': 1,
    'merci maud, votre courri': 1,
    'merci luc, votre courrie': 1,
    'merci anne, votre courri': 1,
    'merci yves, votre courri': 1,
    'merci rose, votre courri': 1,
    'merci jean, votre courri': 1,
    'la ruche vous lit et vou': 8,
  });
});

it('asks a text to come first where too few persons answer, and counts what words tell among its threads', async () => {
  const letter = 'votre courrier est sur la table de notre atelier';
  const first = repeated(6, (at) => ({
    channel: 'email',
    thread: `m${at}`,
    gap: 60 * SECOND,
    words: letter,
  }));
  expect(await told(first)).toEqual({ [letter.slice(0, 24)]: 6 });
  expect(await told(first.map((one) => ({ ...one, isFirst: false })))).toEqual({});
  expect(await told(first, [0, 1])).toEqual({ [letter.slice(0, 24)]: 4 });
  expect(await told(first.slice(0, 4))).toEqual({});
});
