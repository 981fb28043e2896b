package org.emcsettlement.baseline.solve;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Rows of samples to search on, with everything a search is given. */
record SampleProblem(
    double[][] position, double[] value, double[] weight, double[][] shifts, SideGuard guard)
    implements FaceOracle.Problem {

  /**
   * A random problem: rows of one to {@code most} samples around a position of their own, values
   * from hinges at 10 and 18 of random slopes, zero included, plus noise.
   */
  static SampleProblem random(long seed, int rows, int most) {
    Random random = new Random(seed);
    double grid = random.nextBoolean() ? 1 : 0.01;
    double noise = new double[] {0.1, 1, 5}[random.nextInt(3)];
    double slopeBelow = random.nextInt(3);
    double slopeAbove = random.nextInt(3);
    double spread = random.nextBoolean() ? 3 : 10;
    double[][] shifts = new double[random.nextInt(2)][rows];
    double[][] position = new double[rows][];
    double[] value = new double[rows];
    double[] weight = new double[rows];
    for (int i = 0; i < rows; i++) {
      position[i] = new double[1 + random.nextInt(most)];
      double centre = random.nextDouble() * 28;
      double signal = 0;
      for (int k = 0; k < position[i].length; k++) {
        double x = Math.rint((centre + spread * random.nextGaussian()) / grid) * grid;
        position[i][k] = x;
        signal += slopeBelow * Math.max(0, 10 - x) + slopeAbove * Math.max(0, x - 18);
      }
      weight[i] = position[i].length;
      value[i] = 30 + signal / position[i].length + noise * random.nextGaussian();
      for (double[] shift : shifts) {
        shift[i] = random.nextGaussian();
        value[i] += 2 * shift[i];
      }
    }
    SideGuard guard =
        new SideGuard[] {SideGuard.NONE, new SideGuard(3, 0, 0), new SideGuard(2, 4.37, 2)}
            [random.nextInt(3)];
    return new SampleProblem(position, value, weight, shifts, guard);
  }

  DegreeSumSearch search() {
    return new DegreeSumSearch(
        position, value, weight, shifts, guard, HingeProblem.keys(value.length));
  }

  /** The total weighted sum of squares, and fits, are those of points with the same values. */
  private HingeProblem points() {
    return new HingeProblem(value, value, weight, shifts, guard, HingeProblem.keys(value.length));
  }

  double total() {
    return points().total();
  }

  @Override
  public LinearFit fit(double[]... columns) {
    return points().fit(columns);
  }

  @Override
  public double[] cuts() {
    return Arrays.stream(position).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public double[] below(double breakAt) {
    return means(x -> Math.max(0, breakAt - x));
  }

  @Override
  public double[] above(double breakAt) {
    return means(x -> Math.max(0, x - breakAt));
  }

  @Override
  public Optional<double[]> mean() {
    return Optional.of(means(x -> x));
  }

  private double[] means(DoubleUnaryOperator of) {
    return Arrays.stream(position)
        .mapToDouble(row -> Arrays.stream(row).map(of).sum() / row.length)
        .toArray();
  }

  @Override
  public boolean allowsBelow(double breakAt) {
    return allows(below(breakAt), Arrays.stream(cuts()).filter(x -> x < breakAt));
  }

  @Override
  public boolean allowsAbove(double breakAt) {
    return allows(above(breakAt), Arrays.stream(cuts()).filter(x -> x > breakAt));
  }

  private boolean allows(double[] hinge, DoubleStream beyond) {
    long rows = Arrays.stream(hinge).filter(h -> h > 0).count();
    // the sum is added in another order here
    return rows >= Math.max(2, guard.pointsPerSlopedSide())
        && beyond.distinct().count() >= 2
        && Arrays.stream(hinge).sum() >= guard.degreeSumPerSlopedSide() * (1 - 1e-12);
  }

  /** Rows overlap both sides: no row need be flat. */
  @Override
  public boolean allowsFlat(double low, double high) {
    return true;
  }

  @Override
  public String toString() {
    return "position "
        + Arrays.deepToString(position)
        + "\nvalue "
        + Arrays.toString(value)
        + "\nweight "
        + Arrays.toString(weight)
        + "\nshifts "
        + Arrays.deepToString(shifts)
        + "\n"
        + guard;
  }
}
