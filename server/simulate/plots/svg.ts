/** Drawing in SVG: few marks, words large enough to read, colours that the colour-blind can tell. */

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const INK = '#1d2733';
export const FAINT = '#dfe4ea';
export const MUTED = '#5b6875';
/** Of Okabe and Ito, without the yellow that white swallows. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const;
export const OTHERS = '#9aa5b1';
export const [BLUE, ORANGE] = COLOURS;

/** A whole picture: its title, and one line below it that says whose it is. */
export function picture(
  { width, height }: { readonly width: number; readonly height: number },
  title: string,
  below: string,
  marks: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}"`,
    ` width="${n(width)}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(24, 32, title, { size: 19, weight: 600 }),
    text(24, 54, below, { colour: MUTED }),
    ...marks,
    '</svg>\n',
  ].join('\n');
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  /** A quarter to the left, for the name of an upright axis. */
  readonly isUpright?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 13, weight = 400, anchor = 'start', colour = INK, isUpright = false } = style;
  const place = `x="${n(x)}" y="${n(y)}" font-size="${String(size)}"`;
  const look = `font-weight="${String(weight)}" text-anchor="${anchor}" fill="${colour}"`;
  const turn = isUpright ? ` transform="rotate(-90 ${n(x)} ${n(y)})"` : '';
  return `<text ${place} ${look}${turn}>${escaped(words)}</text>`;
}

/** Words in SVG or HTML. */
export function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Cc}/gu, ' ');
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

/** Words cut to about `room` pixels at a size, with a mark where something is missing. */
export function fitted(words: string, room: number, size = 13): string {
  const widthOf = (text: string) =>
    [...text].reduce((sum, char) => sum + (/[\u2e80-\uffff]/u.test(char) ? 1 : 0.56) * size, 0);
  if (widthOf(words) <= room) return words;
  const kept = [...words];
  while (kept.length > 1 && widthOf(`${kept.join('')}…`) > room) kept.pop();
  return `${kept.join('')}…`;
}

function n(value: number): string {
  return value.toFixed(1);
}
