import { said } from '../../report/strings/strings.ts';
import type { Localised } from '../../sources/source.ts';
import { useApp } from '../context.ts';

/** Words in the reader's language; those that were not translated are marked as English for who hears them. */
export function Told({ of }: { of: Localised }) {
  const { s } = useApp();
  return <span lang={s.tag === 'zh-CN' && of.zh === undefined ? 'en' : undefined}>{said(of, s)}</span>;
}
