import type { Catalogue } from '../chips/chip.ts';
import type { SiteModel } from '../site/site-model.ts';
import type { GradeWeights } from '../sources/grade.ts';
import type { Supply } from '../supply/pool.ts';
import type { Delivery } from './delivery/delivery-file.ts';
import type { Kinds } from './kinds.ts';
import type { WorldParameters } from './parameter.ts';

/** What Sandtable knows of the world besides a dossier: everything read from `data/`. */
export interface Knowledge {
  catalogue: Catalogue;
  supply: Supply;
  site: SiteModel;
  kinds: Kinds;
  grades: GradeWeights;
  parameters: WorldParameters;
  /** How hubs of known outcome fared. */
  delivery: Delivery;
}
