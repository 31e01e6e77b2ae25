/** Bugs in the machine: a decide or an evolve that does something else, and who must notice. */
import type { Day } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { promptEnded } from '../../shared/hall/prompts.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { Machine } from './play.ts';

/** A machine whose fold does something besides, after events of a kind. */
function wrongAfter(type: EventType, wrong: (day: Day, event: StoredEvent) => void): Machine {
  return {
    decide,
    evolve: (day, stored) => {
      evolve(day, stored);
      if (stored.event.type === type) wrong(day, stored);
    },
  };
}

/** What is wrong, the invariant that must notice, and the broken machine. */
export const MACHINE_BUGS: readonly (readonly [
  bug: string,
  invariant: string,
  machine: Machine,
])[] = [
  [
    'the second in the queue is called',
    'T10',
    {
      evolve,
      decide: (day, command, ctx) => {
        if (command.type !== 'callNext') return decide(day, command, ctx);
        const [first] = day.waiting.splice(0, 1);
        const decision = decide(day, command, ctx);
        if (first) day.waiting.unshift(first);
        return decision;
      },
    },
  ],
  [
    'a promise that has come is not seen',
    'T10',
    {
      evolve,
      decide: (day, command, ctx) => {
        const later = day.waiting.map((ticket) => ticket.promiseAt);
        const queue = [...day.waiting];
        for (const ticket of queue) ticket.promiseAt = ctx.at + 3_600_000;
        const decision = decide(day, command, ctx);
        queue.forEach((ticket, place) => (ticket.promiseAt = later[place] ?? null));
        return decision;
      },
    },
  ],
  [
    'a call counts nobody whom it passed',
    'T12 overtaken',
    wrongAfter('TicketCalled', (day) => {
      for (const ticket of day.tickets.values()) ticket.overtaken = 0;
    }),
  ],
  [
    'nobody waiting, says a stale state',
    'T10',
    {
      evolve,
      decide: (day, command, ctx) =>
        command.type === 'callNext' && day.seq % 3 === 0 && !isRefusal(decide(day, command, ctx))
          ? refused('nobody-waiting')
          : decide(day, command, ctx),
    },
  ],
  [
    'a held visitor is asked for ever',
    'state',
    wrongAfter('TicketHeld', (day) => {
      for (const prompt of day.openPrompts) prompt.deadlineAt = null;
    }),
  ],
  [
    'a called ticket stays in the queue',
    'state',
    wrongAfter('TicketCalled', (day, { event }) => {
      const ticket = 'ticket' in event ? day.tickets.get(event.ticket) : undefined;
      if (ticket) day.waiting.push(ticket);
    }),
  ],
  [
    'a waiting ticket is lost',
    'state',
    wrongAfter('TicketIssued', (day) => {
      if (day.waiting.length > 3) day.waiting.pop();
    }),
  ],
  [
    'a return is put first',
    'state',
    wrongAfter('TicketReactivated', (day) => {
      const last = day.waiting.pop();
      if (last) day.waiting.unshift(last);
    }),
  ],
  [
    'a slot is sold beyond its capacity',
    'state',
    {
      evolve,
      decide: (day, command, ctx) => {
        if (command.type !== 'bookAppointment') return decide(day, command, ctx);
        const walkIns = [...day.tickets].filter(([, { appointment }]) => appointment === null);
        return decide({ ...day, tickets: new Map(walkIns) }, command, ctx);
      },
    },
  ],
  [
    'a held visitor is called by another clerk',
    'T10',
    {
      evolve,
      decide: (day, command, ctx) => {
        const bound = day.waiting.map(({ affinity }) => affinity);
        const queue = [...day.waiting];
        for (const ticket of queue) ticket.affinity = null;
        const decision = decide(day, command, ctx);
        queue.forEach((ticket, place) => (ticket.affinity = bound[place] ?? null));
        return decision;
      },
    },
  ],
  [
    'a visitor forgets the next stop',
    'state',
    wrongAfter('TicketMovedOn', (day, { event }) => {
      const ticket = 'ticket' in event ? day.tickets.get(event.ticket) : undefined;
      if (ticket) ticket.stop -= 1;
    }),
  ],
  [
    'a window forgets its ticket',
    'state',
    wrongAfter('ServiceStarted', (day) => {
      for (const window of day.windows.values()) {
        if (window.state.status !== 'serving') continue;
        const { session } = window.state;
        window.state = { status: 'idle', session, sinceAt: 0, pauseAfter: null };
      }
    }),
  ],
  [
    'a clerk at two windows',
    'state',
    wrongAfter('WindowOpened', (day) => {
      const states = [...day.windows.values()];
      const open = states.find((window) => window.state.status === 'idle');
      if (open) for (const window of states) window.state = { ...open.state };
    }),
  ],
  [
    'an ended prompt stays open',
    'state',
    wrongAfter('PromptEnded', (day) => {
      for (const prompt of day.prompts.values()) day.openPrompts.add(prompt);
    }),
  ],
  [
    'a prompt is forgotten',
    'state',
    wrongAfter('PromptOpened', (day) => {
      day.prompts.clear();
      day.openPrompts.clear();
    }),
  ],
  [
    'a screen is told calls in disorder',
    'state',
    wrongAfter('TicketRecalled', (day) => {
      day.calls.reverse();
    }),
  ],
  [
    'the fold depends on something else',
    'folded anew',
    wrongAfter('ServiceStarted', (day) => {
      for (const window of day.windows.values()) window.served += 1;
    }),
  ],
  [
    'a call ends the prompts of every window',
    'R4 honest',
    {
      evolve,
      decide: (day, command, ctx) => {
        const decision = decide(day, command, ctx);
        if (command.type !== 'callNext' || isRefusal(decision)) return decision;
        const others = [...day.openPrompts].map((prompt) => promptEnded(prompt, 'left'));
        return [...others, ...decision.filter((event) => event.type !== 'PromptEnded')];
      },
    },
  ],
];
