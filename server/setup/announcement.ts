/** One clerk and the manager of each demo hall, by their numbers in clerks.csv. */
const SIGN_INS: Readonly<Record<string, { clerk: string; manager: string }>> = {
  jingzhou: { clerk: 'JZ01', manager: 'JZ18' },
  yantai: { clerk: 'YT001', manager: 'YT039' },
  township: { clerk: 'TS01', manager: 'TS03' },
};

export interface Announced {
  readonly hall: string;
  readonly url: string;
  /** Null without a simulator. */
  readonly printer: { readonly port: number } | null;
}

/** What a start prints: each surface with its address, the sign-ins, and `ready` as the last line. */
export function announcement({ hall, url, printer }: Announced): string[] {
  const signIn = SIGN_INS[hall];
  const lines: [name: string, value: string][] = [
    ['Hall', hall],
    ['Kiosk', `${url}/kiosk/`],
    ['Lobby screen', `${url}/lobby/`],
    ['Window screen', `${url}/window/?n=3`],
    ["Clerk's desk", `${url}/clerk/`],
    ['Evaluator', `${url}/evaluator/?n=3`],
    ["Visitor's phone", `${url}/phone/ (opened by the QR code of a ticket)`],
    ['Manager', `${url}/manager/`],
  ];
  // A hall of one's own has passwords that stand nowhere.
  if (signIn) {
    const { clerk, manager } = signIn;
    lines.push(['Sign in', `clerk ${clerk}, manager ${manager}, password yichuang`]);
  }
  if (printer) {
    lines.push([
      'Printer',
      `simulated, 127.0.0.1:${printer.port} (its control is on the kiosk page)`,
    ]);
  }
  return [...lines.map(([name, value]) => `${name.padEnd(16)} ${value}`), `ready ${url}`];
}
