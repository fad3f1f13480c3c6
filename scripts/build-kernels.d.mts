export interface KernelSource {
  name: string;
  source: string;
  target: string;
}
export const kernels: readonly KernelSource[];
export function compiled(text: string): Promise<Uint8Array<ArrayBuffer>>;
export function kernelModule(kernel: KernelSource): Promise<string>;
