import { useRef, useState } from 'preact/hooks';

interface Corner {
  x: number;
  y: number;
}

/** A frame drawn over a picture, in pixels from the corner of what the hands lie on. */
export type BrushFrame = Record<'left' | 'top' | 'width' | 'height', number>;

/** Least side of a frame: less is a press [px]. */
const LEAST = 8;

const frameOf = (a: Corner, b: Corner): BrushFrame => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Ids of the marks whose middles lie in a frame, each once. */
export function idsWithin(
  frame: BrushFrame,
  marks: readonly { id: string; x: number; y: number }[],
): string[] {
  const inside = marks.filter(
    ({ x, y }) =>
      x >= frame.left && x <= frame.left + frame.width && y >= frame.top && y <= frame.top + frame.height,
  );
  return [...new Set(inside.map(({ id }) => id))];
}

function marksIn(ground: Element, from: DOMRect) {
  return [...ground.querySelectorAll('[data-id]')].map((mark) => {
    const box = mark.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2 - from.left, box.top + box.height / 2 - from.top];
    return { id: mark.getAttribute('data-id')!, x, y };
  });
}

/** A mouse or pen draws a frame over a picture, and hears which marks lie in it; fingers scroll as ever. */
export function useBrush(choose: (ids: string[]) => void) {
  const start = useRef<Corner | null>(null);
  const brushed = useRef(false);
  const [frame, setFrame] = useState<BrushFrame | null>(null);
  const at = (event: PointerEvent): Corner => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return {
    frame,
    /** Whether the press that comes now is only the end of a frame. */
    ends: () => brushed.current,
    hands: {
      onPointerDown: (event: PointerEvent) => {
        brushed.current = false;
        const onPicture = (event.target as Element).closest('svg');
        start.current = event.pointerType !== 'touch' && event.button === 0 && onPicture ? at(event) : null;
      },
      onPointerMove: (event: PointerEvent) => {
        if (!start.current) return;
        const next = frameOf(start.current, at(event));
        if (Math.max(next.width, next.height) >= LEAST) {
          event.preventDefault();
          setFrame(next);
        }
      },
      onPointerUp: (event: PointerEvent) => {
        const from = start.current;
        start.current = null;
        if (!from || !frame) return;
        setFrame(null);
        brushed.current = true;
        const ground = event.currentTarget as Element;
        choose(idsWithin(frameOf(from, at(event)), marksIn(ground, ground.getBoundingClientRect())));
      },
      onPointerLeave: () => {
        start.current = null;
        setFrame(null);
      },
    },
  };
}
