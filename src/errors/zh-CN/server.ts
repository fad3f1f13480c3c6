import type { serverCodes } from '../catalogue/server.ts';
import type { Translated } from './translated.ts';

export const serverCodesZh: Translated<typeof serverCodes> = {
  'ST-H001': {
    title: '请求来自应用以外的地方',
    why: '互联网上的网页可以让浏览器访问本机的地址。只有服务器打印出的地址，以及由它提供的页面，才会得到回应。',
    fix: '在单独的标签页中打开 `sandtable open` 打印的地址。',
  },
  'ST-H002': {
    title: '令牌缺失或错误',
    why: '以 `--token` 启动的服务器，只回应知道令牌的人。',
    fix: '打开 `sandtable open` 打印的完整地址（含令牌），或发送 `Authorization: Bearer TOKEN`。',
  },
  'ST-H003': {
    title: '没有这个地址',
    why: 'HTTP 接口的每个地址都列在 `/api/openapi.json` 中；这一个不在其中。',
    fix: '在 `/api/openapi.json` 中查找，例如 `/api/assess/xinjiang-qinghai`。',
  },
  'ST-H004': {
    title: '请求无法读取',
    why: '读不懂的参数或正文若悄悄略过，回答的就不是所问的问题。',
    fix: '照 `/api/openapi.json` 写参数：`?prior=sceptic&drop=item-1&drop=item-2`。',
  },
  'ST-H005': {
    title: '请求太大',
    why: '档案的一个文件最多一百万字节；更大的不是弄错了，就是攻击。',
    fix: '请拆分文件，或一次少问一些。',
  },
  'ST-H006': {
    title: '回答耗时太久',
    why: '一个请求不能一直占用机器。没有写入任何内容。',
    fix: '减少抽样数或月份；或使用命令行，它会一直等到您不愿再等。',
  },
  'ST-H007': {
    title: '文件在此期间被改动',
    why: '在您读取之后，另一个标签页、编辑器或检出操作写了该文件；此时保存会丢失那些内容。',
    fix: '把您的文本与磁盘上的比较、合并，然后再次保存。',
  },
  'ST-H008': {
    title: '文件或档案已不在',
    why: '在您读取之后，它被删除或移走。您的文本仍在眼前。',
    fix: '另存为新文件，或把文件放回原处后重新载入。',
  },
  'ST-H009': {
    title: '磁盘已满',
    why: '文本无法完整写入，所以文件保持原样。',
    fix: '腾出空间，然后再次保存；您的文本仍在眼前。',
  },
  'ST-H010': {
    title: '档案是只读的',
    why: '随 Sandtable 附带的档案人人相同：运行编号取决于它们。',
    fix: '复制一份，改自己的副本：`sandtable new my-hub --from xinjiang-qinghai`。',
  },
  'ST-H011': {
    title: '路径不是档案的文件',
    why: '只写档案的 YAML 文件：在其文件夹、`sites/` 或 `evidence/` 之内。任何路径都不得通到外面。',
    fix: '用小写字母、数字与连字符：`evidence/tenders.yaml`。',
  },
  'ST-H012': {
    title: '请求没有说明改的是哪个版本',
    why: '不说明读到的版本，就可能在无人察觉时覆盖别人的改动。',
    fix: '发送 `If-Match` 并附上您读到的版本；新文件则发送 `If-None-Match: *`。',
  },
  'ST-H013': {
    title: '文本有错误，没有保存',
    why: '有错误的档案给不出结论。磁盘上的文件没有变。其他文件的错误不妨碍保存。',
    fix: '改正所列错误后再次保存；或以 `?anyway=true` 照原样保存。',
  },
  'ST-H014': {
    title: '服务器无法启动',
    why: '端口被占用或不允许使用，或者该地址不属于本机。',
    fix: '换一个端口，`sandtable open --port 4545`；或不写端口，自动取一个空闲的。',
  },
  'ST-H015': {
    title: '他人可访问的地址需要令牌',
    why: '没有令牌，网络中的任何人都能读取并改动您的档案。',
    fix: '加上 `--token` 以生成新的令牌；或去掉 `--host`，这样只有本机能用该应用。',
  },
  'ST-H016': {
    title: '应用尚未构建',
    why: '界面需编译一次；没有界面，HTTP 接口也能用。',
    fix: '运行 `npm run build`，然后再次运行 `sandtable open`。',
  },
  'ST-H017': {
    title: '没有可用于打印的浏览器',
    why: 'PDF 由 Chromium、Chrome 或 Edge 打印，而这里一个也没有找到。',
    fix: '安装一个（Debian：`apt-get install chromium`），或用 `CHROME_PATH` 指明其位置，或写 `--html brief.html`，再从您的浏览器打印。',
  },
  'ST-H018': {
    title: '系统拒绝写入文件',
    why: '您无权在那里写入，或磁盘是只读的。文件没有变。',
    fix: '给自己写入档案文件夹的权限，然后再次保存。',
  },
  'ST-H019': {
    title: '同时请求太多',
    why: '一次只计算几个回答；再多也只能等。',
    fix: '等正在进行的回答完成，或关闭不需要的标签页。',
  },
  'ST-H020': {
    title: '这个地址不能这样用',
    why: '地址存在，但只回应别的方法：可用的方法见标头 `Allow`。',
    fix: '使用该地址所回应的方法，见 `/api/openapi.json`。',
  },
};
