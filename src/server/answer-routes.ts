import { z } from 'zod';
import { SandtableError } from '../errors/fault.ts';
import type { AnswerCache } from './answer-cache.ts';
import { answerSchema } from './answer-schemas.ts';
import type { Argument, Command, Question, Watch } from './answers.ts';
import type { EventBoard } from './events.ts';
import { pagePolicy } from './headers.ts';
import * as replies from './replies.ts';
import type { Asked, Reply, Route } from './route.ts';

/** Media type of each form of an answer. */
const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  screen: 'text/plain',
  html: 'text/html',
};

/** A route for each command, and one for each shorter row of arguments that it takes. */
export function answerRoutes(commands: readonly Command[], answers: AnswerCache, board: EventBoard): Route[] {
  return commands.flatMap((command) => {
    const least = command.arguments.filter(({ required }) => required).length;
    const counts = Array.from({ length: command.arguments.length - least + 1 }, (_, i) => least + i);
    return counts.map((count) => routeOf(command, command.arguments.slice(0, count), { answers, board }));
  });
}

function routeOf(
  command: Command,
  args: readonly Argument[],
  { answers, board }: { answers: AnswerCache; board: EventBoard },
): Route {
  return {
    method: 'get',
    path: [isPage(command) ? '' : '/api', command.name, ...args.map(({ name }) => `{${name}}`)].join('/'),
    summary: command.summary,
    parameters: z.strictObject(Object.fromEntries(args.map((one) => [one.name, schemaOf(one)]))),
    query: command.query,
    replies: repliesOf(command),
    handle: (asked) => answered(command, args, { asked, answers, board }),
  };
}

/** Pages are read by people and stand beside the interface, not in it. */
const isPage = ({ formats }: Command) => formats[0] === 'html';

function schemaOf({ form, fix, several, description }: Argument) {
  const one = z
    .string()
    .max(1000)
    .regex(several ? listOf(form) : form, fix);
  return one.meta({ description: several ? `${description}; commas between several` : description });
}

/** Several of a form with commas between them. */
function listOf(form: RegExp): RegExp {
  const one = form.source.replace(/^\^|\$$/g, '').replace('[^/', '[^,/');
  return new RegExp(`^(?:${one})(?:,(?:${one}))*$`, form.flags);
}

function repliesOf({ name, formats }: Command): Record<number, Reply> {
  const content = formats.map((format) => [
    types[format] ?? 'text/plain',
    format === 'json' ? answerSchema(name) : z.string(),
  ]);
  const problem = { 'application/problem+json': replies.problem };
  return {
    200: {
      description: 'The same as the command line prints',
      content: Object.fromEntries(content),
    },
    304: { description: 'It is as the one with this ETag' },
    400: { description: 'Something asked for cannot be read', content: problem },
    404: { description: 'Something asked for is not there', content: problem },
    409: { description: 'What was expected is not so', content: problem },
    422: { description: 'The dossier has errors', content: problem },
    503: { description: 'It took too long', content: problem },
  };
}

async function answered(
  command: Command,
  args: readonly Argument[],
  { asked, answers, board }: { asked: Asked; answers: AnswerCache; board: EventBoard },
): Promise<Response> {
  const { c, parameters, query } = asked;
  const question: Question = {
    command: command.name,
    arguments: args.flatMap(({ name, several }) =>
      several ? parameters[name]!.split(',') : [parameters[name]!],
    ),
    options: { ...(!isPage(command) && { format: 'json' }), ...query } as Question['options'],
  };
  const state = answers.state(question);
  if (state !== undefined) {
    c.header('ETag', `"${state}"`);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('if-none-match') === `"${state}"`) return c.body(null, 304);
  }
  const { pathname, search } = new URL(c.req.url);
  const watch: Watch = (share, questions) =>
    board.tell({
      event: 'progress',
      data: { address: pathname + search, share, ...(questions && { questions }) },
    });
  const { text, faults } = await answers.ask(question, { signal: c.req.raw.signal, watch });
  if (text === '') throw new SandtableError(faults);
  const format = isPage(command) ? 'html' : String(query.format ?? 'json');
  if (format === 'html') c.header('Content-Security-Policy', pagePolicy);
  return c.body(text, 200, { 'Content-Type': `${types[format] ?? 'text/plain'}; charset=utf-8` });
}
