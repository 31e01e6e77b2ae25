/**
 * Asks for one ticket. The same wish keeps the same command id, so that a double tap, or another try
 * after silence, can never give two tickets; a changed wish is a new command.
 */
import type { Credentials } from '../../shared/client/credentials.ts';
import { newCommandId, sendCommand } from '../../shared/client/send-command.ts';
import type { HallId, ItemCode } from '../../shared/base/ids.ts';
import { ticketId } from '../../shared/base/ids.ts';
import type { IssueTicket } from '../../shared/hall/visit-commands.ts';
import type { Refused } from '../../shared/protocol/messages.ts';
import type { Language } from '../../shared/text/language.ts';
import type { TakenTicket, Visit } from './visit.ts';

export class TicketOrder {
  isBusy = false;
  refusal: Refused | null = null;
  #wish = '';
  #commandId = '';

  /** Forgets the last answer and id: another visitor, or another choice. */
  reset(): void {
    this.refusal = null;
    this.#wish = '';
  }

  /** Whether the terminal was taken instead of a ticket; `refusal` says why not. */
  async divert(
    hall: HallId,
    wanted: { readonly terminal: number; readonly item: ItemCode },
    { credentials, language }: { readonly credentials: Credentials; readonly language: Language },
  ): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.refusal = null;
    const command = { type: 'divertVisitor', ...wanted };
    const answer = await sendCommand(hall, command, { credentials, language });
    this.isBusy = false;
    if (answer.outcome === 'refused') this.refusal = answer;
    return answer.outcome === 'accepted';
  }

  /** The ticket, or null when it was refused (`refusal` says why) or is being asked for already. */
  async send(hall: HallId, visit: Visit, credentials: Credentials): Promise<TakenTicket | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.refusal = null;
    const command = wishOf(visit);
    const wish = JSON.stringify(command);
    if (wish !== this.#wish) this.#commandId = newCommandId();
    this.#wish = wish;
    const answer = await sendCommand(
      hall,
      { ...command },
      {
        credentials,
        language: visit.language,
        commandId: this.#commandId,
      },
    );
    this.isBusy = false;
    if (answer.outcome === 'refused') {
      this.refusal = answer;
      return null;
    }
    this.#wish = '';
    const { ticket = '', token = '', ahead = null } = answer;
    return { ticket: ticketId(ticket), token, ahead, basket: visit.basket };
  }
}

/** The command that takes the visit's ticket. */
export function wishOf(visit: Visit): IssueTicket {
  const { basket, priorityClass, evidence, language, isAccessible, agent, pickup } = visit;
  const brought = [...new Set(basket.items)].flatMap((item) => {
    const materials = visit.brought[item] ?? [];
    return materials.length === 0 ? [] : [{ item, materials }];
  });
  return {
    type: 'issueTicket',
    items: basket.items,
    ...(basket.package !== null && { package: basket.package }),
    ...(priorityClass !== null && { class: priorityClass }),
    ...(priorityClass !== null && evidence !== null && { evidence }),
    ...(isAccessible && { accessible: true }),
    ...(agent !== null && { agent }),
    ...(pickup !== null && { pickup: pickup.of === null ? {} : { of: pickup.of } }),
    ...(brought.length > 0 && pickup === null && { brought }),
    language,
  };
}
