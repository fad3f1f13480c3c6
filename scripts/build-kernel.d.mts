/** Text of the module that holds the compiled kernel. */
export function kernelModule(): Promise<string>;
