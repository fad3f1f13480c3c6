import { readFileSync } from 'node:fs';
import { type GemmChip, gemmTime } from '../../src/training/gemm.ts';
import { fit } from './levenberg.ts';

/**
 * Fits the curves of data/training/machines.yaml to measured kernels and prints them.
 *
 * Argument: a CSV with the columns kind, chip, dtype, m_or_gpus, n_or_bytes, k, latency_ms; the shipped curves come from
 * the measured tables of NVIDIA's AIConfigurator (Apache-2.0), which this repository does not hold.
 */
const [path] = process.argv.slice(2);
if (!path) throw new Error('Give the path of the CSV with measured kernels (gemm-comm-calibration.csv).');

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Row {
  kind: string;
  chip: string;
  dtype: string;
  m: number;
  n: number;
  k: number;
  time: number;
}

const rows: Row[] = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [kind, chip, dtype, m, n, k, ms] = line.trim().split(',');
    return { kind: kind!, chip: chip!, dtype: dtype!, m: +m!, n: +n!, k: +k!, time: +ms! / 1e3 };
  });

const chips: Record<string, { processors: number; bandwidth: number; peak: Record<string, number> }> = {
  a100_sxm: { processors: 108, bandwidth: 2.039e12, peak: { bfloat16: 312e12 } },
  h100_sxm: {
    processors: 132,
    bandwidth: 3.35e12,
    peak: { bfloat16: 989.5e12, fp8: 1979e12, fp8_block: 1979e12 },
  },
  h200_sxm: {
    processors: 132,
    bandwidth: 4.8e12,
    peak: { bfloat16: 989.5e12, fp8: 1979e12, fp8_block: 1979e12 },
  },
  b200_sxm: {
    processors: 148,
    bandwidth: 7.7e12,
    peak: { bfloat16: 2250e12, fp8: 4500e12, fp8_block: 4500e12, nvfp4: 9000e12 },
  },
  gb200: {
    processors: 152,
    bandwidth: 8e12,
    peak: { bfloat16: 2500e12, fp8: 5000e12, fp8_block: 5000e12, nvfp4: 10000e12 },
  },
};
const bytes: Record<string, number> = { bfloat16: 2, fp8: 1, fp8_block: 1, nvfp4: 0.5625 };

/** Rows from which a product counts as large; below, kernels of other kinds are chosen. */
const many = 512;

for (const [chip, { processors, bandwidth, peak }] of Object.entries(chips)) {
  for (const [dtype, rate] of Object.entries(peak)) {
    const all = rows.filter((one) => one.kind === 'gemm' && one.chip === chip && one.dtype === dtype);
    const machine = { processors, bandwidth, peak: rate };
    fitCurve(`gemm ${chip} ${dtype}`, all, { machine, each: bytes[dtype]!, apart: false });
    const large = all.filter(({ m }) => m >= many);
    fitCurve(`large ${chip} ${dtype}`, large, { machine, each: bytes[dtype]!, apart: dtype !== 'bfloat16' });
  }
}

/** Prints a curve; with `apart`, measured times of narrow formats hold a conversion of c bytes for each input number. */
function fitCurve(
  name: string,
  own: readonly Row[],
  { machine, each, apart }: { machine: GemmChip; each: number; apart: boolean },
): void {
  const parameters = [
    { start: 0.7, spread: 2 },
    { start: 150, spread: 2 },
    { start: 0.7, spread: apart ? 0.7 : 0.5 },
    { start: 4e-6, spread: 2 },
    { start: 0.8, spread: 1 },
    ...(apart ? [{ start: 3, spread: 2 }] : []),
  ];
  const { values, rms } = fit(
    parameters,
    ([plateau, halfDepth, waves, launch, stream, converted = 0]) => {
      const curve = {
        plateau: plateau!,
        halfDepth: halfDepth!,
        waves: waves!,
        launch: launch!,
        stream: stream!,
      };
      return own.map(({ m, n, k, time }) =>
        Math.log(
          (gemmTime(machine, curve, { m, n, k, each }) + (converted * m * k) / machine.bandwidth) / time,
        ),
      );
    },
    { noise: 0.1 },
  );
  const shown = values.map((one, i) => (i === 3 ? one * 1e6 : one).toPrecision(3));
  say(`${name} n ${own.length} rms ${rms.toFixed(3)}: ${shown.join(' ')}`);
}

for (const chip of Object.keys(chips)) {
  for (const kind of ['nccl_all_gather', 'nccl_reduce_scatter', 'nccl_all_reduce', 'nccl_alltoall']) {
    const own = rows.filter((one) => one.kind === kind && one.chip === chip);
    // m chips, n bytes, v = passes (m - 1) / m n of them over the link of each: t = a + b m + v / W + sqrt(v V) / W.
    const passes = kind === 'nccl_all_reduce' ? 2 : 1;
    const result = fit(
      [
        { start: 6e-6, spread: 2 },
        { start: 1e-6, spread: 2 },
        { start: 400e9, spread: 2 },
        { start: 1e6, spread: 3 },
      ],
      ([a, b, w, half]) =>
        own.map(({ m, n, time }) => {
          const sent = passes * ((m - 1) / m) * n;
          return Math.log((a! + b! * m + (sent + Math.sqrt(sent * half!)) / w!) / time);
        }),
      { noise: 0.15 },
    );
    const [a, b, w, half] = result.values;
    say(
      `${kind} ${chip} n ${own.length} rms ${result.rms.toFixed(3)}: ${(a! * 1e6).toFixed(2)} us ${(b! * 1e6).toFixed(2)} us/chip ${(w! / 1e9).toFixed(0)} GB/s ${(half! / 1e6).toFixed(2)} MB`,
    );
  }
}
