import { createServer } from 'node:net';
import { SetupError } from './setup-error.ts';

/** The port to serve on: refused in one sentence when it cannot be had; 0 chooses a free one. */
export async function listeningPort(port: number, host: string): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host }, () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  } catch (error) {
    throw new SetupError(`${whyNot(error, port, host)}: choose another one with PORT or HOST.`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function whyNot(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken by another program`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}`;
  return `Port ${port} of ${host} cannot be used (${String(code)})`;
}
