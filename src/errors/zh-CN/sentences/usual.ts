/** What messages of all sorts are put together from, in Chinese by the English. */
export const usualSentences = {
  '{a} or {b}': '{a} 或 {b}',
  '{a} {b}': '{a}{b}',
  '{names} and {rest} more': '{names} 等（另有 {rest} 个）',
  'Did you mean {names}?': '是否想写 {names}？',
  'Known are {names}.': '已知的有 {names}。',
} as const;
