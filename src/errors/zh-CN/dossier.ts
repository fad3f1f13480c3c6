import type { dossierCodes } from '../catalogue/dossier.ts';
import type { Translated } from './translated.ts';

export const dossierCodesZh: Translated<typeof dossierCodes> = {
  'ST-D001': {
    title: '文件夹不是档案',
    why: '档案是一个文件夹：其中有 hub.yaml（枢纽及关于它的宣称），有 sites/ 文件夹（一个场址一个文件），还有 evidence.yaml。',
    fix: '检查名称，或新建一份：sandtable new my-hub。',
  },
  'ST-D002': {
    title: '没有叫这个名字的档案',
    why: '档案以文件夹称呼；随 Sandtable 附带的，也可用其标识称呼。',
    fix: '给出文件夹的路径，或所列标识之一。',
  },
  'ST-D003': {
    title: '文件名不合规定',
    why: '文件名会成为标识与链接，所以只用小写字母与数字，词与词之间用连字符，以 .yaml 结尾。',
    fix: '重命名文件：sites/yiwu.yaml、evidence/2025-notices.yaml。',
  },
  'ST-D004': {
    title: '文件是指向文件夹之外的链接',
    why: '否则别人发来的档案就能把您机器上的任何文件读进输出。',
    fix: '把文件复制到该文件夹中。',
  },
  'ST-D005': {
    title: '文件不属于档案',
    why: '它会被忽略，其中内容随之丢失。',
    fix: '档案包含 hub.yaml、sites/*.yaml、evidence.yaml 或 evidence/*.yaml、sources.yaml、looks.yaml、assumptions.yaml 与 outcome.yaml。',
  },
  'ST-D006': {
    title: '文件夹中内容太多',
    why: '最多读取 500 个文件、20 MB：远超人能审阅的量，又远不足以占满内存。',
    fix: '确认这就是您要的文件夹，或拆分枢纽。',
  },
  'ST-D007': {
    title: '标识与文件名不一致',
    why: '链接、命令与消息两者都用，所以必须是同一个词。',
    fix: '让标识与文件夹名（hub.yaml）或文件名（sites/<id>.yaml）一致。',
  },
  'ST-D008': {
    title: '枢纽没有自己的场址',
    why: '实际有什么，是逐个场址推断的；没有 `role: hub` 的场址，枢纽便无从推断。',
    fix: '添加文件 sites/<id>.yaml，写上 `role: hub`。若来源只给出总数，一个场址可以代表多个：`count: 27`。',
  },
  'ST-D009': {
    title: '两个条目的标识相同',
    why: '在 --drop 等命令中，场址、宣称与证据以标识称呼；有两个相同的，就说不清指哪一个。',
    fix: '改掉其中一个的标识；若是重复的副本就删除：写了两遍的证据会算两次。',
  },
  'ST-D010': {
    title: '未知的场址',
    why: '证据与待观察项所说的，或是 `hub`，或是本档案的场址，以标识称呼。',
    fix: '更正标识，或添加文件 sites/<id>.yaml。',
  },
  'ST-D011': {
    title: '未知的证据类别',
    why: '一条证据能说明枢纽的什么，取决于它的类别；每个类别在 data/evidence/ 中说明。',
    fix: '使用所列类别之一；档案文件参考页列出各类别及其含义。',
  },
  'ST-D012': {
    title: '发现与证据类别不符',
    why: '每个类别有自己的发现（招标点名了芯片，或没有；搜索一无所获），各自分量不同。',
    fix: '使用所列发现之一；若该类别没有发现，删除 `finding`。',
  },
  'ST-D013': {
    title: '观测数量缺失，或不该出现',
    why: 'lit-capacity 这样的类别观测的是数量，其他类别观测的是发现；该有的没有，就什么也没说。',
    fix: '补上 `observed`（若类别是比值，还要 `per`）；若该类别没有，则删除。',
  },
  'ST-D014': {
    title: '观测数量的单位属于另一种量',
    why: '这个数量要与枢纽应有的表现相比，所以两者必须是同一种量。',
    fix: '使用与所示同类的单位。',
  },
  'ST-D015': {
    title: '发布日期早于事实日期',
    why: '`date` 是事情如此的日期，`published` 是最早可能得知的日期；--as-of 按后者重放。',
    fix: '检查两个日期。对公告而言，`date` 是公告当日，`due` 才是它承诺的日期。',
  },
  'ST-D016': {
    title: '到期日早于承诺日',
    why: '`date` 是作出宣称的日期，`due` 是应当投入使用的日期。',
    fix: '检查两个日期。',
  },
  'ST-D017': {
    title: '宣称什么也没说',
    why: '宣称要与实际相比，所以至少要有一个数量、一种芯片或一个日期。',
    fix: '在 `says` 下补上 accelerators、compute、servers、projects、power、money、area、chips 或 due 之一。',
  },
  'ST-D018': {
    title: '未知的芯片',
    why: '算力、功率与价格都由芯片而来，所以每种芯片都在 data/chips/ 中说明。',
    fix: '更正标识；来源未给型号时，写 `unnamed` 或 `domestic`。',
  },
  'ST-D019': {
    title: '场址不在枢纽的地区之内',
    why: '地区总数要在该地区的各场址间分摊。',
    fix: '更正 `region`，或把它加入 hub.yaml 的 `regions`，或写 `role: context`。',
  },
  'ST-D020': {
    title: '限制的单位属于另一种量',
    why: '供电是功率，楼面或土地是面积，预算是金额，水是体积或流量，风机是台数。',
    fix: '使用与所示同类的单位。',
  },
  'ST-D021': {
    title: '文件或文件夹无法读取',
    why: '操作系统拒绝了读取，部分输入会因此缺失。',
    fix: '检查它是否存在、您是否有读取权限。',
  },
  'ST-D030': {
    title: '条目的发布日期晚于档案日期',
    why: '档案按 hub.yaml 中的 `asOf` 评估，所以除非用 --as-of 另行指定，此条目不起作用。',
    fix: '待档案收录了截至该日期的全部内容后，把 `asOf` 后移；或留作预览。',
  },
  'ST-D031': {
    title: '本档案的一个来源从未用到',
    why: '没有任何内容引用它：也许标识打错了，也许证据还没写。',
    fix: '以 `source: id` 引用它，或删除它。',
  },
  'ST-D032': {
    title: '一个数字出于判断',
    why: '它依据的是某人的判断，而不是出版物。这类数字会公开计数。',
    fix: '无需处理；若有公开发表的数字则更好。',
  },
  'ST-D033': {
    title: '条目的日期早于其来源的发布',
    why: '按该日期重放时，会用到后来的来源才说出的内容。',
    fix: '把 `published` 改为来源的日期，或改引更早的来源；若在该网页之前已经公开，写 `retro: true`。',
  },
};
