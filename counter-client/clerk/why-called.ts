/** Why this number was called, in one line: the rule that decided, and how many it passed. */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { BY_HAND_REASONS, GREEN_REASONS } from '../../shared/hall/command-words.ts';
import type { CallReason } from '../../shared/hall/call-reason.ts';
import { hallTime } from '../../shared/calendar/business-date.ts';
import { callReasons } from '../../shared/text/call-reasons.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

/** The line with its title; nothing for a call that was never explained. */
export function whyCalled({ ticket }: DeskView, language: Language) {
  if (!ticket?.why) return nothing;
  return html`<section class="why-called">
    <h2>${clerkText[language].whyTitle}</h2>
    <p>${whyWords(ticket.id, ticket.why, language)}</p>
  </section>`;
}

/** The sentence, with the passed ones behind it. */
export function whyWords(ticket: string, why: CallReason, language: Language): string {
  const passed = why.passedCount ?? 0;
  const { rule } = deskText[language];
  const first = ruleWords(ticket, why, language);
  const gap = language === 'en' ? ' ' : '';
  return passed === 0 ? first : `${first}${gap}${rule.passed(passed)}`;
}

function ruleWords(ticket: string, why: CallReason, language: Language): string {
  const { rule, greenReason, byHandReason } = deskText[language];
  const { desk } = callReasons[language];
  const [called] = why.best;
  const { duration } = signInText[language];
  const minutes = (ms: number) => duration(Math.floor(ms / MINUTE_MS));
  switch (why.rule) {
    case 'longest-wait': {
      const credit = why.creditMs > 0 ? minutes(why.creditMs) : null;
      return rule.longest(ticket, minutes(why.waitedMs), credit, why.eligible);
    }
    case 'appointment':
      return rule.appointment(ticket);
    case 'green-channel': {
      const reason = GREEN_REASONS.find((one) => one === why.reason) ?? 'other';
      const by = why.approvedBy?.split(':')[1] ?? '';
      return rule.green(ticket, greenReason[reason], by);
    }
    case 'return':
      return rule.return(ticket);
    case 'transfer':
      return rule.transfer(ticket);
    case 'flash-lane':
      return rule.flash(ticket);
    case 'only-here':
      return rule.onlyHere(ticket);
    case 'share-limit':
      return rule.share(ticket);
    case 'zone-overflow':
      return desk.overflow(ticket, minutes(why.waitedMs));
    case 'promise-due': {
      const credit = why.creditMs > 0 ? minutes(why.creditMs) : null;
      const time = called?.promiseAt === undefined ? '' : hallTime(called.promiseAt);
      return desk.due(ticket, time, minutes(why.waitedMs), credit);
    }
    case 'overtaken-limit':
      return desk.limit(ticket, called?.overtaken ?? 0);
    case 'best-score': {
      const expectedMs = called?.expectedMs ?? 0;
      const service = callReasons[language].minutes(
        Math.max(1, Math.round(expectedMs / MINUTE_MS)),
      );
      return desk.best(ticket, service);
    }
    case 'by-hand': {
      const reason = BY_HAND_REASONS.find((one) => one === why.reason) ?? 'other';
      return rule.byHand(ticket, byHandReason[reason]);
    }
  }
}
