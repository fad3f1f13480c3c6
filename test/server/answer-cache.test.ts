import { expect, it } from 'vitest';
import { answerCache } from '../../src/server/answer-cache.ts';
import type { Answer, Answers, Question, Watch } from '../../src/server/answers.ts';

const question = (...args: string[]): Question => ({ command: 'assess', arguments: args, options: {} });

/** Answers that wait until they are let go, and say how often they were asked and given up. */
function slow(state: Answers['state'] = ({ arguments: args }) => args.join()) {
  const asked: string[] = [];
  const given: string[] = [];
  const gates: (() => void)[] = [];
  const answers: Answers = {
    commands: [],
    state,
    expect: () => {},
    close: async () => {},
    answer: ({ arguments: args }, { signal }) =>
      new Promise<Answer>((resolve, reject) => {
        const name = args.join();
        asked.push(name);
        signal?.addEventListener('abort', () => {
          given.push(name);
          reject(new Error('given up'));
        });
        gates.push(() => resolve({ text: `answer to ${name}`, faults: [], code: 0 }));
      }),
  };
  const open = () => {
    for (const gate of gates.splice(0)) gate();
  };
  return { answers, asked, given, open };
}

it('computes once for all who ask at the same time and afterwards', async () => {
  const { answers, asked, open } = slow();
  const cache = answerCache(answers);
  const both = [cache.ask(question('a'), {}), cache.ask(question('a'), {})];
  open();
  expect((await Promise.all(both)).map(({ text }) => text)).toEqual(['answer to a', 'answer to a']);
  await cache.ask(question('a'), {});
  expect(asked).toEqual(['a']);
});

it('tells all who wait how far it is, those too who came later', async () => {
  let tell: Watch = () => {};
  let end = () => {};
  const cache = answerCache({
    ...slow().answers,
    answer: (_, { watch }) => {
      tell = watch!;
      return new Promise((resolve) => {
        end = () => resolve({ text: 'done', faults: [], code: 0 });
      });
    },
  });
  const heard: string[] = [];
  const first = cache.ask(question('a'), {});
  tell(0.1);
  const later = cache.ask(question('a'), { watch: (share) => heard.push(`later ${share}`) });
  tell(0.5);
  end();
  await Promise.all([first, later]);
  expect(heard).toEqual(['later 0.5']);
});

it('computes anew where what it depends on has changed, or nobody can tell', async () => {
  let state: string | undefined = 'one';
  const { answers, asked, open } = slow(() => state);
  const cache = answerCache(answers);
  const ask = async () => {
    const found = cache.ask(question('a'), {});
    open();
    await found;
  };
  await ask();
  state = 'two';
  await ask();
  state = undefined;
  await ask();
  await ask();
  expect(asked.length).toBe(4);
});

it('gives up only where nobody waits any more', async () => {
  const { answers, given, open } = slow();
  const cache = answerCache(answers);
  const [one, two] = [new AbortController(), new AbortController()];
  const first = cache.ask(question('a'), { signal: one.signal }).catch(() => 'left');
  const second = cache.ask(question('a'), { signal: two.signal });
  one.abort();
  expect(given).toEqual([]);
  open();
  expect((await second).text).toBe('answer to a');
  await first;
  const third = cache.ask(question('b'), { signal: new AbortController().signal }).catch(() => 'left');
  const four = new AbortController();
  const fourth = cache.ask(question('c'), { signal: four.signal }).catch(() => 'left');
  four.abort();
  expect(await fourth).toBe('left');
  expect(given).toEqual(['c']);
  open();
  await third;
});

it('forgets the oldest where it would hold too much, and keeps no failure', async () => {
  const { answers, asked, open } = slow();
  const cache = answerCache(answers, 50);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'a']) {
    const found = cache.ask(question(name), {});
    open();
    await found;
  }
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
});
