import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import type { FormField, ItemFields } from '../state/yaml-form.ts';

type Form = typeof import('../state/yaml-form.ts');

/** One item of a file of evidence as a form; what is typed goes into the YAML, comments and order stay. */
export function ItemForm({ text, change }: { text: string; change: (text: string) => void }) {
  const { w } = useApp();
  const [form, setForm] = useState<Form | null>(null);
  const [at, setAt] = useState(0);
  useEffect(() => void import('../state/yaml-form.ts').then(setForm), []);
  if (!form) return <div class="skeleton tall" />;
  const items = form.itemsOf(text);
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
          onClick={() => {
            change(form.withItem(text));
            setAt(items.length);
          }}
        >
          {w.addItem}
        </button>
      </div>
      <div class="form-grid">
        {item
          ? form.formFields.map((field: FormField) => (
              <Field
                key={field}
                field={field}
                value={item[field]}
                change={(value) => change(form.withField(text, at, { field, value }))}
              />
            ))
          : null}
      </div>
    </div>
  );
}

function Field(props: { field: FormField; value: string; change: (value: string) => void }) {
  const { w } = useApp();
  const { field, value, change } = props;
  const id = `field-${field}`;
  // What is typed stays until it is done, whatever is drawn anew meanwhile.
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <div class={field === 'says' || field === 'quote' ? 'whole' : undefined}>
      <label for={id}>{w.field[field]}</label>
      {field === 'says' ? (
        <textarea
          id={id}
          rows={4}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <input
          id={id}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
