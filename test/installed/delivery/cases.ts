import type { Attributes, DeliveryCase, Fate } from '../../../src/installed/delivery/attributes.ts';

/** A hub that nothing in particular is known of. */
export const plain: Attributes = {
  commitment: 'contracted',
  gigawatt: false,
  controlledChip: false,
  promised: 480,
};

const open: Fate = {
  end: 'open',
  due: 480,
  stage: null,
  later: null,
  works: null,
  firstLit: null,
  fullLit: null,
  censored: 480,
  lateness: null,
  route: null,
  part: null,
  weight: 1,
};

/** A case of which only what is given is known. */
export function caseOf(fate: Partial<Fate>, attributes: Partial<Attributes> = {}): DeliveryCase {
  return { id: 'case', attributes: { ...plain, ...attributes }, fate: { ...open, ...fate } };
}
