import { parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { arraysOf, type Columns, emptyColumns, shapeOf } from '../../installed/columns.ts';

/** Where columns belong: what is needed to join them with others, as text. */
export type PartLabel = Readonly<Record<string, string>>;

/** The drawn columns as a Parquet file, one value a draw, bit for bit; DuckDB, pandas and R read it. */
export function columnsToParquet(columns: Columns, label: PartLabel): Uint8Array {
  const shape = {
    from: columns.from,
    draws: columns.draws,
    ...shapeOf(columns),
  };
  const kvMetadata = Object.entries({ ...label, shape: JSON.stringify(shape) });
  const buffer = parquetWriteBuffer({
    // A dictionary would write 0 and -0 as one value.
    columnData: arraysOf(columns).map(({ name, values }) => ({
      name,
      data: values instanceof Float64Array ? values : Int32Array.from(values),
      type: values instanceof Float64Array ? 'DOUBLE' : 'INT32',
      encoding: 'PLAIN',
    })),
    codec: 'UNCOMPRESSED',
    statistics: false,
    kvMetadata: kvMetadata.map(([key, value]) => ({ key: `sandtable.${key}`, value })),
    createdBy: 'sandtable',
  });
  return new Uint8Array(buffer);
}

/**
 * Reads what `columnsToParquet` wrote.
 *
 * @returns null where the bytes are no such file
 */
export async function columnsFromParquet(
  bytes: Uint8Array,
): Promise<{ columns: Columns; label: PartLabel } | null> {
  const file = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(file);
    const entries = (metadata.key_value_metadata ?? []).map(({ key, value }) => [
      key.replace(/^sandtable\./, ''),
      value ?? '',
    ]);
    const { shape, ...label } = Object.fromEntries(entries) as Record<string, string>;
    if (!shape) return null;
    const { from, draws, ...rest } = JSON.parse(shape);
    const columns = emptyColumns({ from, draws }, rest);
    const target = new Map(arraysOf(columns).map(({ name, values }) => [name, values]));
    await parquetRead({
      file,
      metadata,
      onChunk: ({ columnName, columnData, rowStart }) => {
        target.get(columnName)?.set(columnData as ArrayLike<number>, rowStart);
      },
    });
    return { columns, label };
  } catch {
    return null;
  }
}
