package org.emcsettlement.baseline.event;

/**
 * Products of courses without their columns. Every course in a period is a sum of steps and ramps
 * that begin at its bounds and last to the end of the period; once the products of these are known,
 * that of a course takes a few additions.
 */
final class CourseSums {

  private final long[] day;
  private final EventSpan span;
  private final int[] bounds;
  private final int[] place;

  /**
   * Steps and ramps from some bounds.
   *
   * @param day the days, ascending
   * @param span the period
   * @param bounds rows of the period, ascending
   */
  CourseSums(long[] day, EventSpan span, int[] bounds) {
    this.day = day;
    this.span = span;
    this.bounds = bounds;
    place = new int[span.to() + 1];
    for (int k = 0; k < bounds.length; k++) {
      place[bounds[k]] = k;
    }
  }

  /** The products of all steps, then of all ramps, with a weight of each day. */
  double[] products(double[] weight) {
    double[] products = new double[2 * bounds.length];
    double step = 0;
    double ramp = 0;
    int row = span.to();
    for (int k = bounds.length - 1; k >= 0; k--) {
      while (row > bounds[k]) {
        row--;
        // a ramp that begins here is higher on all days after this one
        double longer = row + 1 < span.to() ? (double) (day[row + 1] - day[row]) : 0;
        ramp += step * longer + weight[row];
        step += weight[row];
      }
      products[k] = step;
      products[k + bounds.length] = ramp;
    }
    return products;
  }

  /** The products of all steps and ramps with each other under a noise. */
  double[][] squares(ResidualNoise noise) {
    double[][] squares = new double[2 * bounds.length][];
    for (int k = 0; k < bounds.length; k++) {
      double[] step = new double[day.length];
      double[] ramp = new double[day.length];
      for (int i = bounds[k]; i < span.to(); i++) {
        step[i] = 1;
        ramp[i] = (double) (day[i] + 1 - day[bounds[k]]);
      }
      squares[k] = products(noise.weighed(noise.whitened(step, bounds[k]), bounds[0]));
      squares[k + bounds.length] =
          products(noise.weighed(noise.whitened(ramp, bounds[k]), bounds[0]));
    }
    return squares;
  }

  /** A course whose bounds are among those given, or the end of the period. */
  Course course(EventShape shape) {
    int from = place[shape.from()];
    boolean ends = shape.to() == span.to();
    int to = ends ? from : place[shape.to()];
    if (shape.kind() != DetectedEvent.Kind.DRIFT) {
      return new Course(new int[] {from, to}, new double[] {1, ends ? 0 : -1});
    }
    double length = (double) (day[shape.to() - 1] + 1 - day[shape.from()]);
    double gap = ends ? 0 : (double) (day[shape.to()] - day[shape.to() - 1] - 1);
    int ramps = bounds.length;
    return new Course(
        new int[] {from + ramps, to + ramps, to},
        new double[] {1 / length, ends ? 0 : -1 / length, -gap / length});
  }

  /** A course as a sum of steps and ramps. */
  static final class Course {
    private final int[] start;
    private final double[] height;

    private Course(int[] start, double[] height) {
      this.start = start;
      this.height = height;
    }

    /** Its product, from those of the steps and ramps. */
    double product(double[] products) {
      double sum = 0;
      for (int i = 0; i < start.length; i++) {
        sum += height[i] * products[start[i]];
      }
      return sum;
    }

    /** Its product with itself, from those of the steps and ramps with each other. */
    double square(double[][] squares) {
      double sum = 0;
      for (int i = 0; i < start.length; i++) {
        sum += height[i] * product(squares[start[i]]);
      }
      return sum;
    }
  }
}
