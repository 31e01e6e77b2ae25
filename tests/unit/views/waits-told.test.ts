// A wait that is old, or that nobody made, is said to be unknown: never an old time.
import { expect, test } from 'vitest';
import { zoneFacts } from '../../../display/kiosk/zone-facts.ts';
import { FRESH_VISIT } from '../../../display/kiosk/visit.ts';
import { waitWords } from '../../../display/parts/wait-words.ts';
import { stateWords } from '../../../display/phone/state-words.ts';
import type { Estimates } from '../../../shared/hall/estimates.ts';
import { ticketId, zoneCode } from '../../../shared/base/ids.ts';
import { kioskText } from '../../../shared/text/kiosk.ts';
import { kioskView } from '../../../shared/views/kiosk-screen.ts';
import { kioskTicket } from '../../../shared/views/kiosk-ticket.ts';
import type { Outlook } from '../../../shared/views/outlook.ts';
import { NO_OUTLOOK } from '../../../shared/views/outlook.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { MINUTE, NINE, clerk, given, kiosk } from '../../helpers/hall.ts';

const COMPANY = zoneCode('legal-person');
const OLD = NINE + 3 * MINUTE;
const wait = { p50Ms: 12 * MINUTE, p90Ms: 20 * MINUTE };
const estimates: Estimates = {
  ...{ madeAt: NINE, seq: 1, basis: 'catalogue', days: 0 },
  zones: new Map([[COMPANY, { ...wait, rawP90Ms: wait.p90Ms }]]),
  tickets: new Map([[ticketId('A001'), wait]]),
};
const KNOWN: Outlook = { estimates, freshForMs: MINUTE, past: [] };

const day = given(
  clerk('K01')('openWindow', { window: 1 }),
  kiosk('issueTicket', { items: ['SC001'] }),
);

/** What the phone says below the place. */
function phone(outlook: Outlook, now: number): readonly string[] {
  const view = ticketView(day.day, day.ticket('A001'), () => '', outlook);
  return stateWords(view, 'zh-Hans', now).help;
}

/** What the kiosk says of the zone before anybody chooses. */
function card(outlook: Outlook, hallNow: number, cutOffSinceAt: number | null = null): string[] {
  const view = kioskView(day.day, outlook);
  const zone = view.zones.find(({ code }) => code === COMPANY)!;
  const scene = { text: kioskText['zh-Hans'], view, hallNow, visit: FRESH_VISIT, cutOffSinceAt };
  return zoneFacts(scene, zone);
}

const look = (outlook: Outlook, now: number) => {
  return waitWords(kioskTicket(day.day, day.ticket('A001'), outlook), 'zh-Hans', now);
};

test('while it is known the phone, the zone’s card and a look-up tell the middle and the bound', () => {
  expect(phone(KNOWN, NINE)).toContain('约12分钟，多数在20分钟内');
  expect(card(KNOWN, NINE)).toContain('约12分钟，多数在20分钟内');
  expect(look(KNOWN, NINE)).toBe('约12分钟，多数在20分钟内');
});

test('a hall without history says on the phone what its waits go by, one with history does not', () => {
  const words = '按事项目录的时长估算';
  expect(phone(KNOWN, NINE)).toContain(words);
  expect(phone(KNOWN, OLD)).not.toContain(words);
  const history: Outlook = { ...KNOWN, estimates: { ...estimates, basis: 'history', days: 9 } };
  expect(phone(history, NINE)).not.toContain(words);
});

test.each([
  ['a batch that nobody renewed', KNOWN, OLD],
  ['a server that makes none', NO_OUTLOOK, NINE],
])('%s is not known, and no time is told', (_, outlook, now) => {
  expect(phone(outlook, now)).toContain('等候时间暂时无法预计');
  expect(phone(outlook, now).join()).not.toMatch(/约\d/u);
  expect(card(outlook, now).join()).not.toMatch(/约\d/u);
  expect(card(outlook, now)).toContain(
    kioskText['zh-Hans'].longestWait(Math.round((now - NINE) / MINUTE)),
  );
  expect(look(outlook, now)).toBeNull();
});

test('a kiosk that is cut off tells who waited then and since when, and no wait', () => {
  expect(card(KNOWN, NINE + 30_000, NINE)).toEqual(['09:00 时：1 人等候']);
});
