/** Title, hint and step of each screen. Pure. */
import { clockTime } from '../../shared/client/format.ts';
import { zoneFactsText } from './zone-facts.ts';
import type { Scene } from './scene.ts';
import { zonesOf } from './zone-choice.ts';

export interface ScreenWords {
  readonly title: string;
  readonly hint: string;
  readonly step: number | null;
}

/** What the head says on the visit's screen. */
export function screenWords(scene: Scene): ScreenWords {
  const { text, more, visit, catalogue } = scene;
  const { place, language, basket } = visit;
  switch (place.at) {
    case 'zones':
      return visit.agent === null
        ? { title: text.welcome, hint: text.welcomeHint, step: 0 }
        : {
            title: more.agentIs(visit.agent),
            hint: more.agentRule(catalogue.rules.agentCasesPerTurn),
            step: 0,
          };
    case 'matters': {
      const zone = zonesOf(scene).find(({ code }) => code === place.zone);
      const department = catalogue.departments.find(({ code }) => code === place.department);
      const name = (department ?? zone)?.name[language] ?? '';
      return { title: name, hint: zone ? zoneFactsText(scene, zone) : '', step: 1 };
    }
    case 'search':
      return { title: text.search, hint: text.searchHint, step: 1 };
    case 'confirm':
      if (place.choosingClass) return { title: text.priority, hint: text.priorityHint, step: 2 };
      if (visit.pickup) return { title: more.pickupConfirm, hint: readyHint(scene), step: 2 };
      return {
        title: text.confirm,
        hint:
          visit.agent === null
            ? text.confirmHint(basket.items.length)
            : more.agentRule(catalogue.rules.agentCasesPerTurn),
        step: 2,
      };
    case 'materials': {
      const item = catalogue.items.find(({ code }) => code === place.item);
      return { title: item?.name[language] ?? '', hint: more.materialsHint, step: null };
    }
    case 'mine': {
      const title = place.by === 'ticket' ? more.mineTitle : more.appointmentTitle;
      const hint = {
        ticket: more.mineHint,
        appointment: more.appointmentEntry,
        document: more.documentHint,
      }[place.by];
      return { title, hint: place.isDone ? '' : hint, step: null };
    }
    case 'pickup':
      return { title: more.pickupTitle, hint: more.pickupEntry, step: null };
    case 'agent':
      return { title: more.agentTitle, hint: more.agentEntry, step: null };
    case 'diverted':
      return { title: more.terminalWhere, hint: '', step: null };
    case 'ticket':
      return { title: '', hint: '', step: null };
  }
}

/** From when the result can be fetched, where the case has told. */
function readyHint({ more, visit, hallNow }: Scene): string {
  const readyAt = visit.pickup?.readyAt ?? null;
  if (readyAt === null) return '';
  return readyAt <= hallNow ? more.pickupNow : more.pickupReady(clockTime(readyAt));
}
