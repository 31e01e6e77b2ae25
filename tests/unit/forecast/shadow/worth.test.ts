// How far a shadow report may be trusted: the replay of what was, and what is supposed of what was not.
import { describe, expect, test } from 'vitest';
import { observe } from '../../../../shared/forecast/observed/observe.ts';
import { shadow } from '../../../../shared/forecast/shadow/shadow.ts';
import { waitFigures } from '../../../../shared/forecast/shadow/waits.ts';
import { worthOf } from '../../../../shared/forecast/shadow/worth.ts';
import type { Supposed } from '../../../../shared/forecast/shadow/worth.ts';
import { shadowText } from '../../../../shared/text/manager-shadow.ts';
import { LANGUAGES } from '../../../../shared/text/language.ts';
import { shadowView } from '../../../../shared/views/shadow-view.ts';
import { MINUTE, TODAY } from '../../../helpers/hall.ts';
import { playedDay } from './played-day.ts';

const hundred = Array.from({ length: 100 }, () => 20 * MINUTE);
const SURE: Supposed = {
  ...{ real: waitFigures(hundred), errorMs: MINUTE, learnedDays: 5 },
  ...{ visitors: 100, elsewhere: 0, brokenPromises: 0, lost: 0 },
};

describe('a judgement', () => {
  test('is good only where nothing is doubted', () => {
    expect(worthOf(SURE)).toEqual({ worth: 'good', doubts: [] });
    const few = { ...SURE, real: waitFigures(hundred.slice(0, 29)) };
    expect(worthOf(few)).toEqual({ worth: 'too-few', doubts: [] });
  });

  test.each([
    ['replay', { errorMs: 5 * MINUTE }, 'fair'],
    ['replay', { errorMs: 9 * MINUTE }, 'poor'],
    ['catalogue', { learnedDays: 0 }, 'fair'],
    ['elsewhere', { elsewhere: 25 }, 'fair'],
    ['elsewhere', { elsewhere: 60 }, 'poor'],
    ['promises', { brokenPromises: 5 }, 'fair'],
    ['promises', { brokenPromises: 30 }, 'poor'],
    ['lost', { lost: 4 }, 'fair'],
    ['lost', { lost: 40 }, 'poor'],
  ] as const)('%s: %o makes it %s', (doubt, change, worth) => {
    expect(worthOf({ ...SURE, ...change })).toEqual({ worth, doubts: [doubt] });
  });

  test('every doubt has its words', () => {
    const figures = { elsewherePercent: 41, brokenPromises: 42, lost: 43 };
    for (const language of LANGUAGES) {
      const words = Object.values(shadowText[language].doubt).map((say) => say(figures));
      expect(new Set(words).size).toBe(words.length);
      expect(words.join()).toMatch(/41.*42.*43/u);
    }
  });
});

describe('a day that is replayed to the second, too full for its promises', () => {
  const { hall } = playedDay(120, 3.6);
  const report = shadow(observe(hall.log, TODAY, [hall.day.plan]), hall.day);
  const row = shadowView(true, report, []).today;

  test('is not trusted for that alone: the other order supposes too much', () => {
    expect(report.errorMs).toBeLessThan(1);
    expect(report).toMatchObject({ worth: 'poor' });
    expect(report.doubts).toContain('promises');
    expect(report.doubts).toContain('catalogue');
    expect(report.doubts).not.toContain('replay');
  });

  test('says that more are harmed than may be, who and where', () => {
    expect(row?.isHarmGreat).toBe(true);
    expect(row?.harmed[0]?.moreMinutes).toBeGreaterThan(40);
    expect(row?.harmedZone?.zone).toBe('legal-person');
    expect(row?.harmedZone?.count).toBeLessThanOrEqual(report.worse5);
  });

  test('counts those whom another zone’s window would serve for the first time', () => {
    expect(report.elsewhere).toBeGreaterThan(0);
    expect(report.elsewhere).toBeLessThan(report.strict.visitors);
    expect(row?.elsewherePercent).toBe(Math.round((100 * report.elsewhere) / 120));
  });
});
