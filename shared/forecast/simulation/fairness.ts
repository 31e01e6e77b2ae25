/**
 * RAQFM (Raz, Levy and Avi-Itzhak 2004): at every instant each of the N present deserves the share
 * busy/N of the windows at work; what somebody got less what was deserved is the discrimination. It
 * weighs seniority and size together. The figure is the standard deviation over visitors, in ms.
 */

export interface Stay {
  readonly arrivesAt: number;
  readonly calledAt: number;
  readonly endsAt: number;
}

/** Sum of squared discriminations of a day, ms². */
export function squaredDiscrimination(stays: readonly Stay[]): number {
  const turns = stays.flatMap(({ arrivesAt, calledAt, endsAt }) => [
    { at: arrivesAt, present: 1, busy: 0 },
    { at: calledAt, present: 0, busy: 1 },
    { at: endsAt, present: -1, busy: -1 },
  ]);
  turns.sort((left, right) => left.at - right.at);
  const deserved = new Map<number, number>();
  let present = 0;
  let busy = 0;
  let sum = 0;
  let lastAt = turns[0]?.at ?? 0;
  for (const turn of turns) {
    if (present > 0) sum += ((turn.at - lastAt) * busy) / present;
    lastAt = turn.at;
    present += turn.present;
    busy += turn.busy;
    deserved.set(turn.at, sum);
  }
  return stays.reduce((total, { arrivesAt, calledAt, endsAt }) => {
    const due = (deserved.get(endsAt) ?? 0) - (deserved.get(arrivesAt) ?? 0);
    return total + (endsAt - calledAt - due) ** 2;
  }, 0);
}
