import { beta } from '../stats/beta.ts';
import type { Distribution } from '../stats/distribution.ts';
import { logitNormal } from '../stats/logit-normal.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { truncated } from '../stats/truncated.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { toSI } from '../units/convert.ts';
import type { Quantity } from '../units/quantity.ts';
import { exactDays, exactValue } from './exact-value.ts';
import type { WorldModel } from './model.ts';
import type { ParameterName, WorldParameters } from './parameter.ts';
import { byPreset, type Preset } from './presets.ts';

/** Values of the pace that stand for its distribution, equally probable. */
const PACES = 5;

/** Turns the written parameters into distributions; durations in days. */
export function worldModel(parameters: WorldParameters): WorldModel {
  const quantityOf = (name: ParameterName, preset: Preset = 'neutral'): Quantity =>
    parameters.get(name)!.value[preset];
  const days = (name: ParameterName): Distribution => inDays(quantityOf(name));
  const paper = exactValue(quantityOf('unlitPaper'));
  const construction = exactValue(quantityOf('unlitConstruction'));
  const pace = distributionOf(toSI(quantityOf('pace')));
  const share = (name: ParameterName, preset?: Preset): Distribution =>
    shareOf(name, quantityOf(name, preset));
  return {
    realisation: byPreset((preset) => share('realisation', preset)),
    namedShare: byPreset((preset) => share('namedShare', preset)),
    poolShare: byPreset((preset) => share('poolShare', preset)),
    fullShare: share('fullShare'),
    unlit: [paper, construction, 1 - paper - construction],
    pace: {
      values: Float64Array.from({ length: PACES }, (_, i) => pace.quantile((i + 0.5) / PACES)),
      weights: new Float64Array(PACES).fill(1 / PACES),
    },
    lags: { construction: days('lagConstruction'), shell: days('lagShell'), lit: days('lagLit') },
    ramp: days('ramp'),
    firstBlock: exactDays(quantityOf('firstBlock')),
    contextRealisation: share('contextRealisation').mean,
    partialFill: share('partialFill'),
    fullFill: share('fullFill'),
  };
}

/** The distribution that the model takes a share of a whole for, as it is written [1]. */
export function shareOf(name: ParameterName, quantity: Quantity): Distribution {
  if (name === 'poolShare') return truncated(distributionOf(toSI(quantity)), 0, 1);
  const isFill = name === 'partialFill' || name === 'fullFill';
  return isFill ? distributionOf(toSI(quantity)) : openShare(quantity);
}

function inDays(quantity: Quantity): Distribution {
  const { spread, unit } = quantity;
  return distributionOf(
    toSI({ spread, unit: { ...unit, scale: unit.scale / secondsOfDay }, text: quantity.text }),
  );
}

/** A share that is neither 0 nor 1: logit-normal for an interval, a tight beta for a single value. */
function openShare(quantity: Quantity): Distribution {
  const spread = toSI(quantity);
  if (spread.form === 'interval') return logitNormal(spread.low, spread.high);
  if (spread.form === 'exact') {
    const mean = Math.min(0.9995, Math.max(0.0005, spread.value));
    return beta(2000 * mean, 2000 * (1 - mean));
  }
  return distributionOf(spread);
}
