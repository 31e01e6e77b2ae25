/**
 * Formulas a simulator is checked against first: Erlang B by recursion, Erlang C, the mean wait of
 * M/M/c, and the approximation of Allen and Cunneen for M/G/c. Loads in erlang, times in any one unit.
 */

/** The share of arrivals that find all `windows` busy and leave; `load` = arrival rate × mean. */
export function erlangB(windows: number, load: number): number {
  let blocked = 1;
  for (let count = 1; count <= windows; count += 1) {
    blocked = (load * blocked) / (count + load * blocked);
  }
  return blocked;
}

/** The share of arrivals that must wait; refuses a load that the windows cannot carry. */
export function erlangC(windows: number, load: number): number {
  if (!(load < windows)) throw new Error('the load is not below the windows');
  const blocked = erlangB(windows, load);
  return blocked / (1 - (load / windows) * (1 - blocked));
}

/** Mean wait in M/M/c: C·m/(c − a). */
export function mmcWait(windows: number, load: number, serviceMean: number): number {
  return (erlangC(windows, load) * serviceMean) / (windows - load);
}

/** Mean wait in G/G/c (Allen and Cunneen): the wait of M/M/c × (c_a² + c_s²)/2. */
export function allenCunneenWait(
  windows: number,
  load: number,
  serviceMean: number,
  arrivalCv: number,
  serviceCv: number,
): number {
  const factor = (arrivalCv * arrivalCv + serviceCv * serviceCv) / 2;
  return mmcWait(windows, load, serviceMean) * factor;
}
