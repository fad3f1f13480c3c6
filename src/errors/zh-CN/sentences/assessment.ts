/** What is said about chips, parameters and runs, in Chinese by the English. */
export const assessmentSentences = {
  '`{name}` already names the chip in {place}.': '`{name}` 已是 {place} 处芯片的名称。',
  'Rename one of the two, or drop the alias.': '改掉其中一个的名称，或去掉别名。',
  'No file of data/chips has the section `{key}`.': 'data/chips 的文件中都没有 `{key}` 一节。',
  'Add `{key}:`.': '请补上 `{key}:`。',
  'Describe the publication in data/sources.': '请在 data/sources 中说明该出版物。',
  '`{id}` is a system with {chips}.': '`{id}` 是装有 {chips} 的系统。',
  'Ask about one of them, such as {chip}.': '请就其中一种提问，如 {chip}。',
  'Write an id of data/chips, such as h100-sxm5, or describe the chip there.':
    '写 data/chips 中的标识，如 h100-sxm5，或在那里说明该芯片。',
  'The chip `{name}` is not in the catalogue.': '目录中没有芯片 `{name}`。',
  '`{text}` does not say how much.': '`{text}` 没有说明是多少。',
  'Write a number or a range, such as `{example}`.': '写一个数或范围，如 `{example}`。',

  'Write a claim above zero, such as `says: { accelerators: 800 }`.':
    '写一项大于零的宣称，如 `says: { accelerators: 800 }`。',
  'The claims of {id} come to no accelerators.': '{id} 的各项宣称合计没有加速卡。',
  'The {count} items about `{id}` weigh more together than a number can hold.':
    '关于 `{id}` 的 {count} 条证据，权重合起来超出了数所能容纳的范围。',
  'Merge items that repeat each other, or leave some out: --drop.':
    '请合并彼此重复的证据，或去掉一些：--drop。',
  'Nothing about the sites of {id} had been published by {date}.':
    '截至 {date}，没有发布过关于 {id} 各场址的任何内容。',
  'Use --as-of {date} or later.': '请用 --as-of {date} 或更晚的日期。',
  'Give a site a claim with accelerators or compute.': '请给一个场址写上含加速卡或算力的宣称。',

  'The draws do not carry the answer: {ess} effective draws, Pareto k {pareto} (limit {limit}).':
    '抽样撑不起这个答案：有效抽样 {ess} 次，Pareto k 为 {pareto}（界限 {limit}）。',
  'Use more draws (--draws 1000000), or look for evidence that contradicts the pool.':
    '增加抽样数（--draws 1000000），或查找与供应池相矛盾的证据。',
  'Items are {items}; sources {sources}; all stand in --format csv.':
    '证据有 {items}；来源有 {sources}；全部见 --format csv。',
  'No evidence item and no source of one is called `{name}`.': '没有名为 `{name}` 的证据或证据来源。',
  'There is nothing called `{id}` to explain.': '没有名为 `{id}` 的内容可以解释。',
  '{path} is missing.': '缺少 {path}。',
  'Restore the file, or install Sandtable again.': '请恢复该文件，或重新安装 Sandtable。',
  'A run cannot have {draws} draws.': '运行的抽样数不能是 {draws}。',
  'Give a whole number, such as 100,000.': '请给出整数，如 100,000。',
  'A run cannot have the seed {seed}.': '运行的种子不能是 {seed}。',
  'Give a whole number, such as 7.': '请给出整数，如 7。',
  'There is no prior `{prior}`.': '没有先验 `{prior}`。',
  'Choose one of {names}.': '请从 {names} 中选一个。',
  '`{text}` is not a date to look back from.': '`{text}` 不是可以回看的日期。',
  'Write it like `{example}`.': '请写成 `{example}` 这样。',
  'it is no quantity of this kind.': '它不是这一种量。',
  'one number is needed here.': '此处需要一个数。',
  'a share is at most 1.': '份额最大为 1。',
  'its ends lie between 0 and 1, not on them.': '其两端应在 0 与 1 之间，不含 0 与 1。',
  'it may fall outside 0 to 1.': '它可能落在 0 到 1 之外。',
  'it is not above zero.': '它不大于零。',
  '{change} cannot be used: {reason}': '{change} 无法使用：{reason}',
  '`world.unlitPaper` and `world.unlitConstruction` come to more than 1: {one} and {other}.':
    '`world.unlitPaper` 与 `world.unlitConstruction` 之和大于 1：{one} 与 {other}。',
  'Make them smaller: what they leave is the share of empty shells.': '请减小二者：余下的是空壳的份额。',
  'There is no parameter `{path}`.': '没有参数 `{path}`。',
  'it is no letter of a grade.': '不是评级字母。',
  'Write a letter from A to F, as in the grade of a source.': '请写 A 到 F 的字母，如来源的评级。',
  'There is no stream `{stream}` in the pool `{pool}`.': '存量 `{pool}` 中没有来路 `{stream}`。',
  'There is no pool `{pool}`.': '没有存量 `{pool}`。',
  'Nothing about the pool `{pool}` was published by {date}.':
    '截至 {date} 没有关于存量 `{pool}` 的公开信息。',
  'Use a later date: the first estimate is of {date}.': '请用更晚的日期：最早的估计发表于 {date}。',
} as const;
