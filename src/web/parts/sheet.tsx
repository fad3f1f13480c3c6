import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';

/** Something that lies over the page until it is closed; takes the focus, and gives it back. */
export function Sheet(props: {
  title: string;
  kind: 'drawer' | 'dialog';
  close: () => void;
  children: ComponentChildren;
}) {
  const { w } = useApp();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current!;
    if (props.kind === 'dialog') dialog.showModal();
    else dialog.show();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class={props.kind}
      aria-label={props.title}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2>{props.title}</h2>
          <button type="button" class="round" aria-label={w.close} onClick={props.close}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
