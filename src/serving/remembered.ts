/** Values that are kept before all of them are forgotten. */
const most = 512;

/** The same function, which works out a value once where it is asked for the same number again soon. */
export function remembered(of: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    const value = known.get(x);
    if (value !== undefined) return value;
    if (known.size >= most) known.clear();
    const made = of(x);
    known.set(x, made);
    return made;
  };
}
