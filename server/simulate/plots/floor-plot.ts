/**
 * One day on the floor: what each window served when, by group, when it was away, and below it how
 * many waited meanwhile. Two pictures of one day share their axes if they are given the same range
 * and the same `mostWaiting`.
 */
import { legend, timeOfDay, upward } from './axes.ts';
import type { Point } from './svg.ts';
import {
  COLOURS,
  FAINT,
  INK,
  MUTED,
  OTHERS,
  bar,
  fitted,
  line,
  path,
  picture,
  text,
} from './svg.ts';

export interface FloorPicture {
  readonly title: string;
  readonly below: string;
  /** Names from above; services and pauses name their row. */
  readonly windows: readonly string[];
  /** Colours in this order; what is in none is grey. */
  readonly groups: readonly string[];
  readonly services: readonly {
    readonly row: number;
    readonly group: number | null;
    readonly fromAt: number;
    readonly toAt: number;
  }[];
  /** Where a window was there, or closed for a while; what lies outside is blank. */
  readonly open: readonly {
    readonly row: number;
    readonly fromAt: number;
    readonly toAt: number;
  }[];
  readonly waits: readonly Waited[];
  readonly range: readonly [fromAt: number, toAt: number];
  readonly clock: (at: number) => string;
}

/** From when to when somebody waited. */
export interface Waited {
  readonly fromAt: number;
  readonly toAt: number;
}

const WIDTH = 1_180;
const LEFT = 170;
const RIGHT = 24;
const TOP = 122;
const ROW = 20;
const QUEUE_HEIGHT = 150;
const GAP = 24;
const OTHERS_NAME = 'others';
/** Five groups, the others and free windows stand beside each other. */
const KEY_WIDTH = 112;

export function floorPlot(day: FloorPicture, mostWaiting: number): string {
  const { title, below, windows, groups, services, open, waits, range, clock } = day;
  const rows = { left: LEFT, top: TOP, width: WIDTH - LEFT - RIGHT, height: windows.length * ROW };
  const whole = { ...rows, height: rows.height + GAP + QUEUE_HEIGHT };
  const queue = { ...rows, top: TOP + rows.height + GAP, height: QUEUE_HEIGHT };
  const { at: x, marks: hours } = timeOfDay(whole, range, clock);
  const { at: y, marks: upright } = upward(queue, mostWaiting, 'visitors waiting', 4);
  const marks = [...hours, ...upright, text(24, TOP - 12, 'windows')];
  windows.forEach((name, row) => {
    const label = fitted(name, LEFT - 48, 11);
    marks.push(text(LEFT - 8, TOP + row * ROW + 14, label, { anchor: 'end', size: 11 }));
    marks.push(line([LEFT, TOP + row * ROW], [WIDTH - RIGHT, TOP + row * ROW], FAINT, 0.5));
  });
  const frameOf = (row: number, fromAt: number, toAt: number) => ({
    ...{ left: x(fromAt), top: TOP + row * ROW + 3, height: ROW - 6 },
    width: Math.max(1, x(toAt) - x(fromAt) - 0.8),
  });
  for (const { row, fromAt, toAt } of open) marks.push(bar(frameOf(row, fromAt, toAt), FAINT, 0.7));
  for (const { row, group, fromAt, toAt } of services) {
    marks.push(bar(frameOf(row, fromAt, toAt), colourOf(group), 0.85));
  }
  const steps = queueSteps(waits);
  marks.push(
    path(
      steps.flatMap(([at, count], index): Point[] => [
        [x(at), y(steps[index - 1]?.[1] ?? 0)],
        [x(at), y(count)],
      ]),
      INK,
      1.5,
    ),
    ...legend(24, 74, keyOf(groups, services)),
  );
  const height = whole.top + whole.height + 60;
  return picture({ width: WIDTH, height }, title, below, marks);
}

function keyOf(groups: readonly string[], services: FloorPicture['services']) {
  const named = groups.map((words, group) => ({ words: fitted(words, KEY_WIDTH), group }));
  const hasOthers = services.some(({ group }) => group === null);
  return [
    ...[...named, ...(hasOthers ? [{ words: OTHERS_NAME, group: null }] : [])].map(
      ({ words, group }) => ({
        words,
        mark: (x: number, y: number) => [
          bar({ left: x, top: y, width: 16, height: 12 }, colourOf(group), 0.85),
        ],
      }),
    ),
    {
      words: 'free',
      mark: (x: number, y: number) => [
        bar({ left: x, top: y, width: 16, height: 12 }, FAINT, 0.7),
        line([x, y + 12], [x + 16, y + 12], MUTED, 0.5),
      ],
    },
  ];
}

function colourOf(group: number | null): string {
  return (group === null ? undefined : COLOURS[group]) ?? OTHERS;
}

/** So many are told apart by colour. */
export const GROUPS_MAX = COLOURS.length - 1;

/** The most who waited at a time. */
export function mostWaiting(waits: readonly Waited[]): number {
  return Math.max(0, ...queueSteps(waits).map(([, count]) => count));
}

/** How many wait from each instant on. */
function queueSteps(waits: readonly Waited[]): (readonly [at: number, count: number])[] {
  const turns = waits
    .filter(({ fromAt, toAt }) => toAt > fromAt)
    .flatMap(({ fromAt, toAt }) => [
      { at: fromAt, step: 1 },
      { at: toAt, step: -1 },
    ])
    .sort((left, right) => left.at - right.at || left.step - right.step);
  let count = 0;
  return turns.map(({ at, step }) => [at, (count += step)] as const);
}
