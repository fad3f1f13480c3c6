import type { Assessment, ItemResult } from '../../assessment/assessment.ts';
import { matrixFigure } from '../../report/figures/matrix.ts';
import { useApp } from '../context.ts';
import { FigureView } from '../parts/figure.tsx';
import { Head } from '../parts/head.tsx';
import { ItemDocument } from '../parts/item-document.tsx';
import { Matrix } from '../parts/matrix.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** Why should I believe it? Items against hypotheses, and each as a document. */
export function EvidenceScreen() {
  const { w, run, place } = useApp();
  const a = run.assessment;
  if (!a) return <Waiting />;
  const id = place.at === 'screen' ? place.item : undefined;
  if (id !== undefined) return <ItemDocument a={a} id={id} />;
  return (
    <article class="screen" aria-label={w.screen.evidence}>
      <Head title={w.asks.evidence}>
        <p class="lead">{w.evidenceLead(a.hub.evidence, a.hub.origins)}</p>
        <EvidenceBar />
      </Head>
      <Matrix a={a} items={sorted(a)} />
      <section class="block">
        <FigureView on={[a]} most={980} draw={(look) => matrixFigure(a, { ...look, most: 24 })} />
      </section>
    </article>
  );
}

function EvidenceBar() {
  const { w, state, go } = useApp();
  return (
    <div class="bar">
      <SearchBox />
      <button
        type="button"
        data-group
        aria-pressed={state.group}
        onClick={() => go({ state: { ...state, group: !state.group } }, 'replace')}
      >
        {w.groupByOrigin}
      </button>
      <p class="note">{w.sortNote}</p>
    </div>
  );
}

/** Items, those first that tell the hypotheses apart most. */
function sorted(a: Assessment): ItemResult[] {
  return [...a.evidence].sort((p, q) => q.diagnosticity - p.diagnosticity);
}
