// A ticket as the simulator read it from the bytes: what would stand on the paper, and nothing else.

export type ReadSpan = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
};
export type Align = 'left' | 'center' | 'right';
export type ReadLine =
  | {
      readonly kind: 'text';
      readonly align: Align;
      readonly spacingDots: number;
      readonly spans: readonly ReadSpan[];
    }
  | { readonly kind: 'feed'; readonly dots: number }
  | {
      readonly kind: 'qr';
      readonly align: Align;
      readonly content: string;
      readonly moduleDots: number;
      readonly level: 'L' | 'M' | 'Q' | 'H';
    }
  | {
      readonly kind: 'raster';
      readonly align: Align;
      readonly widthBytes: number;
      readonly heightDots: number;
      readonly scaleX: number;
      readonly scaleY: number;
      readonly bits: Buffer;
    };

export type ReadTicket = {
  readonly lines: readonly ReadLine[];
  /** False for a ticket that broke off before the knife. */
  readonly isCut: boolean;
  /** Commands and bytes that this printer does not know; a good job has none. */
  readonly unknown: readonly string[];
  readonly bytes: Buffer;
};

/** The words of each text line, without sizes and places. */
export function textsOf(ticket: ReadTicket): string[] {
  return ticket.lines.flatMap((line) =>
    line.kind === 'text' ? [line.spans.map((span) => span.text).join('')] : [],
  );
}

/** The content of the first QR code, or null. */
export function qrOf(ticket: ReadTicket): string | null {
  const qr = ticket.lines.find((line) => line.kind === 'qr');
  return qr?.kind === 'qr' ? qr.content : null;
}

/** The largest text that looks like a ticket's number, or null. */
export function numberOf(ticket: ReadTicket): string | null {
  const spans = ticket.lines.flatMap((line) => (line.kind === 'text' ? line.spans : []));
  const numbers = spans.filter((span) => /^[A-Z]{1,2}\d{3,5}$/.test(span.text.trim()));
  numbers.sort((a, b) => b.width * b.height - a.width * a.height);
  return numbers[0]?.text.trim() ?? null;
}
