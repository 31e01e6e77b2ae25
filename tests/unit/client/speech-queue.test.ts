import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SpeechQueue } from '../../../shared/client/speech-queue.ts';
import type { Saying } from '../../../shared/client/voice/announcement.ts';
import type { SaidBy, Sound, Voice } from '../../../shared/client/voice/voice.ts';
import { call } from './calls.ts';

const TODAY = '2026-11-23';
const SAYING_MS = 2_000;

/** A voice that takes its time, writes down what it said, and notices two at once. */
class SlowVoice implements Voice {
  sound: Sound = 'ready';
  volume = 1;
  readonly said: string[] = [];
  isTwoAtOnce = false;
  #isSpeaking = false;

  chime(): Promise<void> {
    return Promise.resolve();
  }
  async say(saying: Saying): Promise<SaidBy> {
    this.isTwoAtOnce ||= this.#isSpeaking;
    this.#isSpeaking = true;
    await new Promise((resolve) => setTimeout(resolve, SAYING_MS));
    this.#isSpeaking = false;
    this.said.push(saying.words);
    return 'clips';
  }
  unlock(): Promise<void> {
    this.sound = 'ready';
    return Promise.resolve();
  }
  stop(): void {
    // Nothing plays.
  }
}

let voice: SlowVoice;
let kept: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  voice = new SlowVoice();
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const started = () => new SpeechQueue({ voice, keep: 'lobby' });

describe('the calls are spoken', () => {
  test('two at once one after the other, each twice, unhurried', async () => {
    started().take([call(2), call(1)], TODAY);
    await later(30_000);
    const [first, second] = ['请 B 零零一 号，到 7 号窗口', '请 B 零零二 号，到 7 号窗口'];
    expect(voice.said).toEqual([first, first, second, second]);
    expect(voice.isTwoAtOnce).toBe(false);
  });

  test('a ticket taken in English in two languages, the second after the first', async () => {
    started().take([call(12, { language: 'en' })], TODAY);
    await later(30_000);
    const english = 'Ticket B zero one two, please go to window 7';
    expect(voice.said.slice(2)).toEqual([english, english]);
  });

  test('not to somebody who has come meanwhile', async () => {
    const queue = started();
    queue.take([call(1), call(2)], TODAY);
    await later(500);
    queue.take([call(1, { status: 'serving' }), call(2, { status: 'serving' })], TODAY);
    await later(30_000);
    expect(voice.said).toHaveLength(1);
  });

  test('the same view again and again says nothing new', async () => {
    const queue = started();
    for (let index = 0; index < 10; index += 1) {
      queue.take([call(1)], TODAY);
      await later(3_000);
    }
    expect(voice.said).toHaveLength(2);
  });

  test('a reload goes on where it was', async () => {
    const before = started();
    before.take([call(1)], TODAY);
    await later(10_000);
    before.stop();
    started().take([call(1), call(2)], TODAY);
    await later(10_000);
    expect(voice.said.map((words) => words.slice(4, 7))).toEqual([
      '零零一',
      '零零一',
      '零零二',
      '零零二',
    ]);
  });

  test('blocked sound loses nothing: what is still called is said once it is on', async () => {
    voice.sound = 'blocked';
    const queue = started();
    queue.take([call(1), call(2)], TODAY);
    await later(10_000);
    expect(voice.said).toEqual([]);
    queue.take([call(1, { status: 'noShow' }), call(2)], TODAY);
    await queue.unlock();
    await later(10_000);
    expect(voice.said).toHaveLength(2);
  });

  test('in a crowd each once, so that nobody is called late', async () => {
    started().take(
      [1, 2, 3, 4, 5].map((seq) => call(seq)),
      TODAY,
    );
    await later(60_000);
    expect(voice.said).toHaveLength(2 + 3 * 2);
  });

  test('numbering that began anew is heard from its first call', async () => {
    const queue = started();
    queue.take([call(40)], TODAY);
    await later(10_000);
    queue.take([call(1)], TODAY, 1);
    await later(10_000);
    expect(voice.said).toHaveLength(4);
  });
});

describe('an emergency message', () => {
  const fire = { kind: 'fire', text: null, shownAt: 1 } as const;
  const isAlarm = (words: string) => /^(请注意|Attention)/.test(words);

  test('lobby 11: comes first, in two languages, and again each minute; calls wait', async () => {
    const queue = started();
    queue.takeEmergency(fire);
    queue.take([call(1)], TODAY);
    await later(30_000);
    expect(voice.said).toHaveLength(2);
    expect(voice.said.every(isAlarm)).toBe(true);
    await later(60_000);
    expect(voice.said).toHaveLength(4);
    queue.takeEmergency(null);
    await later(30_000);
    expect(voice.said.slice(4)).toEqual([
      '请 B 零零一 号，到 7 号窗口',
      '请 B 零零一 号，到 7 号窗口',
    ]);
  });

  test('lobby 11: a call that is being spoken gives way after its first saying', async () => {
    const queue = started();
    queue.take([call(1)], TODAY);
    await later(1_000);
    queue.takeEmergency(fire);
    await later(20_000);
    expect(voice.said.map(isAlarm)).toEqual([false, true, true]);
    expect(voice.isTwoAtOnce).toBe(false);
  });

  test('lobby 11: another message is said at once', async () => {
    const queue = started();
    queue.takeEmergency(fire);
    await later(10_000);
    queue.takeEmergency({ kind: 'drill', text: null, shownAt: 2 });
    await later(10_000);
    expect(voice.said[2]).toContain('应急演练');
  });
});
