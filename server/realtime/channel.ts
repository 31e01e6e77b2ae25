/**
 * One topic of one day with its listeners: the newest view is encoded once and given to each; an
 * unchanged view is not sent again. Slow listeners are marked and get the newest when they drain.
 */
import type { BusinessDate, HallId, TicketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Topic } from '../../shared/protocol/topics.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import type { Outlook } from '../../shared/views/outlook.ts';
import { NO_OUTLOOK } from '../../shared/views/outlook.ts';
import type { Secrets } from '../secrets.ts';
import type { LiveSocket } from './live-socket.ts';
import { viewText } from './views.ts';

export class Channel {
  readonly hall: HallId;
  readonly topic: Topic;
  readonly name: string;
  readonly ticket: TicketId | null;
  /** Set for a ticket of an earlier day, whose state no longer moves with the open day. */
  readonly date: BusinessDate | null;
  readonly listeners = new Set<LiveSocket>();
  #view: string | null = null;
  #frame: Buffer | null = null;

  constructor(hall: HallId, topic: Topic, ticket: TicketId | null, date: BusinessDate | null) {
    this.hall = hall;
    this.topic = topic;
    this.name = topicName(topic);
    this.ticket = ticket;
    this.date = date;
  }

  /** The newest message, or null before the first view. */
  get frame(): Buffer | null {
    return this.#frame;
  }

  /** Makes the view anew; sends it if it differs. False when the topic has none in this day. */
  update(day: Day, secrets: Secrets, outlook: Outlook = NO_OUTLOOK): boolean {
    const view = viewText(day, this.topic, secrets, this.ticket, outlook);
    if (view === null) return false;
    const isSame = view === this.#view;
    this.#view = view;
    const head = JSON.stringify({ topic: this.name, date: day.date, seq: day.seq });
    this.#frame = Buffer.from(`${head.slice(0, -1)},"view":${view}}`);
    // An unchanged view is not sent, but who comes later gets it with its newest seq.
    if (!isSame) for (const socket of this.listeners) socket.offer(this);
    return true;
  }
}
