const known = new Map<string, WebAssembly.Module>();

/**
 * A module in WebAssembly, compiled when first asked for.
 *
 * @param text the module in base 64
 */
export function compiledModule(text: string): WebAssembly.Module {
  const module =
    known.get(text) ?? new WebAssembly.Module(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  known.set(text, module);
  return module;
}
