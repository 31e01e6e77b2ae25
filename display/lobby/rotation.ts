/**
 * Which language the labels speak now. What matters most, number and window, needs no language, and
 * its two captions stand in Chinese and English at once. The longer labels would have to be half as
 * large to stand in three languages at once, too small for eight metres; so they take turns, every
 * 15 s, and 简体, which nearly everybody reads, has every second turn.
 */
import type { Language } from '../../shared/text/language.ts';

const TURN_MS = 15_000;
const TURNS: readonly Language[] = ['zh-Hans', 'en', 'zh-Hans', 'zh-Hant'];

/** The language of this moment; `now` in ms of any clock. */
export function languageAt(now: number): Language {
  return TURNS[Math.floor(now / TURN_MS) % TURNS.length] ?? 'zh-Hans';
}
