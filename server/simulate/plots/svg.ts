/** Drawing in SVG: few marks, one scale for each axis, words large enough to read. */

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const INK = '#1d2733';
export const FAINT = '#d7dde4';
export const MUTED = '#5b6875';
export const COLOURS = ['#1f6fb2', '#d2691e', '#2e8b57', '#8a4fbe', '#b22244', '#7a6a12'];

/** A whole picture with its title. */
export function picture(width: number, height: number, title: string, marks: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"`,
    ` width="${String(width)}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(24, 30, title, { size: 18, weight: 600 }),
    ...marks,
    '</svg>\n',
  ].join('\n');
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 13, weight = 400, anchor = 'start', colour = INK } = style;
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const place = `x="${n(x)}" y="${n(y)}" font-size="${String(size)}"`;
  const look = `font-weight="${String(weight)}" text-anchor="${anchor}" fill="${colour}"`;
  return `<text ${place} ${look}>${safe}</text>`;
}

export function line(from: Point, to: Point, colour = FAINT, width = 1): string {
  const ends = `x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}"`;
  return `<line ${ends} stroke="${colour}" stroke-width="${String(width)}"/>`;
}

export type Point = readonly [x: number, y: number];

export function bar({ left, top, width, height }: Frame, colour: string, opacity = 1): string {
  const size = `width="${n(Math.max(0, width))}" height="${n(height)}"`;
  const look = `fill="${colour}" opacity="${String(opacity)}"`;
  return `<rect x="${n(left)}" y="${n(top)}" ${size} ${look}/>`;
}

export function dot([x, y]: Point, radius: number, colour: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${String(radius)}" fill="${colour}"/>`;
}

export function path(points: readonly Point[], colour: string, width = 2): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`);
  const look = `fill="none" stroke="${colour}" stroke-width="${String(width)}"`;
  return `<path d="${steps.join('')}" ${look}/>`;
}

/** The area between two lines over the same places. */
export function band(upper: readonly Point[], lower: readonly Point[], colour: string): string {
  const steps = [...upper, ...[...lower].reverse()].map(
    ([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`,
  );
  return `<path d="${steps.join('')}Z" fill="${colour}" opacity="0.25"/>`;
}

/** Round steps of an axis from 0 to at least `most`. */
export function ticks(most: number, about = 6): number[] {
  const raw = Math.max(most, 1e-9) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** Hours of a working day from opening at 09:00, for an axis of ms. */
export function clock(ms: number): string {
  const minutes = Math.round(ms / 60_000) + 9 * 60;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function n(value: number): string {
  return value.toFixed(1);
}
