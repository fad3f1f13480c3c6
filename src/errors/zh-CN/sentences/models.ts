/** What is said about models, fleets, training and serving, in Chinese by the English. */
export const modelSentences = {
  '`{text}` is not a number of chips.': '`{text}` 不是芯片数目。',
  'Write for example --chips 2048xh800-sxm or --chips 1024xh100-sxm5,512xa100-80.':
    '例如写 --chips 2048xh800-sxm 或 --chips 1024xh100-sxm5,512xa100-80。',
  '{text}: the count must be a whole number from 1 to a hundred million.':
    '{text}：数目必须是 1 到一亿的整数。',
  'The chip `{name}` is not known.': '未知的芯片 `{name}`。',
  'Write an id of data/chips, such as h100-sxm5.': '写 data/chips 中的标识，如 h100-sxm5。',
  'its rate in sixteen or eight bits': '十六位或八位的速率',
  'its memory': '显存',
  'the bandwidth of its memory': '显存带宽',
  'Of {chip} nobody has published {what}.': '{chip} 没有公布{what}。',
  'All memory of {chip} is on its die, which is not modelled here.':
    '{chip} 的存储全在芯片内部，这里没有这种模型。',
  'Choose another chip.': '请换一款芯片。',
  'Write an id of data/models, such as llama-3.1-405b, or the path of a Hugging Face config.json.':
    '写 data/models 中的标识，如 llama-3.1-405b，或 Hugging Face 的 config.json 的路径。',
  '`{name}` of {file} is {value}.': '{file} 的 `{name}` 是 {value}。',
  'Write a whole number from {least} to 1,000,000,000.': '请写 {least} 到 1,000,000,000 的整数。',
  'Did you mean `{name}` where `{near}` stands?': '写着 `{near}` 处是否应为 `{name}`？',
  'Add `{name}`.': '请补上 `{name}`。',
  '{file} has no `{name}`.': '{file} 没有 `{name}`。',
  'A token visits each expert at most once.': '一个词元对每个专家最多访问一次。',
  'Heads share keys and values; none has several.': '几个头共用键与值；没有一个头有几份。',
  'They are counted among the layers.': '它们算在各层之内。',
  '`{name}` of {file} is {value}, and `{other}` is only {most}.':
    '{file} 的 `{name}` 是 {value}，而 `{other}` 只有 {most}。',
  'Heads are alike: they split evenly.': '各个头相同：必须能整分。',
  '`{name}` of {file} is {value}, which does not divide `{other}`, {most}.':
    '{file} 的 `{name}` 是 {value}，不能整除 `{other}` 的 {most}。',
  'A token reaches each group at most once.': '一个词元对每组最多到达一次。',
  'Every layer is one of M, *, - and E.': '每一层是 M、*、- 与 E 中的一种。',
  '`{name}` of {file} names {value} layers, and `{other}` is {most}.':
    '{file} 的 `{name}` 写了 {value} 层，而 `{other}` 是 {most}。',
  'Correct one of the two.': '更正两者中的一个。',
  'The model `{name}` is not known.': '未知的模型 `{name}`。',
  'There is no file `{name}`.': '没有文件 `{name}`。',
  'Check the path of the config.json.': '请检查 config.json 的路径。',
  'Write for example --slo tpot=50ms or --slo ttft=2s,tpot=50ms.':
    '例如写 --slo tpot=50ms 或 --slo ttft=2s,tpot=50ms。',
  'Units are us, ms, s, min and h.': '单位为 us、ms、s、min、h。',
  '`--slo {text}` has no unit of time.': '`--slo {text}` 没有时间单位。',
  'The unit of time of `--slo {text}` is not known.': '`--slo {text}` 的时间单位无法识别。',
  'A share is from {least} to {most}.': '份额在 {least} 到 {most} 之间。',
  '`--slo {text}` is not a target.': '`--slo {text}` 不是目标。',
  '`{name}` is not a time that a target names.': '`{name}` 不是目标所用的时间。',
  '`--slo {text}` gives `{key}` twice.': '`--slo {text}` 写了两次 `{key}`。',
  'Give each time once.': '每个时间只写一次。',
  '`--slo {text}` is not a time from a microsecond to an hour.':
    '`--slo {text}` 不是一微秒到一小时之间的时间。',
  '`--plan` takes a plan as it is, and `--host` searches for one.':
    '`--plan` 照所写的方案，`--host` 则去搜索方案。',
  'Write `host {host}` in the plan, or leave one of them out.':
    '在方案中写 `host {host}`，或两个中去掉一个。',
  '{option} speaks of several sites, and there is one.': '{option} 说的是多个场址，而这里只有一个。',
  '{options} speak of several sites, and there is one.': '{options} 说的是多个场址，而这里只有一个。',
  'Say how many, for example --sites 3, or leave it out.': '请写明几个，例如 --sites 3；或去掉。',
  '`{text}` is not one amount above zero.': '`{text}` 不是单个大于零的数量。',
  '`--year {text}` is not a year of software from 2018 to 2035.':
    '`--year {text}` 不是 2018 到 2035 之间的软件年份。',
  'The region `{name}` is not known.': '未知的地区 `{name}`。',
  '`--plan` says which plan, and `--search` lists the best of all.':
    '`--plan` 指定方案，`--search` 则列出最好的几个。',
  'One engine runs on one kind of chip.': '一个引擎只用一种芯片。',
  'Ask for each kind by itself, for example --chips 64xh20.': '请逐种提问，例如 --chips 64xh20。',
  '`{text}` is not a number from {least} to {most}.': '`{text}` 不是 {least} 到 {most} 的数。',
  '{model} does not fit {chips} x {chip} in any placement.': '{model} 以任何部署都放不进 {chips} x {chip}。',
  'A request of {tokens} tokens has {gigabytes} GB of cache, and no placement of {model} on {chips} x {chip} has room for it.':
    '一个 {tokens} 词元的请求有 {gigabytes} GB 缓存，{chips} x {chip} 上 {model} 的任何部署都放不下它。',
  'Ask for at most {tokens} tokens, prompt and answer together.':
    '请把提示与回答合计限制在 {tokens} 词元以内。',
  '{chips} chips have room for it.': '{chips} 张卡放得下。',
  'Narrower weights fit: `--precision {format}`.': '更窄的权重放得下：`--precision {format}`。',
  'Ask for {chips} chips or more.': '请用 {chips} 张卡以上。',
  'No number of these chips holds it as models are placed here: choose chips with more memory.':
    '按这里的部署，多少张这种卡都放不下：请选显存更大的芯片。',
  'Nobody quoted a price of {chip}.': '{chip} 没有报价。',
  'Choose another chip, or ask for --figure energy.': '请换一款芯片，或用 --figure energy。',
  'tensor degree': '张量并行度',
  'pipeline degree': '流水线并行度',
  'number of pieces a stage': '每级分块数',
  'number of copies': '副本数',
  'context degree': '上下文并行度',
  'expert degree': '专家并行度',
  'tensor degree of experts': '专家的张量并行度',
  'micro-batch': '微批',
  batch: '批次',
  sequence: '序列',
  'The {name} is {value}.': '{name}为 {value}。',
  'Write {degrees}.': '请写 {degrees}。',
  'Choose degrees whose product divides {chips}.': '请选乘积能整除 {chips} 的并行度。',
  '{degrees} is {product} chips, not {chips}.': '{degrees} 为 {product} 块芯片，不是 {chips} 块。',
  '{pipeline} stages of {chunks} pieces need more than the {layers} layers of {model}.':
    '{pipeline} 级各 {chunks} 块，多于 {model} 的 {layers} 层。',
  'Choose at most {layers} pieces in all.': '总共至多 {layers} 块。',
  '{heads} heads cannot be split over tp {tensor}.': '{heads} 个注意力头不能分到 tp {tensor}。',
  '{experts} experts cannot be spread over ep {expert}.': '{experts} 个专家不能分到 ep {expert}。',
  '{degrees} does not divide the {chips} chips of a stage.': '{degrees} 不能整除一级的 {chips} 块芯片。',
  'A sequence of {tokens} tokens cannot be split over cp {context}.':
    '{tokens} 个词元的序列不能分到 cp {context}。',
  'Choose a power of two.': '请选 2 的幂。',
  '{data} copies cannot share in groups of {group}.': '{data} 个副本不能以 {group} 个一组分摊。',
  'a group of': '每组',
  'Write {name} {values}.': '请写{name} {values}。',
  '{count} micro-batches cannot be interleaved over {pipeline} stages.':
    '{count} 个微批不能在 {pipeline} 级上交错。',
  'Choose a batch of at least {least} sequences.': '批次请选至少 {least} 个序列。',
  'A batch of {batch} sequences cannot be dealt to {data} copies in micro-batches of {microBatch}.':
    '{batch} 个序列的批次不能以 {microBatch} 个为一微批分给 {data} 个副本。',
  'Write a batch of {values}.': '批次请写 {values}。',
  'No degrees divide {chips} chips, {model} and a batch of {batch} sequences.':
    '没有并行度能同时整除 {chips} 块芯片、{model} 与 {batch} 个序列的批次。',
  'Choose a batch and a number of chips with many divisors, such as powers of two.':
    '批次与芯片数请选约数多的数，如 2 的幂。',
  'The plan of {model} that needs least memory lacks {short} GiB on each {chip}, of {plans} plans.':
    '在 {plans} 个方案中，{model} 最省显存的方案在每块 {chip} 上还缺 {short} GiB。',
  'Smallest change: {change}.': '最小的改动：{change}。',
  'a smaller model or shorter sequences': '用更小的模型或更短的序列',
  '{chip} has no {format}: it would train no faster in it.': '{chip} 没有 {format}：以此训练不会更快。',
  'Write --precision {names}.': '请写 --precision {names}。',
  '{file} is not JSON.': '{file} 不是 JSON。',
  'Give the config.json of a model from Hugging Face.': '请给出 Hugging Face 模型的 config.json。',
  '{file} holds no fields.': '{file} 没有字段。',
  '{file} uses {fields}, which changes shapes in a way that is not counted.':
    '{file} 使用了 {fields}，其对形状的改变未计入。',
  'Describe the model in a YAML file of data/models.': '请在 data/models 的 YAML 文件中描述该模型。',
  'The field `{field}` of {file} is not known.': '{file} 的字段 `{field}` 无法识别。',
  'It is left out.': '该字段未采用。',
} as const;
