/** What is said about dossiers, in Chinese by the English. */
export const dossierSentences = {
  'The hub has the id `{id}`, but its folder is called `{name}`.':
    '枢纽的标识是 `{id}`，而文件夹名为 `{name}`。',
  'Write `id: {name}`, or rename the folder.': '写 `id: {name}`，或重命名文件夹。',
  'The id `{id}` is already taken in {place}.': '标识 `{id}` 已在 {place} 用过。',
  'Choose another id.': '请另选标识。',
  'Describe the publication in sources.yaml, or correct the id.':
    '在 sources.yaml 中说明该出版物，或更正标识。',
  'There is no source `{id}`.': '没有来源 `{id}`。',
  'Known are {names}; describe another in sites/, one file a site.':
    '已知的有 {names}；其他场址请在 sites/ 中说明，一个场址一个文件。',
  'There is no site `{id}`.': '没有场址 `{id}`。',
  'Write `unnamed` or `domestic`, or add the chip to data/chips/.':
    '写 `unnamed` 或 `domestic`，或把该芯片加到 data/chips/。',
  'There is no chip `{id}`.': '没有芯片 `{id}`。',
  'The hub `{id}` has no site of its own.': '枢纽 `{id}` 没有自己的场址。',
  'Add sites/<id>.yaml with `role: hub`.': '添加 sites/<id>.yaml，写上 `role: hub`。',
  'A site cannot have the id `hub`, which stands for the hub as a whole.':
    '场址的标识不能是 `hub`，它代表整个枢纽。',
  "`{id}` lies in `{region}`, which is none of the hub's regions.":
    '`{id}` 位于 `{region}`，不在枢纽的地区之列。',
  'Add it to `regions` in {file}.': '请把它加入 {file} 的 `regions`。',
  '`{id}` was published {published}, before its date {date}.':
    '`{id}` 发布于 {published}，早于其日期 {date}。',
  'Check both dates.': '请检查两个日期。',
  '`{id}` is due {due}, before it was claimed {date}.': '`{id}` 于 {due} 到期，早于宣称日期 {date}。',
  'A {kind} limit': '{kind} 类限制',
  'Use a unit like {examples}.': '使用 {examples} 这样的单位。',
  "`{id}` was published {published}, after the dossier's date {asOf}, and has no effect.":
    '`{id}` 发布于 {published}，晚于档案日期 {asOf}，不起作用。',
  'Use --as-of, or move `asOf` forward.': '使用 --as-of，或把 `asOf` 后移。',
  '`{id}` is published {published}, but its source came out {source}.':
    '`{id}` 的发布日期是 {published}，而其来源发布于 {source}。',
  'Correct the date, name an earlier source, or write `retro: true`.':
    '更正日期，改引更早的来源，或写 `retro: true`。',
  '`{path}` is judged by {by}.': '`{path}` 由 {by} 判断。',
  'Replace it by a published figure where there is one.': '若有公开发表的数字，请换用。',
  'The source `{id}` is never used.': '来源 `{id}` 从未用到。',
  'Refer to it, or delete it.': '请引用它，或删除它。',

  'There is no evidence kind `{kind}`.': '没有证据类别 `{kind}`。',
  'Write `finding:` with one of {names}.': '写 `finding:`，值为 {names} 之一。',
  '`{id}` has no `finding`.': '`{id}` 没有 `finding`。',
  'The kind `{kind}` has no findings.': '类别 `{kind}` 没有发现。',
  'Delete `finding`.': '请删除 `finding`。',
  '`{finding}` is no finding of the kind `{kind}`.': '`{finding}` 不是类别 `{kind}` 的发现。',
  '`{id}` has no `{key}`, which the kind `{kind}` needs.': '`{id}` 没有 `{key}`，而类别 `{kind}` 需要它。',
  'The kind `{kind}` has no `{key}`.': '类别 `{kind}` 没有 `{key}`。',
  'Delete `{key}`, or check the kind.': '删除 `{key}`，或检查类别。',
  '`{key}` of the kind `{kind}`': '类别 `{kind}` 的 `{key}`',

  'Delete it, or move what it holds to one of the files of a dossier.':
    '删除它，或把其中内容移到档案的某个文件。',
  '`{path}` is no file of a dossier.': '`{path}` 不是档案的文件。',
  'There is no hub.yaml in {folder}.': '{folder} 中没有 hub.yaml。',
  'this folder': '此文件夹',
  'Check the folder, or begin a dossier: sandtable new my-hub.':
    '检查文件夹，或新建一份档案：sandtable new my-hub。',
  'The site has the id `{id}`, but its file is called `{name}.yaml`.':
    '场址的标识是 `{id}`，而文件名为 `{name}.yaml`。',
  'Write `id: {name}`, or rename the file.': '写 `id: {name}`，或重命名文件。',
  'This claim says nothing.': '这项宣称什么也没说。',
  'Add, for example, `accelerators: over 60k` or `power: 600 MW`.':
    '请补上内容，例如 `accelerators: over 60k` 或 `power: 600 MW`。',

  'Begin one: sandtable new my-hub.': '新建一份：sandtable new my-hub。',
  'There is no dossier {name}.': '没有档案 {name}。',
  'Rename hub.yml to hub.yaml, as the other files.': '把 hub.yml 改名为 hub.yaml，其他文件也一样。',
  'The folder {folder} is not read.': '文件夹 {folder} 不会被读取。',
  '{path} is a link that leads out of the folder.': '{path} 是指向文件夹之外的链接。',
  'Copy what it points to into the folder.': '请把它所指的内容复制到文件夹中。',
  'The file name {name} is not allowed.': '文件名 {name} 不合规定。',
  'Use lower-case letters, digits and hyphens, and the ending .yaml.':
    '用小写字母、数字与连字符，以 .yaml 结尾。',
  '{folder} holds more than {files} YAML files or {megabytes} MB: reading stopped at {path}.':
    '{folder} 中的 YAML 文件超过 {files} 个，或大于 {megabytes} MB：读到 {path} 为止。',
  'Check that this is the folder you mean.': '请确认这就是您要的文件夹。',
  'you may not read it': '您没有读取权限',
  'it leads nowhere': '它不指向任何地方',
  'its links go round in a circle': '其链接首尾相连成环',
  'it is no file': '它不是文件',
  'Give yourself the right to read it and, if it is a folder, to open it (chmod u+rX).':
    '给自己读取权限；若是文件夹，还要有打开权限（chmod u+rX）。',
  'Check the file and its permissions.': '请检查文件及其权限。',
  '{path} cannot be read: {reason}.': '{path} 无法读取：{reason}。',
  'There is no data folder {folder}.': '没有数据文件夹 {folder}。',
  'Check the path, or install Sandtable again.': '请检查路径，或重新安装 Sandtable。',
} as const;
