export interface KernelSource {
  name: string;
  source: string;
  target: string;
}
export const kernels: readonly KernelSource[];
export function kernelModule(kernel: KernelSource): Promise<string>;
