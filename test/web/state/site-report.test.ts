import { expect, it } from 'vitest';
import { siteFigure, siteFigureKinds } from '../../../src/report/figures/site.ts';
import { siteJson } from '../../../src/report/site-json.ts';
import { reportOfSent } from '../../../src/web/state/site-report.ts';
import { yiwu } from '../../report/site.ts';

const report = yiwu();

it.each(siteFigureKinds)('draws %s from what the server sends as from the report itself', (kind) => {
  const sent = reportOfSent(JSON.parse(siteJson(report)));
  expect(siteFigure(sent, kind)).toEqual(siteFigure(report, kind));
});
