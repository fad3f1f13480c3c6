import { error, type Fault } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { type Field, type Fields, nameOf, placeOf, type Written } from './config-fields.ts';

/** Fields of which one is never more than another, and why. */
const bounds: readonly [less: Field, more: Field, why: () => Message][] = [
  ['active', 'experts', () => say('A token visits each expert at most once.')],
  ['kvHeads', 'heads', () => say('Heads share keys and values; none has several.')],
  ['denseFirst', 'layers', () => say('They are counted among the layers.')],
];

/**
 * Fields of a config.json that no model can have together: ST-M008 for each, at the first of the two.
 *
 * More active experts than experts, more heads for keys and values than heads or a number of them that does not divide these, a
 * hidden width that heads do not divide where they have no width of their own, more dense layers than layers, more groups of
 * experts reached than there are, and a pattern of layers of another length.
 */
export function contradictions(fields: Fields, written: Written): Fault[] {
  const { heads, kvHeads, headDim, hidden, kvRank, experts } = fields;
  const usual = !kvRank && typeof written.config.hybrid_override_pattern !== 'string';
  return [
    ...bounds.flatMap(([less, more, why]) =>
      less === 'active' && !experts ? [] : above(fields, { less, more, why: why(), written }),
    ),
    ...(kvHeads !== undefined && kvHeads <= heads && heads % kvHeads > 0
      ? [divides('heads', 'kvHeads', { fields, written })]
      : []),
    ...(usual && headDim === undefined && hidden % heads > 0
      ? [divides('hidden', 'heads', { fields, written })]
      : []),
    ...groups(written),
    ...pattern(fields, written),
  ];
}

function above(
  fields: Fields,
  { less, more, why, written }: { less: Field; more: Field; why: Message; written: Written },
): Fault[] {
  const [value, most] = [fields[less], fields[more]];
  if (value === undefined || most === undefined || value <= most) return [];
  const [name, other] = [nameOf(less, written)!, nameOf(more, written)!];
  return [
    fault(written, {
      name,
      why,
      what: say('`{name}` of {file} is {value}, and `{other}` is only {most}.', {
        ...{ name, other, value, most, file: written.file },
      }),
    }),
  ];
}

function divides(
  whole: Field,
  part: Field,
  { fields, written }: { fields: Fields; written: Written },
): Fault {
  const [name, other] = [nameOf(part, written)!, nameOf(whole, written)!];
  return fault(written, {
    name,
    why: say('Heads are alike: they split evenly.'),
    what: say('`{name}` of {file} is {value}, which does not divide `{other}`, {most}.', {
      ...{ name, other, value: fields[part]!, most: fields[whole]!, file: written.file },
    }),
  });
}

function groups(written: Written): Fault[] {
  const { n_group: all, topk_group: reached } = written.config;
  if (typeof all !== 'number' || typeof reached !== 'number' || reached <= all) return [];
  return [
    fault(written, {
      name: 'topk_group',
      why: say('A token reaches each group at most once.'),
      what: say('`{name}` of {file} is {value}, and `{other}` is only {most}.', {
        ...{ name: 'topk_group', other: 'n_group', value: reached, most: all, file: written.file },
      }),
    }),
  ];
}

function pattern({ layers }: Fields, written: Written): Fault[] {
  const name = 'hybrid_override_pattern';
  const letters = written.config[name];
  if (typeof letters !== 'string' || layers === undefined) return [];
  const known = letters.replaceAll(/[^M*E-]/g, '').length;
  if (known === layers && letters.length === layers) return [];
  return [
    fault(written, {
      name,
      why: say('Every layer is one of M, *, - and E.'),
      what: say('`{name}` of {file} names {value} layers, and `{other}` is {most}.', {
        ...{ name, other: nameOf('layers', written)!, value: known, most: layers, file: written.file },
      }),
    }),
  ];
}

function fault(written: Written, { name, what, why }: { name: string; what: Message; why: Message }): Fault {
  return error('ST-M008', what, say('Correct one of the two.'), { why, place: placeOf(name, written) });
}
