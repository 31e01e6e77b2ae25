import { correction, generate } from 'lean-qr';
import { describe, expect, test } from 'vitest';
import { ticketPicture } from '../../../server/printer/simulator/ticket-picture.ts';
import { textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import { statusByte } from '../../../server/printer/simulator/status-bytes.ts';
import { isStatusByte, printerState } from '../../../server/printer/printer-status.ts';
import { liTicket, printedOn, readStream } from './tickets.ts';

describe('the simulated printer', () => {
  test('reads Chinese only in Chinese mode, as a printer does', () => {
    const bytes = Buffer.from([0x1b, 0x40, 0xc4, 0xe3, 0x0a, 0x1d, 0x56, 0]);
    expect(readStream(bytes).map(textsOf)).toEqual([['??']]);
    const chinese = Buffer.from([0x1c, 0x26, 0xc4, 0xe3, 0x0a, 0x1d, 0x56, 0]);
    expect(readStream(chinese).map(textsOf)).toEqual([['你']]);
  });

  test('reads raster images and notes what it does not know', () => {
    const bytes = Buffer.from([
      0x1d, 0x76, 0x30, 0, 1, 0, 2, 0, 0xf0, 0x0f, 0x1b, 0x7a, 0x1d, 0x56, 0,
    ]);
    const [ticket] = readStream(bytes);
    expect(ticket?.lines).toMatchObject([{ kind: 'raster', widthBytes: 1, heightDots: 2 }]);
    expect(ticket?.unknown).toEqual(['command 27 122']);
    expect(ticket && ticketPicture(ticket, 58)).toContain('m0 0h4v1h-4zm0 0m4 1h4v1h-4zm-4 -1');
  });

  test('keeps a ticket that broke off, as half a ticket', () => {
    const [ticket] = readStream(Buffer.from('half'));
    expect(ticket?.isCut).toBe(false);
  });

  test('draws the modules of the code, all of them', () => {
    const picture = ticketPicture(printedOn(liTicket, 58), 58);
    const code = generate(liTicket.qrUrl, {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
    });
    let dark = 0;
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) dark += code.get(x, y) ? 1 : 0;
    }
    const path = /<path transform="[^"]+" d="(M0 [^"]+)"/.exec(picture)?.[1] ?? '';
    const runs = [...path.matchAll(/h(\d+)v(\d+)/g)];
    const module = Number(runs[0]?.[2]);
    expect(runs.reduce((sum, run) => sum + Number(run[1]) / module, 0)).toBe(dark);
  });

  test('draws text as text: what a name holds is never markup', () => {
    const ticket = printedOn({ ...liTicket, zoneName: '<script>&"' }, 80);
    const picture = ticketPicture(ticket, 80);
    expect(picture).toContain('&lt;script&gt;&amp;&quot;');
    expect(picture).not.toContain('<script');
  });

  test.each(['ok', 'paper-low', 'paper-out', 'cover-open'] as const)(
    'answers %s so that our reading of the reference says the same',
    (state) => {
      const answers = [1, 2, 3, 4].map((n) => statusByte(n, state));
      expect(answers.every(isStatusByte)).toBe(true);
      expect(printerState(answers)).toBe(state);
    },
  );
});
