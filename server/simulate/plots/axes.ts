/** Axes with names, units and round steps, and legends: the same in every picture. */
import { HOUR_MS } from '../../../shared/base/time.ts';
import type { Frame } from './svg.ts';
import { FAINT, INK, MUTED, line, text } from './svg.ts';

export interface Axis {
  /** Where a value lies, in pixels. */
  readonly at: (value: number) => number;
  readonly marks: readonly string[];
}

/** Round steps from 0 to at least `most`. */
export function ticks(most: number, about = 6): number[] {
  const raw = Math.max(most, 1e-9) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step);
}

/** Amounts upwards from 0, at least to 4 of whatever it is. */
export function upward(frame: Frame, most: number, name: string, about = 5): Axis {
  const { left, top, width, height } = frame;
  const steps = ticks(Math.max(4, most), about);
  const end = steps.at(-1) ?? 1;
  const at = (value: number) => top + height - (value / end) * height;
  const marks = steps.flatMap((step) => [
    line([left, at(step)], [left + width, at(step)], step === 0 ? MUTED : FAINT),
    text(left - 8, at(step) + 4, String(step), { anchor: 'end', colour: MUTED }),
  ]);
  const middle = top + height / 2;
  marks.push(text(24, middle, name, { anchor: 'middle', colour: INK, isUpright: true }));
  return { at, marks };
}

/** Amounts to the right from 0. */
export function rightward(frame: Frame, most: number, name: string): Axis {
  const { left, top, width, height } = frame;
  const steps = ticks(Math.max(4, most), 8);
  const end = steps.at(-1) ?? 1;
  const at = (value: number) => left + (value / end) * width;
  const bottom = top + height;
  const marks = steps.flatMap((step) => [
    line([at(step), top], [at(step), bottom], step === 0 ? MUTED : FAINT),
    text(at(step), bottom + 18, String(step), { anchor: 'middle', colour: MUTED }),
  ]);
  marks.push(text(left + width / 2, bottom + 40, name, { anchor: 'middle' }));
  return { at, marks };
}

/** Times of day to the right, a mark each full hour; `clock` writes an instant. */
export function timeOfDay(
  { left, top, width, height }: Frame,
  [fromAt, toAt]: readonly [fromAt: number, toAt: number],
  clock: (at: number) => string,
): Axis {
  const at = (value: number) => left + ((value - fromAt) / Math.max(1, toAt - fromAt)) * width;
  const bottom = top + height;
  const hours = (toAt - fromAt) / HOUR_MS;
  const stepMs = HOUR_MS * (hours > 16 ? 2 : 1);
  const marks: string[] = [];
  for (let tick = Math.ceil(fromAt / HOUR_MS) * HOUR_MS; tick <= toAt; tick += stepMs) {
    marks.push(
      line([at(tick), top], [at(tick), bottom]),
      text(at(tick), bottom + 18, clock(tick), { anchor: 'middle', colour: MUTED }),
    );
  }
  marks.push(text(left + width / 2, bottom + 40, 'time of day', { anchor: 'middle' }));
  return { at, marks };
}

/** A key: each entry's mark, drawn in a box of 16 × 12 at its place, and its words. */
export function legend(
  left: number,
  top: number,
  entries: readonly { readonly mark: (x: number, y: number) => string[]; readonly words: string }[],
): string[] {
  let x = left;
  return entries.flatMap(({ mark, words }) => {
    const here = x;
    x += 22 + [...words].reduce((sum, char) => sum + (char > '\u2e80' ? 13 : 6.9), 0) + 22;
    return [...mark(here, top), text(here + 22, top + 11, words, { colour: MUTED })];
  });
}
