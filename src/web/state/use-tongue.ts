import { useEffect, useState } from 'preact/hooks';
import { type Tag, type Tongue, tongueOf } from '../strings/tongue.ts';

/** What is said in a language; while it is fetched, what was said before. */
export function useTongue(tag: Tag, first: Tongue): Tongue {
  const [tongue, setTongue] = useState(first);
  useEffect(() => {
    let current = true;
    if (tongue.w.tag !== tag) void tongueOf(tag).then((next) => current && setTongue(next));
    return () => {
      current = false;
    };
  }, [tag, tongue]);
  return tongue;
}
