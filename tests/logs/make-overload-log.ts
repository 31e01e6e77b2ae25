/**
 * Makes the fixture log of a short morning in which a zone is overloaded: a guide is sent, the hall is
 * told of a free terminal and of times that can still be booked.
 *   node tests/logs/make-overload-log.ts > tests/logs/jingzhou-2026-11-27.jsonl
 */
import { businessDate, itemCode, staffNo, windowNo } from '../../shared/base/ids.ts';
import { configsOf } from './configs.ts';
import { LogDay, clerk, kiosk, manager, system } from './log-day.ts';

const MINUTE_MS = 60_000;
const PERSON = staffNo('JZ08');
const GUIDE = staffNo('JZ20');

const log = new LogDay(configsOf('jingzhou-2026-11-27'), businessDate('2026-11-27'), 3);
const wait = (minutes: number) => (log.at += minutes * MINUTE_MS);
const tick = () => log.send(system, { type: 'tick', facts: { silent: [], papers: [] } });
const overload = () => [...log.day.alerts.keys()].find((key) => key.startsWith('wait:')) ?? '';
const answer = (kind: 'guide' | 'terminals' | 'appointments') =>
  log.send(manager, {
    ...{ type: 'answerOverload', alert: overload(), answer: kind },
    ...(kind === 'guide' && { guide: GUIDE }),
  });

log.goTo('09:05');
log.send(system, { type: 'openDay', configVersion: 1 });
log.send(clerk(PERSON), { type: 'openWindow', window: windowNo(6) });
log.send(manager, { type: 'reportTerminal', terminal: 1, status: 'free' });
for (let count = 0; count < 6; count += 1) {
  log.send(kiosk, { type: 'issueTicket', items: [itemCode('MZ001')] });
}
log.send(clerk(PERSON), { type: 'callNext' });
wait(4);
tick();
log.send(clerk(PERSON), { type: 'startService' });
wait(17);
tick();
answer('guide');
answer('terminals');
wait(10);
tick();
answer('appointments');
for (const { id } of log.tickets('serving').flatMap(({ cases }) => cases)) {
  log.send(clerk(PERSON), { type: 'finishCase', case: id, outcome: 'closed' });
}
for (const { id } of log.tickets('waiting')) {
  log.send(kiosk, { type: 'cancelTicket', ticket: id });
}
tick();
log.send(clerk(PERSON), { type: 'closeWindow' });
log.goTo('23:59');
for (let look = 0; look < 4; look += 1) tick();
log.send(system, { type: 'closeDay' });
process.stdout.write(`${log.lines.join('\n')}\n`);
