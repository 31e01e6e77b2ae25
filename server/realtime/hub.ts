/**
 * The hub: which socket listens to what, and who is told of a commit. Calls, and whoever a commit
 * touches, are told at once, from the committed state; the floor and the other desks soon, several
 * commits as one (`SlowViews`); phones whose own ticket did not move get their place every two
 * seconds, in short slices, and only when it changed.
 */
import type { BusinessDate, HallId, StaffNo, TicketId } from '../../shared/base/ids.ts';
import type { Topic } from '../../shared/protocol/topics.ts';
import { parseTopic } from '../../shared/protocol/topics.ts';
import type { Outlook } from '../../shared/views/outlook.ts';
import { NO_OUTLOOK } from '../../shared/views/outlook.ts';
import type { TopicRefused } from '../../shared/protocol/messages.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Commit } from '../hall/commit.ts';
import type { DayStream } from '../hall/stream.ts';
import type { FindTicket } from '../people/tokens.ts';
import type { Secrets } from '../secrets.ts';
import { mayListen } from './access.ts';
import { Channel } from './channel.ts';
import type { LiveSocket } from './live-socket.ts';
import { SlowViews } from './slow-views.ts';
import { concerns } from './concerns.ts';

const TOPICS_OF_A_SOCKET_MAX = 64;
/** Of these a batch of estimates makes others; phones are placed every two seconds anyway. */
const SHOW_WAITS: ReadonlySet<Topic['kind']> = new Set(['kiosk', 'lobby', 'floor']);
const POSITIONS_EVERY_MS = 2_000;
const SLICE_MS = 5;

export interface HubParts {
  readonly actor: (hall: string) => Pick<HallActor, 'read' | 'refresh' | 'stream'> | undefined;
  readonly pastDay: (hall: HallId, date: BusinessDate) => Promise<DayStream | null>;
  readonly findTicket: FindTicket;
  readonly secrets: Secrets;
  /** What may be shown of waits; nothing where no estimates are made. */
  readonly outlook?: (hall: HallId, date: BusinessDate) => Outlook;
  readonly onFault: (error: unknown, what: string) => void;
}

interface Place {
  readonly hall: HallId;
  readonly actor: Pick<HallActor, 'read' | 'refresh' | 'stream'>;
  readonly past: DayStream | null;
  readonly ticket: TicketId | null;
  readonly date: BusinessDate | null;
}

export class Hub {
  readonly #parts: HubParts;
  /** Per hall, by the topic's name. */
  readonly #channels = new Map<string, Map<string, Channel>>();
  readonly #newest = new Map<HallId, BusinessDate>();
  readonly #timer: NodeJS.Timeout;
  readonly #slow: SlowViews<Channel, DayStream>;
  #placing = false;

  constructor(parts: HubParts) {
    this.#parts = parts;
    this.#slow = new SlowViews({
      read: (hall, use) => parts.actor(hall)?.read(use),
      draw: (channel, stream) => this.#update(channel, stream),
      onFault: parts.onFault,
    });
    this.#timer = setInterval(() => void this.#placePhones(), POSITIONS_EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#slow.close();
  }

  /** Tells the listeners of a hall what a commit changed. The state must be the committed one. */
  onCommit({ stream, events }: Commit): void {
    for (const channel of this.#channelsOf(stream.hall)) {
      const isOfDay = channel.date === null ? this.#isNewest(stream) : channel.date === stream.date;
      if (!isOfDay) continue;
      const when = concerns(channel.topic, channel.ticket, events, stream.day);
      if (when === 'now') this.#update(channel, stream);
      else if (when === 'soon') this.#slow.mark(channel);
    }
  }

  /** A new day stands: everybody who looks at the hall sees it. */
  onTurn(stream: DayStream): void {
    this.#newest.set(stream.hall, stream.date);
    for (const channel of this.#channelsOf(stream.hall)) {
      if (channel.topic.kind !== 'ticket') this.#update(channel, stream);
    }
  }

  /** New estimates: screens that show them are drawn soon, phones by their own beat. */
  onEstimates(hall: HallId): void {
    for (const channel of this.#channelsOf(hall)) {
      if (SHOW_WAITS.has(channel.topic.kind)) this.#slow.mark(channel);
    }
  }

  /** Whether anybody looks at a screen of the hall that shows waits. */
  isLookedAt(hall: HallId): boolean {
    for (const { topic, listeners } of this.#channelsOf(hall)) {
      const shows = SHOW_WAITS.has(topic.kind) || topic.kind === 'ticket';
      if (shows && listeners.size > 0) return true;
    }
    return false;
  }

  /** Staff who have a page of the hall open on this server, each once. */
  staffListening(hall: HallId): Set<StaffNo> {
    const found = new Set<StaffNo>();
    for (const { listeners } of this.#channelsOf(hall)) {
      for (const { identity } of listeners) {
        if (identity?.kind === 'staff') found.add(identity.staffNo);
      }
    }
    return found;
  }

  /** A late rating has come to an earlier day: the phones that look at it see it. */
  onPastChange(stream: DayStream): void {
    for (const channel of this.#channelsOf(stream.hall)) {
      if (channel.date === stream.date) this.#update(channel, stream);
    }
  }

  /** A commit of yesterday that is read late must not bring yesterday's board back. */
  #isNewest({ hall, date }: DayStream): boolean {
    return date >= (this.#newest.get(hall) ?? '');
  }

  /** One view that cannot be made must not keep the others from being told. */
  #update(channel: Channel, stream: DayStream): void {
    this.#slow.unmark(channel);
    try {
      channel.update(stream.day, this.#parts.secrets, this.#outlook(stream.day));
    } catch (error) {
      this.#parts.onFault(error, `view ${channel.topic.kind}`);
    }
  }

  /** Adds a listener and gives it the newest view, or says why not. */
  async subscribe(socket: LiveSocket, name: string): Promise<void> {
    const refusal = await this.#trySubscribe(socket, name);
    if (refusal) socket.tell({ topic: name, refused: refusal });
  }

  unsubscribe(socket: LiveSocket, name: string): void {
    const channel = socket.channels.get(name);
    if (!channel) return;
    socket.channels.delete(name);
    channel.listeners.delete(socket);
    this.#dropIfEmpty(channel);
  }

  drop(socket: LiveSocket): void {
    for (const name of [...socket.channels.keys()]) this.unsubscribe(socket, name);
  }

  async #trySubscribe(
    socket: LiveSocket,
    name: string,
  ): Promise<TopicRefused['refused'] | undefined> {
    const topic = parseTopic(name);
    if (!topic) return 'unknown-topic';
    if (!mayListen(socket.identity, topic)) return 'forbidden';
    const known = socket.channels.get(name);
    if (known) {
      socket.offer(known);
      return undefined;
    }
    if (socket.channels.size >= TOPICS_OF_A_SOCKET_MAX) return 'too-many-topics';
    const place = await this.#placeOf(topic);
    if (!place) return 'unknown-topic';
    const { hall, actor, past, ticket, date } = place;
    const join = ({ day }: DayStream) => {
      if (!socket.isOpen) return undefined;
      const channel = this.#channel(hall, topic, ticket, date);
      if (!channel.update(day, this.#parts.secrets, this.#outlook(day))) {
        this.#dropIfEmpty(channel);
        return 'unknown-topic';
      }
      channel.listeners.add(socket);
      socket.channels.set(name, channel);
      socket.offer(channel);
      return undefined;
    };
    if (past) return join(past);
    // Another server may have issued the ticket just now: no refusal on an old state.
    const refusal = await actor.read(join);
    if (refusal === undefined) return undefined;
    await actor.refresh();
    return actor.read(join);
  }

  /** Where a topic's state stands: the open day, or for an older ticket that ticket's own day. */
  async #placeOf(topic: Topic): Promise<Place | undefined> {
    if (topic.kind !== 'ticket') {
      const actor = this.#parts.actor(topic.hall);
      return actor && { hall: topic.hall, actor, past: null, ticket: null, date: null };
    }
    const found = await this.#parts.findTicket(topic.token);
    const actor = found && this.#parts.actor(found.hall);
    if (!found || !actor) return undefined;
    const { hall, date, ticket } = found;
    const open = await actor.stream();
    const past = date === open.date ? null : await this.#parts.pastDay(hall, date);
    return { hall, actor, past, ticket, date };
  }

  #channel(
    hall: HallId,
    topic: Topic,
    ticket: TicketId | null,
    date: BusinessDate | null,
  ): Channel {
    const channels = this.#channels.get(hall) ?? new Map<string, Channel>();
    this.#channels.set(hall, channels);
    const made = new Channel(hall, topic, ticket, date);
    const channel = channels.get(made.name) ?? made;
    channels.set(channel.name, channel);
    return channel;
  }

  #drawPhone(channel: Channel, day: DayStream['day']): void {
    channel.update(day, this.#parts.secrets, this.#outlook(day));
  }

  /** Of the day that is shown: a past one has no waits. */
  #outlook({ hall, date }: DayStream['day']): Outlook {
    return this.#parts.outlook?.(hall, date) ?? NO_OUTLOOK;
  }

  #dropIfEmpty({ hall, name, listeners }: Channel): void {
    if (listeners.size === 0) this.#channels.get(hall)?.delete(name);
  }

  #channelsOf(hall: string): Iterable<Channel> {
    return this.#channels.get(hall)?.values() ?? [];
  }

  async #placePhones(): Promise<void> {
    if (this.#placing) return;
    this.#placing = true;
    try {
      for (const [hall, channels] of this.#channels) await this.#placeHall(hall, channels);
    } catch (error) {
      this.#parts.onFault(error, 'phones');
    } finally {
      this.#placing = false;
    }
  }

  async #placeHall(hall: string, channels: Map<string, Channel>): Promise<void> {
    const phones = [...channels.values()].filter(({ topic }) => topic.kind === 'ticket');
    const actor = this.#parts.actor(hall);
    while (phones.length > 0 && actor) {
      await actor.read(({ day, date }) => {
        const untilAt = performance.now() + SLICE_MS;
        while (phones.length > 0 && performance.now() < untilAt) {
          const channel = phones.pop();
          if (channel?.date === date) this.#drawPhone(channel, day);
        }
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
