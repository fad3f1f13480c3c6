/** What is said about places and their power, in Chinese by the English. */
export const siteSentences = {
  '`{text}` is out of range.': '`{text}` 超出范围。',
  'Write a whole number, such as {example}.': '请写整数，如 {example}。',
  '`{text}` cannot be read: {reason}': '`{text}` 无法读取：{reason}',
  'Write a whole number from {least} to {most}.': '请写 {least} 到 {most} 的整数。',
  'Write a number before the chip: {example}.': '请在芯片前写数目：{example}。',
  'No plant is named.': '没有写冷却系统。',
  'There is no plant `{name}`.': '没有冷却系统 `{name}`。',
  'The plant `{name}` is named twice.': '冷却系统 `{name}` 写了两次。',
  'Write each plant once.': '每种冷却系统只写一次。',
  'The shares in `{text}` add up to {sum}, not to 1.': '`{text}` 中的份额之和为 {sum}，不是 1。',
  'no number': '非数',
  'Write shares of the halls: indirect-evaporative=0.6,dry-liquid=0.4.':
    '写各机房的份额：indirect-evaporative=0.6,dry-liquid=0.4。',
  '`{text}` cannot be read.': '`{text}` 无法读取。',
  'Check the path: --weather takes the .epw file itself.': '请检查路径：--weather 要的是 .epw 文件本身。',
  'Places are {names}.': '地点有 {names}。',
  'A site of a dossier is written xinjiang-qinghai/yiwu.': '档案中的场址写作 xinjiang-qinghai/yiwu。',
  'There is no place `{name}`.': '没有地点 `{name}`。',
  'Its sites are {names}.': '其场址有 {names}。',
  'No site of the dossier is named.': '没有写档案的哪个场址。',
  'The site `{id}` has no location.': '场址 `{id}` 没有位置。',
  'Add `location:` to its file, or ask for a place nearby.': '在其文件中补上 `location:`，或改问附近的地点。',
  'Write 1 to 1,000 transformers, such as {example}.': '变压器请写 1 至 1,000 台，如 {example}。',
  'Write {least} to {most}, such as {example}.': '请写 {least} 至 {most}，如 {example}。',
  '{altitude} m is no altitude of a site.': '{altitude} 米不是场址的海拔。',
  'Write metres above the sea, such as 2808 m.': '请写海拔米数，如 2808 m。',
  '`{text}` cannot be a limit of the kind `{kind}`.': '`{text}` 不能作 `{kind}` 类的上限。',
  'Write it like `{example}`, or correct the kind.': '请写成 `{example}`，或更正类别。',
  temperature: '温度',
  humidity: '湿度',
  pressure: '气压',
  'global irradiation': '总辐照',
  'beam irradiation': '直射辐照',
  'diffuse irradiation': '散射辐照',
  wind: '风速',
  'The file does not begin with LOCATION and its eight header lines.': '文件开头不是 LOCATION 及其八行表头。',
  'Choose the .epw file itself.': '请选择 .epw 文件本身。',
  'The LOCATION line has no latitude, longitude, zone and elevation.':
    'LOCATION 行没有纬度、经度、时区与海拔。',
  'Restore the header.': '请恢复表头。',
  '{missing} of the year are missing': '全年缺 {missing} 小时',
  '{extra} are more than a year has': '比一年多 {extra} 小时',
  'The file has {hours} hours: {lacking}, {doubled} are there twice and {undated} have no date of the calendar.':
    '文件有 {hours} 小时：{lacking}，{doubled} 小时重复，{undated} 小时没有日历日期。',
  'Bring a file of a whole year, or generate the weather from normals.':
    '请用一整年的文件，或由气候平均值生成天气。',
  'Hours without {field} that can be used: {gaps}. They are missing, unreadable or out of {low} to {high} {unit}; {longest} in a row.':
    '没有可用的{field}的小时数：{gaps}。或缺失，或无法读取，或超出 {low} 至 {high} {unit}；最长连续 {longest} 小时。',
  'Bring a file in these units with gaps of at most {most} hours.':
    '请用以此为单位、缺口至多 {most} 小时的文件。',
  'The station {name} ({id}) is {km} km and {climb} m of height from the site.':
    '气象站 {name}（{id}）距场址 {km} 公里，高差 {climb} 米。',
  'Bring the file of a station nearby, or ask for the place of the station.':
    '请用附近气象站的文件，或改问该站所在地。',
  'Its mean pressure is {mean} hPa, where {altitude} m have {standard}.':
    '其平均气压为 {mean} hPa，而海拔 {altitude} 米应为 {standard}。',
  'Correct the elevation in the LOCATION line, or choose another file.':
    '请更正 LOCATION 行的海拔，或换一个文件。',
  'Its relative humidity never exceeds 1.5 %: it seems to be written as a share.':
    '其相对湿度从不超过 1.5%：似乎写成了份额。',
  'Write relative humidity in percent.': '相对湿度请以百分数写。',
  'Its sunshine is {hours} h after the sun of {longitude}° and a clock {zone} h from Greenwich.':
    '其日照比经度 {longitude}°、时区 {zone} 小时的太阳晚 {hours} 小时。',
  'Its sunshine is {hours} h before the sun of {longitude}° and a clock {zone} h from Greenwich.':
    '其日照比经度 {longitude}°、时区 {zone} 小时的太阳早 {hours} 小时。',
  'Correct longitude and time zone in the LOCATION line.': '请更正 LOCATION 行的经度与时区。',
} as const;
