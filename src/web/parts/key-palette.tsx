import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { singleKeys, turnSingleKeys } from '../state/single-keys.ts';
import { Sheet } from './sheet.tsx';

/** Every key, by what it does, and a switch for those of one letter. */
export function KeyPalette({ close }: { close: () => void }) {
  const { w } = useApp();
  const [on, setOn] = useState(singleKeys());
  return (
    <Sheet title={w.keys} kind="dialog" close={close}>
      <label class="check">
        <input
          type="checkbox"
          data-single-keys
          checked={on}
          onChange={() => {
            turnSingleKeys(!on);
            setOn(!on);
          }}
        />{' '}
        {w.singleKeys}
      </label>
      <dl class="keys">
        {w.keyList.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
