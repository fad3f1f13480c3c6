import type { Claim } from '../dossier/dossier.ts';
import type { Strings } from './strings/strings.ts';

/** What a claim says: its quantities as the reader's language writes them, the chips it names, and when it is due. */
export function saysOf({ says }: Pick<Claim, 'says'>, s: Strings): string[] {
  const { compute, accelerators, servers, money, power, chips = [], due } = says;
  const amounts = [compute, accelerators, servers, money, power].flatMap((one) =>
    one ? [s.quantity(one)] : [],
  );
  return [...amounts, ...chips.map(s.chipSaid), ...(due ? [`→ ${due.text}`] : [])];
}
