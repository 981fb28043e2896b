package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Points to search on, with everything a search is given. */
record HingeProblem(
    double[] position,
    double[] value,
    double[] weight,
    double[][] shifts,
    SideGuard guard,
    long[] key)
    implements FaceOracle.Problem {

  /** What the values are made of, before noise. */
  enum Shape {
    FLAT,
    LINE,
    BELOW,
    ABOVE,
    SHARED,
    BOTH
  }

  /**
   * A random problem: a shape with breaks near 10 and 20 plus noise, positions from 0 to 30 that
   * are often tied, sometimes weights, sometimes shift columns, one of several guards.
   */
  static HingeProblem random(long seed, int rows) {
    Random random = new Random(seed);
    double grid = random.nextBoolean() ? 1 : 0.01;
    double noise = new double[] {0.1, 1, 10}[random.nextInt(3)];
    Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
    double[][] shifts = new double[random.nextInt(3)][rows];
    boolean weighted = random.nextBoolean();
    double[] position = new double[rows];
    double[] value = new double[rows];
    double[] weight = new double[rows];
    for (int i = 0; i < rows; i++) {
      position[i] = Math.rint(random.nextDouble() * 30 / grid) * grid;
      weight[i] = weighted ? 1 + random.nextInt(3) : 1;
      value[i] = 50 + signal(shape, position[i]) + noise * random.nextGaussian();
      for (int j = 0; j < shifts.length; j++) {
        shifts[j][i] = random.nextGaussian();
        value[i] += (j + 2) * shifts[j][i];
      }
    }
    SideGuard guard =
        new SideGuard[] {
              SideGuard.NONE,
              new SideGuard(2, 0, 1),
              new SideGuard(3, 10.37, 2),
              new SideGuard(1, 25.41, 3)
            }
            [random.nextInt(4)];
    return new HingeProblem(position, value, weight, shifts, guard, keys(rows));
  }

  private static double signal(Shape shape, double x) {
    return switch (shape) {
      case FLAT -> 0;
      case LINE -> 0.5 * x;
      case BELOW -> 2 * Math.max(0, 12 - x);
      case ABOVE -> 3 * Math.max(0, x - 15);
      case SHARED -> -Math.max(0, 14 - x) + 2 * Math.max(0, x - 14);
      case BOTH -> 2 * Math.max(0, 10 - x) + 3 * Math.max(0, x - 20);
    };
  }

  static HingeProblem of(double[] position, double[] value, SideGuard guard) {
    double[] ones = new double[value.length];
    Arrays.fill(ones, 1);
    return new HingeProblem(position, value, ones, new double[0][], guard, keys(value.length));
  }

  static long[] keys(int rows) {
    long[] keys = new long[rows];
    Arrays.setAll(keys, i -> 1000 + i);
    return keys;
  }

  HingeSearch search() {
    return new HingeSearch(position, value, weight, shifts, guard, key);
  }

  /** The same rows in another order. */
  HingeProblem inOrder(int[] order) {
    double[][] moved = new double[shifts.length][];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = CanonicalOrder.pick(shifts[j], order);
    }
    return new HingeProblem(
        CanonicalOrder.pick(position, order),
        CanonicalOrder.pick(value, order),
        CanonicalOrder.pick(weight, order),
        moved,
        guard,
        Arrays.stream(order).mapToLong(i -> key[i]).toArray());
  }

  /** Position and value in other units: {@code x·a + b}, {@code y·c + d}. */
  HingeProblem inUnits(double a, double b, double c, double d) {
    return new HingeProblem(
        Arrays.stream(position).map(x -> x * a + b).toArray(),
        Arrays.stream(value).map(y -> y * c + d).toArray(),
        weight,
        shifts,
        new SideGuard(
            guard.pointsPerSlopedSide(), guard.degreeSumPerSlopedSide() * a, guard.flatPoints()),
        key);
  }

  /** Total weighted sum of squares about the weighted mean. */
  double total() {
    double weights = Arrays.stream(weight).sum();
    double mean = 0;
    for (int i = 0; i < value.length; i++) {
      mean += weight[i] * value[i] / weights;
    }
    double total = 0;
    for (int i = 0; i < value.length; i++) {
      total += weight[i] * (value[i] - mean) * (value[i] - mean);
    }
    return total;
  }

  @Override
  public LinearFit fit(double[]... columns) {
    double[][] design = new double[1 + columns.length + shifts.length][];
    design[0] = new double[value.length];
    Arrays.fill(design[0], 1);
    System.arraycopy(columns, 0, design, 1, columns.length);
    System.arraycopy(shifts, 0, design, 1 + columns.length, shifts.length);
    return LeastSquares.solve(design, value, weight);
  }

  @Override
  public double[] cuts() {
    return position;
  }

  @Override
  public double[] below(double breakAt) {
    return Arrays.stream(position).map(x -> Math.max(0, breakAt - x)).toArray();
  }

  @Override
  public double[] above(double breakAt) {
    return Arrays.stream(position).map(x -> Math.max(0, x - breakAt)).toArray();
  }

  @Override
  public boolean allowsBelow(double breakAt) {
    return allows(below(breakAt));
  }

  @Override
  public boolean allowsAbove(double breakAt) {
    return allows(above(breakAt));
  }

  private boolean allows(double[] hinge) {
    double[] distances = Arrays.stream(hinge).filter(h -> h > 0).toArray();
    // the sum is added in another order here
    return distances.length >= guard.pointsPerSlopedSide()
        && Arrays.stream(distances).distinct().count() >= 2
        && Arrays.stream(distances).sum() >= guard.degreeSumPerSlopedSide() * (1 - 1e-12);
  }

  @Override
  public boolean allowsFlat(double low, double high) {
    long flat = Arrays.stream(position).filter(x -> low <= x && x <= high).count();
    return flat >= Math.max(1, guard.flatPoints());
  }

  @Override
  public Optional<double[]> mean() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("position " + Arrays.toString(position));
    text.append("\nvalue ").append(Arrays.toString(value));
    text.append("\nweight ").append(Arrays.toString(weight));
    text.append("\nshifts ").append(Arrays.deepToString(shifts));
    return text.append("\n").append(guard).toString();
  }
}
