/** Whether the clerk is to be asked before a visitor waits where nobody works just now. */
import type { TransferTarget } from '../../shared/hall/command-words.ts';
import type { TargetRow } from '../../shared/views/desk-targets.ts';

/**
 * The pause at the chosen target: the server refused this very target, and by the newest view the
 * pause there goes on, or begins before the next call. Null: there is nothing to ask.
 */
export function askedPause(
  targets: readonly TargetRow[],
  chosen: TransferTarget | null,
  refused: TransferTarget | null,
): TargetRow['pause'] {
  if (chosen === null || refused === null) return null;
  const row = rowOf(targets, chosen);
  return row !== undefined && rowOf(targets, refused) === row ? row.pause : null;
}

function rowOf(targets: readonly TargetRow[], to: TransferTarget): TargetRow | undefined {
  switch (to.kind) {
    case 'zone':
      return undefined;
    case 'window':
      return targets.find(({ window }) => window === to.window);
    case 'clerk':
      return targets.find(({ clerk }) => clerk.staffNo === to.clerk);
  }
}
