export const modelCodes = {
  'ST-M001': {
    title: 'Two models have the same name',
    why: 'An id or alias leads to one architecture; with two, the answer would depend on the order of the files.',
    fix: 'Rename one of the two, or drop the alias from one of them.',
  },
  'ST-M002': {
    title: 'A layer of a model has parts that exclude each other',
    why: 'A layer mixes tokens in one way and feeds them forward in one way; what is written twice cannot be counted.',
    fix: 'Write one of attention, mla, mamba, delta and lightning, and one of dense and experts.',
  },
  'ST-M003': {
    title: 'A model is not known',
    why: 'Shapes decide what a model costs; a name that is not in data/models has none.',
    fix: 'Write an id of data/models, such as deepseek-v3, or the path of a Hugging Face config.json.',
  },
  'ST-M004': {
    title: 'A config.json cannot be read as a language model',
    why: 'The file must be JSON of a decoder whose shapes Sandtable knows how to count; a guess would move every figure.',
    fix: 'Give the config.json of a causal language model, or describe the model in a YAML file of data/models.',
  },
  'ST-M005': {
    title: 'A config.json lacks a field',
    why: 'Without it the parameters of the model cannot be counted.',
    fix: 'Add the field that the message names, as a whole number.',
  },
  'ST-M006': {
    title: 'A config.json has a field that is not known',
    why: 'A field that may change shapes and is not read would make the count wrong without a word.',
    fix: 'Check the spelling; fields that do not change shapes may be deleted.',
  },
  'ST-M007': {
    title: 'A field of a config.json has a value out of range',
    why: 'Counts and widths are whole numbers from 1 to a thousand million; anything else is a slip of the pen.',
    fix: 'Correct the value.',
  },
  'ST-M008': {
    title: 'Fields of a config.json contradict each other',
    why: 'No model has such a shape, and numbers computed from it would mean nothing.',
    fix: 'Correct one of the fields that the message names.',
  },
} as const;
