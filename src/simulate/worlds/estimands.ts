import type { DriverId } from '../../model/index.js';
import type { PrivateChannel } from '../plan.js';
import { HOUR, type Setting } from './setting.js';
import { expectedIncidence, sparedBy, spent } from './spill-law.js';
import { careOf, share, waitingOf } from './care-estimands.js';
import { windowsOf } from './windows.js';
import type {
  Estimands,
  OpenWorldCase,
  TrueIncidence,
  TrueShare,
  TrueSpills,
  WorldCrisis,
  WorldMessage,
} from './world-truth.js';
import { grouped } from '../../util/grouped.js';

const HORIZON_DAYS = [1, 3, 7, 30] as const;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Per case, P(spill) within each horizon and before the end of the world. */
interface Expected {
  readonly one: OpenWorldCase;
  readonly within: readonly number[];
  readonly byEnd: number;
}

const spillsOf = (cases: readonly Expected[]): TrueSpills => {
  const spilled = cases.filter(({ one }) => one.spilledAt !== null).length;
  return {
    cases: cases.length,
    spilled,
    realised: cases.length === 0 ? 0 : spilled / cases.length,
    expected: mean(cases.map(({ byEnd }) => byEnd)),
    within30dExpected: mean(cases.map(({ within }) => within[3] ?? 0)),
  };
};

function bySpills<K extends string>(
  cases: readonly Expected[],
  key: (one: OpenWorldCase) => K,
): Partial<Record<K, TrueSpills>> {
  return Object.fromEntries(
    [...grouped(cases, ({ one }) => key(one))].map(([name, group]) => [name, spillsOf(group)]),
  ) as Partial<Record<K, TrueSpills>>;
}

/** Direct events of ordinary days: what a planted crisis sets off is its own, as the report sets shocks apart. */
function matrixOf(setting: Setting): { matrix: number[][]; events: number[] } {
  const first = new Set(setting.cases.map(({ privateIds }) => privateIds).map(([id]) => id));
  const opening = new Set(
    setting.cases.flatMap(({ privateIds }) =>
      privateIds.filter((id) => first.has(id) || privateIds.indexOf(id) <= 2),
    ),
  );
  const seen = new Set<string>();
  const typeOf = (message: WorldMessage): 0 | 1 | 2 | undefined => {
    if (message.role === 'article') return 2;
    if (message.stage === 'public') return message.complaint ? 1 : undefined;
    const { caseId } = message.planted;
    if (message.role !== 'complaint' || caseId === undefined || seen.has(caseId) || !opening.has(message.id))
      return undefined;
    seen.add(caseId);
    return 0;
  };
  const types = new Map(
    setting.messages.flatMap((message) => {
      const type = typeOf(message);
      return type === undefined || message.planted.crisisId !== undefined
        ? []
        : [[message.id, type] as const];
    }),
  );
  const events = [0, 0, 0],
    matrix = [0, 1, 2].map(() => [0, 0, 0]);
  for (const type of types.values()) events[type] = (events[type] ?? 0) + 1;
  for (const { id, causeId } of setting.messages) {
    const child = types.get(id),
      parent = causeId === undefined ? undefined : types.get(causeId);
    if (child === undefined || parent === undefined) continue;
    const row = matrix[child] as number[];
    row[parent] = (row[parent] ?? 0) + 1 / (events[parent] ?? 1);
  }
  return { matrix, events };
}

/** Spills of the open cases in the 24 hours after the end of the world. */
function reservoirOf({ cases, endsAt }: Setting): Estimands['reservoir'] {
  let expected = 0,
    realised = 0;
  for (const { law, openedAt, answeredAt, resolvedAt, spilledAt, spilledHours } of cases) {
    if (resolvedAt !== null || spilledAt !== null) continue;
    const age = (endsAt - openedAt) / HOUR;
    const left = spent(law, age + 24) - spent(law, age);
    expected += 1 - Math.exp(-law.hazard * (answeredAt === null ? 1 : law.hazardRatio) * left);
    if (spilledHours !== null && spilledHours <= age + 24) realised++;
  }
  return { expected, realised };
}

/** Computes what a report should find, from what happened and from the laws it happened by. */
export function estimandsOf(setting: Setting, exported: readonly WorldMessage[]): Estimands {
  const { cases, endsAt } = setting,
    draw = setting.draw('expected'),
    sooner = setting.draw('sooner');
  const expected: Expected[] = cases.map((one) => {
    const values = expectedIncidence(draw, one.law, [
      ...HORIZON_DAYS.map((days) => days * 24),
      (endsAt - one.openedAt) / HOUR,
    ]);
    return { one, within: values.slice(0, HORIZON_DAYS.length), byEnd: values[HORIZON_DAYS.length] ?? 0 };
  });
  const incidence: TrueIncidence[] = HORIZON_DAYS.map((days, i) => ({
    days,
    realised: mean(
      cases.map(({ spilledHours }) => (spilledHours !== null && spilledHours <= days * 24 ? 1 : 0)),
    ),
    expected: mean(expected.map(({ within }) => within[i] ?? 0)),
  }));
  const shown = new Set(exported.map(({ id }) => id));
  const seen = cases.filter(({ publicIds }) => publicIds.some((id) => shown.has(id)));
  const own = (stage: 'private' | 'public'): WorldMessage[] =>
    exported.filter(
      (message) => message.stage === stage && message.direction === 'inbound' && message.speech === 'own',
    );
  const complaints = (messages: readonly WorldMessage[]): TrueShare =>
    share(messages.filter(({ complaint }) => complaint).length, messages.length);
  const { public: openWindow } = windowsOf(setting);
  const inWindow = (at: number): boolean => at >= openWindow[0] && at < openWindow[1];
  const posts = exported.filter(
    ({ stage, complaint, trueAt, sentAt }) => stage === 'public' && complaint && inWindow(trueAt ?? sentAt),
  ).length;
  const unidentified = cases.filter(({ identified }) => !identified);
  // Aliases have no last name, and the author of a spill is a customer counted already.
  const people = new Map(
    exported.flatMap(({ person, role }) =>
      person === undefined || person.lastName === '' || role === 'spill'
        ? []
        : [[person.id, person.name] as const],
    ),
  );
  const names = grouped([...people.values()], (name) => name);
  const everybody = [...names.values()];
  return {
    spillRate: {
      ...spillsOf(expected),
      seen: seen.length,
      linkable: seen.filter(({ sharedId }) => sharedId !== 'none').length,
    },
    incidence,
    byDriver: bySpills<DriverId>(expected, ({ driver }) => driver),
    byChannel: bySpills<PrivateChannel>(expected, ({ channel }) => channel),
    byIdentified: bySpills(expected, ({ identified }) => (identified ? 'identified' : 'unidentified')),
    answeredHazardRatio: setting.knobs.hazardRatio,
    ...matrixOf(setting),
    open: cases.filter(({ resolvedAt, spilledAt }) => resolvedAt === null && spilledAt === null).length,
    waiting: waitingOf(setting),
    unresolved: cases.filter(({ resolvedAt }) => resolvedAt === null).length,
    reservoir: reservoirOf(setting),
    avoidableSpills: cases.reduce((sum, { law }) => sum + sparedBy(sooner, law, 24, 720), 0),
    icebergRatio: posts === 0 ? null : cases.filter(({ openedAt }) => inWindow(openedAt)).length / posts,
    ...careOf(setting),
    customers: { private: own('private').length, public: own('public').length },
    articles: exported.filter(({ stage }) => stage === 'press').length,
    complaintShare: { private: complaints(own('private')), public: complaints(own('public')) },
    unidentified: share(unidentified.length, cases.length),
    namesakes: share(
      everybody.reduce((sum, same) => sum + (same.length > 1 ? same.length : 0), 0),
      everybody.reduce((sum, same) => sum + same.length, 0),
    ),
  };
}

/** What happened in each planted crisis. */
export function crisesOf(setting: Setting): WorldCrisis[] {
  const ids = [...new Set(setting.messages.flatMap(({ planted }) => planted.crisisId ?? []))].filter(
    (id) => !id.startsWith('after'),
  );
  return ids.map((crisisId) => {
    const own = setting.messages.filter(
      ({ planted, direction }) => direction === 'inbound' && planted.crisisId === crisisId,
    );
    const first = (stage: 'private' | 'public' | 'press'): number | null => {
      const times = own.filter((message) => message.stage === stage).map(({ sentAt }) => sentAt);
      return times.length === 0 ? null : Math.min(...times);
    };
    const count = (stage: 'public' | 'press'): number =>
      own.filter((message) => message.stage === stage).length;
    const starts = [first('private'), first('public'), first('press')].filter((at) => at !== null);
    return {
      crisisId,
      kind: crisisId.startsWith('inner') ? 'inner' : 'outside',
      driver: own.flatMap(({ planted }) => planted.drivers)[0] as DriverId,
      startsAt: Math.min(...starts),
      firstPrivateAt: first('private'),
      firstPublicAt: first('public'),
      firstArticleAt: first('press'),
      privateCases: setting.cases.filter((one) => one.crisisId === crisisId).length,
      publicMessages: count('public'),
      articles: count('press'),
    };
  });
}
