import { capabilityZhCN } from './capability-zh-CN.ts';
import { chipsZhCN } from './chips-zh-CN.ts';
import { compareZhCN } from './compare-zh-CN.ts';
import { editZhCN } from './edit-zh-CN.ts';
import type { Words } from './en.ts';
import { evidenceZhCN } from './evidence-zh-CN.ts';
import { figureZhCN } from './figure-zh-CN.ts';
import { libraryZhCN } from './library-zh-CN.ts';
import { mapZhCN } from './map-zh-CN.ts';
import { runZhCN } from './run-zh-CN.ts';
import { shellZhCN } from './shell-zh-CN.ts';
import { sitesZhCN } from './sites-zh-CN.ts';
import { sourcesZhCN } from './sources-zh-CN.ts';
import { timelineZhCN } from './timeline-zh-CN.ts';
import { tourZhCN } from './tour-zh-CN.ts';
import { verdictZhCN } from './verdict-zh-CN.ts';
import { whatIfZhCN } from './what-if-zh-CN.ts';
import { whyZhCN } from './why-zh-CN.ts';

/** 应用界面的全部中文，每页面一文件。 */
export const zhCN: Words = {
  ...shellZhCN,
  ...runZhCN,
  ...libraryZhCN,
  ...whatIfZhCN,
  ...verdictZhCN,
  ...figureZhCN,
  ...whyZhCN,
  ...timelineZhCN,
  ...evidenceZhCN,
  ...sitesZhCN,
  ...mapZhCN,
  ...chipsZhCN,
  ...capabilityZhCN,
  ...sourcesZhCN,
  ...compareZhCN,
  ...editZhCN,
  ...tourZhCN,
};
