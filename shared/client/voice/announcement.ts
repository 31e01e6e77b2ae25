/**
 * What is said for a call: 请 B 零一二 号,到 七 号窗口, as names of clips and pauses. Pure. The number
 * is read digit by digit, for 012 is easily misheard as 20; the window, which is short and painted
 * on the furniture, is read as a number. Mandarin first; a ticket taken in English is then called
 * in English as well.
 */
import type { EmergencyKind } from '../../hall/command-words.ts';
import { ticketParts } from '../format.ts';
import { emergencySpeech } from '../../text/emergency.ts';
import { speechText } from '../../text/speech.ts';
import type { SpokenLanguage } from '../../text/speech.ts';
import type { LobbyCall } from '../../views/lobby-board.ts';

/** A clip's file name without ending, or a pause. */
export type Piece = string | { readonly pauseMs: number };

export interface Saying {
  readonly language: SpokenLanguage;
  readonly pieces: readonly Piece[];
  /** The same in words, for the browser's own voice and for tests. */
  readonly words: string;
}

const BETWEEN_DIGITS: Piece = { pauseMs: 60 };
const BETWEEN_PARTS: Piece = { pauseMs: 220 };

/** One saying per language, in order. */
export function sayingsOf(call: Pick<LobbyCall, 'ticket' | 'window' | 'language'>): Saying[] {
  const mandarin = saying('zh', call.ticket, call.window);
  if (call.language !== 'en') return [mandarin];
  return [mandarin, saying('en', call.ticket, call.window)];
}

/** The emergency message: Mandarin, then English, each in one piece. */
export function emergencySayings(kind: EmergencyKind): Saying[] {
  const languages: readonly SpokenLanguage[] = ['zh', 'en'];
  return languages.map((language) => ({
    language,
    pieces: [`emergency-${kind}`],
    words: emergencySpeech[language](kind),
  }));
}

function saying(language: SpokenLanguage, ticket: string, window: number): Saying {
  const { letter, digits } = ticketParts(ticket);
  const spelled = [...(letter === '' ? [] : [letter]), ...digits].flatMap((sign) => [
    sign,
    BETWEEN_DIGITS,
  ]);
  const pieces: Piece[] =
    language === 'zh'
      ? ['please', BETWEEN_DIGITS, ...spelled, 'number', BETWEEN_PARTS]
      : ['ticket', BETWEEN_DIGITS, ...spelled, BETWEEN_PARTS];
  const where = language === 'zh' ? ['to', ...zhNumber(window), 'window'] : enWhere(window);
  const words = speechText[language].call(letter, [...digits], window);
  return { language, pieces: [...pieces, ...where], words };
}

/** 7 → 七, 12 → 十二, 30 → 三十; from 100 on digit by digit. */
function zhNumber(value: number): string[] {
  if (value >= 100) return [...String(value)];
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? [] : tens === 1 ? ['10'] : [String(tens), '10'];
  return ones === 0 && tens > 0 ? head : [...head, String(ones)];
}

function enWhere(window: number): string[] {
  return ['please', ...enNumber(window)];
}

function enNumber(value: number): string[] {
  if (value >= 100) return [...String(value)];
  const ones = value % 10;
  if (value <= 20 || ones === 0) return [String(value)];
  return [String(value - ones), String(ones)];
}
