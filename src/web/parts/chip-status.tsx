import type { Finding, Layer } from '../../controls/layers.ts';
import type { Status } from '../../controls/status.ts';
import { outcomeText, saysText, testText } from '../../report/controls-words.ts';
import { addressOf } from '../api.ts';
import { useApp } from '../context.ts';
import { Faults } from './faults.tsx';
import { useGet } from './use-get.ts';

/** Outcome for one chip on the day, why, and every layer with its arithmetic. */
export function ChipStatus({ chip, on }: { chip: string; on: string }) {
  const { w, s } = useApp();
  const got = useGet<Status>(addressOf(['status', chip], { on, to: 'CN' }));
  if (got.failed) return <Faults faults={got.faults} />;
  const status = got.value;
  if (!status) return <div class="skeleton" role="status" aria-label={w.loading} />;
  return (
    <section class="block" data-status={status.outcome}>
      <h2>
        {status.item.name}: {outcomeText(status, s)}
      </h2>
      <p>{s.controls.outcomeWhy[status.outcome]}</p>
      <p class="note">{[on, status.by, ...status.paragraphs].filter(Boolean).join(' · ')}</p>
      <details>
        <summary>{w.layersHead}</summary>
        <dl class="layers">
          {status.layers.map((layer) => (
            <LayerRow key={layer.layer} layer={layer} />
          ))}
        </dl>
        <ul class="plain-list note">
          {status.assumed.map((one) => (
            <li key={one}>{s.controls.assumption[one]}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function LayerRow({ layer: { layer, findings } }: { layer: Layer }) {
  const { w, s } = useApp();
  return (
    <div>
      <dt>{s.controls.layer[layer]}</dt>
      <dd>
        {findings.length === 0 ? <span class="note">{w.noFinding}</span> : null}
        {findings.map((finding, i) => (
          <FindingLine key={`${finding.instrument}-${i}`} finding={finding} />
        ))}
      </dd>
    </div>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { w, s } = useApp();
  const { instrument, name, met, tests } = finding;
  const says = saysText(finding, s);
  const verdict = met === null ? w.met.open : met ? w.met.yes : w.met.no;
  return (
    <div class="finding">
      <p>
        <span class={met ? 'strong' : 'other'}>{verdict}</span>
        {says ? ` · ${says}` : ''} <span class="id">{[name, instrument].filter(Boolean).join(' · ')}</span>
      </p>
      <ul>
        {tests.flat().map((test, i) => (
          <li key={`${i}`} class="note">
            {/* JSON has no infinity: an end that is not known is null. */}
            {testText({ ...test, known: { low: test.known.low, high: test.known.high ?? Infinity } }, s)}
          </li>
        ))}
      </ul>
    </div>
  );
}
