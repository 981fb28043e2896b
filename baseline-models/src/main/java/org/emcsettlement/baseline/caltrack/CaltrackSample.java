package org.emcsettlement.baseline.caltrack;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.Fahrenheit;

/**
 * Use between instants with the outdoor temperatures of that time, row by row, in the arithmetic of
 * the peer: use per day counts exact elapsed days (a local day of 25 hours is 25/24 d), and
 * temperatures are the means of blocks of 24 hours counted from the start of the row, not of
 * calendar days.
 *
 * <p>Immutable.
 */
public final class CaltrackSample {

  private static final int HOUR = 3600;
  private static final int BLOCK = 24;
  private static final double DAY = 86_400;

  /** A block's mean counts if more hours than this have a temperature (CalTRACK 2.2.2.3). */
  private static final int HALF_BLOCK = 12;

  /** A row longer than a block is dropped below this share of its hours (CalTRACK 2.2.3.2). */
  private static final double HOUR_COVERAGE = 0.9;

  private final long[] start;
  private final long[] end;
  private final double[] use;

  /** Means of the blocks that count [°F]; empty where the row has too few temperatures. */
  private final double[][] means;

  /** All blocks of a row, also those that do not count. */
  private final int[] blocks;

  private CaltrackSample(long[] start, long[] end, double[] use, double[][] means, int[] blocks) {
    this.start = start;
    this.end = end;
    this.use = use;
    this.means = means;
    this.blocks = blocks;
  }

  /**
   * Rows with hourly temperatures.
   *
   * @param start the first instant of each row, ascending [epoch s]
   * @param end the instant after each row [epoch s]
   * @param use use in each row; NaN where it is unknown
   * @param celsiusAt mean temperature of the hour that begins at an instant [epoch s], in °C; NaN
   *     where it is unknown
   * @return the sample
   * @throws IllegalArgumentException if lengths differ, a row has no length or rows overlap
   */
  public static CaltrackSample ofHours(
      long[] start, long[] end, double[] use, LongToDoubleFunction celsiusAt) {
    check(start, end, use);
    double[][] means = new double[start.length][];
    int[] blocks = new int[start.length];
    for (int i = 0; i < start.length; i++) {
      int hours = (int) ((end[i] - start[i] + HOUR - 1) / HOUR);
      blocks[i] = (hours + BLOCK - 1) / BLOCK;
      means[i] = blockMeans(start[i], hours, celsiusAt);
    }
    return new CaltrackSample(start.clone(), end.clone(), use.clone(), means, blocks);
  }

  /**
   * Rows with daily mean temperatures, where hourly ones are not to be had.
   *
   * @param start the first instant of each row, ascending [epoch s]
   * @param end the instant after each row [epoch s]
   * @param use use in each row; NaN where it is unknown
   * @param celsius mean temperature of each day of each row [°C]; NaN where it is unknown
   * @return the sample
   * @throws IllegalArgumentException if lengths differ, a row has no length or rows overlap
   */
  public static CaltrackSample ofDays(long[] start, long[] end, double[] use, double[][] celsius) {
    check(start, end, use);
    length("celsius", celsius.length, start.length);
    double[][] means = new double[start.length][];
    int[] blocks = new int[start.length];
    for (int i = 0; i < start.length; i++) {
      blocks[i] = celsius[i].length;
      double[] known = Arrays.stream(celsius[i]).filter(t -> !Double.isNaN(t)).toArray();
      boolean enough = known.length >= HOUR_COVERAGE * celsius[i].length;
      means[i] = enough ? Arrays.stream(known).map(Fahrenheit::of).toArray() : new double[0];
    }
    return new CaltrackSample(start.clone(), end.clone(), use.clone(), means, blocks);
  }

  private static void check(long[] start, long[] end, double[] use) {
    length("end", end.length, start.length);
    length("use", use.length, start.length);
    for (int i = 0; i < start.length; i++) {
      if (end[i] <= start[i]) {
        throw new IllegalArgumentException(
            "end[" + i + "] is " + end[i] + ", must lie after start[" + i + "] = " + start[i]);
      }
      if (i > 0 && start[i] < end[i - 1]) {
        throw new IllegalArgumentException(
            "start["
                + i
                + "] is "
                + start[i]
                + ", must not lie before end["
                + (i - 1)
                + "] = "
                + end[i - 1]);
      }
    }
  }

  private static void length(String name, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          name + " has " + actual + " entries, must have " + expected + ", one per row");
    }
  }

  private static double[] blockMeans(long start, int hours, LongToDoubleFunction celsiusAt) {
    double[] means = new double[(hours + BLOCK - 1) / BLOCK];
    int kept = 0;
    int known = 0;
    for (int block = 0; block < means.length; block++) {
      double sum = 0;
      int count = 0;
      for (int hour = block * BLOCK; hour < Math.min((block + 1) * BLOCK, hours); hour++) {
        double celsius = celsiusAt.applyAsDouble(start + (long) HOUR * hour);
        if (!Double.isNaN(celsius)) {
          sum += Fahrenheit.of(celsius);
          count++;
        }
      }
      known += count;
      if (count > HALF_BLOCK) {
        means[kept++] = sum / count;
      }
    }
    boolean enough = means.length == 1 || known >= HOUR_COVERAGE * hours;
    return enough ? Arrays.copyOf(means, kept) : new double[0];
  }

  /** {@return the number of rows} */
  public int size() {
    return start.length;
  }

  /**
   * Whether a row has both use and enough temperatures; only such rows are fitted and have savings.
   *
   * @param row its index
   * @return true if it has
   */
  public boolean isComplete(int row) {
    return !Double.isNaN(use[row]) && means[row].length > 0;
  }

  /** {@return the indices of the complete rows, ascending: the rows of a fit} */
  public int[] completeRows() {
    return IntStream.range(0, size()).filter(this::isComplete).toArray();
  }

  /**
   * The length of a row.
   *
   * @param row its index
   * @return exact elapsed time [d]
   */
  public double days(int row) {
    return (end[row] - start[row]) / DAY;
  }

  /**
   * The begin of a row.
   *
   * @param row its index
   * @return its first instant [epoch s]
   */
  public long start(int row) {
    return start[row];
  }

  /**
   * The use of a row.
   *
   * @param row its index
   * @return use in the whole row; NaN where it is unknown
   */
  public double use(int row) {
    return use[row];
  }

  /** {@return whole elapsed days from the first start to the last end [d]; 0 without rows} */
  long span() {
    return size() == 0 ? 0 : (end[size() - 1] - start[0]) / (long) DAY;
  }

  /** Means of the blocks that count [°F]; not a copy. */
  double[] means(int row) {
    return means[row];
  }

  /** All blocks of a row. */
  int blocks(int row) {
    return blocks[row];
  }
}
