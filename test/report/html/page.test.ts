import { expect, it } from 'vitest';
import { escaped, html, htmlPage } from '../../../src/report/html/page.ts';
import { en } from '../../../src/report/strings/en.ts';
import { languages } from '../../../src/report/strings/strings.ts';

const evil = `<script>alert(1)</script><img src=x onerror="alert('1')">&`;

it('makes markup of no text', () => {
  expect(escaped(evil)).not.toMatch(/[<>"']/);
  expect(html`<p title="${evil}">${evil}</p>`.html).not.toMatch(/<script|<img|onerror="/);
});

it('takes what is markup already as it is, alone or in lists', () => {
  const item = (text: string) => html`<li>${text}</li>`;
  expect(html`<ul>${[item('a'), item('<b>')]}</ul>`.html).toBe('<ul><li>a</li>\n<li>&lt;b&gt;</li></ul>');
});

it('is a whole page that forbids itself scripts and the network', () => {
  const page = htmlPage([html`<p>${evil}</p>`], { title: evil, strings: en });
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  expect(page).not.toMatch(/<script|<link|<iframe|<img|src=["']?http|url\(|@import|\son\w+="/i);
  expect(htmlPage([], { title: '', strings: languages['zh-CN'] })).toContain('lang="zh-CN"');
});
