import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../errors/fault.ts';
import { addressOf, type DossierFiles, get, post, put, Refusal } from '../api.ts';
import { useApp } from '../context.ts';
import { AnswerMoves } from '../parts/answer-moves.tsx';
import { Faults } from '../parts/faults.tsx';
import { Head } from '../parts/head.tsx';
import { ItemForm } from '../parts/item-form.tsx';
import { MakeDialog } from '../parts/make-dialog.tsx';
import { Toggles } from '../parts/toggles.tsx';
import { YamlEditor } from '../parts/yaml-editor.tsx';
import { type Draft, draftOf, edited, isChanged, saved, taken } from '../state/draft.ts';

/** Pause in typing after which the text is checked [ms]. */
const PAUSE = 500;

/** What if I know better? A file as form or YAML, its faults inline, the answer moving, and a safe save. */
export function EditScreen() {
  const { w, place } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const [files, setFiles] = useState<DossierFiles | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const [copying, setCopying] = useState(false);
  const [asked, askedLine = ''] = place.at === 'screen' ? (place.item ?? '').split(':') : [''];
  const load = async (path = asked || undefined) => {
    try {
      const read = await get<DossierFiles>(addressOf(['dossiers', dossier]));
      const wanted =
        path ?? Object.keys(read.files).find((name) => name.startsWith('evidence')) ?? 'hub.yaml';
      setFiles(read);
      setDraft(draftOf(read, wanted));
      setFailed(null);
    } catch (thrown) {
      setFailed(thrown instanceof Refusal ? thrown : new Refusal(0, []));
    }
  };
  useEffect(() => void load(), [dossier, asked]);
  return (
    <article class="screen" aria-label={w.screen.edit}>
      <Head title={w.asks.edit}>
        <p class="lead">{files && !files.writable ? w.readOnly : w.editLead}</p>
        {files && !files.writable ? (
          <button type="button" data-copy onClick={() => setCopying(true)}>
            {w.makeCopy}
          </button>
        ) : null}
      </Head>
      {copying ? <MakeDialog from={dossier} close={() => setCopying(false)} /> : null}
      {failed?.unanswered ? <p class="notice alarm">{w.gone}</p> : null}
      {failed ? <Faults faults={failed.faults} /> : null}
      {files && draft ? (
        <Workbench
          key={draft.path}
          files={files}
          draft={draft}
          setDraft={setDraft}
          load={load}
          first={draft.path === asked ? Number(askedLine) || 0 : 0}
        />
      ) : null}
    </article>
  );
}

interface WorkbenchProps {
  files: DossierFiles;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  load: (path: string) => Promise<void>;
  /** Line to begin at; 0 for none. */
  first: number;
}

function Workbench({ files, draft, setDraft, load, first }: WorkbenchProps) {
  const { w, place } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const [mode, setMode] = useState<'form' | 'yaml'>('yaml');
  const [at, setAt] = useState({ line: first });
  const faults = useChecked(dossier, draft, files.faults);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const keep = useSaving(dossier, draft, setDraft);
  const isList = draft.path.startsWith('evidence');
  return (
    <>
      <div class="bar">
        <label>
          {w.file}
          <select value={draft.path} data-file onChange={(event) => void load(event.currentTarget.value)}>
            {Object.keys(files.files).map((path) => (
              <option key={path} value={path}>
                {path}
              </option>
            ))}
          </select>
        </label>
        {isList ? (
          <Toggles
            label={w.file}
            value={mode}
            choices={[
              ['yaml', w.asYaml],
              ['form', w.asForm],
            ]}
            choose={setMode}
          />
        ) : null}
        <button
          type="button"
          data-save
          disabled={!files.writable || !isChanged(draft) || errors > 0}
          onClick={() => void keep.save()}
        >
          {w.save}
        </button>
        <span class="note" role="status">
          {keep.told || (isChanged(draft) ? w.unsaved : '')}
        </span>
      </div>
      {keep.conflict ? (
        <section class="notice alarm" data-notice="conflict">
          <p>{w.conflict}</p>
          <pre class="citation" tabIndex={0} role="region" aria-label={w.conflictTheirs}>
            {keep.conflict.text}
          </pre>
          <button type="button" onClick={() => keep.take()}>
            {w.conflictTheirs}
          </button>{' '}
          <button type="button" onClick={() => void keep.save(keep.conflict!.version)}>
            {w.conflictMine}
          </button>
        </section>
      ) : null}
      {keep.refused ? (
        <section class="notice alarm" data-notice="not-saved">
          <p>
            <strong>{w.notSaved}</strong> {w.notSavedWhy}
          </p>
          {keep.refused.unanswered ? <p>{`${w.gone}. ${w.goneWhy}`}</p> : null}
          <Faults faults={keep.refused.faults} />
          <button
            type="button"
            data-save-again
            onClick={() => void keep.save(keep.refused?.status === 409 ? null : undefined)}
          >
            {keep.refused.status === 409 ? w.putBack : w.retry}
          </button>
        </section>
      ) : null}
      <div class="editor">
        {mode === 'form' && isList ? (
          <ItemForm text={draft.text} change={(text) => setDraft(edited(draft, text))} />
        ) : (
          <YamlEditor
            label={draft.path}
            text={draft.text}
            at={at}
            readOnly={!files.writable}
            change={(text) => setDraft(edited(draft, text))}
          />
        )}
        <div>
          <AnswerMoves draft={draft} ready={errors === 0} />
          {faults.length === 0 ? <p class="note">{w.checkOk}</p> : null}
          <Faults
            faults={faults}
            choose={(fault) => fault.place?.file.endsWith(draft.path) && setAt({ line: fault.place.line })}
          />
        </div>
      </div>
    </>
  );
}

/** Faults of the dossier with the draft in place, asked for when typing pauses. */
function useChecked(dossier: string, draft: Draft, first: readonly Fault[]): readonly Fault[] {
  const [faults, setFaults] = useState(first);
  useEffect(() => {
    let current = true;
    const check = async () => {
      const address = addressOf(['dossiers', dossier, 'check']);
      const answer = await post<{ faults: Fault[] }>(address, { files: { [draft.path]: draft.text } });
      if (current) setFaults(answer.faults);
    };
    const timer = setTimeout(() => void check().catch(() => undefined), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [dossier, draft.path, draft.text]);
  return faults;
}

/** Saves where the file is still what was read; else keeps both texts and asks. */
function useSaving(dossier: string, draft: Draft, setDraft: (draft: Draft) => void) {
  const { w } = useApp();
  const [told, setTold] = useState('');
  const [conflict, setConflict] = useState<{ version: string; text: string } | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  /** @param over version that is written over; null puts a file back that was deleted */
  const save = async (over: string | null = draft.version) => {
    setRefused(null);
    try {
      const address = addressOf(['dossiers', dossier, 'files', draft.path]);
      const { version } = await put(address, draft.text, over);
      setDraft(saved(draft, version));
      setConflict(null);
      setTold(w.saved(draft.path));
    } catch (thrown) {
      const refusal = thrown instanceof Refusal ? thrown : new Refusal(0, []);
      const { version, text } = refusal.body as { version?: string; text?: string };
      if (refusal.status === 412 && version !== undefined) setConflict({ version, text: text ?? '' });
      else setRefused(refusal);
      setTold(w.unsaved);
    }
  };
  const take = () => {
    if (conflict) setDraft(taken(draft, conflict));
    setConflict(null);
    setTold('');
  };
  return { told, conflict, refused, save, take };
}
