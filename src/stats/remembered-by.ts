/** The same function of an object, which works a value out once for each and keeps it as long as the object lives. */
export function rememberedBy<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { of: T }>();
  return (key) => {
    const found = known.get(key) ?? { of: make(key) };
    known.set(key, found);
    return found.of;
  };
}
