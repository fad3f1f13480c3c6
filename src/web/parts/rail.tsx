import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { type Screen, screens } from '../state/state.ts';
import { useUnsaved } from '../state/unsaved.ts';
import { Link } from './link.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';

/** The screens of a dossier; a menu where the window is narrow. */
export function Rail() {
  const { w, place, run } = useApp();
  const [open, setOpen] = useState(false);
  const shut = () => setOpen(false);
  const hub = run.assessment?.hub;
  const written = Object.keys(useUnsaved(place.at === 'screen' ? place.dossier : '')).length;
  const counted = (screen: Screen) => {
    if (screen === 'edit') return written > 0 ? w.unsavedFiles(written) : undefined;
    return screen === 'sites' ? hub?.sites : screen === 'evidence' ? hub?.evidence : undefined;
  };
  return (
    <nav class={open ? 'rail open' : 'rail'} aria-label={w.menu}>
      <button type="button" class="menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">☰</span> {place.at === 'screen' ? w.screen[place.screen] : w.menu}
      </button>
      <div class="rail-body">
        <ul>
          <li>
            <Link to={{ at: 'library' }} current={place.at === 'library'} onGo={shut}>
              {w.library}
            </Link>
          </li>
          {place.at === 'screen'
            ? screens.map((screen) => (
                <li key={screen}>
                  <Link
                    to={{ at: 'screen', dossier: place.dossier, screen }}
                    current={place.screen === screen}
                    onGo={shut}
                  >
                    <span>{w.screen[screen]}</span>
                    <span class="count">{counted(screen)}</span>
                  </Link>
                </li>
              ))
            : null}
          <li>
            <Link to={{ at: 'compare' }} current={place.at === 'compare'} onGo={shut}>
              {w.compare}
            </Link>
          </li>
        </ul>
        {place.at === 'screen' ? <WhatIfPanel /> : null}
      </div>
    </nav>
  );
}
