/**
 * Speaks the lobby's calls: one after another, never two at once, each in its turn, as the ledger
 * says. Before every saying the newest view is asked again, so that a visitor who has come is not
 * called on. A call counts as spoken once it was said whole; a page that is reloaded before that
 * says it again. While the sound is blocked nothing counts, and what is still called then is said
 * once the sound is on. An emergency message comes before every call, again each minute, and no call
 * is spoken while it stands. Tells `document` with `yc-speaking`, `yc-spoken` and `yc-alarmed`.
 */
import type { Emergency } from '../hall/day.ts';
import type { LobbyCall } from '../views/lobby-board.ts';
import { readKeptJson, writeKept } from './storage.ts';
import type { Saying } from './voice/announcement.ts';
import { emergencySayings, sayingsOf } from './voice/announcement.ts';
import { AlarmTurn } from './voice/alarm-turn.ts';
import type { Spoken } from './voice/speech-ledger.ts';
import {
  isStillCalled,
  nextToSpeak,
  spokenUpTo,
  waitingToBeSpoken,
} from './voice/speech-ledger.ts';
import type { SaidBy, Sound, Voice } from './voice/voice.ts';

/** With so many others waiting to be called, each is said once, so that nobody's call comes late. */
const CROWD = 3;
const TIMES = 2;
const BETWEEN_SAYINGS_MS = 700;
const SOUND_CHECK_MS = 1_000;

export interface SpokenDetail {
  readonly date: string;
  readonly callSeq: number;
  readonly ticket: string;
  readonly window: number;
  /** What was said, in words, in order. */
  readonly said: readonly string[];
  readonly by: SaidBy;
  /** Browser's clock, epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface SpeechQueueOptions {
  readonly voice: Voice;
  /** Under which name this browser keeps the last spoken call. */
  readonly keep: string;
  /** The sound came or went, or another call is being spoken. */
  readonly onChange?: () => void;
}

export class SpeechQueue {
  /** The call being spoken now. */
  speaking: LobbyCall | null = null;
  readonly #alarm = new AlarmTurn();
  #isBusy = false;
  readonly #voice: Voice;
  readonly #key: string;
  readonly #onChange: () => void;
  #last: Spoken | null;
  #date = '';
  #calls: readonly LobbyCall[] = [];
  #rewinds = 0;
  #sound: Sound;
  #stopped = false;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor({ voice, keep, onChange }: SpeechQueueOptions) {
    this.#voice = voice;
    this.#key = `spoken.${keep}`;
    this.#onChange = onChange ?? (() => undefined);
    this.#last = readKeptJson<Spoken>(this.#key);
    this.#sound = voice.sound;
    // Browsers do not tell reliably when sound becomes possible.
    this.#timer = setInterval(() => {
      this.#checkSound();
    }, SOUND_CHECK_MS);
  }

  get sound(): Sound {
    return this.#voice.sound;
  }

  /** The newest view's calls; `rewinds` of the live view says that the server's truth went back. */
  take(calls: readonly LobbyCall[], date: string, rewinds = 0): void {
    this.#calls = calls;
    this.#date = date;
    if (rewinds !== this.#rewinds) {
      this.#rewinds = rewinds;
      this.#last = null;
    }
    void this.#speakOn();
  }

  /** The newest view's emergency message, or null once it is over. */
  takeEmergency(emergency: Emergency | null): void {
    this.#alarm.see(emergency);
    void this.#speakOn();
  }

  /** From a click. */
  async unlock(): Promise<void> {
    await this.#voice.unlock();
    this.#checkSound();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#voice.stop();
  }

  #checkSound(): void {
    if (this.#sound !== this.#voice.sound) {
      this.#sound = this.#voice.sound;
      this.#onChange();
    }
    void this.#speakOn();
  }

  async #speakOn(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (await this.#sayNext());
    } catch {
      // A voice that failed must not leave the screen mute: the next look tries again.
      this.#alarm.failed();
    }
    this.#isBusy = false;
    if (this.speaking === null) return;
    this.speaking = null;
    this.#onChange();
  }

  /** Says what is due first; false when nothing is. */
  async #sayNext(): Promise<boolean> {
    if (this.#stopped || this.#voice.sound !== 'ready') return false;
    if (this.#alarm.current !== null) {
      if (!this.#alarm.isDue(Date.now())) return false;
      await this.#sayAlarm(this.#alarm.current);
      return true;
    }
    const call = nextToSpeak(this.#last, this.#date, this.#calls);
    if (call === null) return false;
    this.speaking = call;
    this.#onChange();
    await this.#speak(call, this.#date);
    return true;
  }

  async #sayAlarm(emergency: Emergency): Promise<void> {
    this.#alarm.begins(Date.now());
    this.speaking = null;
    await this.#voice.chime();
    const said: string[] = [];
    for (const saying of emergencySayings(emergency.kind)) {
      if (this.#stopped || this.#alarm.current === null) return;
      if (said.length > 0) await pause(BETWEEN_SAYINGS_MS);
      await this.#voice.say(saying);
      said.push(saying.words);
    }
    tell('yc-alarmed', { said });
  }

  async #speak(call: LobbyCall, date: string): Promise<void> {
    const startedAt = Date.now();
    const rewinds = this.#rewinds;
    tell('yc-speaking', { date, callSeq: call.callSeq, ticket: call.ticket, window: call.window });
    await this.#voice.chime();
    const said: string[] = [];
    let by: SaidBy = 'clips';
    for (const saying of this.#plan(call)) {
      // What pre-empts everything does not wait for the second saying.
      if (this.#stopped || this.#alarm.current !== null) return;
      if (said.length > 0) {
        await pause(BETWEEN_SAYINGS_MS);
        if (!this.#isWanted(call, date)) break;
      }
      by = await this.#voice.say(saying);
      // The sound went away in the middle, or the numbering began anew: this one does not count.
      if (this.#voice.sound !== 'ready' || rewinds !== this.#rewinds) return;
      said.push(saying.words);
      this.#remember(date, call.callSeq);
    }
    const { ticket, window, callSeq } = call;
    const endedAt = Date.now();
    tell('yc-spoken', { date, callSeq, ticket, window, said, by, startedAt, endedAt });
  }

  /** Each language twice, the second language after the first; once in a crowd. */
  #plan(call: LobbyCall): Saying[] {
    const behind = waitingToBeSpoken(this.#last, this.#date, this.#calls).length - 1;
    const times = behind >= CROWD ? 1 : TIMES;
    return sayingsOf(call).flatMap((saying) => Array.from({ length: times }, () => saying));
  }

  #isWanted(call: LobbyCall, date: string): boolean {
    return !this.#stopped && date === this.#date && isStillCalled(call, this.#calls);
  }

  #remember(date: string, callSeq: number): void {
    const last = spokenUpTo(this.#last, date, callSeq);
    if (last === this.#last) return;
    this.#last = last;
    writeKept(this.#key, JSON.stringify(last));
  }
}

function tell(
  name: 'yc-speaking' | 'yc-spoken' | 'yc-alarmed',
  detail: Partial<SpokenDetail>,
): void {
  if (typeof document === 'undefined') return;
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
