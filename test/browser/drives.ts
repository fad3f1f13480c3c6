/** How a control is worked with a mouse and with keys, and what must come of it. */
export interface Drive {
  name: string;
  /** Controls that it drives. */
  at: string;
  /** Key that works it when it has the focus; a text to type where it is a box. */
  key: 'Enter' | 'Space' | 'ArrowRight' | 'ArrowLeft' | 'ArrowDown';
  type?: string;
  /** Fills a form before its button is pressed: boxes and what is typed. */
  fill?: readonly (readonly [string, string])[];
  /**
   * What is different afterwards: the address, whether it is pressed, checked or open, its value or words, a file that is
   * saved, something that is there or gone, or the place that has the focus.
   */
  then:
    | 'address'
    | 'pressed'
    | 'checked'
    | 'open'
    | 'value'
    | 'words'
    | 'file'
    | 'focus'
    | { comes: string }
    | { goes: string };
  /** More than that changes: a menu closes, a window of the system opens. */
  moves?: true;
}

const press = (name: string, at: string, then: Drive['then'] = 'address', key: Drive['key'] = 'Enter') => ({
  ...{ name, at, key, then },
});

/** Every kind of control of the app. A control that none of these drives fails the test; so does a drive without one. */
export const drives: readonly Drive[] = [
  press('skip link', 'a.skip', { comes: '#main:focus' }),
  press('brand', 'a.brand'),
  press('tour', '[data-tour]', { comes: 'aside.tour' }),
  press('cite', '[data-cite]', { comes: 'dialog .citation' }),
  press('copy link', '[data-share]', 'words'),
  press('save page', '[data-export]', 'file'),
  press('language', '[data-language]'),
  press('theme', '[data-theme-button]'),
  press('keys', '[data-keys]', { comes: 'dialog .keys' }),
  press('single keys', '[data-single-keys]', 'checked', 'Space'),
  press('menu', '.menu-button', { comes: '.rail.open' }),
  press('rail', '.rail-body a:not([aria-current])'),
  { ...press('where one is', '.rail-body a[aria-current]', 'focus'), moves: true },
  press('prior in the rail', '.what-if .toggles button:not([aria-pressed="true"])'),
  press('prior that holds', '.what-if .toggles button[aria-pressed="true"]', 'focus'),
  press('take a change back', '.what-if li button'),
  press('take all back', '[data-reset]'),
  press('what-if form', '.what-if summary', 'open'),
  { ...press('path of a figure', '.what-if input[name="path"]', 'value'), type: 'world.pace' },
  { ...press('value of a figure', '.what-if input[name="value"]', 'value'), type: '2' },
  {
    ...press('set a figure', '.what-if form button'),
    fill: [
      ['.what-if input[name="path"]', 'pool'],
      ['.what-if input[name="value"]', '50k'],
    ],
  },
  press('play', '[data-play]', 'pressed'),
  { ...press('timeline', '.timeline input', 'address', 'ArrowLeft') },
  press('prior', '[data-prior]:not([aria-pressed="true"])'),
  press('own prior', '[data-prior][aria-pressed="true"]', 'focus'),
  press('why', '[data-why]', { comes: 'dialog.drawer' }),
  press('toggle', 'main .toggles button:not([aria-pressed="true"])', 'pressed'),
  press('toggle that holds', 'main .toggles button[aria-pressed="true"]', 'focus'),
  press('as table', '.figure-tools > button', 'pressed'),
  ...['svg', 'png', 'csv', 'json'].map((form) => press(form, `[data-download="${form}"]`, 'file')),
  press('draw a world', '[data-draw]', { comes: '[data-world="drawn"]' }),
  press('slow show', '.world-bar [aria-pressed]', 'pressed'),
  press('back to all worlds', '.world-bar span + button', { goes: '[data-world="drawn"]' }),
  press('use an item', 'main .moved input, .matrix input[type="checkbox"], .check input', 'address', 'Space'),
  press('a region that scrolls', '.scroll[tabindex="0"], pre[tabindex="0"]', 'focus'),
  press('a link of the screen', 'main a[href]:not(.examples a)'),
  { ...press('search', 'main [data-search]:not([name])', 'address'), type: 'hall' },
  press('group by origin', '[data-group]', 'pressed'),
  press('trust', '[data-trust] input', 'address', 'ArrowLeft'),
  press('as graded', '[data-trust] button'),
  press('the map', '.map-ground', 'address', 'ArrowRight'),
  press('a site of the map', '.map-list button', 'pressed'),
  press('narrow the map', '.map-list input', 'checked', 'Space'),
  press('all sites', '[data-unpick]'),
  press('a year of weather', '[data-year]', { comes: 'main .toggles [data-choice="chain"]' }),
  press('cite a site', '.site > .bar button', { comes: 'dialog .citation' }),
  press('chip', '[data-chip][aria-pressed="false"]', 'pressed'),
  press('chip that is shown', '[data-chip][aria-pressed="true"]', 'focus'),
  press('take a chip away', '.chips .quiet', { goes: '[data-chip="h100-sxm5"]' }),
  { ...press('name of a chip', 'input[name="chip"]', 'value'), type: 'a100' },
  {
    ...press('add a chip', '.chips + form button', { comes: '[data-chip="a800-sxm"]' }),
    fill: [['input[name="chip"]', 'a800-sxm']],
  },
  { ...press('find a rule', 'main .search input[type="search"]:not([data-search])', 'value'), type: 'H20' },
  press('fold out', 'main summary', 'open'),
  { ...press('box of a planner', '.planner input', 'value'), type: '8' },
  press('choice of a planner', '.planner select', 'value', 'ArrowDown'),
  press('plan', '[data-planner="serve"] [data-plan]', { comes: '[data-planner="serve"] [data-planned]' }),
  press('plan a run', '[data-planner="train"] [data-plan]', {
    comes: '[data-planner="train"] [data-planned]',
  }),
  press('swap chips', '[data-swap][aria-pressed="false"]', 'pressed'),
  press('chips as swapped', '[data-swap][aria-pressed="true"]', 'focus'),
  press('whom it serves', '[data-reach]', { comes: '[data-serves] table' }),
  press('judged figures', '[data-judged]', 'pressed'),
  press('copy a citation', '[data-copy-citation]', 'words'),
  press('why of a formula', '.formula button', { comes: 'dialog.drawer' }),
  press('open a folder', '[data-take-in]', { comes: 'dialog input[name="folder"]' }),
  { ...press('folder', 'dialog input[type="file"]', 'focus'), moves: true },
  press('new dossier', '[data-new]', { comes: 'dialog input[name="id"]' }),
  press('copy a dossier', '.card-tools button, [data-copy]', { comes: 'dialog input[name="id"]' }),
  press('verdicts of known hubs', '[data-strips]', 'pressed'),
  {
    ...press('side of a comparison', 'main input[name="a"], main input[name="b"]', 'value'),
    type: 'two-halls',
  },
  press('compare', '[data-compare]'),
  press('an example', '.examples a'),
  press('file', '[data-file]', 'value', 'ArrowDown'),
  { ...press('YAML', 'textarea.yaml', 'focus') },
  press('see the answer move', '[data-try]', { comes: '[data-moves]' }),
  press('item of the form', '[data-form-item]', 'value', 'ArrowDown'),
  press('add an item', '.item-form .bar button', 'words'),
  { ...press('field of the form', '.form-grid [id^="field-"]', 'value'), type: 'x' },
  press('fold out in a drawer', 'dialog .trace > summary', 'open'),
  press('line of a figure', 'dialog .trace a[href]'),
  press('try another value', '.try summary', 'open'),
  { ...press('value to try', '.try input[name="try"]', 'value'), type: '7' },
  {
    ...press('try it', '[data-try-value]'),
    fill: [['.try input[name="try"] >> visible=true', '950']],
  },
  press('take the value back', '[data-untry]'),
  press('give up', '.under-way [data-cancel]', { comes: '[data-stopped]' }),
  press('ask again', '[data-again]', { goes: '[data-stopped]' }),
  press('show what differs', '[data-notice="other-run"] button:not(.quiet)'),
  press('go on with this run', '[data-notice="other-run"] button.quiet'),
  press('save', '[data-save]', { comes: '[data-save]:disabled' }),
  press('throw away', '[data-throw-away]', { comes: '[data-take-back]' }),
  press('take back', '[data-take-back]', { comes: '[data-throw-away]' }),
  press('line of a fault', '.faults button.quiet', { comes: 'textarea.yaml:focus' }),
  press('close', 'dialog .round', { goes: 'dialog' }),
  press('end the tour', 'aside.tour button', { goes: 'aside.tour' }),
  press('toggle in a dialog', 'dialog .toggles button:not([aria-pressed="true"])', 'pressed'),
  press('toggle of a dialog that holds', 'dialog .toggles button[aria-pressed="true"]', 'focus'),
  { ...press('id of a dossier', 'dialog input[name="id"]', 'value'), type: 'x' },
  {
    ...press('make it', 'dialog form button', { comes: 'dialog .faults' }),
    fill: [['dialog input[name="id"]', 'No Id At All']],
  },
];

/** A state of the app in which controls are looked for: an address, and what is pressed there first. */
export interface Scene {
  address: string;
  query?: string;
  presses?: readonly string[];
  /** What must be there before anything is looked for. */
  there?: string;
  /** Addresses whose answers are kept back, so that what is waited for can be given up. */
  hold?: string;
  /** A line to write at the end of a box, another one each time. */
  append?: readonly [box: string, line: string];
  /** What is pressed once that is written. */
  after?: readonly string[];
}

const hub = '/d/two-halls';

/** Scenes in which, together, every kind of control is to be seen. */
export const scenes: readonly Scene[] = [
  { address: '/compare', there: '.examples a' },
  { address: '/', there: '.known li' },
  { address: '/', presses: ['[data-new]'], there: 'dialog' },
  { address: '/', presses: ['[data-take-in]'], there: 'dialog' },
  { address: '/compare', query: 'a=two-halls&b=two-halls%3Fprior%3Dsceptic', there: '[data-moved]' },
  { address: hub, query: 'drop=hall-a-lit&seed=8', there: '[data-engine="open"]' },
  {
    address: hub,
    query: 'set=sites.hall-a.accelerators:900',
    presses: ['[data-why="accelerators"]', 'dialog .trace-children > details > summary'],
    there: '[data-untry]',
  },
  { address: hub, query: 'run=st1-000000000000', there: '[data-notice="other-run"]' },
  { address: hub, presses: ['[data-keys]'], there: 'dialog .keys' },
  { address: hub, presses: ['[data-draw]'], there: '[data-world="drawn"]' },
  { address: hub, presses: ['[data-cite]'], there: 'dialog [data-copy-citation]:enabled' },
  { address: hub, presses: ['[data-tour]'], there: 'aside.tour' },
  { address: hub, presses: ['.what-if summary'], there: '.what-if form button' },
  { address: `${hub}/sites` },
  { address: `${hub}/sites/hall-a`, there: '[data-site]' },
  {
    address: `${hub}/evidence`,
    query: 'group=1&set=origins.example-images.reliability:D',
    there: '[data-trust]',
  },
  { address: `${hub}/evidence/hall-a-lit`, there: '[data-trust]' },
  { address: `${hub}/chips`, there: '[data-chip]' },
  { address: `${hub}/capability`, there: '[data-planner]' },
  {
    address: `${hub}/capability`,
    presses: ['[data-planner="train"] [data-plan]'],
    there: '.under-way [data-cancel]',
    hold: '**/api/train/**',
  },
  {
    address: `${hub}/capability`,
    presses: ['[data-planner="train"] [data-plan]', '.under-way [data-cancel]'],
    there: '[data-again]',
    hold: '**/api/train/**',
  },
  {
    address: `${hub}/capability`,
    presses: ['[data-planner="train"] [data-plan]', '[data-planner="serve"] [data-plan]', '[data-reach]'],
    there: '[data-planner="serve"] [data-nearest]',
  },
  { address: `${hub}/sources`, presses: ['[data-formulas] summary'], there: '.formula button' },
  { address: `${hub}/edit`, there: 'textarea.yaml' },
];

/** Scenes with a dossier of one's own, a copy of the invented one. */
export const owned: readonly Scene[] = [
  { address: '/d/mine/edit', presses: ['[data-choice="form"]'], there: '[id^="field-"]' },
  { address: '/d/mine/edit', append: ['textarea.yaml', '# again'], there: '[data-save]:not(:disabled)' },
  {
    address: '/d/mine/edit',
    append: ['textarea.yaml', '# again'],
    after: ['[data-throw-away]'],
    there: '[data-take-back]',
  },
  { address: '/d/mine/edit', append: ['textarea.yaml', '- id: [again]'], there: '.faults button' },
];

/** Scenes that need places on the ground. */
export const placed: readonly Scene[] = [
  { address: '/d/xinjiang-qinghai/map', query: 'pick=yiwu', there: '.map-list button' },
  { address: '/d/xinjiang-qinghai/sites/yiwu', there: '[data-year]' },
];
