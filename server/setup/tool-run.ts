/** A tool of the command line: its exit code, and one sentence instead of a stack where it must refuse. */
import { SetupError } from './setup-error.ts';

/** Runs the tool and ends the process with the code that it answers. Bugs keep their stack. */
export async function runTool(run: () => Promise<number>): Promise<never> {
  const code = await run().catch((error: unknown) => {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
  // A data folder that was taken for this run, and pools that are closing, must not hold the end.
  process.exit(code);
}
