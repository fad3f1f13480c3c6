import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Told } from './told.tsx';

/** What parties replied and what was corrected, as the dossier keeps it. */
export function Replies() {
  const { s, w, run } = useApp();
  const replies = run.dossier?.hub.responses ?? [];
  return (
    <section class="block" data-replies>
      <h2>{w.repliesHead}</h2>
      {run.dossier && replies.length === 0 ? <p class="note">{w.repliesNone}</p> : null}
      <ul class="sources">
        {replies.map((reply, i) => (
          <li key={`${reply.source}-${i}`}>
            <p class="note">
              {said(reply.by, s)}, {reply.date.text}
            </p>
            <p>
              <Told of={reply.says} />
            </p>
            <p class="id">{reply.source}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
