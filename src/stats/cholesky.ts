/** Cholesky factor of a symmetric positive definite matrix; one that is not quite is lifted until it is. */
export class Cholesky {
  private constructor(
    private readonly lower: Float64Array,
    private readonly size: number,
  ) {}

  /** @param matrix row-major */
  static of(matrix: Float64Array, size: number): Cholesky {
    let lift = 0;
    for (;;) {
      const lower = factor(matrix, size, lift);
      if (lower) return new Cholesky(lower, size);
      lift = lift === 0 ? 1e-6 * largest(matrix) : 10 * lift;
    }
  }

  /** The factor, or null where the matrix is not positive definite. */
  static tried(matrix: Float64Array, size: number): Cholesky | null {
    const lower = factor(matrix, size, 0);
    return lower && new Cholesky(lower, size);
  }

  /** x of A x = b. */
  solve(b: Float64Array): Float64Array {
    const { lower, size } = this;
    const x = b.slice();
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) x[i]! -= lower[i * size + j]! * x[j]!;
      x[i]! /= lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let j = i + 1; j < size; j++) x[i]! -= lower[j * size + i]! * x[j]!;
      x[i]! /= lower[i * size + i]!;
    }
    return x;
  }

  /** Inverse of the matrix, row-major. */
  inverse(): Float64Array {
    const out = new Float64Array(this.size * this.size);
    for (let j = 0; j < this.size; j++) {
      const unit = new Float64Array(this.size);
      unit[j] = 1;
      out.set(this.solve(unit), j * this.size);
    }
    return out;
  }
}

function factor(matrix: Float64Array, size: number, lift: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]! + (i === j ? lift : 0);
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i === j && !(sum > 0)) return null;
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j]!;
    }
  }
  return lower;
}

const largest = (matrix: Float64Array) => matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
