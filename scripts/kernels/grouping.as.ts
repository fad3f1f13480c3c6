// AssemblyScript, part of scripts/kernels/cells.as.ts: which kept particles the shared items see alike.

/**
 * Groups `n` positions by the values that some columns have there, groups in order of appearance.
 *
 * @param columns addresses of the columns, 32 bits each
 * @param order takes the positions, group by group, 16 bits each
 * @param starts takes where each group starts in `order`, 16 bits each
 * @param scratch room for 4 n bytes
 * @returns how many groups there are
 */
export function group(columns: usize, count: i32, n: i32, order: usize, starts: usize, scratch: usize): i32 {
  const groups = scratch;
  const first = scratch + (n << 1);
  let found = 0;
  for (let k = 0; k < n; k++) {
    let g = 0;
    while (g < found && !alike(columns, count, k, <i32>load<u16>(first + (g << 1)))) g++;
    if (g === found) store<u16>(first + (found++ << 1), <u16>k);
    store<u16>(groups + (k << 1), <u16>g);
  }
  let next = 0;
  for (let g = 0; g < found; g++) {
    store<u16>(starts + (g << 1), <u16>next);
    for (let k = <i32>load<u16>(first + (g << 1)); k < n; k++) {
      if (<i32>load<u16>(groups + (k << 1)) === g) store<u16>(order + (next++ << 1), <u16>k);
    }
  }
  return found;
}

function alike(columns: usize, count: i32, a: i32, b: i32): bool {
  for (let c = 0; c < count; c++) {
    const column = <usize>load<u32>(columns + (c << 2));
    if (load<f64>(column + (a << 3)) !== load<f64>(column + (b << 3))) return false;
  }
  return true;
}
