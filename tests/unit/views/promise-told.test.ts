// The promise as visitors are told it: on the phone, at the kiosk and on paper, the same and no sooner.
import { describe, expect, test } from 'vitest';
import { stateWords } from '../../../display/phone/state-words.ts';
import { whyNotMeWords } from '../../../display/phone/why-not-me.ts';
import { textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import { ticketPaper } from '../../../server/effects/ticket-paper.ts';
import { ticketId, windowNo } from '../../../shared/base/ids.ts';
import { estimateText } from '../../../shared/text/estimates.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { clerk, given, kiosk, later, MINUTE, NINE, TODAY } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { printedOn } from '../printer/tickets.ts';

const k2 = clerk('K02');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string, fields: object = {}) =>
  kiosk('issueTicket', { items: [item], ...fields });
const page = (day: Given, id: string) => ticketView(day.day, day.ticket(id), (key) => key);

describe('the promise as it is told', () => {
  const SOON = smallHall({ routing: 'promise', promiseSlackMs: 10 * MINUTE });
  const told = (day: Given, id: string) => {
    const { promisedAt, isPromiseLate } = page(day, id);
    return { promisedAt, isPromiseLate };
  };
  const paper = (day: Given, id: string) => {
    const job = { hall: day.day.hall, date: TODAY, ticket: day.ticket(id).id, job: 'first' };
    const more = { kiosk: 'kiosk-1', reprint: false, slipOf: null };
    return ticketPaper(day.day, { ...job, ...more }, 'http://hall/#a');
  };

  test('is a whole minute, rounded up: nobody is told a sooner time than is promised', () => {
    const day = given(SOON, open2, later(20_000), takes('RS001'));
    expect(day.ticket('B001').promiseAt).toBe(NINE + 10 * MINUTE + 20_000);
    expect(told(day, 'B001')).toEqual({ promisedAt: NINE + 11 * MINUTE, isPromiseLate: false });
    expect(paper(day, 'B001').waitText).toBe('承诺 09:11 前叫到您');
  });

  test('once it has passed the page says so, and a call by score no longer leans on it', () => {
    const day = given(SOON, open2, takes('RS001'), later(10 * MINUTE), takes('GA001'));
    expect(told(day, 'B001').isPromiseLate).toBe(false);
    day.and(later(1), takes('GA001'));
    expect(told(day, 'B001')).toEqual({ promisedAt: NINE + 10 * MINUTE, isPromiseLate: true });
  });

  test('is named to whom it was kept from, and left out once it was not kept', () => {
    const by = { ticket: ticketId('B002~1121'), window: windowNo(2), at: NINE, serviceMinutes: 4 };
    const passedBy = { ...by, rule: 'best-score' as const, isPriority: false };
    const asked = { passedBy, promisedAt: NINE + 10 * MINUTE };
    for (const language of LANGUAGES) {
      const kept = whyNotMeWords({ ...asked, isPromiseLate: false }, language);
      expect(kept).toMatch(/B002 [^]*09:10/u);
      const late = whyNotMeWords({ ...asked, isPromiseLate: true }, language);
      expect(late).toContain('B002 ');
      expect(late).not.toMatch(/承|promise/u);
      expect(
        whyNotMeWords({ ...asked, passedBy: null, isPromiseLate: false }, language),
      ).toBeNull();
    }
  });

  test('is apart from the estimate: one is bold and a time, the other says that it is one', () => {
    const estimate = { p50At: NINE + 5 * MINUTE, p90At: NINE + 8 * MINUTE };
    const fresh = { ...estimate, freshUntilAt: NINE + MINUTE, basis: 'catalogue' as const };
    const day = given(SOON, open2, takes('RS001'));
    const view = { ...page(day, 'B001'), estimate: fresh };
    expect(stateWords(view, 'zh-Hans', NINE)).toMatchObject({
      promise: '承诺 09:10 前叫到您',
      help: ['预计约5分钟，多数在8分钟内', expect.any(String)],
    });
    const late = stateWords({ ...view, isPromiseLate: true }, 'zh-Hant', NINE);
    expect(late.promise).toBe('承諾 09:10 前叫到您，現已超過，很抱歉讓您久等');
    const plain = stateWords({ ...view, promisedAt: null }, 'zh-Hans', NINE);
    expect(plain).toMatchObject({ promise: null, help: ['约5分钟，多数在8分钟内', {}, {}] });
  });

  test.each([58, 80] as const)('fits the paper of %i mm in every language', (paperMm) => {
    for (const language of LANGUAGES) {
      const day = given(SOON, open2, takes('RS001', { language }));
      const words = estimateText[language].promised('09:10');
      const lines = textsOf(printedOn(paper(day, 'B001'), paperMm));
      expect(lines.join('').replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
    }
  });

  test('is none where nobody could be expected to serve, or a credit left it no slack', () => {
    const closed = given(SOON, takes('RS001'));
    expect(closed.ticket('B001').promiseAt).toBe(NINE + 10 * MINUTE);
    expect(told(closed, 'B001').promisedAt).toBeNull();
    expect(paper(closed, 'B001').waitText).toBeUndefined();
    const day = given(SOON, open2, takes('RS001'), takes('RS001', { class: 'ELD' }));
    expect(day.ticket('B002').promiseAt).toBe(NINE);
    expect(told(day, 'B002').promisedAt).toBeNull();
    expect(paper(day, 'B002').waitText).toBeUndefined();
  });

  test('stands on the paper also when the call was faster than the printer', () => {
    const day = given(SOON, open2, takes('RS001'), k2('callNext'));
    expect(paper(day, 'B001').waitText).toBe('承诺 09:10 前叫到您');
    expect(told(day, 'B001').promisedAt).toBeNull();
  });
});
