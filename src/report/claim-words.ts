import type { Claim } from '../dossier/dossier.ts';

/** What a claim says, in its own words. */
export function saysOf({ says }: Pick<Claim, 'says'>): string[] {
  const { compute, accelerators, servers, money, power, chips, due } = says;
  const amounts = [compute, accelerators, servers, money, power].flatMap((one) => (one ? [one.text] : []));
  return [...amounts, ...(chips ?? []), ...(due ? [`→ ${due.text}`] : [])];
}
