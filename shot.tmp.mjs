import { chromium } from 'playwright-core';
const [,, path, out, w='1280', h='900', extra=''] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: +w, height: +h }, colorScheme: extra.includes('dark')?'dark':'light', locale:'en-GB' });
p.on('console', m => console.log('C', m.type(), m.text().slice(0,300)));
p.on('pageerror', e => console.log('E', e.message.slice(0,500)));
const t=Date.now();
await p.goto('http://127.0.0.1:4173'+path);
const wait = extra.match(/wait=([^;]+)/)?.[1];
try { await p.waitForSelector(wait ?? '[data-answer]', { timeout: 40000 }); } catch (e) { console.log('no', wait) }
console.log('shown after', Date.now()-t);
const click = extra.match(/click=([^;]+)/)?.[1];
if (click) { await p.click(click, {timeout:60000}); await p.waitForTimeout(+(extra.match(/after=(\d+)/)?.[1] ?? 800)); }
await p.waitForTimeout(+(extra.match(/pause=(\d+)/)?.[1] ?? 500));
if (extra.includes('engine')) await p.waitForSelector('[data-engine=open]', {timeout:60000});
console.log('engine', await p.getAttribute('[data-engine]','data-engine').catch(()=>''));
await p.screenshot({ path: out, fullPage: extra.includes('full') });
await b.close();
