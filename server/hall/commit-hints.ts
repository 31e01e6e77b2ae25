/**
 * Hints between servers of one database: "this hall's stream has grown". Sent outside the hot
 * transaction, several as one. A listening connection can be lost without a word, so our own hints
 * must come back to us; when one does not, the connection is thrown away and opened anew. Nobody
 * relies on a hint: the heads are looked at as well.
 */
import { randomBytes } from 'node:crypto';
import type { HallId } from '../../shared/base/ids.ts';
import { hallId } from '../../shared/base/ids.ts';
import type { Database } from '../storage/database.ts';

const CHANNEL = 'yichuang_commits';
const SEND_AFTER_MS = 20;
const ECHO_WITHIN_MS = 5_000;
const REOPEN_AFTER_MS = 1_000;

export interface CommitHints {
  announce(hall: HallId): void;
  close(): Promise<void>;
}

export interface CommitHintsParts {
  /** Sends. */
  readonly database: Database;
  /** Opens a pool of one connection, to listen with. */
  readonly openListener: () => Database;
  /** Another server's commit. */
  readonly onHint: (hall: HallId) => void;
}

/** Starts listening, for ever. */
export function startCommitHints({
  database,
  openListener,
  onHint,
}: CommitHintsParts): CommitHints {
  /** Names this process; process ids repeat in containers. */
  const ownName = randomBytes(6).toString('hex');
  const changed = new Set<HallId>();
  const life = { closed: false, listener: openListener() };
  let sending: NodeJS.Timeout | null = null;
  let echo: NodeJS.Timeout | null = null;
  let reopening: NodeJS.Timeout | null = null;

  const hear = (payload: string) => {
    const [from, ...names] = payload.split(' ');
    if (from !== ownName) for (const name of names) onHint(hallId(name));
    else if (echo) {
      clearTimeout(echo);
      echo = null;
    }
  };
  const listen = () => {
    life.listener.sql.listen(CHANNEL, hear).catch(() => reopenSoon());
  };
  const reopenSoon = () => {
    if (life.closed || reopening) return;
    reopening = setTimeout(() => {
      reopening = null;
      void life.listener.close(0).catch(() => undefined);
      life.listener = openListener();
      listen();
    }, REOPEN_AFTER_MS);
  };
  const send = async () => {
    sending = null;
    const payload = [ownName, ...changed].join(' ');
    changed.clear();
    try {
      await database.sql`select pg_notify(${CHANNEL}, ${payload})`;
      echo ??= setTimeout(() => {
        echo = null;
        reopenSoon();
      }, ECHO_WITHIN_MS);
    } catch {
      // Only a hint: the others look at the heads by themselves.
    }
  };
  listen();
  return {
    announce(hall) {
      changed.add(hall);
      sending ??= setTimeout(() => void send(), SEND_AFTER_MS);
    },
    async close() {
      life.closed = true;
      for (const timer of [sending, echo, reopening]) if (timer) clearTimeout(timer);
      await life.listener.close(0).catch(() => undefined);
    },
  };
}
