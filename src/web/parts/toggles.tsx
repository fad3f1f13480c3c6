/** A few choices of which one holds. */
export function Toggles<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly (readonly [T, string])[];
  choose: (value: T) => void;
}) {
  return (
    <span class="toggles" role="group" aria-label={props.label}>
      {props.choices.map(([value, text]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          data-choice={value}
          onClick={() => props.choose(value)}
        >
          {text}
        </button>
      ))}
    </span>
  );
}
