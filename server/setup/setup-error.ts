/** A failure that its one sentence explains wholly: printed without a stack, exit code 1. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
