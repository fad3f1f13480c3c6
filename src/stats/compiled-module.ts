const known = new Map<string, WebAssembly.Module>();

/**
 * A module in WebAssembly, compiled when first asked for.
 *
 * @param text the module in base 64
 */
export function compiledModule(text: string): WebAssembly.Module {
  const module = known.get(text) ?? new WebAssembly.Module(bytesOf(atob(text)));
  known.set(text, module);
  return module;
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
