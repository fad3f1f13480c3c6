import { useEffect } from 'preact/hooks';
import { editsOf } from '../../report/run-edits.ts';
import { said } from '../../report/strings/strings.ts';
import { type App, useApp } from '../context.ts';

/** Hub, day, prior, run and changes of what is on the screen; nothing where no run is. */
function runOf({ run, s, w }: App): string {
  const a = run.assessment;
  if (!a) return '';
  return [
    said(a.hub.name, s),
    s.asOf(a.run.asOf),
    s.underPrior(s.preset[a.run.prior]),
    run.is === 'exact' ? s.run(a.run.id) : w.redrawing,
    ...editsOf(a, s),
  ].join(' · ');
}

/** What a sheet of paper must say, since the bars around the screen are not printed: above the first, and below each. */
export function OnPaper() {
  const app = useApp();
  const text = runOf(app);
  const foot = `${app.w.name}${text && ` · ${text}`}`;
  useEffect(() => {
    // Margins take no elements, only a text of the style sheet; escaped as in JSON it cannot end early.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(foot)} } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [foot]);
  if (text === '') return null;
  return (
    <div class="on-paper">
      <p>{text}</p>
      {app.run.world ? <p class="strong">{app.w.drawnWorld(app.run.worldNumber)}</p> : null}
    </div>
  );
}
