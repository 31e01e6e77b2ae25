// The names of the server's own commands: nobody outside may take one before it does.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeCommand } from '../../../shared/protocol/decode.ts';

const SERVER = join(import.meta.dirname, '../../../server');

/** The first word of every id that the server makes by itself. */
function ownWords(): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SERVER, file), 'utf8'));
  const words = sources.flatMap((text) =>
    [...text.matchAll(/commandId\(`(\w+):/g)].map(([, word]) => word ?? ''),
  );
  return [...new Set(words)].sort();
}

const recall = (commandId: string) => decodeCommand({ commandId, type: 'recallTicket' });

describe('the ids of the server', () => {
  test('are found', () => {
    expect(ownWords()).toContain('publish');
    expect(ownWords()).toContain('rollover');
  });

  test.each(ownWords())('%s: refused from outside', (word) => {
    expect(recall(`${word}:small:2026-11-24`)).toHaveProperty('fault');
  });

  test('any other name is taken', () => {
    expect(recall('publisher:small:2')).toMatchObject({ command: { type: 'recallTicket' } });
    expect(recall('desk-7:tick:1')).toMatchObject({ command: { type: 'recallTicket' } });
  });
});
