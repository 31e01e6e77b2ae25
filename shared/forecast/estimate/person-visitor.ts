import { Visitor } from '../simulation/visitor.ts';
import type { WaitingPerson } from './situation.ts';

/** Somebody who waits in a live hall, as the engine plays on with them; promise and overtaken apart. */
export function visitorOf(person: WaitingPerson, workMs = 0): Visitor {
  const visitor = new Visitor(person.kind, person.arrivesAt, workMs, person.orderSeq);
  visitor.placeAt = person.placeAt;
  visitor.orderKey = person.orderKey;
  visitor.slotAt = person.slotAt;
  visitor.greenAt = person.greenAt;
  visitor.callableAt = person.callableAt;
  visitor.creditMs = person.creditMs;
  return visitor;
}
