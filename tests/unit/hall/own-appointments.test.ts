// Several appointments of one person, several people with slots, and the edges of the tolerances.
import { describe, expect, test } from 'vitest';
import type { Step } from '../../helpers/hall.ts';
import { MINUTE, NINE, booker, given, kiosk, later } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const many = smallHall({ bookPerPersonPerDayMax: 9, bookPerPersonPerWeekMax: 9 });
const HOUR = 60 * MINUTE;

/** What the shell makes of a card: a person's hash, added where no client may. */
function withPerson(step: Step, person: string): Step {
  return 'command' in step ? ({ ...step, command: { ...step.command, person } } as Step) : step;
}
const books = (time: string, person?: string): Step => {
  const step = booker('bookAppointment', { date: '2026-11-23', time, items: ['RS001'] });
  return person === undefined ? step : withPerson(step, person);
};
const card = (person: string) => withPerson(kiosk('checkIn', {}), person);
const comes = (ticket: string) => kiosk('checkIn', { ticket });

describe('by the card', () => {
  test('the earliest slot that is still to be had, whatever was booked first', () => {
    const day = given(many, books('14:00', 'p1'), books('10:00', 'p1'), later(55 * MINUTE));
    day.when(card('p1')).then([{ type: 'AppointmentCheckedIn', ticket: 'Y002' }]);
    day.and(later(4 * HOUR));
    day.when(card('p1')).then([{ type: 'AppointmentCheckedIn', ticket: 'Y001' }]);
  });

  test('one that was cancelled is as if it had not been', () => {
    const day = given(many, books('10:00', 'p1'), books('10:30', 'p1'));
    day.and(kiosk('cancelTicket', { ticket: 'Y001' }), later(80 * MINUTE));
    day.when(card('p1')).then([{ type: 'AppointmentCheckedIn', ticket: 'Y002' }]);
    given(many, books('10:00', 'p1'), kiosk('cancelTicket', { ticket: 'Y001' }))
      .when(card('p1'))
      .then('no-appointment');
  });

  test('one that is an hour past gives way to the next; alone it is told as missed', () => {
    const day = given(many, books('10:00', 'p1'), books('14:00', 'p1'), later(2 * HOUR));
    day.when(card('p1')).then('too-early-for-slot', '13:45');
    given(many, books('10:00', 'p1'), later(2 * HOUR))
      .when(card('p1'))
      .then('appointment-missed');
  });

  test('who booked without a card is nobody’s', () => {
    given(many, books('10:00'), later(HOUR)).when(kiosk('checkIn', {})).then('no-appointment');
  });
});

describe('the edges', () => {
  const at = (minutes: number) => given(many, books('10:00'), later(HOUR + minutes * MINUTE));
  test.each([
    [-15, 'slot'],
    [10, 'slot'],
    [11, 'walkIn'],
    [59, 'walkIn'],
  ])('%i minutes off the slot: %s', (minutes, right) => {
    at(minutes)
      .when(comes('Y001'))
      .then([{ type: 'AppointmentCheckedIn', right, kiosk: 'kiosk-1' }]);
  });

  test('an hour late is too late, sixteen minutes early too early', () => {
    at(60).when(comes('Y001')).then('appointment-missed');
    at(-16).when(comes('Y001')).then('too-early-for-slot');
  });
});

test('ahead of an appointment are those with an earlier or the same slot in its zone', () => {
  const walkIn = kiosk('issueTicket', { items: ['RS001'] });
  const day = given(many, books('10:00'), books('10:30'), books('10:30'), walkIn);
  day.and(later(61 * MINUTE), comes('Y001'), later(15 * MINUTE));
  day.when(comes('Y003')).then([{ type: 'AppointmentCheckedIn', ahead: 1 }]);
  day.when(comes('Y002')).then([{ type: 'AppointmentCheckedIn', ahead: 2 }]);
  const other = kiosk('issueTicket', { items: ['SC001'] });
  const late = given(many, books('10:00'), books('10:30'), other, later(76 * MINUTE));
  late.and(comes('Y002'));
  // Too late for its slot it comes after who waits by then, in the order of arrival.
  late.when(comes('Y001')).then([{ type: 'AppointmentCheckedIn', right: 'walkIn' }]);
  expect(late.ticket('Y001').orderKey).toBe(NINE + 76 * MINUTE);
});
