import { expect, it } from 'vitest';
import { assessmentCsv } from '../../../src/report/csv/assessment.ts';
import { en } from '../../../src/report/strings/en.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const lines = assessmentCsv(invented, en).trimEnd().split('\r\n');

it('has a row a measure, each with run id and date', () => {
  expect(lines[0]).toBe('run,as_of,part,id,label,measure,value,low_5,high_95,unit,basis,source,grade,date');
  expect(lines.slice(1).every((line) => line.startsWith('st1-0123456789ab,2031-06-30,'))).toBe(true);
});

it('gives quantities their interval, unit and basis', () => {
  expect(lines.find((line) => line.includes(',it-load,IT load,inferred,'))).toBe(
    'st1-0123456789ab,2031-06-30,quantity,it-load,IT load,inferred,29,9,78,MW,derived+judged,,,',
  );
});

it('gives evidence its source, grade and date', () => {
  expect(lines.find((line) => line.includes(',photos,') && line.includes('odds factor'))).toMatch(
    /,photos-source,C3,2031-03$/,
  );
});

it('has questions, sites and looks, too', () => {
  for (const part of ['question', 'quantity', 'site', 'evidence', 'look']) {
    expect(lines.some((line) => line.split(',')[2] === part)).toBe(true);
  }
});
