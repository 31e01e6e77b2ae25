// What comes from outside: shapes, limits, what is refused and what is let go.
import { describe, expect, test } from 'vitest';
import { RATING_TEXT_MAX } from '../../../shared/protocol/command-schema.ts';
import { decodeClientMessage, decodeCommand, signInBody } from '../../../shared/protocol/decode.ts';

const read = (body: object) => decodeCommand({ commandId: 'id-00001', ...body });
const faultOf = (body: unknown) => {
  const decoded = decodeCommand(body);
  return 'fault' in decoded ? decoded.fault : 'none';
};
const fault = (body: object) => faultOf({ commandId: 'id-00001', ...body });
const rating = { type: 'rateCase', case: 'B012-1', nonce: 'n', level: 5 };

/** One whole command of every kind that may come from outside. */
const WHOLE: readonly object[] = [
  { type: 'issueTicket', items: ['SC001'], package: 'PK01', class: 'ELD', language: 'en' },
  { type: 'cancelTicket', ticket: 'B012' },
  { type: 'reactivateTicket', ticket: 'B012' },
  { type: 'reprintTicket', ticket: 'B1012' },
  { type: 'openWindow', window: 3, clerk: 'K01' },
  { type: 'pauseWindow', window: 3, reason: 'lunch', returnAt: 1_795_395_600_000 },
  { type: 'resumeWindow', window: 3 },
  { type: 'closeWindow', window: 3 },
  { type: 'callNext', window: 3 },
  { type: 'recallTicket', window: 3 },
  { type: 'markNoShow', window: 3 },
  { type: 'undoCall', window: 3 },
  { type: 'startService', window: 3 },
  { type: 'addCase', window: 3, item: 'SC001' },
  { type: 'finishCase', case: 'B012-1', outcome: 'accepted' },
  { type: 'assignWindow', window: 3, zones: ['legal-person'] },
  { type: 'assignWindow', window: 3, zones: 'all' },
  { ...rating, tags: ['510', '511'], text: 'thank you' },
  { type: 'declineRating', case: 'B012-1', nonce: 'n' },
  { type: 'touchPrompt', window: 3 },
];

describe('decodeCommand', () => {
  test.each(WHOLE.map((command) => [JSON.stringify(command), command]))('%s', (_, command) => {
    expect(read(command)).toEqual({ commandId: 'id-00001', command });
  });

  test('optional fields may be absent, and lists are empty then', () => {
    expect(read({ type: 'callNext' })).toMatchObject({ command: { type: 'callNext' } });
    expect(read({ type: 'issueTicket', package: 'PK01' })).toMatchObject({
      command: { items: [] },
    });
    expect(read(rating)).toMatchObject({ command: { tags: [] } });
  });

  test('unknown fields are dropped: a new page and an old server get on', () => {
    const decoded = read({ type: 'callNext', window: 3, urgent: true, textHash: 'x' });
    expect(decoded).toEqual({ commandId: 'id-00001', command: { type: 'callNext', window: 3 } });
  });

  test('a rating cannot bring its own hash, and a tag given twice counts once', () => {
    const decoded = read({ ...rating, textHash: 'forged', tags: ['510', '510'] });
    expect(decoded).toMatchObject({ command: { tags: ['510'] } });
    expect(decoded).not.toHaveProperty('command.textHash');
  });

  test.each(['tick', 'openDay', 'closeDay', 'fence', 'skipNumbers', 'recordPrint'])(
    '%s is the system’s own and never comes from outside',
    (type) => {
      expect(fault({ type })).toContain('type');
    },
  );

  test('ratePastCase is made by the server alone', () => {
    expect(fault({ ...rating, type: 'ratePastCase', date: '2026-11-20' })).toContain('type');
  });

  test.each([
    ['no type', {}, 'type'],
    ['an unknown command', { type: 'dropTables' }, 'type'],
    ['a prototype’s name', { type: 'constructor' }, 'type'],
    ['a window in words', { type: 'callNext', window: '3' }, 'window'],
    ['window 0', { type: 'callNext', window: 0 }, 'window'],
    ['half a window', { type: 'callNext', window: 1.5 }, 'window'],
    ['window 10000', { type: 'callNext', window: 10_000 }, 'window'],
    ['no window to open', { type: 'openWindow' }, 'window'],
    ['items that are no list', { type: 'issueTicket', items: 'SC001' }, 'items'],
    ['51 items', { type: 'issueTicket', items: Array(51).fill('SC001') }, 'items'],
    ['an empty item', { type: 'issueTicket', items: [''] }, 'items.0'],
    ['a long item', { type: 'issueTicket', items: ['x'.repeat(41)] }, 'items.0'],
    ['another language', { type: 'issueTicket', items: ['SC001'], language: 'fr' }, 'language'],
    ['a ticket in small letters', { type: 'cancelTicket', ticket: 'b012' }, 'ticket'],
    ['a ticket with a line after it', { type: 'cancelTicket', ticket: 'B012\n' }, 'ticket'],
    ['a case without its counter', { ...rating, case: 'B012' }, 'case'],
    ['a level of 0', { ...rating, level: 0 }, 'level'],
    ['a level of 6', { ...rating, level: 6 }, 'level'],
    ['a level in words', { ...rating, level: '5' }, 'level'],
    ['no nonce', { ...rating, nonce: '' }, 'nonce'],
    ['nine tags', { ...rating, tags: '123456789'.split('') }, 'tags'],
    ['a long text', { ...rating, text: 'x'.repeat(RATING_TEXT_MAX + 1) }, 'text'],
    ['another outcome', { type: 'finishCase', case: 'B012-1', outcome: 'lost' }, 'outcome'],
    ['another reason', { type: 'pauseWindow', reason: 'nap' }, 'reason'],
    [
      'a return that is no instant',
      { type: 'pauseWindow', reason: 'lunch', returnAt: -1 },
      'return',
    ],
    ['no zones', { type: 'assignWindow', window: 1, zones: [] }, 'zones'],
    ['21 zones', { type: 'assignWindow', window: 1, zones: Array(21).fill('z') }, 'zones'],
  ])('%s is refused by its path', (_, body, path) => {
    expect(fault(body)).toContain(path);
  });

  test('bodies that are no commands at all, and ids that are none', () => {
    for (const body of [null, 7, 'callNext', [], undefined]) expect(faultOf(body)).not.toBe('none');
    for (const id of ['', 'short', 'x'.repeat(101), 'with space', 'quo"te-123', 'über-12345', 7]) {
      expect(faultOf({ commandId: id, type: 'callNext' })).toContain('commandId');
    }
    expect(faultOf({ commandId: 'a.b:c-d_1', type: 'callNext' })).toBe('none');
  });
});

describe('decodeClientMessage', () => {
  test('the three messages of a page, and nothing else', () => {
    expect(decodeClientMessage('{"subscribe":"hall/x/lobby"}')).toEqual({
      subscribe: 'hall/x/lobby',
    });
    expect(decodeClientMessage('{"unsubscribe":"a"}')).toEqual({ unsubscribe: 'a' });
    expect(decodeClientMessage('{"alive":true}')).toEqual({ alive: true });
    const long = JSON.stringify({ subscribe: 'x'.repeat(201) });
    for (const text of ['', '{', 'null', '[]', '{}', '{"alive":false}', '{"subscribe":7}', long]) {
      expect(decodeClientMessage(text)).toBeNull();
    }
  });
});

test('a sign-in has a number and a password of bounded length', () => {
  expect(signInBody.safeParse({ staffNo: 'K01', password: 'x' }).success).toBe(true);
  expect(signInBody.safeParse({ staffNo: 'K01', password: 'x'.repeat(201) }).success).toBe(false);
  expect(signInBody.safeParse({ staffNo: '', password: 'x' }).success).toBe(false);
  expect(signInBody.safeParse({ password: 'x' }).success).toBe(false);
});
