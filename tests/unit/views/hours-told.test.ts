// No time outside the hall's hours is told without saying so: at the kiosk, on the phone, on paper.
import { describe, expect, test } from 'vitest';
import { zoneCardFacts, zoneFacts } from '../../../display/kiosk/zone-facts.ts';
import { FRESH_VISIT } from '../../../display/kiosk/visit.ts';
import { promiseWords, waitWords } from '../../../display/parts/wait-words.ts';
import { stateWords } from '../../../display/phone/state-words.ts';
import { ticketPaper } from '../../../server/effects/ticket-paper.ts';
import { textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import type { Estimates } from '../../../shared/hall/estimates.ts';
import { ticketId, zoneCode } from '../../../shared/base/ids.ts';
import { must } from '../../../shared/base/assert.ts';
import { kioskText } from '../../../shared/text/kiosk.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import type { Language } from '../../../shared/text/language.ts';
import { kioskTicket } from '../../../shared/views/kiosk-ticket.ts';
import { kioskView } from '../../../shared/views/kiosk-screen.ts';
import { hoursNote } from '../../../shared/views/hours-words.ts';
import { hoursView } from '../../../shared/views/hours.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { MINUTE, NINE, TODAY, clerk, given, happened, later } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { printedOn } from '../printer/tickets.ts';

const COMPANY = zoneCode('legal-person');
const HOUR = 60 * MINUTE;
const wait = { p50Ms: 12 * MINUTE, p90Ms: 25 * MINUTE };

/** A001 taken at `at` with a wait of mostly 25 minutes; the hall closes 12:00–13:30 and at 17:00. */
function taken(at: number, alwaysOpen = false, language: Language = 'zh-Hans') {
  const issued = {
    ...{ type: 'TicketIssued', ticket: 'A001', series: 'A', number: 1, zone: COMPANY },
    cases: [{ case: 'A001-1', item: 'SC001' }],
    ...{ creditMs: 0, language, arrivedAt: at, orderKey: at, ahead: 0 },
    forecast: { ...wait, basis: 'catalogue' },
  };
  const opens = clerk('K01')('openWindow', { window: 1 });
  const hall = smallHall({ alwaysOpen });
  const day = given(hall, opens, later(at - NINE), happened(issued));
  const estimates: Estimates = {
    ...{ madeAt: at, seq: 1, basis: 'catalogue', days: 0 },
    zones: new Map([[COMPANY, { ...wait, rawP90Ms: wait.p90Ms }]]),
    tickets: new Map([[ticketId('A001'), wait]]),
  };
  return { day, outlook: { estimates, freshForMs: MINUTE, past: [] } };
}

/** The same wait on every surface. */
function everywhere(at: number, alwaysOpen = false) {
  const { day, outlook } = taken(at, alwaysOpen);
  const ticket = day.ticket('A001');
  const job = { hall: day.day.hall, date: TODAY, ticket: ticket.id, job: 'first' };
  const paper = { ...job, kiosk: 'kiosk-1', reprint: false, slipOf: null };
  const view = kioskView(day.day, outlook);
  const zone = must(
    view.zones.find(({ code }) => code === COMPANY),
    'the zone',
  );
  const scene = {
    text: kioskText['zh-Hans'],
    view,
    hallNow: at,
    visit: FRESH_VISIT,
    cutOffSinceAt: null,
  };
  const low = { ...scene, visit: { ...FRESH_VISIT, isLow: true } };
  const page = ticketView(day.day, ticket, () => '', outlook);
  return {
    zone: zoneFacts(scene, zone).join(),
    lowCard: zoneCardFacts(low, zone).join(),
    lookUp: waitWords(kioskTicket(day.day, ticket, outlook), 'zh-Hans', at) ?? '',
    phone: stateWords(page, 'zh-Hans', at).help.join(),
    paper: ticketPaper(day.day, paper, 'http://hall/#a').waitText ?? '',
    promise: promiseWords({ ...page, promisedAt: at + 25 * MINUTE }, 'zh-Hans') ?? '',
  };
}

const CLOSING = /可能在 17:00 下班之后/u;
const BREAK = /12:00–13:30 休息，可能在 13:30 之后/u;
const surfaces = Object.keys(everywhere(NINE)) as (keyof ReturnType<typeof everywhere>)[];

describe.each(surfaces)('%s', (surface) => {
  test('tells a time within the hours as it is', () => {
    expect(everywhere(NINE + HOUR)[surface]).not.toMatch(/休息|下班/u);
    expect(everywhere(NINE + HOUR)[surface]).not.toBe('');
  });

  test('says that a time may be after closing', () => {
    expect(everywhere(NINE + 8 * HOUR - 20 * MINUTE)[surface]).toMatch(CLOSING);
  });

  test('says that a time lies in the break at noon', () => {
    expect(everywhere(NINE + 3 * HOUR - 20 * MINUTE)[surface]).toMatch(BREAK);
  });

  test('says nothing of closing where the hall is always open', () => {
    expect(everywhere(NINE + 8 * HOUR, true)[surface]).not.toMatch(/休息|下班/u);
  });
});

test('before the doors open it is said when calling begins', () => {
  const hours = hoursView(taken(NINE).day.day);
  expect(hoursNote(hours, NINE - MINUTE, 'zh-Hans')).toBe('09:00 开始叫号，可能在这之后');
  expect(hoursNote(hours, NINE, 'zh-Hans')).toBeNull();
  expect(hoursNote(hours, NINE + 8 * HOUR, 'zh-Hans')).toBeNull();
});

test.each([58, 80] as const)('the paper of %i mm has room for it in every language', (paperMm) => {
  for (const language of LANGUAGES) {
    const { day } = taken(NINE + 8 * HOUR - 20 * MINUTE, false, language);
    const job = { hall: day.day.hall, date: TODAY, ticket: ticketId('A001'), job: 'first' };
    const more = { kiosk: 'kiosk-1', reprint: false, slipOf: null };
    const paper = ticketPaper(day.day, { ...job, ...more }, 'http://hall/#a');
    const lines = textsOf(printedOn(paper, paperMm)).join('').replaceAll(' ', '');
    expect(lines).toContain((paper.waitText ?? '?').replaceAll(' ', '').replaceAll('–', '-'));
    expect(lines).toContain('17:00');
  }
});
