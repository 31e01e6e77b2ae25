/**
 * Answers: what was acknowledged is in the stream, and a retry of an accepted press gets the same
 * answer. Refusals are decided again, so they may differ, but never follow an acceptance.
 */
import type { Findings, History, Press, SeenAnswer } from '../history.ts';

/** Answers that the network or a shedding server gave in place of a decision. */
const NOT_DECIDED = new Set(['unavailable', 'too-many-tries', 'not-signed-in']);

/** Checks every press against the stream and against itself. */
export function answerFindings(
  history: History,
): Pick<Findings, 'acknowledgedLost' | 'answersChanged'> {
  const lastSeq = new Map<string, number>();
  for (const { commandId, seq } of history.events) lastSeq.set(commandId, seq);
  const acknowledgedLost: string[] = [];
  for (const press of history.presses) {
    const accepted = press.answers.find((answer) => answer.accepted);
    const seq = accepted?.seq;
    // What was decided on another day stands in that day's stream.
    if (seq === undefined || (accepted?.date ?? history.date) !== history.date) continue;
    const stored = lastSeq.get(press.commandId);
    if (stored === seq) continue;
    acknowledgedLost.push(
      `${nameOf(press)} was accepted as ${String(seq)} and is ${String(stored ?? 'absent')}`,
    );
  }
  return { acknowledgedLost, answersChanged: history.presses.flatMap(changed) };
}

function changed(press: Press): string[] {
  const [first, ...others] = press.answers.filter((answer) => answer.accepted);
  if (!first) return [];
  const different = others.filter((other) => fingerprint(other) !== fingerprint(first));
  const late = press.answers.filter(
    (answer) => !answer.accepted && answer.atMs > first.atMs && !NOT_DECIDED.has(answer.code ?? ''),
  );
  return [
    ...different.map(() => `${nameOf(press)} was answered in two ways`),
    ...late.map(({ code }) => `${nameOf(press)} was accepted, then refused: ${code ?? '?'}`),
  ];
}

function fingerprint({ seq, ticket, callSeq, token }: SeenAnswer): string {
  return JSON.stringify([seq, ticket, callSeq, token]);
}

function nameOf(press: Press): string {
  return `${press.type} of ${press.by} (${press.commandId})`;
}
