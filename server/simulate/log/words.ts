/** What was assumed and left out, in words. */
import type { AssumptionKind } from '../../../shared/forecast/observed/observed-day.ts';
import type { LeftOutReason } from '../../../shared/forecast/observed/csv/rows.ts';

/** With the number that goes before it. */
export const ASSUMED: Readonly<Record<AssumptionKind, string>> = {
  'arrival-is-start': 'rows without an arrival: taken to have come when served',
  'clock-skew': 'rows served up to two minutes before they came: clocks differ, no wait',
  'wait-from-previous-end': 'later rows of a visit: waits from the end of the row before',
  'start-from-window': 'rows without a start: begun when the window had ended the one before',
  'end-from-queue': 'rows without an end: as long as the median of their queue',
  'overlap-cut': 'services that overlap the next at the same window: ended where it begins',
  'name-of-many': 'window names under which services overlap as a rule: taken for several windows',
  'windows-from-concurrency': 'windows without a name: as many as were busy at a time',
  'windows-by-queue': 'of these belong to one queue each: the order of calls says so',
  'idle-while-waiting': 'times a window called nobody for 5 minutes though somebody waited: away',
  'month-first': 'rows with a date that can be read both ways: read month first',
  'day-first': 'rows with a date that can be read both ways: read day first',
  'no-date': 'rows with times but no date: taken to be of one day',
  'goes-back': 'of these begin hours before the row above: several days? then give their date',
  'unit-seconds': 'rows with plain numbers as times: read as seconds past midnight',
  'unit-minutes': 'rows with plain numbers as times: read as minutes past midnight',
  'unit-hours': 'rows with plain numbers as times: read as hours past midnight',
  'lengths-in-seconds': 'rows with a plain number as a length: read as seconds (--unit says else)',
};

export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'broken-quotes': 'quotes that do not close',
  'too-few-fields': 'too few fields',
  'unreadable-time': 'a time that cannot be read',
  'no-time': 'no usable time',
  'no-end': 'no end',
  'end-before-start': 'ended before it began',
  'start-before-arrival': 'served before it came',
  'too-long': 'waited or served for more than 12 hours',
  twice: 'the same row again',
};
