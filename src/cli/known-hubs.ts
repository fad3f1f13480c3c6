import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownHub } from '../backtest/known-hub.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { filesIn } from '../dossier/files.ts';
import { dossierIds, loadData } from '../dossier/folder.ts';
import { loadDossier } from '../dossier/load.ts';
import { parseOutcome } from '../dossier/outcome.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { parseKinds } from '../installed/kind-file.ts';
import { kindRules } from '../installed/kind-rules.ts';

/**
 * Reads the hubs of a folder whose outcome is known: each a dossier with `outcome/outcome.yaml`.
 *
 * @param root folder that holds `data/`
 * @param folder folder of the dossiers; those that came with this copy where left out
 * @throws SandtableError with every fault of a dossier or an outcome
 */
export function knownHubs(root: string, folder = join(root, 'dossiers', 'known')): KnownHub[] {
  const data = loadData(join(root, 'data'));
  const kinds = kindRules(parseKinds(filesIn(data, 'evidence')));
  const ids = dossierIds([folder]).filter((id) => existsSync(outcomeFile(folder, id)));
  if (ids.length === 0) {
    const what = say('No hub with a known outcome is in `{folder}`.', { folder });
    throw new SandtableError(
      error('ST-X019', what, say('Give a folder of dossiers that have outcome/outcome.yaml.')),
    );
  }
  return ids.map((id) => {
    const dossier = loadDossier(join(folder, id), { data, kinds });
    const file = outcomeFile(folder, id);
    const { value, faults } = parseOutcome(readFileSync(file, 'utf8'), file);
    if (!value) throw new SandtableError(faults);
    if (!dossier.hub.claims[0]?.says.due) throw new SandtableError(undated(dossier));
    return { dossier, outcome: value };
  });
}

function undated({ id, hub }: Dossier): Fault {
  const what = say('The first claim of {id} says no date, so nothing can be late.', { id });
  const fix = say('Write `due:` into the first claim of hub.yaml, or leave the hub out.');
  return error('ST-X020', what, fix, { place: hub.place });
}

const outcomeFile = (folder: string, id: string) => join(folder, id, 'outcome', 'outcome.yaml');
