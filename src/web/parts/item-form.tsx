import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import {
  type FormField,
  formFields,
  type ItemFields,
  itemsOf,
  withField,
  withItem,
} from '../state/yaml-form.ts';

/** One item of a file of evidence as a form; what is typed goes into the YAML, comments and order stay. */
export function ItemForm(props: { text: string; readOnly: boolean; change: (text: string) => void }) {
  const { text, readOnly, change } = props;
  const { w } = useApp();
  const [at, setAt] = useState(0);
  const items = itemsOf(text);
  const item: ItemFields | undefined = items[at];
  return (
    <div class="item-form">
      <div class="bar">
        <label>
          {w.item}
          <select
            value={String(at)}
            data-form-item
            onChange={(event) => setAt(Number(event.currentTarget.value))}
          >
            {items.map(({ id }, i) => (
              <option key={`${id}-${i}`} value={String(i)}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={readOnly || items.length === 0}
          onClick={() => {
            change(withItem(text));
            setAt(items.length);
          }}
        >
          {w.addItem}
        </button>
      </div>
      {item ? null : <p class="note">{w.noForm}</p>}
      <div class="form-grid">
        {item
          ? formFields.map((field) => (
              <Field
                key={field}
                field={field}
                value={item[field]}
                readOnly={readOnly}
                change={(value) => change(withField(text, at, { field, value }))}
              />
            ))
          : null}
      </div>
    </div>
  );
}

interface FieldProps {
  field: FormField;
  value: string;
  readOnly: boolean;
  change: (value: string) => void;
}

function Field({ field, value, readOnly, change }: FieldProps) {
  const { w } = useApp();
  const id = `field-${field}`;
  const { typed, type, done } = useTyped(value, change);
  const box = {
    ...{ id, value: typed, readOnly, onChange: done },
    onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
  };
  return (
    <div class={field === 'says' || field === 'quote' ? 'whole' : undefined}>
      <label for={id}>{w.field[field]}</label>
      {field === 'says' ? <textarea rows={4} {...box} /> : <input {...box} />}
    </div>
  );
}

/** What is typed stays until it is done, whatever is drawn anew meanwhile; who leaves in the middle loses nothing. */
function useTyped(value: string, change: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const now = useRef({ typed, underWay: false, change });
  now.current.change = change;
  useEffect(() => {
    if (!now.current.underWay) setTyped(value);
  }, [value]);
  const type = (text: string) => {
    Object.assign(now.current, { typed: text, underWay: true });
    setTyped(text);
  };
  const done = () => {
    const { underWay, typed: text } = now.current;
    now.current.underWay = false;
    if (underWay) now.current.change(text);
  };
  useEffect(() => {
    // Before what is not saved is stored, which hears of the same.
    addEventListener('beforeunload', done, true);
    addEventListener('pagehide', done, true);
    return () => {
      removeEventListener('beforeunload', done, true);
      removeEventListener('pagehide', done, true);
      done();
    };
  }, []);
  return { typed, type, done };
}
