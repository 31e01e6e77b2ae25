/**
 * Makes the fixture log of a short morning on which advice is taken that moves no window: the order of
 * calls for a while, a break begun later, a window that is kept; and one that has lost its reason.
 *   node tests/logs/make-advised-log.ts > tests/logs/jingzhou-2026-11-26.jsonl
 */
import { businessDate, itemCode, staffNo, windowNo, zoneCode } from '../../shared/base/ids.ts';
import type { AdviceChange } from '../../shared/hall/advice.ts';
import { configsOf } from './configs.ts';
import { LogDay, clerk, kiosk, manager, system } from './log-day.ts';

const MINUTE_MS = 60_000;
const PEOPLE = zoneCode('natural-person');
const COMPANIES = zoneCode('legal-person');
const [company, person] = [staffNo('JZ03'), staffNo('JZ08')];

const log = new LogDay(configsOf('jingzhou-2026-11-26'), businessDate('2026-11-26'), 3);
const wait = (minutes: number) => (log.at += minutes * MINUTE_MS);

function propose(...changes: AdviceChange[]): void {
  const figures = {
    ...{ gainMinutes: 80, lowMinutes: 20, highMinutes: 150, share: 0.2 },
    ...{ zones: [], horizonMs: 75 * MINUTE_MS, rollouts: 24 },
  };
  log.send(system, {
    ...{ type: 'proposeAdvice', cause: 'timer' },
    drafts: [{ changes, zone: PEOPLE, figures }],
  });
}
const latest = () => [...log.day.advice.keys()].at(-1) ?? '';
const apply = () => log.send(manager, { type: 'applyAdvice', advice: latest() });

/** One visit at the clerk's window, from the call to the end. */
function serve(who: typeof company): void {
  const by = clerk(who);
  if (!log.send(by, { type: 'callNext' })) return;
  log.send(by, { type: 'startService' });
  wait(6);
  // What is served at another window is refused, and no line.
  for (const { id } of log.tickets('serving').flatMap(({ cases }) => cases)) {
    log.send(by, { type: 'finishCase', case: id, outcome: 'closed' });
  }
}

log.goTo('08:50');
log.send(system, { type: 'openDay', configVersion: 1 });
log.send(clerk(company), { type: 'openWindow', window: windowNo(2) });
log.send(clerk(person), { type: 'openWindow', window: windowNo(6) });
for (let count = 0; count < 14; count += 1) {
  log.send(kiosk, { type: 'issueTicket', items: [itemCode('MZ001')] });
}
propose({ kind: 'order', routing: 'zones' });
apply();
wait(16);
for (let round = 0; round < 4; round += 1) [company, person].forEach(serve);
propose({ kind: 'moveBreak', window: windowNo(6), clerk: person, byMs: 30 * MINUTE_MS });
apply();
log.send(manager, { type: 'revertAdvice', advice: 'advice-1' });
propose({ kind: 'assign', window: windowNo(2), zones: [COMPANIES, PEOPLE] });
apply();
wait(70);
log.send(kiosk, { type: 'issueTicket', items: [itemCode('MZ001')] });
propose({ kind: 'keep', window: windowNo(2), zones: [COMPANIES, PEOPLE] });
apply();
propose({ kind: 'close', window: windowNo(2) });
for (let round = 0; round < 9; round += 1) [company, person].forEach(serve);
log.send(system, { type: 'tick' });
log.send(clerk(company), { type: 'closeWindow' });
log.send(clerk(person), { type: 'closeWindow' });
log.goTo('23:59');
for (let look = 0; look < 4; look += 1) log.send(system, { type: 'tick' });
log.send(system, { type: 'closeDay' });
process.stdout.write(`${log.lines.join('\n')}\n`);
