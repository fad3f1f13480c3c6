// Made by scripts/build-kernels.mjs from scripts/kernels/column-hash.as.ts; do not edit.
export const columnHashWasm = [
  'AGFzbQEAAAABBwFgA39/fwACDwEDZW52Bm1lbW9yeQIAAAMCAQAHEAIDbWl4AAAGbWVtb3J5AgAKaQFnAQJ/IAIoAgAhAyACKAIEIQQgACABQQ',
  'N0aiEBA0AgACABSQRAIAMgACgCAHNB0dr45HxsQQ93IgMgBCAAKAIEc0GT65zcAWxBDXdzIQQgAEEIaiEADAELCyACIAM2AgAgAiAENgIECw==',
].join('');
