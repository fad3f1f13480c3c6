/** How many times the later amount is the earlier; null where one of them is nothing, so that no ratio exists. */
export function changeOf(before: number, after: number): number | null {
  return before > 0 && after > 0 ? after / before : null;
}
