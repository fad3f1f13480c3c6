import { appendFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sandtable } from '../cli/harness.ts';
import { asking, json, workingFolder } from './harness.ts';

const cwd = workingFolder;

/** An address, and the command line it stands for. */
const same: readonly (readonly [string, string])[] = [
  ['/api/assess', 'assess --format json'],
  ['/api/assess/minimal', 'assess minimal --format json'],
  [
    '/api/assess/xinjiang-qinghai?prior=sceptic&drop=a&drop=b&seed=9',
    'assess --prior sceptic --drop a --drop b --seed 9 --format json',
  ],
  [
    '/api/assess?asOf=2025-03&set=world.namedShare:20%25',
    'assess --as-of 2025-03 --set world.namedShare:20% --format json',
  ],
  ['/api/assess?format=csv', 'assess --format csv'],
  ['/api/assess?format=md&language=zh-CN', 'assess --format md --language zh-CN'],
  ['/api/assess?format=svg&figure=evidence&theme=dark', 'assess --format svg --figure evidence --theme dark'],
  ['/api/check/minimal', 'check minimal --format json'],
  ['/api/why/accelerators', 'why accelerators --format json'],
  ['/api/why/accelerators/minimal?prior=believer', 'why accelerators minimal --prior believer --format json'],
  ['/api/diff/minimal/minimal', 'diff minimal minimal --format json'],
  [
    '/api/replay/xinjiang-qinghai?from=2026-01&to=2026-03',
    'replay --from 2026-01 --to 2026-03 --format json',
  ],
  ['/api/cite?style=bibtex', 'cite --style bibtex --format json'],
  ['/api/cite?style=bibtex&format=text', 'cite --style bibtex'],
  ['/api/explain', 'explain --format json'],
  ['/api/explain/ST-U001', 'explain ST-U001 --format json'],
  ['/api/chips', 'chips --format json'],
  ['/api/chips/huawei,2024', 'chips huawei 2024 --format json'],
  ['/api/chip/h20', 'chip h20 --format json'],
  [
    '/api/status/h20?on=2025-04-10&to=CN&from=US',
    'status h20 --on 2025-04-10 --to CN --from US --format json',
  ],
  [
    '/api/status/h20?on=2025-04-10&to=CN&licensed=true',
    'status h20 --on 2025-04-10 --to CN --licensed --format json',
  ],
  ['/api/status/h20?on=2025-04-10&to=CN&licensed=false', 'status h20 --on 2025-04-10 --to CN --format json'],
  [
    '/api/timeline/h100,h20?start=2023-01&end=2024-01',
    'timeline h100 h20 --start 2023-01 --end 2024-01 --format json',
  ],
  ['/api/rules?on=2024-05-01', 'rules --on 2024-05-01 --format json'],
  [
    '/api/train/deepseek-v3?chips=2048xh800-sxm&plan=tp%201%20pp%2016%20ep%2064',
    'train deepseek-v3 --chips 2048xh800-sxm --format json --plan',
  ],
  [
    '/api/serve/deepseek-v3?chips=64xh20&slo=tpot%3D50ms',
    'serve deepseek-v3 --chips 64xh20 --slo tpot=50ms --format json',
  ],
  ['/api/site/golmud?years=1', 'site golmud --years 1 --format json'],
  ['/api/backtest', 'backtest --format json'],
];

it.each(same)('%s is what the command line prints', async (address, line) => {
  const at = cwd();
  const answer = await asking(at)(address);
  const words = line.split(' ');
  if (words.at(-1) === '--plan') words.push('tp 1 pp 16 ep 64');
  const typed = await sandtable(words, { cwd: at, columns: 100 });
  expect(typed.stderr).toBe('');
  expect(await answer.text()).toBe(typed.stdout);
  expect(answer.status).toBe(200);
});

it('a site of a dossier is one part of the address', async () => {
  const answer = await asking(cwd())('/api/site/xinjiang-qinghai%2Fyiwu?years=1');
  expect((await json(answer)).id).toBe('xinjiang-qinghai/yiwu');
});

it('a run that was made is compared and verified by its id', async () => {
  const ask = asking(cwd());
  const { run } = await json(await ask('/api/assess/minimal'));
  const other = (await json(await ask('/api/assess/minimal?prior=sceptic'))).run;
  expect((await json(await ask(`/api/diff/${run.id}/${other.id}`))).causes.length).toBeGreaterThan(0);
  expect(await json(await ask(`/api/verify/${run.id}`))).toMatchObject({ run: run.id, reproduced: true });
  expect((await ask('/api/verify/st1-000000000000')).status).toBe(404);
});

it('says what form it has', async () => {
  const ask = asking(cwd());
  const form = async (address: string) => (await ask(address)).headers.get('content-type');
  expect(await form('/api/assess')).toBe('application/json; charset=utf-8');
  expect(await form('/api/assess?format=csv')).toBe('text/csv; charset=utf-8');
  expect(await form('/api/assess?format=svg')).toBe('image/svg+xml; charset=utf-8');
});

it('is not sent again where it is known, and changes with the files', async () => {
  const at = cwd();
  const ask = asking(at);
  const tag = (await ask('/api/assess/minimal')).headers.get('etag')!;
  const again = () => ask('/api/assess/minimal', { headers: { 'if-none-match': tag } });
  expect((await again()).status).toBe(304);
  appendFileSync(`${at}/minimal/hub.yaml`, '# changed\n');
  expect((await again()).status).toBe(200);
});

const refused: readonly (readonly [string, number, string])[] = [
  ['/api/assess/no-such-hub', 404, 'ST-X004'],
  ['/api/assess?prior=optimist', 400, 'ST-X003'],
  ['/api/assess?pior=sceptic', 400, 'ST-H004'],
  ['/api/assess?seed=1&seed=2', 400, 'ST-H004'],
  ['/api/assess?format=html', 400, 'ST-H004'],
  ['/api/assess?draws=100000000000', 400, 'ST-X003'],
  ['/api/assess?output=%2Ftmp%2Fx', 400, 'ST-H004'],
  ['/api/assess?shard=1%2F2', 400, 'ST-H004'],
  ['/api/assess?workers=9', 400, 'ST-H004'],
  ['/api/site/golmud?weather=%2Fetc%2Fpasswd', 400, 'ST-H004'],
  ['/api/site/..%2Fminimal', 400, 'ST-H004'],
  ['/api/site/golmud%2F..', 400, 'ST-H004'],
  ['/api/assess/..', 404, 'ST-H003'],
  ['/api/assess/%2e%2e', 404, 'ST-H003'],
  ['/api/assess/.%2Fminimal', 400, 'ST-H004'],
  ['/api/assess/minimal%2F', 400, 'ST-H004'],
  ['/api/assess/%2Fetc', 400, 'ST-H004'],
  ['/api/assess/--help', 400, 'ST-H004'],
  ['/api/check/..%2F..', 400, 'ST-H004'],
  ['/api/diff/minimal/..%2Frun.json', 400, 'ST-H004'],
  ['/api/diff/minimal/run.json', 400, 'ST-H004'],
  ['/api/train/config.json?chips=8xh100', 400, 'ST-H004'],
  ['/api/train/..%2Fconfig.json?chips=8xh100', 400, 'ST-H004'],
  ['/api/train/deepseek-v3', 400, 'ST-H004'],
  ['/api/explain/--version', 404, 'ST-X006'],
  ['/api/chip/h100%00', 400, 'ST-H004'],
  ['/api/new/my-hub', 404, 'ST-H003'],
  ['/api/merge/a', 404, 'ST-H003'],
  ['/api/open', 404, 'ST-H003'],
  ['/api/status/h20', 400, 'ST-X002'],
  ['/api/nothing', 404, 'ST-H003'],
];

it.each(refused)('%s is refused with %i %s', async (address, status, code) => {
  const answer = await asking(cwd())(address);
  const body = await json(answer);
  expect(body).toMatchObject({ status, code });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(body.faults[0].fix).not.toBe('');
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts:/);
});

it('a dossier with errors gives them, with their places', async () => {
  const at = cwd();
  writeFileSync(`${at}/minimal/sources.yaml`, '- id: a\n');
  const answer = await asking(at)('/api/assess/minimal');
  expect(answer.status).toBe(422);
  const { faults } = await json(answer);
  const files = faults.map(({ place }: { place?: { file: string } }) => place?.file);
  expect(files).toContain('minimal/sources.yaml');
});

it('says how to write what cannot be read, in words', async () => {
  const ask = asking(workingFolder());
  for (const [address, fix] of [
    ['/api/assess/No%20Name', 'Write it in small letters, digits and hyphens, such as two-halls.'],
    ['/api/site/a%2Fb%2Fc', 'Write a climate, such as golmud'],
    ['/api/diff/..%2Fx/two-halls', 'Write a run id, or a dossier'],
    ['/api/train/x.json', 'Write a name without slashes'],
  ] as const) {
    const { faults } = await json(await ask(address));
    expect(faults[0].fix).toContain(fix);
  }
});
