/** N001 to N049: random numbers and distributions. N050 on: weights, estimates and diagnostics. */
export const statsCodes = {
  'ST-N001': {
    title: 'The seed is not a whole number',
    why: 'The same seed must give the same draws on every machine. A fraction, NaN or a number past 2^53 cannot be written down and read back for certain.',
    fix: 'Give a whole number or a text, such as `--seed 1`.',
  },
  'ST-N002': {
    title: 'These arguments make no distribution',
    why: 'Every family has arguments for which it exists: a standard deviation is positive, a lower end lies below an upper end. Anything else would only give NaN further on.',
    fix: 'Write arguments inside the range, such as `normal(10, 2)`, `beta(2, 8)` or `uniform(1, 5)`.',
  },
  'ST-N003': {
    title: 'One side of a range is not a distribution',
    why: '`over 60k` gives a lower end and says nothing about how far above it the value lies. Any upper end would be an invention of the program.',
    fix: 'Write a range as well, such as `60k to 90k`, or give the model a prior which the bound then cuts.',
  },
  'ST-N004': {
    title: 'An unknown value has no distribution',
    why: '`unknown` says that nobody knows. Drawing numbers for it would turn that into knowledge.',
    fix: 'Give a wide range that you would defend, such as `10 to 1000`, with `basis: judged`, `by` and `why`.',
  },
  'ST-N005': {
    title: 'Nothing is left after cutting the distribution',
    why: 'The distribution puts no probability between the two ends, so there is nothing to draw from.',
    fix: 'Widen the ends, or check their unit against the unit of the distribution.',
  },
  'ST-N006': {
    title: 'These correlations cannot hold together',
    why: 'If A goes with B and B goes with C, then A cannot go fully against C: the matrix must be positive definite.',
    fix: 'Bring the correlations nearer to 0 until the matrix is accepted, or use one common factor.',
  },
  'ST-N007': {
    title: 'Too many dimensions or points for the Sobol sequence',
    why: 'Direction numbers ship for 256 dimensions and indices of 32 bits; past that, points would repeat.',
    fix: 'Give the most important quantities Sobol dimensions and draw the others from random streams.',
  },
  'ST-N050': {
    title: 'A column of draws is empty',
    why: 'A mean, a quantile or a share of nothing has no value.',
    fix: 'Pass at least one draw. If a filter removed all draws, loosen the filter.',
  },
  'ST-N051': {
    title: 'A column of draws holds a value that is not a finite number',
    why: 'One NaN would silently turn every result that uses the column into NaN.',
    fix: 'Find the step that made the value: a division by zero, the log of a negative number, a missing figure.',
  },
  'ST-N052': {
    title: 'Columns that belong together have different lengths',
    why: 'Row i of every column is the same possible world; columns of different lengths mix up worlds.',
    fix: 'Pass columns with one entry per draw, all from the same run.',
  },
  'ST-N053': {
    title: 'A weight is negative or not a number',
    why: 'Weights are relative probabilities of draws. Log weights may be -Infinity (impossible), never +Infinity.',
    fix: 'Pass non-negative finite weights, or log weights below +Infinity; not both.',
  },
  'ST-N054': {
    title: 'All weights are zero',
    why: 'No draw agrees with the evidence, so there is no distribution to summarise.',
    fix: 'Look for an item that excludes every draw, or for a prior that is too narrow.',
  },
  'ST-N055': {
    title: 'A setting is outside its range',
    why: 'Probabilities and fractions lie between 0 and 1; counts are whole numbers.',
    fix: 'Pass a value inside the range the message names, e.g. 0.05 for the 5th percentile.',
  },
  'ST-N056': {
    title: 'A column does not vary',
    why: 'Correlations and shares of variance divide by the spread, which is zero.',
    fix: 'Leave out the constant column, or give the input its uncertainty.',
  },
  'ST-N058': {
    title: 'The evidence on the total excludes every reachable total',
    why: 'The likelihood of the total is zero, or has no slope, wherever the terms can add up to.',
    fix: 'Widen the limit on the total, or check the claims of the single sites against it.',
  },
  'ST-N059': {
    title: 'Tempering did not reach the full likelihood',
    why: 'The steps became so small that prior and evidence hardly overlap: a conflict, not a result.',
    fix: 'Use more particles, better moves or more steps; or look for the item that contradicts the prior.',
  },
  'ST-N060': {
    title: 'A sensitivity design has the wrong shape',
    why: 'The A, B and AB matrices need n rows of 2 x inputs points, and one output per row of each matrix.',
    fix: 'Build the design with saltelliDesign and evaluate every row of it.',
  },
  'ST-N061': {
    title: 'A group of inputs is empty, or there are too many groups',
    why: 'Exact Shapley effects visit every subset of groups, which doubles with each group.',
    fix: 'Give every group at least one column; above ten groups pass uniforms, so that orders are sampled.',
  },
  'ST-N062': {
    title: 'Probabilities of the outcomes do not add up to one',
    why: 'The value of an observation needs the probability of every outcome in every possible world.',
    fix: 'Add the missing outcome ("seen nothing" is one), so that each row adds up to 1.',
  },
  'ST-N063': {
    title: 'No sign change to find a root in',
    why: 'The function has the same sign at both ends, so the equation may have no solution in between.',
    fix: 'Widen the interval.',
  },
  'ST-N064': {
    title: 'Too few effective draws for a regression',
    why: 'With hardly more draws than coefficients a regression fits the noise, and information looks worth more than it is.',
    fix: 'Condition on fewer inputs, or use more draws.',
  },
} as const;
