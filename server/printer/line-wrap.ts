// Wraps printable text by display width. English breaks at spaces, Chinese between its words,
// and a line neither starts with closing punctuation nor ends with an opening one.
// Promises: no line is wider than `columns`, and no character is lost except spaces at breaks.
// Surprise: where a Chinese word ends is the platform's dictionary (Intl.Segmenter), so a newer
// Node may break a long name elsewhere.
import { columnsOf } from './printable-text.ts';

// Closing and separating punctuation, opening punctuation, in any script.
const NO_START = /^[\p{Pe}\p{Pf}\p{Po}]+$/u;
const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });
const NO_END = /[\p{Ps}\p{Pi}]$/u;

/** Lines of at most `columns` columns; a word longer than a line is broken inside. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, columns)) {
    const joined = line + piece;
    if (columnsOf(joined.trimEnd()) <= columns) {
      line = joined;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** As many lines as `wrapText` needs, made as even as possible: for centred titles. */
export function wrapEvenly(text: string, columns: number): string[] {
  const lines = wrapText(text, columns);
  for (
    let width = Math.ceil(columnsOf(text) / Math.max(1, lines.length));
    width < columns;
    width++
  ) {
    const even = wrapText(text, width);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** The first `linesMax` lines; when some are left out, the last one ends with an ellipsis. */
export function limitLines(lines: readonly string[], linesMax: number, columns: number): string[] {
  if (lines.length <= linesMax) return [...lines];
  const kept = lines.slice(0, linesMax);
  const last = [...(kept.pop() ?? '')];
  while (last.length > 0 && columnsOf(last.join('')) > columns - 3) last.pop();
  return [...kept, `${last.join('').trimEnd()}...`];
}

/** What may not be torn apart: a word with its space, or with its punctuation. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = [];
  for (const token of tokensOf(text)) {
    const previous = pieces.at(-1);
    const sticks =
      previous !== undefined &&
      (token.startsWith(' ') || NO_START.test(token) || NO_END.test(previous));
    if (sticks && columnsOf(previous + token.trimEnd()) <= columns) {
      pieces[pieces.length - 1] = previous + token;
    } else pieces.push(...brokenWord(token, columns));
  }
  return pieces;
}

function tokensOf(text: string): string[] {
  const runs = text.match(/[\x21-\x7e]+| +|[^\x20-\x7e]+/gu) ?? [];
  return runs.flatMap((run) => (run < '\u0080' ? [run] : wordsOf(run)));
}

function wordsOf(chinese: string): string[] {
  return Array.from(chineseWords.segment(chinese), ({ segment }) => segment);
}

/** A word that no line can hold is broken between characters. */
function brokenWord(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  const parts: string[] = [];
  for (const char of word) {
    const part = parts.at(-1);
    if (part !== undefined && columnsOf(part + char) <= columns)
      parts[parts.length - 1] = part + char;
    else parts.push(char);
  }
  return parts;
}
