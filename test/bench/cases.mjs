/** Joining messages into cases at 1×, 2×, 4×, over a longer time and within the same, and fitting the Hawkes model at 1×, 2×, 4×: how the cost grows. */
import { simulateCorpus, simulatedRows } from '../../dist/simulate/index.js';
import { stitchCases } from '../../dist/cases/stitch.js';
import { cueOf } from '../../dist/cases/messages/opening-words.js';
import { outcomeOf, protestsIn } from '../../dist/cases/messages/resolution-words.js';
import { wordsOf } from '../../dist/cases/messages/word-hashes.js';
import { fitHawkesKernels, simulateHawkes } from '../../dist/stats/index.js';

const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 250_000);

/** Copies of one simulated corpus with other people and threads, spread over so many weeks, until there are enough messages. */
function messagesOf(count, weeks) {
  const { messages } = simulateCorpus({ seed: 1 });
  const rows = simulatedRows(messages)
    .filter(({ sentAt }) => sentAt !== null)
    .sort((a, b) => a.sentAt - b.sentAt);
  const codes = new Map();
  const code = (name) => {
    if (name === null || name === undefined) return 0;
    let found = codes.get(name);
    if (found === undefined) codes.set(name, (found = codes.size + 1));
    return found;
  };
  const stage = { private: 0, public: 1, press: 2 };
  const out = [];
  for (let copy = 0; out.length < count; copy++) {
    const shift = copy * 1_000_000_007;
    const own = (name) => {
      const value = code(name);
      return value === 0 ? 0 : value + shift;
    };
    for (const row of rows) {
      const contact = (kind) => own(row.contactKeys.find((item) => item.startsWith(`${kind}:`)));
      const outbound = row.direction === 'outbound';
      out.push({
        row: out.length,
        sentAt: row.sentAt + (copy % weeks) * 604_800_000,
        stage: stage[row.stage],
        outbound,
        id: own(row.messageId),
        parent: own(row.parentId),
        thread: own(row.threadId),
        author: own(row.authorKey),
        byName: row.authorByName,
        chat: row.stage === 'private' && row.platform !== 'email' && row.kind !== 'ticket',
        cue: outbound ? undefined : cueOf(row.text ?? ''),
        email: contact('email'),
        phone: contact('phone'),
        order: contact('order'),
        handle: contact('handle'),
        name: contact('name'),
        spelt: contact('spelt'),
        firstName: 0,
        lastName: 0,
        initialLast: 0,
        firstInitial: 0,
        recipient: 0,
        subject: 0,
        drivers: row.drivers.reduce((bits, name) => bits | (1 << (code(`driver ${name}`) % 31)), 0),
        brand: 1,
        product: code(row.products[0]),
        place: code(row.places[0]),
        channel: row.channel,
        polarity: row.polarity ?? Number.NaN,
        complaint: row.intents.includes('complaint'),
        complaintChance: row.complaintProbability ?? 0,
        question: row.intents.includes('question'),
        thanks: row.intents.includes('thanks'),
        protests: !outbound && protestsIn(row.text ?? ''),
        outcome: row.text === null ? undefined : outcomeOf(row.text, outbound),
        solved: undefined,
        misfiled: false,
        automatic: false,
        repeated: false,
        words: outbound ? [] : wordsOf(row.text),
      });
      if (out.length >= count) break;
    }
  }
  return out.sort((a, b) => a.sentAt - b.sentAt);
}

export async function bench() {
  let base;
  for (const [times, weeks] of [
    [1, 26],
    [2, 52],
    [4, 104],
    [2, 26],
    [4, 26],
  ]) {
    const messages = messagesOf(MESSAGES * times, weeks);
    const sorting = performance.now();
    messages.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
    const sorted = performance.now() - sorting;
    const started = performance.now();
    let cases = 0;
    for (const piece of stitchCases(messages, {
      observedUntil: { private: messages.at(-1).sentAt, public: messages.at(-1).sentAt, press: null },
      driverName: String,
      brandName: String,
      messageId: String,
    }))
      cases += piece.cases.caseId.length;
    const seconds = (performance.now() - started) / 1000;
    base ??= seconds;
    const growth = seconds / base;
    console.log(
      `cases: ${messages.length} messages over ${weeks + 26} weeks → ${cases} cases in ${seconds.toFixed(1)} s (${times}× the messages, ${growth.toFixed(1)}× the time; sorting the same times alone ${(sorted / 1000).toFixed(2)} s, ratio ${(seconds / (sorted / 1000)).toFixed(0)}×)`,
    );
  }
  base = undefined;
  const parameters = {
    mu: [0.5, 0.25],
    A: [
      [0.1, 0.02],
      [0.2, 0.4],
    ],
    beta: 0.15,
  };
  for (const horizonHours of [20_000, 40_000, 80_000]) {
    const { events } = simulateHawkes(parameters, {
      horizonHours,
      seed: 1,
      typeNames: ['private', 'public'],
    });
    const started = performance.now();
    fitHawkesKernels(events, { startHourOfWeek: 0 });
    const seconds = (performance.now() - started) / 1000;
    base ??= seconds;
    console.log(
      `Hawkes: ${events.times.length} events fitted, laws of lags and rhythm too, in ${seconds.toFixed(1)} s (${(seconds / base).toFixed(1)}× the first)`,
    );
  }
}
