/**
 * A server that estimates: waits stand in the views and with the next ticket; when the worker dies
 * nobody notices, and estimates come back.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KioskView } from '../../../shared/views/kiosk-screen.ts';
import type { LobbyView } from '../../../shared/views/lobby-board.ts';
import type { FloorView } from '../../../shared/views/manager-floor.ts';
import type { TicketView } from '../../../shared/views/ticket-page.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { Auth, HallServer } from '../../helpers/hall-server.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { listen } from '../../helpers/live.ts';

let hall: HallServer;
let kiosk: Auth;
let manager: Auth;

beforeAll(async () => {
  hall = await startHall({ clock: '2026-11-23T09:30+08:00x1' });
  kiosk = await hall.deviceKey('kiosk');
  manager = await hall.signIn('JZ18');
});
afterAll(() => hall.stop());

const zoneOf = (view: { zones: KioskView['zones'] }) =>
  view.zones.find(({ code }) => code === 'natural-person');

test('[visitor] who comes, who waits and the lobby are told what to expect, and the log keeps it', async () => {
  const clerk = await hall.signIn('JZ08');
  const opened = await hall.command(clerk, { type: 'openWindow', window: 7 });
  expect(opened.outcome).toBe('accepted');
  const take = () => hall.command(kiosk, { type: 'issueTicket', items: ['YB003'] });
  for (let count = 0; count < 4; count += 1) expect((await take()).outcome).toBe('accepted');
  await hall.command(clerk, { type: 'callNext' });
  await hall.command(clerk, { type: 'startService' });
  const kiosks = await listen<KioskView>(hall, `hall/${hall.hall}/kiosk`, kiosk);
  const seen = await kiosks.until((view) => (zoneOf(view)?.estimate?.p50Minutes ?? 0) > 0);
  const estimate = zoneOf(seen)?.estimate;
  expect(estimate?.basis).toBe('catalogue');
  expect(estimate?.p90Minutes).toBeGreaterThanOrEqual(estimate?.p50Minutes ?? Infinity);
  const screen = await hall.deviceKey('screen');
  const lobby = await listen<LobbyView>(hall, `hall/${hall.hall}/lobby`, screen);
  await lobby.until((view) => zoneOf(view)?.estimate !== null);
  const ticket = await take();
  if (ticket.outcome !== 'accepted') throw new Error('no ticket');
  const { token } = ticket as { token?: string };
  const phone = await listen<TicketView>(hall, `ticket/${token ?? ''}`, {});
  const { estimate: call, arrivedAt } = await phone.until((view) => view.estimate !== null);
  expect(call?.p90At).toBeGreaterThan(arrivedAt);
  const path = `/api/halls/${hall.hall}/days/2026-11-23/events?after=0`;
  const { events } = await hall.get<{ events: StoredEvent[] }>(path, manager);
  const last = events.findLast(({ event }) => event.type === 'TicketIssued');
  expect(last?.event).toMatchObject({ forecast: { basis: 'catalogue' } });
  const floor = await listen<FloorView>(hall, `hall/${hall.hall}/floor`, manager);
  const told = await floor.until((view) => view.estimates.basis !== null);
  expect(told.estimates).toMatchObject({ basis: 'catalogue', days: 0 });
  for (const one of [kiosks, lobby, phone, floor]) one.close();
});
