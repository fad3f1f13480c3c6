// Sandtable's own questions of the benchmark of the search for plans.
export const questions = [
  { id: 'gpt-3-175b', chip: 'a100-80', chips: 512, batch: 1536, sequence: 2048, precision: 'bf16' },
  { id: 'deepseek-v3', chip: 'h800-sxm', chips: 2048, batch: 15360, sequence: 4096, precision: 'fp8' },
  { id: 'llama-3.1-405b', chip: 'h100-sxm5', chips: 16384, batch: 2048, sequence: 8192, precision: 'bf16' },
];
