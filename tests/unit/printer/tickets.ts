// Tickets for the printer's tests, and the way from one to what stands on the paper.
import { issuedAtText } from '../../../shared/views/printed-words.ts';
import type { PrintedTicket } from '../../../shared/views/printed-ticket.ts';
import { ticketBytes } from '../../../server/printer/ticket-bytes.ts';
import type { PaperMm } from '../../../server/printer/paper-lines.ts';
import { EscposReader } from '../../../server/printer/simulator/escpos-reader.ts';
import type { ReadTicket } from '../../../server/printer/simulator/read-ticket.ts';

const issuedAt = Date.parse('2026-11-23T08:31:00+08:00');

/** Ms Li's ticket of a Monday morning. */
export const liTicket: PrintedTicket = {
  jobId: 'job-1',
  language: 'zh-Hans',
  reprint: false,
  hallName: '乡镇便民服务中心',
  number: 'B012',
  zoneName: '自然人服务区',
  windows: [6, 7, 8],
  wayText: '2楼东侧',
  itemNames: ['异地就医备案'],
  peopleAhead: 3,
  waitText: '预计 8–15 分钟',
  issuedAt,
  issuedAtText: issuedAtText(issuedAt),
  qrUrl: 'http://127.0.0.1:3000/phone/?t=9vK2mXq4Rt7LpZc1',
  materials: ['居民身份证', '医保电子凭证'],
};

/** Reads a stream as the simulated printer does. */
export function readStream(bytes: Buffer, sliceBytes = bytes.length): ReadTicket[] {
  const tickets: ReadTicket[] = [];
  const onTicket = (ticket: ReadTicket) => void tickets.push(ticket);
  const reader = new EscposReader({ onTicket, onStatusRequest: () => undefined });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    reader.feed(bytes.subarray(at, at + sliceBytes));
  }
  reader.end();
  return tickets;
}

/** The one ticket that the bytes of `ticket` make. */
export function printedOn(ticket: PrintedTicket, paperMm: PaperMm): ReadTicket {
  const [read, ...others] = readStream(ticketBytes(ticket, paperMm));
  if (!read || others.length > 0) throw new Error('not exactly one ticket');
  return read;
}
