import { useEffect, useState } from 'preact/hooks';
import type { ToldFault } from '../../errors/told.ts';
import { addressOf, type DossierFiles, post, Refusal } from '../api.ts';
import type { Tag } from '../strings/tongue.ts';

/** What the server found in a dossier as it would be with everything that is written here. */
export interface Checked {
  faults: readonly ToldFault[];
  errors: number;
  /** Whether that is said of the texts as they are now. */
  fresh: boolean;
  /** Whether nobody answered. */
  unanswered: boolean;
}

/** Pause in typing after which the texts are checked [ms]. */
const PAUSE = 500;

/**
 * Faults of a dossier with all unsaved texts in place, asked for when typing pauses.
 *
 * @param texts what is written and not saved, by path: the same object while it is the same
 * @param tag language of the page, in which the faults are told
 */
export function useChecked(read: DossierFiles, texts: Readonly<Record<string, string>>, tag: Tag): Checked {
  const [told, setTold] = useState<{ of: unknown; faults: readonly ToldFault[]; unanswered: boolean }>({
    ...{ of: null, faults: read.faults, unanswered: false },
  });
  useEffect(() => {
    let current = true;
    const check = async () => {
      const address = addressOf(['dossiers', read.id, 'check']);
      const { faults, unanswered } = await post<{ faults: ToldFault[] }>(address, { files: texts }).then(
        (answer) => ({ faults: answer.faults, unanswered: false }),
        (thrown) => (thrown instanceof Refusal ? thrown : new Refusal(0, [])),
      );
      if (!current) return;
      setTold((before) =>
        unanswered ? { ...before, of: null, unanswered } : { of: texts, faults, unanswered: false },
      );
    };
    const timer = setTimeout(() => void check(), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [read, texts, tag]);
  const errors = told.faults.filter(({ severity }) => severity === 'error').length;
  return { faults: told.faults, errors, fresh: told.of === texts, unanswered: told.unanswered };
}
