/** What the command line says about how it is used, in Chinese by the English. */
export const commandSentences = {
  'Give the folder, not a file of it: {folder}.': '请给出文件夹，而不是其中的文件：{folder}。',
  'Known are {names}; a folder is called by its path; begin one with sandtable new my-hub.':
    '已知的有 {names}；文件夹以路径称呼；新建请用 sandtable new my-hub。',
  'No Chromium, Chrome or Edge was found.': '没有找到 Chromium、Chrome 或 Edge。',
  'Install one, name it in CHROME_PATH, or write --html brief.html and print that.':
    '安装一个，或用 CHROME_PATH 指明其位置，或写 --html brief.html 再打印它。',
  'The PDF was not written: {reason}.': 'PDF 没有写出：{reason}。',
  'the browser said nothing': '浏览器没有说明原因',
  'Check the path.': '请检查路径。',
  'Please report it, with the command that you typed.': '请报告此问题，并附上您输入的命令。',
  'Did you mean the command {names}?': '是否想用命令 {names}？',
  'See sandtable {command} --help.': '见 sandtable {command} --help。',
  '`{option}` is not an option of `{command}`.': '`{command}` 没有选项 `{option}`。',
  'The argument': '参数',
  '`{name}` cannot be `{value}`.': '`{name}` 不能是 `{value}`。',
  '`{name}` is missing.': '缺少 `{name}`。',
  '`sandtable {command}` takes at most {most} arguments, and got {got}.':
    '`sandtable {command}` 至多有 {most} 个参数，而给了 {got} 个。',
  'Four bits are reckoned as `fp4`: weights are as narrow, and chips without FP4 widen them. Of integers only `int8` has published rates.':
    '四位按 `fp4` 计：权重同样窄，没有 FP4 的芯片会将其加宽。整数中只有 `int8` 有公布的速率。',
  'The argument <{name}> is missing.': '缺少参数 <{name}>。',
  'there is no such file or folder': '没有这个文件或文件夹',
  'you have no right to it': '您没有权限',
  'it is a folder': '它是文件夹',
  'a part of the path is a file': '路径中有一段是文件',
  'its name is too long': '名称太长',
  'the disk is full': '磁盘已满',
  'the disk may only be read': '磁盘是只读的',
  '`--shard {text}` is not a part of a whole.': '`--shard {text}` 不是整体的一部分。',
  'Write for example --shard 2/8: the second of eight.': '例如写 --shard 2/8：八片中的第二片。',
  'Write the id of an evidence item, or of a source: {option} yiwu-lit-2025-01.':
    '写证据或来源的标识：{option} yiwu-lit-2025-01。',
  '`{option}` names nothing.': '`{option}` 没有写任何名称。',
  'The choice is {names}.': '可选的有 {names}。',
  '`{text}` is not known.': '不认识 `{text}`。',
  '`{text}` is not a whole number from {least} to {most}.': '`{text}` 不是 {least} 到 {most} 的整数。',
  "Write a path, an equals sign and a quantity: --set 'world.namedShare=20%'.":
    "写参数路径、等号与数量：--set 'world.namedShare=20%'。",
  '`--set {text}` sets nothing.': '`--set {text}` 什么也没有设定。',
  'No hub with a known outcome is in `{folder}`.': '`{folder}` 中没有结局已知的枢纽。',
  'Give a folder of dossiers that have outcome/outcome.yaml.':
    '请给出含有 outcome/outcome.yaml 的档案所在的文件夹。',
  'The first claim of {id} says no date, so nothing can be late.':
    '{id} 的第一项宣称没有写日期，也就无所谓延迟。',
  'Write `due:` into the first claim of hub.yaml, or leave the hub out.':
    '在 hub.yaml 的第一项宣称中写上 `due:`，或不用该枢纽。',
  '`{path}` cannot be written: {reason}.': '`{path}` 无法写入：{reason}。',
  'there is no such folder': '没有这个文件夹',
  'The run {id} was not made in this folder.': '运行 {id} 不是在此文件夹中进行的。',
  '`{text}` is neither a run id nor the JSON of a run.': '`{text}` 既不是运行编号，也不是运行的 JSON。',
  'Give a run id of this folder, or the file that `sandtable assess > run.json` wrote.':
    '给出此文件夹的运行编号，或 `sandtable assess > run.json` 写下的文件。',
  '`--figure {figure}` draws nothing by itself.': '单写 `--figure {figure}` 不会绘图。',
  'Add --format {format}.': '请加上 --format {format}。',
  '`--theme {theme}` colours nothing by itself.': '单有 `--theme {theme}` 什么也不上色。',
  '`{text}` speaks of requests under a load, and none is asked about.':
    '`{text}` 说的是负载下的请求，而这里没有问负载。',
  'Add --slo tpot=50ms or --requests 20.': '请加上 --slo tpot=50ms 或 --requests 20。',
  "Write a likelihood word, or a comparison: --expect 'accelerators < 60k'.":
    "写可能性用语，或一个比较：--expect 'accelerators < 60k'。",
  '`--expect {text}` is no expectation.': '`--expect {text}` 不是预期。',
  'The headline is "{word}", expected was "{expected}".': '首要问题的答案是“{word}”，预期是“{expected}”。',
  '{subject} is {text}, expected was {expected}.': '{subject} 为 {text}，预期为 {expected}。',
  '`{subject}` is neither a question nor a quantity of this dossier.':
    '`{subject}` 既不是本档案的问题，也不是其数量。',
  'Compare with one number: --expect "accelerators < 60k".':
    '请与一个数比较：--expect "accelerators < 60k"。',
  '`{text}` is not one number.': '`{text}` 不是单个的数。',
  'Look at what moved: sandtable diff, or sandtable assess on a terminal.':
    '查看什么变了：sandtable diff，或在终端运行 sandtable assess。',
  'The answer cannot be written: {reason}.': '回答无法写出：{reason}。',
  'Make room.': '请腾出空间。',
  'File {number} is no shard.': '第 {number} 个文件不是分片。',
  'Give what assess --shard wrote.': '请给出 assess --shard 写下的文件。',
  'The shards belong to the run {run}; dossier, data and engine here make {other}.':
    '这些分片属于运行 {run}；而此处的档案、数据与引擎得出 {other}。',
  'Merge them with the files they were drawn from.': '请用抽样时所用的文件来合并。',
  'The shards belong to {count} runs: {runs}.': '这些分片属于 {count} 次运行：{runs}。',
  'Merge the shards of one run.': '请合并同一次运行的分片。',
  '{missing} of {count} shards are missing: {parts}.': '{count} 片中缺 {missing} 片：{parts}。',
  'Make each with --shard k/{count}, then merge all of them.': '逐片用 --shard k/{count} 生成，再全部合并。',
  'A shard is there twice.': '有一片重复。',
  'Give each once.': '每片只给一次。',
  'Write for example: sandtable new {id}': '例如写：sandtable new {id}',
  '`{id}` cannot be the id of a dossier.': '`{id}` 不能作档案的标识。',
  'There is already something called `{id}` here.': '此处已有名为 `{id}` 的内容。',
  'Choose another name, or move it away.': '换一个名称，或把它移走。',
  'Check the folder.': '请检查文件夹。',
  'The run {id} did not converge: effective sample size {ess}, Pareto k {pareto} (limit {limit}).':
    '运行 {id} 没有收敛：有效样本量 {ess}，Pareto k 为 {pareto}（界限 {limit}）。',
  'Try --draws {draws}.': '请试 --draws {draws}。',
  'A run of {draws} draws is made in at most 1 part.': '{draws} 次抽样的运行只能一片完成。',
  'A run of {draws} draws is made in at most {blocks} parts.': '{draws} 次抽样的运行最多分 {blocks} 片。',
  'Write --shard 1/{blocks}, or ask for more draws.': '写 --shard 1/{blocks}，或增加抽样数。',
  'All of them: sandtable explain': '全部代码：sandtable explain',
  'There is no code `{code}`.': '没有代码 `{code}`。',
  '`{id}` was made with options of its own; others would make another run.':
    '`{id}` 是以自己的选项运行的；换了选项就是另一次运行。',
  'Give the dossier in place of the run id, and all options.': '请给出档案来代替运行编号，并写上全部选项。',
  'There is no quantity `{id}`.': '没有数量 `{id}`。',
  'Give its folder a name of lower-case letters, digits and hyphens.':
    '文件夹请以小写字母、数字与连字符命名。',
  '`--port {text}` is no port.': '`--port {text}` 不是端口。',
  'Filter by name, maker, market or year: sandtable chips huawei.':
    '可按名称、厂商、市场或年份筛选：sandtable chips huawei。',
  'No chip matches `{text}`.': '没有芯片符合 `{text}`。',
  'From {start} to {end} there are {count} months.': '从 {start} 到 {end} 有 {count} 个月。',
  'Choose 1 to {most} months, the earlier first.': '请选 1 到 {most} 个月，较早的在前。',
  '{id} has the same inputs but other draws here.': '{id} 的输入相同，在此处抽样却不同。',
  'Please report it: the same inputs must give the same draws.':
    '请报告此问题：相同的输入必须得出相同的抽样。',
  "The file's {figure} is not what the run gives.": '文件中的 {figure} 不是运行得出的。',
  "The file's {figures} are not what the run gives.": '文件中的 {figures} 不是运行得出的。',
  'Take the figures that `sandtable assess` prints for this run, and ask whoever sent the file.':
    '请用 `sandtable assess` 为此运行打印的数字，并询问发来文件的人。',
  'This is {made}, not {asked}. Different are: {causes}.': '这是 {made}，不是 {asked}。不同的有：{causes}。',
  'This is {made}, not {asked}.': '这是 {made}，不是 {asked}。',
  'Check out the version of dossier and data that the run was made with.':
    '请取出该运行所用版本的档案与数据。',
  'Give the options of the run as well: prior, as-of date, drop, set, seed, draws.':
    '请一并给出该运行的选项：prior、as-of、drop、set、seed、draws。',
  '`--plan`: `{word}` cannot be read.': '`--plan`：`{word}` 无法读取。',
  'Write a whole number after it, such as {example}.': '请在其后写整数，如 {example}。',
  'Write a share from 0 to 1.': '请写 0 到 1 的份额。',
  "Write for example --plan 'tp 8 pp 16 mbs 1 zero 1', or leave it out.":
    "例如写 --plan 'tp 8 pp 16 mbs 1 zero 1'，或不写。",
  '`{text}` is no whole number, and without a letter it counts single ones.':
    '`{text}` 不是整数；不带字母时按个计。',
  'Write {trillions} for million millions, or {billions} for thousand millions.':
    '万亿写 {trillions}，十亿写 {billions}。',
  'Write for example {whole}, or {thousands} for thousands.': '例如写 {whole}；以千计则写 {thousands}。',
  'The library shows every dossier as it stands.': '档案库按现状展示每份档案。',
  'Leave --as-of, --drop and --set out, or export one dossier.':
    '请去掉 --as-of、--drop 与 --set，或只导出一份档案。',
  '`{key}` after `?` decides no run.': '`?` 之后的 `{key}` 不决定任何运行。',
  'Known are {names}: {example}.': '已知的有 {names}：{example}。',
  'you may not write there': '您无权写入该处',
} as const;
