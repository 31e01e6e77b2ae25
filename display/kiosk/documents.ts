/**
 * Documents that visitors carry, residents', compatriots' and foreigners', and what their numbers look
 * like. A format that does not fit is a warning, never a refusal: documents change faster than
 * kiosks, and the window looks at the document itself. Pure.
 */
import type { Language } from '../../shared/text/language.ts';
import { isCardNumber } from './identity-card.ts';

/**
 * id: resident identity card. taiwan: mainland travel permit of Taiwan residents. hkMacau: the same of
 * Hong Kong and Macao. residence: residence permit of compatriots. passport. permanent: foreigner's
 * permanent residence card.
 */
export const DOCUMENT_KINDS = [
  'id',
  'taiwan',
  'hkMacau',
  'residence',
  'passport',
  'permanent',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_LENGTH_MAX = 20;
export const DOCUMENT_LENGTH_MIN = 4;

const FITS: Readonly<Record<DocumentKind, (number: string) => boolean>> = {
  id: isCardNumber,
  taiwan: (number) => /^(\d{8}|\d{10}[A-Z]?)$/.test(number),
  hkMacau: (number) => /^[HM]\d{8}(\d{2})?$/.test(number),
  residence: (number) => /^8[1-3]0000/.test(number) && isCardNumber(number),
  passport: (number) => /^[A-Z0-9]{6,12}$/.test(number) && /\d/.test(number),
  permanent: (number) => /^[A-Z]{3}\d{12}$/.test(number) || /^9\d{16}[\dX]$/.test(number),
};

/** Whether the number looks as such documents do. */
export function fitsDocument(kind: DocumentKind, number: string): boolean {
  return FITS[kind](number.toUpperCase());
}

/** The kind that a read line is, as far as its shape alone tells. */
export function kindOfLine(line: string): DocumentKind | null {
  const order: readonly DocumentKind[] = ['residence', 'id', 'hkMacau', 'permanent', 'taiwan'];
  return order.find((kind) => fitsDocument(kind, line)) ?? null;
}

/** Whose document it is often speaks another language: offered, never set. */
export function suggestedLanguage(kind: DocumentKind): Language | null {
  if (kind === 'taiwan' || kind === 'hkMacau') return 'zh-Hant';
  return kind === 'passport' || kind === 'permanent' ? 'en' : null;
}
