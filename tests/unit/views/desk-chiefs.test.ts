/** Which chief officers a desk offers, and whether anybody sees that one is called. */
import { describe, expect, test } from 'vitest';
import { presenceWords } from '../../../counter-client/clerk/consult-panel.ts';
import { departmentCode, staffNo, windowNo } from '../../../shared/base/ids.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import type { Staff } from '../../../shared/hall/config.ts';
import type { Given } from '../../helpers/hall.ts';
import { clerk, given, kiosk } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const K01 = clerk('K01');

/** K06 is the hall's chief for SC, RS and GA; here are one for taxes and one who has retired. */
function hallOfChiefs() {
  const hall = smallHall();
  const [first] = hall.staff.filter((one) => one.role === 'chief');
  if (!first) throw new Error('no chief');
  const taxes = { ...first, staffNo: staffNo('K08'), certifiedDepartments: [departmentCode('TX')] };
  const retired: Staff = { ...first, staffNo: staffNo('K09'), retired: true };
  return { ...hall, staff: [...hall.staff, taxes, retired] };
}

function served(): Given {
  return given(
    hallOfChiefs(),
    K01('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC001'] }),
    K01('callNext'),
    K01('startService'),
  );
}

const desk = (day: Given) => deskView(day.day, windowNo(1));

test('only chiefs who may handle a case here are offered, with the window they sit at', () => {
  const day = served();
  expect(desk(day).chiefs).toMatchObject([{ staffNo: 'K06', window: null }]);
  day.and(clerk('K06')('openWindow', { window: 2 }));
  expect(desk(day).chiefs).toMatchObject([{ staffNo: 'K06', window: 2 }]);
});

test('nobody is offered where nobody is served', () => {
  expect(deskView(served().day, windowNo(2)).chiefs).toEqual([]);
});

test('a chief does not call oneself', () => {
  const day = given(
    hallOfChiefs(),
    clerk('K06')('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC001'] }),
    clerk('K06')('callNext'),
    clerk('K06')('startService'),
  );
  expect(desk(day).chiefs).toEqual([]);
});

test.each([{}, { chief: 'K06' }])('a call that no desk shows says so: %o', (who) => {
  const day = served().and(K01('consultChief', who));
  expect(desk(day).ticket?.consult).toMatchObject({ isUnseen: true });
  expect(floorView(day.day).consults).toMatchObject([{ window: 1, isUnseen: true }]);
  day.and(clerk('K06')('openWindow', { window: 2 }));
  expect(desk(day).ticket?.consult).toMatchObject({ isUnseen: false });
  expect(floorView(day.day).consults).toMatchObject([{ window: 1, isUnseen: false }]);
});

test('a chief for other matters at a window does not make a named call seen', () => {
  const day = served().and(
    clerk('K08')('openWindow', { window: 5 }),
    K01('consultChief', { chief: 'K06' }),
  );
  expect(desk(day).ticket?.consult).toMatchObject({ isUnseen: true });
});

describe('where the chiefs are', () => {
  const K06 = clerk('K06');
  const words = (day: Given) => desk(day).chiefs.map((row) => presenceWords(row, 'zh-Hans'));

  test('who sits at a window, and whether there is time', () => {
    const day = served();
    expect(words(day)).toEqual(['不在窗口，今天没叫过号']);
    day.and(K06('openWindow', { window: 2 }));
    expect(words(day)).toEqual(['在 2 号窗口，空闲']);
    day.and(kiosk('issueTicket', { items: ['RS001'] }), K06('callNext'), K06('startService'));
    expect(words(day)).toEqual(['在 2 号窗口，办理中']);
    day.and(K06('finishCase', { case: 'B001-1', outcome: 'closed' }));
    day.and(K06('pauseWindow', { reason: 'meeting', minutes: 20 }));
    expect(words(day)[0]).toMatch(/^在 2 号窗口，暂停/u);
  });

  test('who has gone is said with the last call; present ones come first', () => {
    const [chief] = hallOfChiefs().staff.filter(({ role }) => role === 'chief');
    if (!chief) throw new Error('no chief');
    const second: Staff = { ...chief, staffNo: staffNo('K05') };
    const staff = hallOfChiefs().staff.map((one) => (one.staffNo === 'K05' ? second : one));
    const day = given(
      { ...hallOfChiefs(), staff: [second, ...staff.filter((one) => one !== second)] },
      K01('openWindow', { window: 1 }),
      kiosk('issueTicket', { items: ['SC001'] }),
      K01('callNext'),
      K01('startService'),
      K06('openWindow', { window: 2 }),
    );
    expect(desk(day).chiefs.map((row) => row.staffNo)).toEqual(['K06', 'K05']);
    day.and(kiosk('issueTicket', { items: ['RS001'] }), K06('callNext'), K06('startService'));
    day.and(K06('finishCase', { case: 'B001-1', outcome: 'closed' }), K06('closeWindow'));
    expect(words(day)).toEqual(['不在窗口，09:00 在 2 号窗口叫过号', '不在窗口，今天没叫过号']);
  });
});
