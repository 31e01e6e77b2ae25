import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ticketId, windowNo } from '../../../shared/base/ids.ts';
import {
  calendarDay,
  clockSeconds,
  clockTime,
  minutesBetween,
  ticketNumber,
  ticketParts,
} from '../../../shared/client/format.ts';
import { EMERGENCY_KINDS } from '../../../shared/hall/command-words.ts';
import { HallClock } from '../../../shared/client/hall-clock.ts';
import { emergencySayings, sayingsOf } from '../../../shared/client/voice/announcement.ts';

const AT = Date.parse('2026-11-22T08:05:09+08:00');
const CLIPS = join(import.meta.dirname, '../../../shared/client/voice/clips');

describe('times are the hall’s', () => {
  test('whatever zone the machine stands in', () => {
    expect(clockTime(AT)).toBe('08:05');
    expect(clockSeconds(AT)).toBe('08:05:09');
    expect(calendarDay(AT, 'zh-Hans')).toBe('11月22日 星期日');
    expect(calendarDay(AT, 'en')).toContain('22 November');
  });

  test('a wait never falls below nothing', () => {
    expect(minutesBetween(AT, AT + 119_000)).toBe(1);
    expect(minutesBetween(AT, AT - 5_000)).toBe(0);
  });

  test('the clock runs on between beats, at the hall’s speed', () => {
    let now = 1_000;
    const clock = new HallClock(() => now);
    clock.hear(AT, 60);
    now += 500;
    expect(clock.now()).toBe(AT + 30_000);
  });
});

const isClip = (language: string, piece: string) =>
  existsSync(join(CLIPS, language, `${piece}.ogg`));

describe('an announcement', () => {
  const said = (ticket: string, window: number, language: 'zh-Hans' | 'en' = 'zh-Hans') =>
    sayingsOf({ ticket: ticketId(ticket), window: windowNo(window), language }).map((one) =>
      one.pieces.filter((piece) => typeof piece === 'string').join(' '),
    );

  test('reads the number digit by digit and the window as a number', () => {
    expect(said('B012', 7)).toEqual(['please B 0 1 2 number to 7 window']);
    expect(said('A1008', 12)).toEqual(['please A 1 0 0 8 number to 10 2 window']);
    expect(said('C003', 33)).toEqual(['please C 0 0 3 number to 3 10 3 window']);
    expect(said('C003', 20)).toEqual(['please C 0 0 3 number to 2 10 window']);
  });

  test('repeats an English ticket in English', () => {
    expect(said('B012', 33, 'en')[1]).toBe('ticket B 0 1 2 please 30 3');
    expect(said('B012', 15, 'en')[1]).toBe('ticket B 0 1 2 please 15');
  });

  test('has a clip for everything that it may say', () => {
    for (const letter of 'ABCDEFLY') {
      for (let window = 1; window <= 120; window += 1) {
        const ticket = ticketId(`${letter}0123456789`);
        for (const one of sayingsOf({ ticket, window: windowNo(window), language: 'en' })) {
          for (const piece of one.pieces) {
            if (typeof piece !== 'string') continue;
            expect(isClip(one.language, piece), piece).toBe(true);
          }
        }
      }
    }
  });

  test('has a clip for every emergency message, in two languages', () => {
    for (const kind of EMERGENCY_KINDS) {
      const [mandarin, english] = emergencySayings(kind);
      expect([mandarin?.language, english?.language]).toEqual(['zh', 'en']);
      for (const one of emergencySayings(kind)) {
        const [piece] = one.pieces;
        const isThere = typeof piece === 'string' && isClip(one.language, piece);
        expect(isThere, kind).toBe(true);
      }
    }
  });

  test('a number that came over midnight is called as it is printed', () => {
    expect(said('B012~1121', 7)).toEqual(said('B012', 7));
  });

  test('a number that is none is kept whole', () => {
    expect(ticketParts('B012')).toEqual({ letter: 'B', digits: '012', carried: null });
    expect(ticketParts('?')).toEqual({ letter: '', digits: '?', carried: null });
    expect(ticketParts('B012~1121')).toEqual({ letter: 'B', digits: '012', carried: '11-21' });
    expect(ticketNumber('B012~1121')).toBe('B012');
  });
});
