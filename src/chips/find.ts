import type { Fault, Place } from '../errors/fault.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Catalogue, Chip } from './chip.ts';

/**
 * Finds a chip by id, alias or name, in any case, with or without the vendor's name.
 *
 * @param name `h100-sxm5`, `H100`, `Nvidia H100 SXM5 80 GB`
 */
export function findChip({ chips }: Catalogue, name: string): Chip | undefined {
  const wanted = bare(name);
  const direct = chips.get(wanted);
  if (direct) return direct;
  return [...chips.values()].find((chip) => {
    const maker = `${bare(chip.vendor.name.en)}-`;
    const plain = wanted.startsWith(maker) ? wanted.slice(maker.length) : wanted;
    return [chip.id, chip.name, ...chip.aliases].some((known) => [wanted, plain].includes(bare(known)));
  });
}

/** Like `findChip`; throws SandtableError ST-C001 with what was perhaps meant. */
export function requireChip(catalogue: Catalogue, name: string, place?: Place): Chip {
  const chip = findChip(catalogue, name);
  if (!chip) throw new SandtableError(unknownChip(name, catalogue.chips, place));
  return chip;
}

/**
 * A chip by its own name or by that of a system that holds no other.
 *
 * @throws SandtableError ST-C001 with what was perhaps meant, ST-K010 for a system sold with different chips
 */
export function requireChipOf(catalogue: Catalogue, name: string): Chip {
  const found = findChip(catalogue, name);
  if (found) return found;
  const server = catalogue.servers.find(({ id, name: own }) =>
    [id, own].some((one) => bare(one) === bare(name)),
  );
  if (!server) return requireChip(catalogue, name);
  if (server.chips.length === 1) return catalogue.chips.get(server.chips[0]!)!;
  const what = say('`{id}` is a system with {chips}.', { id: server.id, chips: server.chips.join(', ') });
  const fix = say('Ask about one of them, such as {chip}.', { chip: server.chips[0]! });
  throw new SandtableError(error('ST-K010', what, fix));
}

/** The fault for a chip that is not in the catalogue. */
export function unknownChip(name: string, chips: ReadonlyMap<string, Chip>, place?: Place): Fault {
  const known = [...chips.values()].flatMap((chip) => [chip.id, ...chip.aliases]);
  const fix =
    didYouMean(bare(name), known) ??
    say('Write an id of data/chips, such as h100-sxm5, or describe the chip there.');
  const what = say('The chip `{name}` is not in the catalogue.', { name });
  return error('ST-C001', what, fix, place ? { place } : {});
}

/** A name without the differences that do not matter: case, spaces, underscores. */
export function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}
