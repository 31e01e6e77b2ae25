// Self-service terminals: told free, taken instead of a ticket, told again.
import { expect, test } from 'vitest';
import { given, kiosk, manager } from '../../helpers/hall.ts';

const told = (status: string, terminal = 3) => kiosk('reportTerminal', { terminal, status });
const goes = (item = 'GA001', terminal = 3) => kiosk('divertVisitor', { terminal, item });

test('visitor 2: a free terminal is taken instead of a ticket, and is busy until it tells', () => {
  const hall = given()
    .when(goes())
    .then('terminal-not-free')
    .when(told('free'))
    .then([{ type: 'TerminalReported', terminal: 3, status: 'free' }])
    .when(goes())
    .then([{ type: 'VisitorDiverted', terminal: 3, item: 'GA001' }])
    .when(goes())
    .then('terminal-not-free');
  expect(hall.day.diverted.get(3)).toBe(1);
  expect(hall.day.tickets.size).toBe(0);
  hall.and(told('free'), goes());
  expect(hall.day.diverted.get(3)).toBe(2);
});

test('unknown terminals, and items that it does not have, are refused', () => {
  given(told('free'))
    .when(goes('GA001', 4))
    .then('unknown-terminal', '4')
    .when(told('free', 4))
    .then('unknown-terminal', '4')
    .when(goes('SC001'))
    .then('unknown-item', 'SC001');
});

test('the same state told twice is written once; out of order it is offered to nobody', () => {
  given(told('free'))
    .when(told('free'))
    .then('nothing-due')
    .when(manager('reportTerminal', { terminal: 3, status: 'fault' }))
    .then([{ type: 'TerminalReported', status: 'fault' }])
    .when(goes())
    .then('terminal-not-free');
});
