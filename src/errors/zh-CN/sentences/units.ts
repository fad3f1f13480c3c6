/** What is said about quantities and units, in Chinese by the English. */
export const unitSentences = {
  '"{text}" is beyond the range of numbers.': '“{text}”超出了数的范围。',
  'Check the exponent.': '请检查指数。',
  '"{text}" stands where a number is expected.': '此处应为数，写的却是“{text}”。',
  'The text ends where a number is expected.': '此处应为数，文字却到此为止。',
  'Write the number in digits; 万 and 亿 may stay: 2万, 1.5亿.':
    '数请用阿拉伯数字写，万与亿可以保留：2万、1.5亿。',
  'Write a number with its unit: 600 MW, 20k to 40k, over 115k, or unknown.':
    '写带单位的数：600 MW、20k to 40k、over 115k，或 unknown。',
  '"{number}{letter}" can be {number} {word} or {number} {unit}.':
    '“{number}{letter}”可以是 {number} {word}，也可以是 {number} {unit}。',
  'Write {number} {word}, or {number} {letter} with a space for {unit}.':
    '写 {number} {word}；若指{unit}，写 {number} {letter}，中间空一格。',
  kelvin: '开尔文',
  bytes: '字节',
  'The amount is in {one} and in {other}.': '金额既写了 {one}，又写了 {other}。',
  'Keep the currency of the source.': '请保留来源所用的货币。',

  '{number} of what? It has no unit, and {nouns} is expected.':
    '{number} 什么？没有写单位，此处应为{nouns}。',
  'Write {examples}, or the unit of the source.': '写 {examples}，或来源所用的单位。',
  'A power rating can be MW (active) or MVA (apparent); they differ by the power factor, so Sandtable will not guess.':
    '额定功率可以是 MW（有功），也可以是 MVA（视在）；二者相差一个功率因数，Sandtable 不会替您猜。',
  '"{text}" is {noun}; {nouns} is expected.': '“{text}”是{noun}，此处应为{nouns}。',
  'm is metres; write 1.2 million for a million.': 'm 表示米；百万写作 1.2 million。',
  'A beta distribution runs from 0 to 1, so it cannot be in {unit}.':
    'beta 分布的取值在 0 到 1 之间，不能以 {unit} 为单位。',
  'Leave the unit out, or write uniform or triangular with the unit.':
    '去掉单位，或改用带单位的 uniform 或 triangular。',
  '"{text}" is below absolute zero.': '“{text}”低于绝对零度。',
  'Write a temperature above -273.15 °C.': '写高于 -273.15 °C 的温度。',
  '"{text}" is below zero, and {noun} cannot be.': '“{text}”小于零，而{noun}不能为负。',
  'Check the sign; part an interval with "to" instead of a hyphen.':
    '检查正负号；区间的两端用“to”连接，不要用连字符。',

  'A unit of {length} characters is too long.': '单位长达 {length} 个字符，太长。',
  'Write a unit such as MW or CNY/kWh.': '写一个单位，如 MW 或 CNY/kWh。',
  'The unit "{unit}" is beyond the range of numbers.': '单位“{unit}”超出了数的范围。',
  'Use a smaller power or prefix.': '请用较小的幂次或词头。',
  'A bracket in a unit is not closed.': '单位中有括号没有闭合。',
  'Write W/(m2·K) or W/m2/K.': '写作 W/(m2·K) 或 W/m2/K。',
  '"{text}" stands where a unit is expected.': '此处应为单位，写的却是“{text}”。',
  'The unit is not finished.': '单位没有写完。',
  'Write a unit such as kWh, m2 or yr there.': '在此处写一个单位，如 kWh、m2 或 yr。',
  'The power of a unit must be a whole number from 1 to 9.': '单位的幂次必须是 1 到 9 的整数。',
  'Write m2, m3 or s^-1; and a space between two quantities.': '写作 m2、m3 或 s^-1；两个数量之间空一格。',
  'It is not clear whether a product after a slash is divided by, too.':
    '斜杠后面的乘积是否也作除数，看不出来。',
  'Write kWh/m2/yr, or kWh/(m2·yr).': '写作 kWh/m2/yr 或 kWh/(m2·yr)。',
  '"{text}" follows where the quantity is complete.': '数量到此已经完整，后面又写了“{text}”。',
  'Join units with a sign: GPU-h, kW·h, kWh/m2.': '单位之间用符号连接：GPU-h、kW·h、kWh/m2。',
  '"{text}" cannot be read as part of a quantity.': '“{text}”不能读作数量的一部分。',
  'Write only the number, its spread and its unit: 600 MW, 20k to 40k, 3 (2.5..4) MW.':
    '只写数、离散程度与单位：600 MW、20k to 40k、3 (2.5..4) MW。',

  '{family} has no arguments.': '{family} 没有写参数。',
  'Write {example}.': '写作 {example}。',
  '{written} has {found} arguments, {family} takes {count}.':
    '{written} 有 {found} 个参数，而 {family} 需要 {count} 个。',
  'Write {example}, and no commas inside a number: 115000.': '写作 {example}；数中不要有逗号：115000。',
  '{written} is not a distribution.': '{written} 不是分布。',
  'Write {example} with {needs}.': '写作 {example}，并满足：{needs}。',
  'both above 0': '两者都大于 0',
  'sd above 0': 'sd 大于 0',
  'sigma above 0': 'sigma 大于 0',
  'low below high': 'low 小于 high',
  'low <= mode <= high and low < high': 'low <= mode <= high，且 low < high',
  'An argument of a distribution is a number, parted by commas.': '分布的参数是数，以逗号分隔。',
  'Write {example}, with the unit after the bracket.': '写作 {example}，单位写在括号之后。',

  '"{text}" runs from the higher to the lower number.': '“{text}”是从大到小写的。',
  'The brackets hold one number.': '括号里只有一个数。',
  'The bracket is not closed.': '括号没有闭合。',
  'Write both ends: 3 (2.5..4) MW.': '两端都要写：3 (2.5..4) MW。',
  '{best} does not lie inside {interval}.': '{best} 不在 {interval} 之内。',
  'Write the median, then the 5 % and 95 % points around it: 3 (2.5..4).':
    '先写中位数，再写两侧的 5 % 与 95 % 分位点：3 (2.5..4)。',
  'The unit is written twice.': '单位写了两次。',
  'The multiplier is written twice.': '倍数写了两次。',
  'Write it once: {example}.': '只写一次：{example}。',
  '"{text}" can mean {one} or {other}.': '“{text}”可以指 {one}，也可以指 {other}。',
  'Write the thousands or millions on each number: 20k to 40k.': '每个数都写上千或百万：20k to 40k。',
  '{noun} ({unit})': '{noun}（{unit}）',
  'One number is {one}, the other {other}.': '一个数是{one}，另一个是{other}。',
  'Write one unit, after the last number.': '只写一个单位，写在最后一个数之后。',

  'a plain number': '不带单位的数',
  'a length': '长度',
  'an area': '面积',
  'a volume': '体积',
  'a mass': '质量',
  'a time': '时间',
  'a frequency': '频率',
  'a speed': '速度',
  'a temperature': '温度',
  'a pressure': '压强',
  'an energy': '能量',
  'a power': '功率',
  'an apparent power': '视在功率',
  'an irradiance': '辐照度',
  'an irradiation': '辐照量',
  'an amount of data': '数据量',
  'a data rate': '数据速率',
  'an amount of computing work': '计算量',
  'a computing rate of stated precision': '注明精度的算力',
  'peak compute of unstated precision': '未注明精度的峰值算力',
  'an amount of US dollars': '美元金额',
  'an amount of yuan': '人民币金额',
  'an amount of euros': '欧元金额',
  'a quantity in {unit}': '以 {unit} 计的数量',

  'MVA (apparent) and MW (active) differ by the power factor, so Sandtable will not guess.':
    'MVA（视在）与 MW（有功）相差一个功率因数，Sandtable 不会替您猜。',
  'Keep the unit of the source; convert with a power factor that has a source of its own.':
    '保留来源所用的单位；换算要用另有来源的功率因数。',
  '"P" is peak compute of unstated precision and sparsity, so it is not a synonym for PFLOP/s.':
    '“P”是未说明精度与稀疏性的峰值算力，并不等同于 PFLOP/s。',
  'Write P where precision and sparsity are unstated, PFLOP/s where they are stated.':
    '未说明精度与稀疏性时写 P，说明了则写 PFLOP/s。',
  'Currencies differ by a rate that has a date and a source.':
    '两种货币相差一个汇率，而汇率有日期，也有来源。',
  'Keep the currency of the source; convert with a dated rate.':
    '保留来源所用的货币；换算要用注明日期的汇率。',
  'Write a plain number: 115,000.': '写不带单位的数：115,000。',
  'Write {noun}, in {unit} for example.': '请写{noun}，例如以 {unit} 为单位。',

  '"{text}" can be read in two ways.': '“{text}”有两种读法。',
  'Write {readings}: comma for thousands, point for decimals.': '写作 {readings}：逗号分千位，点分小数。',
  '{value} is not a number that can be written.': '{value} 不是可以写出的数。',
  'Check the calculation that gave it.': '检查得出它的计算。',
  'A quantity of {length} characters is too long.': '数量长达 {length} 个字符，太长。',
  'Write only the number, its spread and its unit.': '只写数、离散程度与单位。',
  'The quantity is empty.': '数量是空的。',
  'Write a number with its unit, or unknown.': '写带单位的数，或 unknown。',
  '"{text}" does not say how rough it is.': '“{text}”没有说明有多粗略。',
  'Write the middle 90 % behind it, as in 3 (2.5..4), or only {number}.':
    '在后面写上中间 90 % 的范围，如 3 (2.5..4)；或只写 {number}。',
  '± does not say how much of the distribution it covers.': '± 没有说明它涵盖分布的多少。',
  'Write 3 (2.5..4) for the middle 90 %, or normal(3, 0.5) for one standard deviation.':
    '中间 90 % 写作 3 (2.5..4)，一个标准差写作 normal(3, 0.5)。',

  '"{unit}" is not clear: {why}.': '“{unit}”含义不明：{why}。',
  '"{unit}" is not a unit that Sandtable knows.': 'Sandtable 不认识单位“{unit}”。',
  'Use a unit such as MW, P, m2, CNY, GB or h; docs/reference/units.md lists all.':
    '使用 MW、P、m2、CNY、GB 或 h 这样的单位；全部单位见 docs/reference/units.md。',
  '¥ is the sign of the yuan and of the yen': '¥ 既是人民币的符号，也是日元的符号',
  '£ is the sign of several pounds, and Sandtable has no rate for any':
    '£ 是多种镑的符号，而 Sandtable 没有其中任何一种的汇率',
  'a ton can be 907, 1,000 or 1,016 kg': 'ton 可以是 907、1,000 或 1,016 kg',
  'b can be bits, bytes or billions': 'b 可以是比特、字节或十亿',
  '{unit} can be bits or bytes': '{unit} 可以是比特，也可以是字节',
  '{unit} is read as an amount of work and as a rate': '{unit} 既可读作计算量，也可读作速率',
  '{unit} does not say whether precision and sparsity are known': '{unit} 没有说明精度与稀疏性是否已知',
  'E can be 1,000 P or an exponent without digits': 'E 可以是 1,000 P，也可以是没写数字的指数',
  'T can be trillions or TFLOP/s': 'T 可以是万亿，也可以是 TFLOP/s',
  '度 can be kWh or a degree': '度可以是千瓦时，也可以是温度或角度的度',
  '{from} cannot become {to}.': '{from} 不能换算为 {to}。',
  '{name} is {rate}.': '{name} 为 {rate}。',
  'A power factor lies between 0 and 1: 0.95.': '功率因数在 0 与 1 之间：0.95。',
  'Give {name} as a number above 0.': '请把 {name} 写成大于 0 的数。',
  'A {family} distribution has no equivalent in another unit.': '{family} 分布在其他单位下没有对应形式。',
  'Write a beta as a plain number, and a temperature as normal, uniform or triangular.':
    'beta 分布请写成不带单位的数；温度请写成 normal、uniform 或 triangular。',
  '`{text}` is not a distribution.': '`{text}` 不是分布。',
  'Change the arguments: {rule}.': '请更改参数：{rule}。',
  'a finite mean, and a standard deviation above 0': '均值有限，标准差大于 0',
  'lowest, most likely and highest value in ascending order': '最低、最可能与最高值依次递增',
  'both arguments are above 0': '两个参数都大于 0',
  'the first argument is below the second': '第一个参数小于第二个',
  'write the lower end first, and a single number where both ends are equal':
    '先写较低的一端；两端相等时只写一个数',
  'two or more probabilities between 0 and 1, rising, with finite values that rise too':
    '两个以上 0 到 1 之间递增的概率，其值有限且同样递增',
  'the lower end comes first': '较低的一端在前',
  'finite values, and one weight of at least 0 for each, not all 0':
    '值有限，每个值一个不小于 0 的权重，不全为 0',
  'shape and scale are above 0': '形状与尺度大于 0',
  'write `{form}`': '请写 `{form}`',
  '{bound} is one side of a range.': '{bound} 只是区间的一侧。',
  'Write both ends, as in `60k to 90k`.': '请写两端，如 `60k to 90k`。',
  '`unknown` has no distribution to draw from.': '`unknown` 没有可抽样的分布。',
  'Write a range that you would defend.': '请写一个您愿意为之辩护的区间。',
  '`{name}` has no probability between {low} and {high}.': '`{name}` 在 {low} 与 {high} 之间没有概率。',
  'Most of it lies from {low} to {high}: widen the ends.': '其大部分在 {low} 到 {high} 之间：请放宽两端。',
  'mu is the mean of the logarithm, sigma its standard deviation and above 0':
    'mu 为对数的均值，sigma 为其标准差且大于 0',
  'one weight of at least 0 for each component, not all 0': '每个成分一个不小于 0 的权重，不全为 0',
  'the factor is above 0': '倍数大于 0',
} as const;
