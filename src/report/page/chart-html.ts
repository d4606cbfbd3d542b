import { escapeHtml } from '../escape.js';
import type { Language } from '../../util/language.js';
import type { Mark, StoryChart } from '../story/story.js';
import { wordsOf } from '../story/words.js';

const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;

/** Ends of the scale: its own, or from zero to what the largest value or bound needs, shares no more than 100 %. */
const endsOf = (chart: StoryChart): readonly [number, number] => chart.scale ?? [0, scaleOf(chart)];

function scaleOf({ series, style }: StoryChart): number {
  const tops = series.flatMap(({ marks }) => marks.map(({ value, high }) => Math.max(value, high ?? 0)));
  const top = Math.max(0, ...tops) * 1.02;
  return style === 'share' ? Math.min(1, top) || 1 : top || 1;
}

/** Address of a mark on the page: finding, series, place. */
export type MarkAddress = (series: number, place: number) => string;

function bar(mark: Mark, [least, most]: readonly [number, number], series: number, address: string): string {
  const at = (value: number): number => Math.min(1, Math.max(0, (value - least) / (most - least)));
  const width = percent(at(mark.value));
  const [low, high] = [mark.low, mark.high].map((bound) => (bound === null ? null : percent(at(bound))));
  const interval =
    low === null || high === null
      ? ''
      : `<line class="range" x1="${low}" x2="${high}" y1="50%" y2="50%"/><line class="range" x1="${low}" x2="${low}" y1="28%" y2="72%"/><line class="range" x1="${high}" x2="${high}" y1="28%" y2="72%"/>`;
  const tone = mark.strong === true ? 'strong' : series === 0 ? 'plain' : 'strong';
  return `<button type="button" class="mark" data-mark="${address}"><span class="label">${escapeHtml(mark.label)}</span><svg aria-hidden="true" focusable="false"><rect class="${tone}" x="0" y="12%" width="${width}" height="76%"/>${interval}</svg><span class="value">${escapeHtml(mark.text)}</span></button>`;
}

function bars(chart: StoryChart, address: MarkAddress): string {
  const scale = endsOf(chart);
  const [first] = chart.series;
  return `<ol class="bars">${(first?.marks ?? [])
    .map(
      (_, place) =>
        `<li>${chart.series
          .map(({ marks, name }, series) => {
            const mark = marks[place];
            if (mark === undefined) return '';
            const shown =
              chart.series.length === 1
                ? mark
                : { ...mark, label: series === 0 ? `${mark.label}, ${name}` : name };
            return bar(shown, scale, series, address(series, place));
          })
          .join('')}</li>`,
    )
    .join('')}</ol>`;
}

function columns(chart: StoryChart, address: MarkAddress): string {
  const scale = scaleOf(chart);
  const marks = chart.series[0]?.marks ?? [];
  const numbered = chart.events.map((event, index) => ({ ...event, number: index + 1 }));
  const items = marks.map((mark, place) => {
    const height = percent(mark.value / scale);
    const top = percent(1 - mark.value / scale);
    const [low, high] = [mark.low, mark.high].map((bound) =>
      bound === null ? null : percent(1 - Math.min(1, Math.max(0, bound / scale))),
    );
    const interval =
      low === null || high === null ? '' : `<line class="range" x1="50%" x2="50%" y1="${low}" y2="${high}"/>`;
    const events = numbered.filter(({ at }) => at === place);
    const flags = events.map(({ number }) => `<b>${number}</b>`).join(', ');
    return `<li${events.length > 0 ? ' class="event"' : ''}><span class="flag" aria-hidden="true">${flags}</span><button type="button" class="mark" data-mark="${address(0, place)}" aria-label="${escapeHtml(mark.detail)}"><svg aria-hidden="true" focusable="false"><rect class="${events.length > 0 ? 'strong' : 'plain'}" x="8%" width="84%" y="${top}" height="${height}"/>${interval}</svg></button></li>`;
  });
  const peak = marks.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || mark.value > best.value ? mark : best),
    undefined,
  );
  const [first, last] = [marks[0], marks[marks.length - 1]];
  const axis = `<p class="axis" aria-hidden="true"><span>${escapeHtml(first?.label ?? '')}</span><span>max. ${escapeHtml(peak?.text ?? '')} (${escapeHtml(peak?.label ?? '')})</span><span>${escapeHtml(last?.label ?? '')}</span></p>`;
  const legend =
    numbered.length === 0
      ? ''
      : `<ol class="events">${numbered.map(({ at, label }) => `<li>${escapeHtml(marks[at]?.label ?? '')}&nbsp;: ${escapeHtml(label)}</li>`).join('')}</ol>`;
  return `<ol class="columns">${items.join('')}</ol>${axis}${legend}`;
}

function curve(chart: StoryChart, address: MarkAddress): string {
  const scale = scaleOf(chart);
  const marks = chart.series[0]?.marks ?? [];
  const end = Math.max(...marks.map(({ across = 0 }) => across)) || 1;
  const x = (place: number): number => Math.round((1000 * (marks[place]?.across ?? 0)) / end) / 10;
  const y = (value: number): number => Math.round(1000 * (1 - value / scale)) / 10;
  const line = marks.map(({ value }, place) => `${x(place)},${y(value)}`).join(' ');
  const upper = marks.map(({ high, value }, place) => `${x(place)},${y(high ?? value)}`);
  const lower = marks.map(({ low, value }, place) => `${x(place)},${y(low ?? value)}`).toReversed();
  const keys = chart.events.map(({ at, label }) => {
    const mark = marks[at];
    return mark === undefined
      ? ''
      : `<li><button type="button" class="mark" data-mark="${address(0, at)}">${escapeHtml(label)}&nbsp;: <b>${escapeHtml(mark.text)}</b></button></li>`;
  });
  return `<svg class="curve" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><polygon class="band" points="${[...upper, ...lower].join(' ')}"/><polyline class="line" vector-effect="non-scaling-stroke" points="${line}"/></svg><p class="axis" aria-hidden="true"><span>0</span><span>${escapeHtml(marks.at(-1)?.label ?? '')}</span></p><ol class="keys">${keys.join('')}</ol>`;
}

/** Parts one after the other from zero, then their sum. */
function steps(chart: StoryChart, address: MarkAddress): string {
  const marks = chart.series[0]?.marks ?? [];
  let reached = 0;
  const spans = marks.map(({ value }, place) => {
    const from = place === marks.length - 1 ? 0 : reached;
    reached = from + value;
    return [Math.min(from, reached), Math.max(from, reached)] as const;
  });
  const low = Math.min(0, ...spans.map(([from]) => from));
  const range = Math.max(0, ...spans.map(([, to]) => to)) - low || 1;
  const at = (value: number): string => percent((value - low) / range);
  const items = marks.map((mark, place) => {
    const [from, to] = spans[place] ?? [0, 0];
    const tone = place === marks.length - 1 ? 'whole' : mark.value < 0 ? 'strong' : 'plain';
    return `<li><button type="button" class="mark" data-mark="${address(0, place)}"><span class="label">${escapeHtml(mark.label)}</span><svg aria-hidden="true" focusable="false"><line class="zero" x1="${at(0)}" x2="${at(0)}" y1="0" y2="100%"/><rect class="${tone}" x="${at(from)}" y="12%" width="${percent((to - from) / range)}" height="76%"/></svg><span class="value">${escapeHtml(mark.text)}</span></button></li>`;
  });
  return `<ol class="bars">${items.join('')}</ol>`;
}

/** Height of a quadrant and of a line of its labels, in pixels, and the narrowest width at which labels are written: below, numbers are. */
const HIGH = 320;
const LINE = 17;
const NARROW = 690;
/** Radius of a point, the gap to its label, and about how wide a letter is. */
const POINT = 6;
const GAP = 11;
const LETTER = 7;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Where the label of each point stands: to its right or left, level with it or as near as leaves it clear of all points and other labels.
 * What is clear at the narrowest width is clear at any.
 */
function placeLabels(
  points: readonly { readonly x: number; readonly y: number; readonly label: string }[],
): { readonly ends: boolean; readonly height: number }[] {
  const at = ({ x }: { readonly x: number }): number => (x / 100) * NARROW;
  const taken: Box[] = points.map((point) => ({
    left: at(point) - POINT,
    right: at(point) + POINT,
    top: point.y - POINT,
    bottom: point.y + POINT,
  }));
  return points.map((point) => {
    const wide = point.label.length * LETTER;
    const boxOf = (ends: boolean, height: number): Box => {
      const from = ends ? at(point) - GAP - wide : at(point) + GAP;
      return { left: from, right: from + wide, top: height - LINE / 2, bottom: height + LINE / 2 };
    };
    const inside = ({ left, right, top, bottom }: Box): boolean =>
      left >= 0 && right <= NARROW && top >= 0 && bottom <= HIGH;
    const places = [0, 1, -1, 2, -2, 3, -3, 4, -4].flatMap((step) =>
      [point.x > 50, point.x <= 50].map((ends) => ({ ends, height: point.y + (step * LINE) / 2 })),
    );
    const free = places.find(({ ends, height }) => {
      const box = boxOf(ends, height);
      return inside(box) && !taken.some((other) => meet(box, other));
    });
    const place = free ?? { ends: point.x > 50, height: point.y };
    taken.push(boxOf(place.ends, place.height));
    return place;
  });
}

/** Points across and up with the level that divides each side (their mean where none is given), and the same as a list that opens; on a narrow screen numbers stand for labels. */
function quadrant(chart: StoryChart, address: MarkAddress): string {
  const marks = chart.series[0]?.marks ?? [];
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [across, up] = [marks.map((mark) => mark.across ?? 0), marks.map(({ value }) => value)];
  const x = (value: number): number => 2 + (value / (Math.max(...across) || 1)) * 93;
  const y = (value: number): number =>
    Math.round(HIGH - 2 * LINE - (value / (Math.max(...up) || 1)) * (HIGH - 4 * LINE));
  const places = placeLabels(
    marks.map(({ label, value, across: cost = 0 }) => ({ x: x(cost), y: y(value), label })),
  );
  const points = marks.map(({ label, value, strong, across: cost = 0 }, at) => {
    const { ends = false, height = y(value) } = places[at] ?? {};
    const place = `${Math.round(10 * x(cost)) / 10}%`;
    return `<circle class="${strong === true ? 'strong' : 'plain'}" cx="${place}" cy="${y(value)}" r="${POINT}"/><text class="name" x="${place}" y="${height}" dx="${ends ? -GAP : GAP}" dy="4"${ends ? ' text-anchor="end"' : ''}>${escapeHtml(label)}</text><text class="rank" x="${place}" y="${y(value)}" dy="4" text-anchor="middle">${at + 1}</text>`;
  });
  const keys = marks.map(
    (mark, at) =>
      `<li><button type="button" class="mark" data-mark="${address(0, at)}"><span class="rank">${at + 1}. </span>${escapeHtml(mark.label)}&nbsp;: <b>${escapeHtml(mark.text)}</b></button></li>`,
  );
  const [right, top] = chart.levels ?? [mean(across), mean(up)];
  const [middle, level] = [`${Math.round(10 * x(right)) / 10}%`, y(top)];
  return `<svg class="quadrant" aria-hidden="true" focusable="false"><line class="zero" x1="${middle}" x2="${middle}" y1="0" y2="100%"/><line class="zero" x1="0" x2="100%" y1="${level}" y2="${level}"/>${points.join('')}</svg><ol class="keys">${keys.join('')}</ol>`;
}

/** How many bars the annex alone has. */
function leftOut({ left }: StoryChart, language: Language): string {
  if (left === undefined) return '';
  const words = wordsOf(language, 'UTC');
  const more = words.count(left, ['autre', 'autres'], ['more', 'more']);
  return escapeHtml(words.say(` ; ${more} en annexe`, `; ${more} in the annex`));
}

/** A chart of the page: marks that open, direct labels, intervals drawn, and the same in words for those who don't see it. */
export function chartHtml(
  chart: StoryChart,
  id: string,
  address: MarkAddress,
  language: Language = 'fr',
): string {
  const drawn =
    chart.kind === 'time'
      ? columns(chart, address)
      : chart.kind === 'curve'
        ? curve(chart, address)
        : chart.kind === 'steps'
          ? steps(chart, address)
          : chart.kind === 'quadrant'
            ? quadrant(chart, address)
            : bars(chart, address);
  // No text of a chart holds the entity: labels are escaped.
  const drawing = language === 'fr' ? drawn : drawn.replaceAll('&nbsp;: ', ': ');
  return `<figure aria-labelledby="${id}-titre" aria-describedby="${id}-alt"><figcaption><b id="${id}-titre">${escapeHtml(chart.title)}</b> <span>${escapeHtml(chart.subtitle)}${leftOut(chart, language)}</span></figcaption>${drawing}<p class="alone" id="${id}-alt">${escapeHtml(chart.alt)}</p></figure>`;
}
