/** The live topics and which view each carries; the one place that knows their names. */
import type { HallId, WindowNo } from '../base/ids.ts';
import { hallId, windowNo } from '../base/ids.ts';
import type { DeskView } from '../views/clerk-desk.ts';
import type { EvaluatorView } from '../views/evaluator-prompt.ts';
import type { KioskView } from '../views/kiosk-screen.ts';
import type { LobbyView } from '../views/lobby-board.ts';
import type { FloorView } from '../views/manager-floor.ts';
import type { TicketView } from '../views/ticket-page.ts';
import type { WindowView } from '../views/window-sign.ts';

export interface ViewOf {
  readonly kiosk: KioskView;
  readonly lobby: LobbyView;
  readonly floor: FloorView;
  readonly window: WindowView;
  readonly desk: DeskView;
  readonly evaluator: EvaluatorView;
  readonly ticket: TicketView;
}

const HALL_KINDS = ['kiosk', 'lobby', 'floor'] as const;
const WINDOW_KINDS = ['window', 'desk', 'evaluator'] as const;

export type HallTopicKind = (typeof HALL_KINDS)[number];
export type WindowTopicKind = (typeof WINDOW_KINDS)[number];

export type Topic =
  | { readonly kind: HallTopicKind; readonly hall: HallId }
  | { readonly kind: WindowTopicKind; readonly hall: HallId; readonly window: WindowNo }
  | { readonly kind: 'ticket'; readonly token: string };

const TOPIC_LENGTH_MAX = 120;

/** The name of a topic on the wire, `hall/jingzhou/desk/3`. */
export function topicName(topic: Topic): string {
  if (topic.kind === 'ticket') return `ticket/${topic.token}`;
  const base = `hall/${topic.hall}/${topic.kind}`;
  return 'window' in topic ? `${base}/${String(topic.window)}` : base;
}

/** Reads a topic's name; null for anything else. */
export function parseTopic(name: string): Topic | null {
  if (name.length > TOPIC_LENGTH_MAX) return null;
  const [root, first = '', kind = '', no, ...rest] = name.split('/');
  if (rest.length > 0 || first === '') return null;
  if (name === `ticket/${first}`) return { kind: 'ticket', token: first };
  if (root !== 'hall') return null;
  const hallKind = HALL_KINDS.find((one) => one === kind);
  if (hallKind && no === undefined) return { kind: hallKind, hall: hallId(first) };
  const windowKind = WINDOW_KINDS.find((one) => one === kind);
  if (!windowKind || no === undefined || !/^[1-9]\d{0,3}$/.test(no)) return null;
  return { kind: windowKind, hall: hallId(first), window: windowNo(Number(no)) };
}
