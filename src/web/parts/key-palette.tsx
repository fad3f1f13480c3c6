import { useApp } from '../context.ts';
import { Sheet } from './sheet.tsx';

/** Every key, by what it does. */
export function KeyPalette({ close }: { close: () => void }) {
  const { w } = useApp();
  return (
    <Sheet title={w.keys} kind="dialog" close={close}>
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
