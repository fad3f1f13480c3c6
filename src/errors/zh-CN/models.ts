import type { modelCodes } from '../catalogue/models.ts';
import type { Translated } from './translated.ts';

export const modelCodesZh: Translated<typeof modelCodes> = {
  'ST-M001': {
    title: '两个模型同名',
    why: '一个标识或别名指向一种架构；有两种时，答案会取决于文件的次序。',
    fix: '改掉其中一个的名称，或从其中一个去掉该别名。',
  },
  'ST-M002': {
    title: '模型的一层含有互斥的部分',
    why: '一层只以一种方式混合词元，也只以一种方式前馈；写了两种便无法计数。',
    fix: 'attention、mla、mamba、delta 与 lightning 写一个，dense 与 experts 写一个。',
  },
  'ST-M003': {
    title: '未知的模型',
    why: '模型的开销取决于其形状；data/models 中没有的名称没有形状。',
    fix: '写 data/models 中的标识，如 deepseek-v3，或 Hugging Face 的 config.json 的路径。',
  },
  'ST-M004': {
    title: 'config.json 不能读作语言模型',
    why: '该文件必须是 JSON，描述一个 Sandtable 会计数其形状的解码器；猜测会改变每个数字。',
    fix: '给出因果语言模型的 config.json，或在 data/models 的 YAML 文件中说明该模型。',
  },
  'ST-M005': {
    title: 'config.json 缺少一个字段',
    why: '没有它，就无法计算模型的参数量。',
    fix: '补上消息所指的字段，写整数。',
  },
  'ST-M006': {
    title: 'config.json 中有未知的字段',
    why: '可能改变形状却未被读取的字段，会不声不响地使计数出错。',
    fix: '检查拼写；不改变形状的字段可以删除。',
  },
  'ST-M007': {
    title: 'config.json 中某个字段的值超出范围',
    why: '数目与宽度是 1 到十亿的整数；其他的都是笔误。',
    fix: '更正该值。',
  },
  'ST-M008': {
    title: 'config.json 的字段相互矛盾',
    why: '没有模型是这样的形状，由它算出的数字毫无意义。',
    fix: '更正消息所指字段中的一个。',
  },
};
