import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { addressOf, type Query } from '../api.ts';
import { useApp } from '../context.ts';
import { Awaited } from './awaited.tsx';
import { useGet } from './use-get.ts';

/** A box of the form: what it is called, and how it is filled. */
export interface PlannerField {
  key: string;
  label: string;
  help?: string;
  /** Where only some values can be. */
  choices?: readonly (readonly [string, string])[];
}

/** Chips that a fleet is changed into at a press: named in the claim, made to fit the rules, made in China. */
const swaps = [
  ['h100-sxm5', 'H100'],
  ['h20', 'H20'],
  ['ascend-910c', 'Ascend 910C'],
] as const;

/** The same number of other chips: `64xh20` and `ascend-910c` give `64xascend-910c`. */
export const swapped = (fleet: string, chip: string): string =>
  `${/^\s*([\d_,]+)\s*[x×]/.exec(fleet)?.[1] ?? '64'}x${chip}`;

/** A form that asks one door of the interface, and shows its answer, how long it takes, or why there is none. */
export function Planner<T>(props: {
  door: 'train' | 'serve';
  title: string;
  lead: string;
  first: Readonly<Record<string, string>>;
  fields: readonly PlannerField[];
  query: (wish: Readonly<Record<string, string>>) => Query;
  children: (answer: T) => ComponentChildren;
}) {
  const { w, state, go } = useApp();
  const written = state[props.door];
  const asked = Object.keys(written).length > 0 ? written : null;
  const [wish, setWish] = useState(asked ?? props.first);
  // Back and a pasted link fill the boxes as they were.
  useEffect(() => setWish(asked ?? props.first), [JSON.stringify(written)]);
  const ask = (boxes: Readonly<Record<string, string>>) => {
    const filled = Object.entries(boxes).filter(([, value]) => value.trim() !== '');
    go({ state: { ...state, [props.door]: Object.fromEntries(filled) } });
  };
  const got = useGet<T>(asked && addressOf([props.door, asked.model ?? ''], props.query(asked)));
  const swap = (chip: string) => {
    const next = { ...wish, chips: swapped(wish.chips ?? '', chip) };
    setWish(next);
    if (asked) ask(next);
  };
  return (
    <section class="block planner" data-planner={props.door}>
      <h2>{props.title}</h2>
      <p>{props.lead}</p>
      <form
        class="form-grid"
        onSubmit={(event) => {
          event.preventDefault();
          ask(wish);
        }}
      >
        {props.fields.map((field) => (
          <Box
            key={field.key}
            field={field}
            value={wish[field.key] ?? ''}
            change={(value) => setWish({ ...wish, [field.key]: value })}
          />
        ))}
        <button type="submit" data-plan>
          {w.plan}
        </button>
      </form>
      <p class="swap" role="group" aria-label={w.swapChips}>
        <span class="note">{w.swapChips}</span>{' '}
        {swaps.map(([chip, name]) => (
          <button
            key={chip}
            type="button"
            data-swap={chip}
            aria-pressed={(wish.chips ?? '').trim().endsWith(`x${chip}`)}
            onClick={() => swap(chip)}
          >
            {name}
          </button>
        ))}
      </p>
      <Awaited of={got} what={w.planning} />
      {got.value ? props.children(got.value) : null}
    </section>
  );
}

function Box(props: { field: PlannerField; value: string; change: (value: string) => void }) {
  const { key, label, help, choices } = props.field;
  const id = useId();
  return (
    <div>
      <label for={id}>
        {label} {help ? <span class="note">({help})</span> : null}
      </label>
      {choices ? (
        <select
          id={id}
          name={key}
          value={props.value}
          onChange={(event) => props.change(event.currentTarget.value)}
        >
          {choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={key}
          value={props.value}
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** A figure, with what follows in brackets quieter and never broken. */
function WithRange({ text }: { text: string }) {
  const [, middle = text, range] = /^(.+?) (\(.+)$/.exec(text) ?? [];
  return (
    <>
      {middle} {range ? <span class="range">{range}</span> : null}
    </>
  );
}

/** Figures of an answer, each with its name. */
export function Results({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl class="results">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd class="number">
            <WithRange text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
