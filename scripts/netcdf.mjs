// Reads the one variable of a grid in the classic form of NetCDF (CDF-1), as GDAL writes it.

const sizes = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8 };

/** Global grid: west and south ends, step in degrees, `at(column, row)` from there. */
export function netcdfGrid(bytes) {
  const variables = variablesOf(bytes);
  const read = {
    3: (o) => bytes.readInt16BE(o),
    4: (o) => bytes.readInt32BE(o),
    5: (o) => bytes.readFloatBE(o),
    6: (o) => bytes.readDoubleBE(o),
  };
  const value = ({ type, begin }, n) => read[type](begin + n * sizes[type]);
  const [lon, lat, band] = ['lon', 'lat', 'Band1'].map((name) => variables.get(name));
  const columns = lon.count;
  return {
    west: value(lon, 0),
    south: value(lat, 0),
    step: value(lon, 1) - value(lon, 0),
    at: (i, j) => value(band, j * columns + i),
  };
}

function variablesOf(bytes) {
  if (bytes.toString('latin1', 0, 4) !== 'CDF\x01') throw new Error('This is no classic NetCDF file.');
  let at = 8;
  const word = () => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const padded = (length) => (length + 3) & ~3;
  const name = () => {
    const length = word();
    const text = bytes.toString('utf8', at, at + length);
    at += padded(length);
    return text;
  };
  const list = (entry) => {
    word();
    return Array.from({ length: word() }, entry);
  };
  const attribute = () => {
    name();
    const type = word();
    const length = word() * sizes[type];
    at += padded(length);
  };
  const dimensions = list(() => ({ name: name(), length: word() }));
  list(attribute);
  const variables = list(() => {
    const called = name();
    const over = Array.from({ length: word() }, word);
    list(attribute);
    const [type, , begin] = [word(), word(), word()];
    return [called, { type, begin, count: over.reduce((product, d) => product * dimensions[d].length, 1) }];
  });
  return new Map(variables);
}
