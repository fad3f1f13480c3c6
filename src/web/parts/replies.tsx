import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Link } from './link.tsx';
import { Told } from './told.tsx';

/**
 * What parties replied and what was corrected, as the dossier keeps it.
 *
 * @param to only what is kept from this source; the others concern the hub as a whole, and are led to
 */
export function Replies({ to }: { to?: string | undefined }) {
  const { s, w, run } = useApp();
  const all = run.dossier?.hub.responses ?? [];
  const replies = to === undefined ? all : all.filter(({ source }) => source === to);
  const others = all.length - replies.length;
  return (
    <section class="block" data-replies>
      <h2>{w.repliesHead}</h2>
      {run.dossier && all.length === 0 ? <p class="note">{w.repliesNone}</p> : null}
      {others > 0 && run.dossier ? (
        <p>
          <Link to={{ at: 'screen', dossier: run.dossier.id, screen: 'sources' }}>
            {w.repliesToHub(others)}
          </Link>
        </p>
      ) : null}
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
