import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';
import { type Place, pathOf, queryOf, type State } from '../state/state.ts';

/** A link within the app: opens without a new page, and as any link in a new tab. */
export function Link(props: {
  to: Place;
  state?: State;
  class?: string;
  current?: boolean;
  label?: string;
  onGo?: () => void;
  children: ComponentChildren;
}) {
  const { state, go } = useApp();
  const next = props.state ?? state;
  return (
    <a
      href={pathOf(props.to) + queryOf(next)}
      class={props.class}
      aria-current={props.current ? 'page' : undefined}
      aria-label={props.label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        props.onGo?.();
        go({ place: props.to, state: next });
      }}
    >
      {props.children}
    </a>
  );
}
