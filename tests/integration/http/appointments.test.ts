/** Booking over the public interface, by two servers at once, for a day to come, and until it comes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfferedSlots } from '../../../server/http/appointment-routes.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import type { Accepted, Answer } from '../../../shared/protocol/messages.ts';
import type { TicketView } from '../../../shared/views/ticket-page.ts';
import type { BookedDay } from '../../../shared/views/booked-day.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { PATIENT_MS } from '../../helpers/patience.ts';
import { firstView, listen } from '../../helpers/live.ts';

const DATE = '2026-11-25';
const ITEM = 'YB022';
const CANARY = 'C4N4RY19500101007X';

let hall: HallServer;

beforeAll(async () => {
  hall = await startHall({ servers: 2, clock: '2026-11-23T09:00+08:00' });
});
afterAll(() => hall.stop());

const offered = (date = DATE) =>
  hall.get<OfferedSlots>(`/api/halls/jingzhou/slots?date=${date}&items=${ITEM}`);

async function book(time: string, more: object = {}): Promise<Answer & { status: number }> {
  const answer = await fetch(`${hall.url}/api/halls/jingzhou/appointments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ commandId: crypto.randomUUID(), date: DATE, time, items: [ITEM] },
      ...more,
    }),
    signal: AbortSignal.timeout(PATIENT_MS),
  });
  return { ...((await answer.json()) as Answer), status: answer.status };
}

async function booked(time: string, more: object = {}): Promise<Accepted> {
  const answer = await book(time, more);
  if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer;
}

async function slotWithRoom(skip = 0) {
  const { slots } = await offered();
  const slot = slots.filter(({ rest }) => rest > 0)[skip];
  if (!slot) throw new Error('no slot is left');
  return slot;
}

async function textOf(query: string): Promise<string> {
  const database = openDatabase(hall.databaseUrl, {
    ...{ max: 1, name: 'test', deadlineMs: PATIENT_MS },
  });
  const rows = await database.sql.unsafe<{ text: string | null }[]>(query);
  await database.close();
  return rows.map((row) => row.text ?? '').join('\n');
}

test('looking at free times opens no stream, and names the days that may be booked', async () => {
  const { dates, slots } = await offered();
  expect(dates).toEqual([
    ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
  ]);
  expect(slots.length).toBeGreaterThan(3);
  expect(slots.every(({ rest, capacity }) => rest === capacity)).toBe(true);
  expect((await offered('2026-11-28')).slots).toEqual([]);
  expect(
    await textOf(`select count(*)::text as text from hall_days where business_date = '${DATE}'`),
  ).toBe('0');
});

test('no place is sold twice, whichever server is asked', async () => {
  const slot = await slotWithRoom();
  const answers = await Promise.all(
    Array.from({ length: slot.capacity + 6 }, () => book(slot.time)),
  );
  const accepted = answers.flatMap((row) => (row.outcome === 'accepted' ? [row] : []));
  const refused = answers.flatMap((row) => (row.outcome === 'refused' ? [row.code] : []));
  expect(accepted).toHaveLength(slot.capacity);
  expect(new Set(accepted.map((row) => row.ticket)).size).toBe(slot.capacity);
  expect(new Set(refused)).toEqual(new Set(['slot-full']));
  const after = (await offered()).slots.find((row) => row.time === slot.time);
  expect(after?.rest).toBe(0);
});

test('a retry with the same id books once and gives the same answer', async () => {
  const { time } = await slotWithRoom();
  const commandId = crypto.randomUUID();
  const first = await booked(time, { commandId });
  expect(await booked(time, { commandId })).toEqual(first);
  expect(await book(time, { commandId, language: 'en' })).toMatchObject({
    code: 'command-id-reused',
  });
});

test('the phone shows the appointment and gives it back: the place is free again', async () => {
  const slot = await slotWithRoom();
  const { ticket, token } = await booked(slot.time);
  const phone = { authorization: `Ticket ${String(token)}` };
  const page = await listen<TicketView>(hall, `ticket/${String(token)}`, {});
  await page.until((view) => view.status === 'booked' && view.ticket === ticket);
  expect(await hall.command(phone, { type: 'cancelTicket', ticket })).toMatchObject({
    outcome: 'accepted',
    date: DATE,
  });
  const view = await firstView<TicketView>(hall, `ticket/${String(token)}`, {});
  expect(view.status).toBe('abandoned');
  page.close();
  expect((await offered()).slots.find((row) => row.time === slot.time)?.rest).toBe(slot.rest);
});

test('a manager cancels an appointment of a day to come: the visitor’s page says so', async () => {
  const slot = await slotWithRoom();
  const { ticket = '', token } = await booked(slot.time);
  const manager = await hall.signIn('JZ18');
  const base = `/api/halls/jingzhou/appointments`;
  const day = await hall.get<BookedDay>(`${base}?date=${DATE}`, manager);
  expect(day.dates[0]).toBe('2026-11-23');
  expect(day.rows.map((row) => row.ticket)).toContain(ticket);
  const cancel = (auth: Auth, date: string, number = ticket, commandId = crypto.randomUUID()) =>
    fetch(`${hall.url}${base}/${date}/${number}/cancel`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...auth },
      body: JSON.stringify({ commandId }),
      signal: AbortSignal.timeout(PATIENT_MS),
    });
  // Nobody else may; and the number alone, on another day, is nobody's.
  expect((await cancel(await hall.signIn('JZ08'), DATE)).status).toBe(403);
  expect((await cancel({}, DATE)).status).toBe(401);
  expect((await cancel(manager, '2026-11-23')).status).toBe(404);
  expect((await cancel(manager, '2026-11-20')).status).toBe(404);
  expect((await cancel(manager, 'tomorrow')).status).toBe(400);
  const commandId = crypto.randomUUID();
  const done: unknown = await (await cancel(manager, DATE, ticket, commandId)).json();
  expect(done).toMatchObject({ outcome: 'accepted', date: DATE });
  expect(await (await cancel(manager, DATE, ticket, commandId)).json()).toEqual(done);
  expect((await cancel(manager, DATE)).status).toBe(409);
  const view = await firstView<TicketView>(hall, `ticket/${String(token)}`, {});
  expect(view.status).toBe('abandoned');
  const after = await hall.get<BookedDay>(`${base}?date=${DATE}`, manager);
  expect(after.rows.map((row) => row.ticket)).not.toContain(ticket);
  expect((await offered()).slots.find((row) => row.time === slot.time)?.rest).toBe(slot.rest);
});

test('a number of today never cancels the same number of another day', async () => {
  const { time } = await slotWithRoom();
  const ahead = await booked(time);
  const kiosk = await hall.deviceKey('kiosk');
  expect(await hall.command(kiosk, { type: 'cancelTicket', ticket: ahead.ticket })).toMatchObject({
    outcome: 'refused',
    code: 'unknown-ticket',
  });
});

test.each([
  ['a day off', { date: '2026-11-28' }, 'unknown-slot'],
  ['a day that is past', { date: '2026-11-20' }, 'slot-past'],
  ['a day too far ahead', { date: '2027-03-01' }, 'too-early-to-book'],
  ['a time that is not offered', { time: '03:33' }, 'unknown-slot'],
  ['an unknown item', { items: ['ZZ999'] }, 'unknown-item'],
  ['no date', { date: 'tomorrow' }, 'malformed'],
])('%s is refused with its reason', async (_, fields, code) => {
  expect(await book('10:00', fields)).toMatchObject({ outcome: 'refused', code });
});

test('one person books once a day, and the number of the document stands nowhere', async () => {
  const slot = await slotWithRoom();
  const { ticket } = await booked(slot.time, { identity: CANARY });
  const typed = 'c4n4ry 19500101-007x';
  expect(await book(slot.time, { identity: typed })).toMatchObject({ code: 'booking-limit' });
  const kept = await textOf(
    `select person_hash as text from tickets where ticket_id = '${String(ticket)}'`,
  );
  expect(kept).toMatch(/^[\w-]{22}$/);
  const everything = await textOf(
    `select body as text from events union all select command_id from events
     union all select command_hash from events union all select person_hash from tickets
     union all select sealed from private_texts union all select detail from audit`,
  );
  expect(everything).toContain('AppointmentBooked');
  expect(everything.toUpperCase()).not.toContain(CANARY);
});

test('an approver’s words leave their hash in the event, and are sealed', async () => {
  const kiosk = await hall.deviceKey('kiosk');
  const issued = await hall.command(kiosk, { type: 'issueTicket', items: [ITEM] });
  const ticket = issued.outcome === 'accepted' ? issued.ticket : undefined;
  const note = 'canary words of the approver';
  const manager = await hall.signIn('JZ18');
  const granted = await hall.command(manager, {
    ...{ type: 'grantGreenChannel', ticket, reason: 'key-project', note },
  });
  expect(granted.outcome).toBe('accepted');
  const everything = await textOf(
    'select body as text from events union all select detail from audit',
  );
  expect(everything).toContain('noteHash');
  expect(everything).not.toContain('canary');
  expect(await textOf('select sealed as text from private_texts')).not.toContain('canary');
});

test('on its day the very stream opens: and the visitor checks in by card', async () => {
  const { slots } = await offered();
  const slot = slots.find(({ rest }) => rest > 0);
  const identity = '11010519491231002X';
  const { ticket, token } = await booked(slot?.time ?? '', { identity });
  await hall.kill(0);
  await hall.kill(1);
  await hall.restart(0, `${DATE}T${slot?.time ?? ''}+08:00`);
  const kiosk = await hall.deviceKey('kiosk');
  const answer = await hall.command(kiosk, { type: 'checkIn', identity });
  expect(answer).toMatchObject({ outcome: 'accepted', ticket, token, date: DATE });
  const view = await firstView<TicketView>(hall, `ticket/${String(token)}`, {});
  expect(view.status).toBe('waiting');
  expect(await hall.command(kiosk, { type: 'checkIn', identity: 'X0000000' })).toMatchObject({
    code: 'no-appointment',
  });
});
