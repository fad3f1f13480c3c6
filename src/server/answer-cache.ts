import type { Answer, Answers, Question, Watch } from './answers.ts';

interface UnderWay {
  answer: Promise<Answer>;
  /** How many wait for it; where nobody does any more it is given up. */
  waiting: number;
  watches: Set<Watch>;
  controller: AbortController;
}

/** Most text that is kept, in characters. */
const most = 64_000_000;

/** Answers that are kept while nothing they depend on changes, and computed once for all who ask at the same time. */
export function answerCache(answers: Answers, limit = most) {
  const kept = new Map<string, Answer>();
  const underWay = new Map<string, UnderWay>();
  let size = 0;

  const keep = (state: string, answer: Answer) => {
    if (answer.text === '' || answer.text.length > limit / 4) return;
    kept.set(state, answer);
    size += answer.text.length;
    for (const [oldest, { text }] of kept) {
      if (size <= limit) break;
      kept.delete(oldest);
      size -= text.length;
    }
  };
  const begin = (state: string, question: Question): UnderWay => {
    const controller = new AbortController();
    const watches = new Set<Watch>();
    const watch: Watch = (share, questions) => {
      for (const one of watches) one(share, questions);
    };
    const answer = answers
      .answer(question, { signal: controller.signal, watch })
      .then((found) => {
        keep(state, found);
        return found;
      })
      .finally(() => {
        if (underWay.get(state) === one) underWay.delete(state);
      });
    const one: UnderWay = { answer, waiting: 0, watches, controller };
    underWay.set(state, one);
    return one;
  };

  return {
    state: answers.state,
    /** The answer, from what is kept where it still holds. */
    ask: async (question: Question, on: { signal?: AbortSignal; watch?: Watch }): Promise<Answer> => {
      const state = answers.state(question);
      if (state === undefined) return answers.answer(question, on);
      const known = kept.get(state);
      if (known) {
        kept.delete(state);
        kept.set(state, known);
        return known;
      }
      const one = underWay.get(state) ?? begin(state, question);
      one.waiting += 1;
      if (on.watch) one.watches.add(on.watch);
      const leave = () => {
        one.waiting -= 1;
        if (on.watch) one.watches.delete(on.watch);
        if (one.waiting > 0) return;
        // Whoever asks from now on is not to get the end of this one.
        underWay.delete(state);
        one.controller.abort(on.signal?.reason);
      };
      on.signal?.addEventListener('abort', leave, { once: true });
      return one.answer.finally(() => on.signal?.removeEventListener('abort', leave));
    },
  };
}

export type AnswerCache = ReturnType<typeof answerCache>;
