// Dots as SVG paths: the modules of a QR code, and the bits of a raster image.
import { correction, generate } from 'lean-qr';

const QUIET_MODULES = 1;
const RASTER_DOTS_MAX = 1_200;

export type DotShape = {
  readonly path: string;
  readonly widthDots: number;
  readonly heightDots: number;
};

/** The code's real modules, `moduleDots` wide each; an unreadable content gives an empty shape. */
export function qrPath(
  content: string,
  level: 'L' | 'M' | 'Q' | 'H',
  moduleDots: number,
): DotShape {
  const code = codeOf(content, level);
  if (!code) return { path: 'M0 0', widthDots: 0, heightDots: 0 };
  const path = dots(code.size, code.size, moduleDots, moduleDots, (x, y) => code.get(x, y));
  const pad = QUIET_MODULES * moduleDots;
  const side = code.size * moduleDots;
  return { path: `M0 ${pad}${path}`, widthDots: side, heightDots: side + 2 * pad };
}

function codeOf(content: string, level: 'L' | 'M' | 'Q' | 'H') {
  try {
    return generate(content, {
      minCorrectionLevel: correction[level],
      maxCorrectionLevel: correction[level],
    });
  } catch {
    return null; // More than a code can hold; a printer prints nothing either.
  }
}

/** A raster image of GS v 0. */
export function rasterPath(raster: {
  readonly widthBytes: number;
  readonly heightDots: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly bits: Buffer;
}): DotShape {
  const columns = Math.min(raster.widthBytes * 8, RASTER_DOTS_MAX);
  const rows = Math.min(raster.heightDots, RASTER_DOTS_MAX);
  const isInk = (x: number, y: number) =>
    (((raster.bits[y * raster.widthBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
  const path = dots(columns, rows, raster.scaleX, raster.scaleY, isInk);
  return {
    path: `M0 0${path}`,
    widthDots: columns * raster.scaleX,
    heightDots: rows * raster.scaleY,
  };
}

/** Relative strokes from the path's present point; neighbours in a row become one rectangle. */
function dots(
  columns: number,
  rows: number,
  width: number,
  height: number,
  isInk: (x: number, y: number) => boolean,
): string {
  let path = '';
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      let run = 0;
      while (x + run < columns && isInk(x + run, y)) run += 1;
      if (run === 0) continue;
      const [dx, dy] = [x * width, y * height];
      path += `m${dx} ${dy}h${run * width}v${height}h${-run * width}zm${-dx} ${-dy}`;
      x += run;
    }
  }
  return path;
}
