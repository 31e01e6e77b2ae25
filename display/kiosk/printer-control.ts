/** The demo printer's state, to look at and to set; does nothing outside the demo. */
import { getJson, putJson } from '../../shared/client/api.ts';
import type { PrinterState } from './panels.ts';
import { PRINTER_STATES } from './panels.ts';

const PATH = '/api/printer-simulator/status';

/** The simulator's state, null when it cannot be asked or is in one that the kiosk does not name. */
export async function readPrinter(): Promise<PrinterState | null> {
  const status = await getJson<{ readonly state: string }>(PATH).catch(() => null);
  return PRINTER_STATES.find((state) => state === status?.state) ?? null;
}

/** Sets it and answers what it is now. */
export async function setPrinter(state: PrinterState): Promise<PrinterState | null> {
  await putJson(PATH, { state }).catch(() => null);
  return readPrinter();
}
