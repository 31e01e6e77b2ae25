import { startPrinterSimulator } from '../printer/simulator/start.ts';

/** The simulated printer of the demo. */
export interface DemoPrinter {
  readonly port: number;
  readonly controlUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the printer simulator on the port, or on a free one when that is taken. Null when it
 * cannot be started at all: the hall opens without paper, and the kiosk shows the number.
 */
export async function startPrinter(
  port: number,
  say: (sentence: string) => void,
): Promise<DemoPrinter | null> {
  try {
    return await startPrinterSimulator({ port, host: '127.0.0.1', controlPort: 0 });
  } catch (error) {
    say(`The printer simulator did not start: ${error instanceof Error ? error.message : '?'}`);
    return null;
  }
}
