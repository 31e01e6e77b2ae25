/** Opens the port; several servers may share one, so that pages keep one origin. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';

export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

interface Address {
  readonly port: number;
  readonly host: string;
  readonly reusePort: boolean;
}

/** Serves the app; refuses a taken port with PortTaken. */
export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { port, host, reusePort }: Address,
): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new PortTaken(`Port ${String(port)} is taken.`) : error);
    });
    server.listen({ port, host, reusePort }, () => resolve(server));
  });
}
