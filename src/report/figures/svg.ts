/** An element of a picture: plain data until `render` writes it. */
export interface SvgNode {
  name: string;
  attributes: Readonly<Record<string, string | number | undefined>>;
  children: readonly (SvgNode | string)[];
}

/** Makes an element; strings among the children are text. */
export function node(
  name: string,
  attributes: SvgNode['attributes'] = {},
  ...children: (SvgNode | string)[]
): SvgNode {
  return { name, attributes, children };
}

/** Writes an element as XML; every text and attribute is escaped, numbers have two decimals at most. */
export function render(svg: SvgNode): string {
  const attributes = Object.entries(svg.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? decimal(value) : escaped(value!)}"`)
    .join('');
  if (svg.children.length === 0) return `<${svg.name}${attributes}/>`;
  const written = svg.children.map((child) => (typeof child === 'string' ? escaped(child) : render(child)));
  const texts = svg.children.some((child) => typeof child === 'string');
  const inner = texts ? written.join('') : `\n${written.join('\n')}\n`;
  return `<${svg.name}${attributes}>${inner}</${svg.name}>`;
}

/** The same element with every id, and every reference to one, begun otherwise: for a page that holds both. */
export function renamed({ name, attributes, children }: SvgNode, prefix: string): SvgNode {
  const named = Object.entries(attributes).map(([key, value]) => [key, renamedValue(key, value, prefix)]);
  return {
    name,
    attributes: Object.fromEntries(named),
    children: children.map((child) => (typeof child === 'string' ? child : renamed(child, prefix))),
  };
}

function renamedValue<T extends string | number | undefined>(key: string, value: T, prefix: string) {
  if (typeof value !== 'string') return value;
  if (key === 'id') return `${prefix}${value}`;
  if (key === 'aria-labelledby') return value.replaceAll(/\S+/g, `${prefix}$&`);
  return value.replace(/^url\(#/, `$&${prefix}`);
}

/** A number for a path or an attribute: two decimals at most, never `-0`. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (character) => entities[character]!);
}
