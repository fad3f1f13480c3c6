import { useEffect, useRef } from 'preact/hooks';

/** Height of a text up to a place in it, its long lines broken as they are [px]: browsers do not scroll to what is selected. */
function heightOf(area: HTMLTextAreaElement, place: number): number {
  const copy = area.cloneNode() as HTMLTextAreaElement;
  copy.value = area.value.slice(0, place);
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', height: '0', minHeight: '0' });
  area.parentElement!.append(copy);
  const { scrollHeight } = copy;
  copy.remove();
  return scrollHeight;
}

/** A text area for YAML that goes to the line of a fault. */
export function YamlEditor(props: {
  label: string;
  text: string;
  /** Where to go, anew with every object; line 0 is nowhere. */
  at: { line: number };
  readOnly: boolean;
  change: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { line } = props.at;
    if (line === 0 || !area.current) return;
    const lines = props.text.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current.focus();
    area.current.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    area.current.scrollTop = heightOf(area.current, start) - area.current.clientHeight / 2;
  }, [props.at]);
  return (
    <div>
      <textarea
        ref={area}
        class="yaml"
        aria-label={props.label}
        spellcheck={false}
        readOnly={props.readOnly}
        value={props.text}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
      <pre class="on-paper">{props.text}</pre>
    </div>
  );
}
