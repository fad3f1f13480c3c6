import { useApp } from '../context.ts';

/** The box that `/` leads to: what a screen shows is what holds the words in it. */
export function SearchBox() {
  const { w, state, go } = useApp();
  return (
    <label class="search">
      <span class="hidden">{w.search}</span>
      <input
        type="search"
        data-search
        placeholder={w.search}
        value={state.q}
        onInput={(event) => go({ state: { ...state, q: event.currentTarget.value } }, 'replace')}
      />
    </label>
  );
}
