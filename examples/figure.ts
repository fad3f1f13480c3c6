// A figure as SVG, in Chinese, for a dark page.
import { assess, loadData, loadDossier, parseWorldData } from '../src/index.ts';
import { dotplotFigure, figureSvg, languages } from '../src/report/index.ts';

const data = loadData('data');
const dossier = loadDossier('dossiers/two-halls', { data });
const assessment = assess(dossier, parseWorldData(data), { draws: 4_000 });

const figure = dotplotFigure(assessment, { width: 640, theme: 'dark', strings: languages['zh-CN'] });
process.stdout.write(figureSvg(figure));
