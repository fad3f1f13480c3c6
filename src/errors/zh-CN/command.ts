import type { commandCodes } from '../catalogue/command.ts';
import type { Translated } from './translated.ts';

export const commandCodesZh: Translated<typeof commandCodes> = {
  'ST-X001': {
    title: '命令行中有未知的选项',
    why: '不认识的选项无法照办；若悄悄略过，回答的就不是您所问的问题。',
    fix: '用 `sandtable assess --help` 查看某个命令的选项。',
  },
  'ST-X002': {
    title: '参数缺少或过多',
    why: '每个命令接受其帮助中所列的参数；尖括号中的必须给出，方括号中的可有可无。',
    fix: '用命令的帮助查看其参数：`sandtable why --help`。',
  },
  'ST-X003': {
    title: '选项的值无法读取',
    why: '错误的值会改变运行，或在后面以更不清楚的消息失败。',
    fix: '例如写 `--draws 20000`、`--seed 7`、`--as-of 2025-03`、`--prior sceptic`、`--shard 2/8`。',
  },
  'ST-X004': {
    title: '没有这份档案',
    why: '档案以随 Sandtable 附带者的标识称呼，或以含有 hub.yaml 的文件夹的路径称呼。',
    fix: '写 `sandtable assess xinjiang-qinghai`、`sandtable assess ./my-hub`，或用 `sandtable new my-hub` 新建一份。',
  },
  'ST-X005': {
    title: '没有这个数量',
    why: '`why` 解释屏幕上的一个数字，以其标识称呼。',
    fix: '例如写 `sandtable why accelerators`。',
  },
  'ST-X006': {
    title: '没有这个错误代码',
    why: 'Sandtable 打印的每个代码都有说明；这一个并不存在。',
    fix: '照打印的样子写代码：`sandtable explain ST-U001`。',
  },
  'ST-X007': {
    title: '没有这次运行',
    why: '运行编号是一个摘要：它代表什么，只有在运行所在之处或从其 JSON 才能得知。',
    fix: '给出 `sandtable assess > run.json` 写下的 JSON，或给出该运行的档案与选项：`sandtable verify st1-7f3ac2019b44 my-hub --prior sceptic`。',
  },
  'ST-X008': {
    title: '无法重现这次运行',
    why: '数据、档案、引擎、种子、抽样数与选项相同，则运行编号相同，抽样也逐位相同。此处至少有一项不同。',
    fix: '用 `sandtable diff` 看哪里不同，并取出当时所用版本的数据与档案。',
  },
  'ST-X009': {
    title: '预期没有满足',
    why: '当答案离开作者写下的范围时，`--expect` 会让流水线失败。',
    fix: '用 `sandtable diff` 看什么变了，再更正档案或预期。',
  },
  'ST-X010': {
    title: '预期无法读取',
    why: '预期或是首要问题的可能性用语，或是某个问题或数量与一个数的比较。',
    fix: "例如写 `--expect unlikely`、`--expect 'claimed-fleet < 20 %'` 或 `--expect 'it-load.high < 300 MW'`。",
  },
  'ST-X011': {
    title: '运行没有收敛',
    why: '抽样不能代表后验：有效样本量或 Pareto k 超出了界限。这些数字不是答案。',
    fix: '增加抽样数，`--draws 400000`；或去掉与其余相矛盾的假定或证据。',
  },
  'ST-X012': {
    title: '文件夹已经存在',
    why: '`new` 绝不覆盖别人可能写下的内容。',
    fix: '换一个名称，或把该文件夹移走。',
  },
  'ST-X013': {
    title: '这个名称不能作档案的标识',
    why: '标识就是文件夹名，在每种系统上也是网址与文件名的一部分。',
    fix: '用小写字母、数字与连字符，以字母开头，不要带路径：文件夹就建在您所在之处。例如 `sandtable new my-hub`。',
  },
  'ST-X014': {
    title: '文件无法读取或写入',
    why: '系统拒绝了。',
    fix: '检查路径及其权限。',
  },
  'ST-X015': {
    title: 'Sandtable 内部出错',
    why: '这是 Sandtable 的错，不是输入的错。没有写入任何内容。',
    fix: '请报告此问题，附上命令；若有运行编号，也请附上。',
  },
  'ST-X016': {
    title: '重放的月份次序颠倒',
    why: '重放逐月进行，从较早的月份到较晚的月份。',
    fix: '例如写 `sandtable replay --from 2024-10 --to 2026-06`。',
  },
  'ST-X017': {
    title: '这些分片拼不成一次运行',
    why: '只有来自同一次运行的分片全部到齐、各有一份，才能逐位拼成完整的运行。',
    fix: '用相同的选项生成每一片：`sandtable assess --shard 1/4 --output 1.shard` 直到 `--shard 4/4`，再运行 `sandtable merge *.shard`。',
  },
  'ST-X019': {
    title: '没有结局已知的枢纽',
    why: '回测需要这样的档案：在 outcome/outcome.yaml 中写明枢纽后来如何。',
    fix: '给出这类档案所在的文件夹；不给则用随本副本附带的。',
  },
  'ST-X020': {
    title: '回测中有枢纽没有承诺日期',
    why: '枢纽是否如期，要对照其第一项宣称的日期来衡量。',
    fix: '在 `hub.yaml` 的第一项宣称中写上 `due:`，或不用该枢纽。',
  },
  'ST-X021': {
    title: '文件中的数字不是其运行的数字',
    why: '用相同的输入重新运行，抽样相同，但文件所称由此得出的数字并不由此得出。文件在写成之后被改动过。',
    fix: '使用运行本身的数字：以文件所记的选项运行 `sandtable assess`。',
  },
};
