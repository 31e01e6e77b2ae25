/**
 * What one alert says and the one thing to do about it. The server's warnings are first taken up by
 * name; from then on their one action goes to the thing. Pure.
 */
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import type { OverloadAnswer } from '../../shared/hall/hall-commands.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { windowToOpen } from './alerts.ts';
import type { Alert } from './alerts.ts';
import { deviceName, nameIn, personName } from './names.ts';

export type AlertAction =
  | { readonly kind: 'menu'; readonly window: number }
  | { readonly kind: 'waiting'; readonly ticket: string | null }
  | { readonly kind: 'holes' }
  | { readonly kind: 'floor' }
  | { readonly kind: 'acknowledge'; readonly alert: string }
  | (OverloadAnswer & { readonly kind: 'answer'; readonly alert: string })
  | { readonly kind: 'reprint'; readonly ticket: string }
  | { readonly kind: 'resume'; readonly window: number };

export interface Card {
  readonly what: string;
  readonly todo: string;
  readonly button: string;
  readonly action: AlertAction;
}

export interface CardContext {
  readonly view: FloorView;
  readonly catalogue: Catalogue | null;
  readonly language: Language;
  readonly now: number;
}

/** The card of an alert. */
export function cardOf(alert: Alert, context: CardContext): Card {
  const { language, now } = context;
  const text = managerText[language].alert;
  switch (alert.kind) {
    case 'hall':
      return hallCard(alert.alert, context);
    case 'holes': {
      const words = alertText[language];
      const items = alert.alerts.reduce((sum, { about }) => sum + (about.count ?? 0), 0);
      const departments = new Set(alert.alerts.map(({ about }) => about.department));
      const taken = alert.alerts.filter(({ acknowledgedBy }) => acknowledgedBy !== null).length;
      return {
        what: words.holesTogether(departments.size, items),
        todo: words.holesTaken(taken, alert.alerts.length),
        button: words.go.holes,
        action: { kind: 'holes' },
      };
    }
    case 'stranded': {
      const { duration } = signInText[language];
      const longest = duration(minutesBetween(alert.longestSinceAt, now));
      const { window } = alert;
      return {
        what: text.stranded(alert.zone.name[language], alert.count, longest),
        todo: text.strandedDo,
        button: window === null ? text.strandedList : text.strandedAction,
        action: window === null ? { kind: 'waiting', ticket: null } : { kind: 'menu', window },
      };
    }
    case 'paper': {
      const [newest = ''] = alert.tickets;
      return {
        what: text.paper(text.paperCause[alert.cause], alert.tickets.length),
        todo: text.paperDo,
        button: text.paperAction(newest),
        action: { kind: 'reprint', ticket: newest },
      };
    }
    case 'silent':
      return {
        what: text.silent(alert.window, alert.count),
        todo: text.silentDo,
        button: text.silentAction,
        action: { kind: 'menu', window: alert.window },
      };
    case 'overdue':
      return {
        what: text.overdue(alert.window, clockTime(alert.returnAt)),
        todo: text.overdueDo,
        button: text.overdueAction,
        action: { kind: 'resume', window: alert.window },
      };
  }
}

type HallAlert = Extract<Alert, { kind: 'hall' }>['alert'];

/** The card of one warning of the server's. */
export function hallCard(alert: HallAlert, { view, catalogue, language, now }: CardContext): Card {
  const text = alertText[language];
  const { about } = alert;
  const person = (no: string) => personName(view.people, no, language);
  const what = text.says[alert.kind]({
    zone: view.zones.find(({ code }) => code === about.zone)?.name[language] ?? '',
    window: about.window ?? 0,
    ticket: about.ticket ?? '',
    device: deviceName(about.device ?? '', language),
    department: nameIn(catalogue, 'departments', about.department ?? '', language),
    clerk: about.clerk === undefined ? '' : person(about.clerk),
    count: figure(alert, now),
  });
  const since = text.since(clockTime(about.sinceAt ?? alert.raisedAt));
  if (alert.acknowledgedBy === null) {
    const action = { kind: 'acknowledge', alert: alert.alert } as const;
    return { what, todo: since, button: text.acknowledge, action };
  }
  const name = person(alert.acknowledgedBy.split(':')[1] ?? '');
  const taken = text.takenBy(name, clockTime(alert.acknowledgedAt ?? alert.raisedAt));
  const [button, action] = wayTo(alert, view, language);
  return { what, todo: `${since} · ${taken}`, button, action };
}

const TIMED = new Set<HallAlert['kind']>([
  'long-wait',
  'idle-with-queue',
  'long-service',
  'flash-breach',
  'hold-overdue',
  'call-unanswered',
  'device-silent',
]);

/** Minutes go on while the alert stands; the other figures are those at which it was raised. */
function figure({ kind, about }: HallAlert, now: number): number {
  const isTimed = TIMED.has(kind) && about.sinceAt !== undefined;
  return isTimed ? minutesBetween(about.sinceAt ?? now, now) : (about.count ?? 0);
}

function wayTo(
  { kind, about }: HallAlert,
  view: FloorView,
  language: Language,
): readonly [string, AlertAction] {
  const { go } = alertText[language];
  if (kind === 'coverage-hole') return [go.holes, { kind: 'holes' }];
  if (kind === 'hold-overdue') return [go.held, { kind: 'waiting', ticket: null }];
  if (about.zone !== undefined) {
    const window = windowToOpen(view, about.zone);
    if (window !== null) return [go.zone, { kind: 'menu', window }];
    return [go.waiting, { kind: 'waiting', ticket: about.ticket ?? null }];
  }
  if (about.window !== undefined) return [go.window, { kind: 'menu', window: about.window }];
  return [go.none, { kind: 'floor' }];
}
