import { useEffect, useRef } from 'preact/hooks';

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
  }, [props.at]);
  return (
    <textarea
      ref={area}
      class="yaml"
      aria-label={props.label}
      spellcheck={false}
      readOnly={props.readOnly}
      value={props.text}
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  );
}
