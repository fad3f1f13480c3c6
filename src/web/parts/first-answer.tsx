import type { Question } from '../../assessment/assessment.ts';
import { percent } from '../../report/amount.ts';
import { said } from '../../report/strings/strings.ts';
import { useApp } from '../context.ts';
import { Head } from './head.tsx';
import { PriorRuler } from './ruler.tsx';

/** The verdict as soon as it is known: word, number and priors, while the evidence is still being weighed item by item. */
export function FirstAnswer({ question }: { question: Question }) {
  const { s, w } = useApp();
  return (
    <Head title={said(question.text, s)}>
      <div class="answer-row">
        <div>
          <p class="answer" data-answer>
            <span class="word">{s.word[question.word]}</span>
            <span class="number probability">{percent(question.probability, s)}</span>
          </p>
          <p class="note">{w.restFollows}</p>
        </div>
        <PriorRuler question={question} />
      </div>
    </Head>
  );
}
