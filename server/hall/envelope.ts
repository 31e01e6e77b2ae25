/** A command on its way to an actor, and what the actor answers. */
import type { BusinessDate, CommandId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/hall/commands.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import type { Refusal } from '../../shared/hall/refusal.ts';
import type { Accepted } from '../../shared/protocol/messages.ts';

export interface Envelope {
  readonly commandId: CommandId;
  /** Keyed hash of who asks and of the whole body. */
  readonly hash: string;
  readonly command: Command;
  readonly by: Principal;
  /** The day that the ticket or prompt belongs to; another open day must not take it for its own. */
  readonly onDate?: BusinessDate;
}

/** `reused`: the id belongs to another body. `unavailable`: not done as far as is known; try again. */
export type ActorAnswer =
  | { readonly kind: 'accepted'; readonly answer: Accepted }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'reused' }
  | { readonly kind: 'unavailable' };
