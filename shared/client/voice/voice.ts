/** How something is said aloud: what the queue needs, whatever makes the sound. */
import type { Saying } from './announcement.ts';

/** `blocked`: the browser wants a click first. `missing`: there is nothing to make a sound with. */
export type Sound = 'ready' | 'blocked' | 'missing';

/** By what a saying was made; a chime alone when neither clips nor a voice were there. */
export type SaidBy = 'clips' | 'speech' | 'chime';

export interface Voice {
  readonly sound: Sound;
  /** 0 to 1. */
  volume: number;
  /** Two soft notes; resolves when they are over. */
  chime(): Promise<void>;
  /** Says it once; resolves when it is over, always within a deadline of its own. */
  say(saying: Saying): Promise<SaidBy>;
  /** From a click: turns the sound on. */
  unlock(): Promise<void>;
  /** Falls silent at once. */
  stop(): void;
}
