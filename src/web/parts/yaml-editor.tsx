import { useEffect, useRef } from 'preact/hooks';

/** A text area for YAML that goes to the line of a fault. */
export function YamlEditor(props: {
  label: string;
  text: string;
  line: number;
  readOnly: boolean;
  change: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.line === 0 || !area.current) return;
    const lines = props.text.split('\n');
    const start = lines.slice(0, props.line - 1).join('\n').length + 1;
    area.current.focus();
    area.current.setSelectionRange(start, start + (lines[props.line - 1]?.length ?? 0));
  }, [props.line]);
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
