import { useMemo, useState } from 'preact/hooks';
import type { Fault } from '../../errors/fault.ts';
import type { DossierFiles } from '../api.ts';
import { useApp } from '../context.ts';
import { AnswerMoves } from '../parts/answer-moves.tsx';
import { EditBar } from '../parts/edit-bar.tsx';
import { Faults } from '../parts/faults.tsx';
import { Head } from '../parts/head.tsx';
import { ItemForm } from '../parts/item-form.tsx';
import { MakeDialog } from '../parts/make-dialog.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { useChecked } from '../parts/use-checked.ts';
import { YamlEditor } from '../parts/yaml-editor.tsx';
import { type AllWritten, draftOf, edited, firstOf, pathsOf, plain, textsOf } from '../state/draft.ts';
import { unsaved, useUnsaved } from '../state/unsaved.ts';
import { type Files, useFiles } from '../state/use-files.ts';
import { useSaving } from '../state/use-saving.ts';

/** What if I know better? A file as form or YAML, its faults inline, the answer moving, and a safe save. */
export function EditScreen() {
  const { w, place, changes } = useApp();
  const dossier = place.at === 'screen' ? place.dossier : '';
  const files = useFiles(dossier, changes);
  const written = useUnsaved(dossier);
  const [copying, setCopying] = useState(false);
  const { read, failed } = files;
  return (
    <article class="screen" aria-label={w.screen.edit}>
      <Head title={w.asks.edit}>
        <p class="lead">{read && !read.writable ? w.readOnly : w.editLead}</p>
        {read && !read.writable ? (
          <button type="button" data-copy onClick={() => setCopying(true)}>
            {w.makeCopy}
          </button>
        ) : null}
      </Head>
      {copying ? <MakeDialog from={dossier} close={() => setCopying(false)} /> : null}
      {failed?.unanswered ? <p class="notice alarm">{w.gone}</p> : null}
      {failed ? <Faults faults={failed.faults} /> : null}
      {read ? <Workbench key={dossier} read={read} files={files} written={written} /> : null}
    </article>
  );
}

interface WorkbenchProps {
  read: DossierFiles;
  files: Files;
  written: AllWritten;
}

function Workbench({ read, files, written }: WorkbenchProps) {
  const { w, place, state, go } = useApp();
  const asked = place.at === 'screen' ? (place.item ?? '') : '';
  const [file = '', line = ''] = asked.split(':');
  const at = useMemo(() => ({ line: Number(line) || 0 }), [place]);
  const mode = state.edit;
  const path = firstOf(read, written, file);
  const draft = draftOf(read, path, written[path]);
  const texts = useMemo(() => textsOf(written), [written]);
  const checked = useChecked(read, texts, w.tag);
  const saving = useSaving(read.id, files);
  const form = mode === 'form' && path.startsWith('evidence');
  const change = (text: string) => unsaved.put(read.id, path, edited(draft, text, read.files[path]));
  const goTo = (item: string, next = state) =>
    go({ place: { at: 'screen', dossier: read.id, screen: 'edit', item }, state: next }, 'replace');
  const pathOf = ({ place: { file: named = '' } = {} as never }: Fault) => named.slice(read.id.length + 1);
  const choose = (fault: Fault) => {
    if (!pathsOf(read, written).includes(pathOf(fault))) return;
    goTo(`${pathOf(fault)}:${fault.place?.line ?? 1}`, { ...state, edit: 'yaml' });
  };
  const bench = { read, written, draft, checked, saving, goTo };
  return (
    <>
      <EditBar {...bench} mode={mode} setMode={(edit) => go({ state: { ...state, edit } }, 'replace')} />
      <NotSaved {...bench} />
      <div class="editor">
        {form ? (
          <ItemForm key={path} text={plain(draft.text)} readOnly={!read.writable} change={change} />
        ) : (
          <YamlEditor
            key={path}
            label={path}
            text={plain(draft.text)}
            at={at}
            readOnly={!read.writable}
            change={change}
          />
        )}
        <div class="editor-side">
          <AnswerMoves read={read} texts={texts} ready={checked.errors === 0} />
          {checked.unanswered ? <p class="note">{w.notChecked}</p> : null}
          {checked.fresh && checked.faults.length === 0 ? <p class="note">{w.checkOk}</p> : null}
          <Faults faults={ownFirst(checked.faults, (fault) => pathOf(fault) === path)} choose={choose} />
        </div>
      </div>
    </>
  );
}

/** The faults of the file in the editor before those of others. */
function ownFirst(faults: readonly Fault[], own: (fault: Fault) => boolean): Fault[] {
  return [...faults.filter(own), ...faults.filter((fault) => !own(fault))];
}
