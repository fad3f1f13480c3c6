import { parseWorldData, type World } from '../../src/assessment/knowledge.ts';
import type { KnownHub } from '../../src/backtest/known-hub.ts';
import { knownHubs } from '../../src/cli/known-hubs.ts';
import { loadData } from '../../src/dossier/folder.ts';

export const hubs: readonly KnownHub[] = knownHubs('.');
export const world: World = parseWorldData(loadData('data'));

/** A known hub by its id. */
export const hubOf = (id: string): KnownHub => hubs.find(({ dossier }) => dossier.id === id)!;
