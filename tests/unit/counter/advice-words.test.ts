// Advice in words, in three languages, and the sketch of "what if" before the server is asked.
import { describe, expect, test } from 'vitest';
import {
  ageWords,
  onTopWords,
  togetherWords,
} from '../../../counter-client/manager/advice-standing.ts';
import {
  adviceSentence,
  gainSentence,
  isUnsure,
} from '../../../counter-client/manager/advice-words.ts';
import {
  CLOSED,
  changesOf,
  drawnIn,
  moved,
  openedBy,
  stillOpen,
} from '../../../counter-client/manager/what-if-draft.ts';
import type { Draft } from '../../../counter-client/manager/what-if-draft.ts';
import type { AdviceFigures } from '../../../shared/hall/advice.ts';
import { adviceBoard } from '../../../shared/views/advice-board.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';
import { MINUTE } from '../../helpers/hall.ts';

const FIGURES: AdviceFigures = {
  ...{ gainMinutes: 180, lowMinutes: 120, highMinutes: 240, share: 0.2 },
  ...{ zones: [], horizonMs: 75 * MINUTE, rollouts: 24 },
};

const hall = () =>
  given(
    clerk('K01')('openWindow', { window: 1 }),
    clerk('K06')('openWindow', { window: 2 }),
    clerk('K03')('openWindow', { window: 3 }),
  );
const propose = (...changes: readonly object[]) =>
  system('proposeAdvice', {
    cause: 'timer',
    drafts: [{ changes, zone: 'legal-person', figures: FIGURES }],
  });

function sentence(...changes: readonly object[]): string[] {
  const { day } = hall().and(propose(...changes));
  const [row] = adviceBoard(day).proposed;
  if (!row) return [];
  const view = floorView(day);
  return (['zh-Hans', 'zh-Hant', 'en'] as const).map((language) =>
    adviceSentence(row, view, language),
  );
}

describe('a proposal in words', () => {
  test('names its windows together, the zone and until when', () => {
    const zones = ['legal-person'];
    const both = [2, 3].map((window) => ({ kind: 'assign', window, zones }));
    expect(sentence(...both)).toEqual([
      '把 2、3 号窗口转到legal-person，到 10:15',
      '把 2、3 號窗口轉到legal-person，到 10:15',
      'Move window 2, 3 to legal-person, until 10:15',
    ]);
  });

  test('says what a window takes besides its own zone', () => {
    const zones = ['natural-person', 'legal-person'];
    const [hans] = sentence({ kind: 'assign', window: 2, zones });
    expect(hans).toBe('让 2 号窗口兼办legal-person，到 10:15');
  });

  test('the gain has its interval; a loss is called one', () => {
    expect(gainSentence(FIGURES, 'zh-Hans')).toBe(
      '预计未来 75 分钟少等 180 人分钟（80% 区间 120 至 240）',
    );
    const loss = { ...FIGURES, gainMinutes: -50, lowMinutes: -90, highMinutes: 10 };
    expect(gainSentence(loss, 'en')).toBe(
      'Expected: 50 visitor-minutes more waiting in the next 75 min (80% interval -10 to 90)',
    );
  });
});

describe('a gain that may as well be a loss', () => {
  const unsure = { ...FIGURES, gainMinutes: 97, lowMinutes: -11, highMinutes: 205 };

  test('is not said as if it were sure, and both ends are named', () => {
    expect(isUnsure(unsure)).toBe(true);
    expect(gainSentence(unsure, 'zh-Hans')).toBe(
      '不一定有用：未来 75 分钟平均少等 97 人分钟（十次里八次在多等 11 到少等 205 之间）',
    );
    for (const language of LANGUAGES) {
      expect(gainSentence(unsure, language)).not.toMatch(/-\d/u);
      expect(gainSentence(unsure, language)).not.toBe(gainSentence(FIGURES, language));
    }
  });

  test('a sure gain is none, nor is a loss', () => {
    expect(isUnsure(FIGURES)).toBe(false);
    expect(isUnsure({ ...FIGURES, gainMinutes: -50, lowMinutes: -90 })).toBe(false);
  });
});

describe('how proposals stand', () => {
  const third = { kind: 'assign', window: 3, zones: ['legal-person'] };
  const other = { kind: 'assign', window: 2, zones: ['legal-person'] };
  const draft = (...changes: readonly object[]) => {
    return { changes, zone: 'legal-person', figures: FIGURES };
  };
  const waits = kiosk('issueTicket', { items: ['SC001'] });
  const two = () =>
    hall().and(
      waits,
      system('proposeAdvice', {
        cause: 'timer',
        drafts: [draft(other), draft(third)],
      }),
    );

  test('two of one look add up, and the second says that it is on top of the first', () => {
    const board = adviceBoard(two().day);
    expect(togetherWords(board, 'zh-Hans')).toBe('两条可以一起执行，节省相加，共约 360 人分钟。');
    const [first, second] = board.proposed;
    expect(first && onTopWords(first, board, 'zh-Hans')).toBeNull();
    expect(second && onTopWords(second, board, 'zh-Hans')).toEqual({
      ...{ words: '在上一条之外再省', isGone: false },
    });
  });

  test('once the first is turned down the figure of the second means nothing, and says so', () => {
    const { day } = two().and(
      manager('dismissAdvice', { advice: 'advice-1', reason: 'not-convinced' }),
    );
    const board = adviceBoard(day);
    expect(togetherWords(board, 'zh-Hans')).toBe('');
    const [left] = board.proposed;
    expect(left && onTopWords(left, board, 'zh-Hans')).toMatchObject({ isGone: true });
  });

  test('two of different looks do not add up', () => {
    const day = hall().and(
      waits,
      propose(other),
      later(MINUTE),
      system('proposeAdvice', {
        cause: 'timer',
        drafts: [draft(third)],
      }),
    );
    expect(togetherWords(adviceBoard(day.day), 'zh-Hans')).toContain('不能相加');
  });

  test('one says by which queues it was worked out, and when those may have changed', () => {
    const day = hall().and(waits, propose(other));
    const board = adviceBoard(day.day);
    const [row] = board.proposed;
    if (!row) throw new Error('no proposal');
    const after = (minutes: number) =>
      ageWords(row, board, row.proposedAt + minutes * MINUTE, 'zh-Hans');
    expect(after(0)).toEqual({ words: '按 09:00 的排队算', isOld: false });
    expect(after(4)).toEqual({ words: '按 09:00 的排队算，4 分钟前', isOld: false });
    expect(after(10).isOld).toBe(true);
    expect(after(10).words).toContain('排队可能已经变了');
  });
});

describe('the board', () => {
  const assign = { kind: 'assign', window: 2, zones: ['legal-person'] };

  test('says why a proposal cannot be applied as the hall stands now', () => {
    const { day } = hall().and(
      propose(assign),
      manager('assignWindow', { window: 2, zones: ['legal-person'] }),
    );
    expect(adviceBoard(day).proposed[0]?.blocked).toEqual({
      ...{ refused: 'advice-outdated', detail: '2' },
    });
  });

  test('moves advice from proposed to in force to earlier, with its worth', () => {
    const given = hall().and(propose(assign));
    given.and(manager('applyAdvice', { advice: 'advice-1' }));
    expect(adviceBoard(given.day)).toMatchObject({
      ...{ proposed: [], earlier: [], moves: 1 },
      applied: [{ id: 'advice-1', windows: [2], appliedBy: 'manager:M01' }],
    });
    const score = { gainMinutes: 150, lowMinutes: 90, highMinutes: 200, rollouts: 16 };
    given.and(
      ...[later(75 * MINUTE), system('tick')],
      system('scoreAdvice', { advice: 'advice-1', score }),
    );
    expect(adviceBoard(given.day)).toMatchObject({
      applied: [],
      earlier: [{ status: 'returned', figures: { gainMinutes: 180 }, score }],
    });
  });
});

describe('the sketch', () => {
  const view = floorView(hall().day);
  const window = (no: number) => {
    const found = view.windows.find((one) => Number(one.no) === no);
    if (!found) throw new Error('no such window');
    return found;
  };
  const empty: Draft = new Map();

  test('a window stands where it was moved; moved back it is no change', () => {
    const draft = moved(empty, window(2), 'legal-person');
    expect(drawnIn(window(2), draft)).toBe('legal-person');
    expect(changesOf(draft, view)).toEqual([
      { kind: 'assign', window: 2, zones: ['legal-person'] },
    ]);
    expect(moved(draft, window(2), 'natural-person').size).toBe(0);
  });

  test('to open a closed window somebody is chosen; one person opens one; closing comes first', () => {
    let draft = moved(moved(empty, window(5), 'legal-person'), window(1), CLOSED);
    expect(changesOf(draft, view)).toBeNull();
    draft = openedBy(draft, 5, 'K04');
    expect(changesOf(draft, view)).toEqual([
      { kind: 'close', window: 1 },
      { kind: 'open', window: 5, clerk: 'K04', zones: ['legal-person'] },
    ]);
    draft = openedBy(moved(draft, window(4), 'all'), 4, 'K04');
    expect(draft.get(5)?.clerk).toBeNull();
  });

  test('what the hall has done meanwhile is no change any more', () => {
    const draft = moved(empty, window(2), 'legal-person');
    expect(stillOpen(draft, view)).toBe(draft);
    const after = hall().and(manager('assignWindow', { window: 2, zones: ['legal-person'] }));
    expect(stillOpen(draft, floorView(after.day)).size).toBe(0);
  });
});
