/** How a part of the state is written in an address; undefined where it is as by default. */
export interface Codec<T> {
  write(value: T): readonly string[];
  read(texts: readonly string[]): T | undefined;
}

export const text: Codec<string> = {
  write: (value) => (value === '' ? [] : [value]),
  read: ([first]) => first?.slice(0, 200),
};

export function oneOf<T extends string>(known: readonly T[], usual: T): Codec<T> {
  return {
    write: (value) => (value === usual ? [] : [value]),
    read: ([first]) => known.find((one) => one === first),
  };
}

/** Ids whose order says nothing. */
export const list: Codec<readonly string[]> = {
  write: (ids) => (ids.length === 0 ? [] : [[...ids].sort().join(',')]),
  read: (texts) => [...new Set(texts.flatMap((one) => one.split(',')).filter(Boolean))].sort(),
};

/** Ids in their order; none of them is written, too, where some are usual. */
export function row(usual: readonly string[]): Codec<readonly string[]> {
  return {
    write: (ids) => (ids.join() === usual.join() ? [] : [ids.join(',')]),
    read: (texts) => [...new Set(texts.flatMap((one) => one.split(',')).filter(Boolean))],
  };
}

/** Values by path or key: `world.pace:2`. */
export const settings: Codec<Readonly<Record<string, string>>> = {
  write: (set) =>
    Object.entries(set)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, value]) => `${path}:${value}`),
  read: (texts) =>
    Object.fromEntries(
      texts.flatMap((one) => {
        const [, path, value] = /^([\w.-]+)[:=](.+)$/.exec(one) ?? [];
        return path && value ? [[path, value]] : [];
      }),
    ),
};

export const whole: Codec<number | null> = {
  write: (value) => (value === null ? [] : [String(value)]),
  read: ([first]) => (first !== undefined && /^\d{1,10}$/.test(first) ? Number(first) : undefined),
};

export const flag: Codec<boolean> = {
  write: (value) => (value ? ['1'] : []),
  read: ([first]) => first === '1',
};
