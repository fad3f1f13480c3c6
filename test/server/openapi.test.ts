import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, expect, it } from 'vitest';
import { unaskable } from '../../src/cli/askable.ts';
import { program } from '../../src/cli/program.ts';
import { inventing } from '../cli/harness.ts';
import { asking, json, workingFolder } from './harness.ts';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; description?: string; schema: object }[];
  responses: Record<string, unknown>;
}

let paths: Record<string, Record<string, Operation>>;

it('is valid OpenAPI 3.1', async () => {
  const description = await json(await asking(workingFolder())('/api/openapi.json'));
  expect(description.openapi).toBe('3.1.0');
  const { valid, errors } = await new Validator().validate(description);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

beforeAll(async () => {
  const answer = await asking(process.cwd())('/api/openapi.json');
  ({ paths } = await json(answer));
});

const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, name: `${method} ${path}`, operation })),
  );

it('describes every parameter of every address', () => {
  for (const { path, name, operation } of operations()) {
    expect(operation.summary, name).toMatch(/\S/);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    const described = operation.parameters.filter((one) => one.in === 'path');
    expect(
      described.map((one) => one.name),
      name,
    ).toEqual(inPath);
    for (const one of operation.parameters) expect(one.description, `${name} ${one.name}`).toMatch(/\S/);
    expect(Object.keys(operation.responses).length, name).toBeGreaterThan(0);
  }
});

it('gives each operation a name of its own', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has every command of the command line, or the reason why not', () => {
  const effects = { terminal: {}, env: {}, cwd: '.' } as never;
  const { commands } = program({ engine: inventing, effects }, () => {});
  const described = new Set(Object.keys(paths).map((path) => path.split('/')[2]));
  const names = commands.map((one) => one.name());
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !described.has(name) && !Object.hasOwn(unaskable, name))).toEqual([]);
  expect(names.filter((name) => described.has(name) && Object.hasOwn(unaskable, name))).toEqual([]);
});

it('is true of the server: every address that it describes is there', async () => {
  const ask = asking(workingFolder());
  for (const { path, name } of operations()) {
    if (path === '/api/events') continue;
    const method = name.split(' ')[0]!.toUpperCase();
    const address = path.replace(/\{\w+\}/g, 'no-such-thing');
    const answer = await ask(address, { method });
    if (answer.ok) continue;
    expect((await json(answer)).code, name).not.toBe('ST-H003');
  }
});
