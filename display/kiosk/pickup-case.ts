/** Which case a visitor means by the date and number on the receipt. Pure. */
import { businessDateAt } from '../../shared/calendar/business-date.ts';

const WHOLE = /^\d{4}-\d{2}-\d{2}\/[A-Z]\d{3,6}(-\d{1,3})?$/;
const TYPED = /^(\d{4})?([A-Z]\d{3,6})$/;

/**
 * As the slip writes it, `2026-11-20/B012-1`, or as keys allow, `1120B012`: month and day are those
 * that passed last, and none means today. Null while it is no such number.
 */
export function caseOfLine(line: string, now: number): string | null {
  const text = line.trim().toUpperCase();
  if (WHOLE.test(text)) return text;
  const [, day, ticket] = TYPED.exec(text) ?? [];
  if (ticket === undefined) return null;
  const today = businessDateAt(now);
  if (day === undefined) return `${today}/${ticket}`;
  const monthDay = `${day.slice(0, 2)}-${day.slice(2)}`;
  const year = Number(today.slice(0, 4)) - (monthDay > today.slice(5) ? 1 : 0);
  const date = `${String(year)}-${monthDay}`;
  const isDate = !Number.isNaN(Date.parse(date));
  return isDate ? `${date}/${ticket}` : null;
}
