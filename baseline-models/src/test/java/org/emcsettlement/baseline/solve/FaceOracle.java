package org.emcsettlement.baseline.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/**
 * The third way to the optimum: every face of every pair of cells as a linear problem of its own,
 * in original units, through {@link LeastSquares}. Slow and simple; it shares no table, bound or
 * projection with the searches.
 */
final class FaceOracle {

  /** What the oracle asks of a problem; conditions are written from their definitions. */
  interface Problem {
    /** The positions between which all columns are linear in a break. */
    double[] cuts();

    double[] below(double breakAt);

    double[] above(double breakAt);

    boolean allowsBelow(double breakAt);

    boolean allowsAbove(double breakAt);

    /** Whether a flat part from low to high is enough; low never exceeds high. */
    boolean allowsFlat(double low, double high);

    /** The row means, where both hinges may reach into one row. */
    Optional<double[]> mean();

    /** The linear fit on constant, shifts and these columns. */
    LinearFit fit(double[]... columns);
  }

  /** A face of one side: the ray of a break, or the inside of a cell. */
  private record Face(double low, double high) {

    boolean isRay() {
      return low == high;
    }
  }

  private final Problem problem;
  private double best = Double.POSITIVE_INFINITY;

  FaceOracle(Problem problem) {
    this.problem = problem;
  }

  /** The least sum of squared errors with a break below and a positive slope. */
  static OptionalDouble below(Problem problem) {
    return new FaceOracle(problem)
        .oneSided(
            problem::below,
            x -> problem.allowsBelow(x) && problem.allowsFlat(x, Double.POSITIVE_INFINITY));
  }

  static OptionalDouble above(Problem problem) {
    return new FaceOracle(problem)
        .oneSided(
            problem::above,
            x -> problem.allowsAbove(x) && problem.allowsFlat(Double.NEGATIVE_INFINITY, x));
  }

  private OptionalDouble oneSided(DoubleFunction<double[]> hinge, DoublePredicate allowed) {
    for (Face face : faces(allowed)) {
      fit(columns(face, hinge))
          .filter(fit -> fit.coefficient(1) > 0 && allowed.test(breakOf(face, fit, 1)))
          .ifPresent(this::keep);
    }
    return best();
  }

  /** The least sum of squared errors with one break and slopes of any sign. */
  static OptionalDouble shared(Problem problem, double[] position) {
    FaceOracle oracle = new FaceOracle(problem);
    DoublePredicate allowed = x -> problem.allowsBelow(x) && problem.allowsAbove(x);
    for (Face face : oracle.faces(problem::allowsBelow, problem::allowsAbove)) {
      oracle
          .fit(join(new double[][] {position}, columns(face, problem::below)))
          .filter(fit -> allowed.test(breakOf(face, fit, 2)))
          .ifPresent(oracle::keep);
    }
    return oracle.best();
  }

  /** The least sum of squared errors with two breaks in order and positive slopes. */
  static OptionalDouble both(Problem problem) {
    FaceOracle oracle = new FaceOracle(problem);
    List<Face> above = oracle.faces(problem::allowsAbove);
    for (Face low : oracle.faces(problem::allowsBelow)) {
      for (Face high : above) {
        if (low.low() <= high.high() && problem.allowsFlat(low.low(), high.high())) {
          oracle.tryPair(low, high);
        }
      }
    }
    problem.mean().ifPresent(oracle::tryEqualBreaks);
    return oracle.best();
  }

  private void tryPair(Face low, Face high) {
    double[][] columns = columns(low, problem::below);
    int second = 1 + columns.length;
    fit(join(columns, columns(high, problem::above)))
        .filter(fit -> fit.coefficient(1) > 0 && fit.coefficient(second) > 0)
        .filter(fit -> allows(breakOf(low, fit, 1), breakOf(high, fit, second)))
        .ifPresent(this::keep);
  }

  private boolean allows(double breakBelow, double breakAbove) {
    return breakBelow <= breakAbove
        && problem.allowsBelow(breakBelow)
        && problem.allowsAbove(breakAbove)
        && problem.allowsFlat(breakBelow, breakAbove);
  }

  /** {@code below·(τ − x)⁺ + above·(x − τ)⁺ = (below + above)·(τ − x)⁺ + above·(x − τ)}. */
  private void tryEqualBreaks(double[] mean) {
    for (Face face : faces(problem::allowsBelow, problem::allowsAbove)) {
      fit(join(new double[][] {mean}, columns(face, problem::below)))
          .filter(fit -> fit.coefficient(1) > 0 && fit.coefficient(2) > fit.coefficient(1))
          .filter(fit -> allows(breakOf(face, fit, 2), breakOf(face, fit, 2)))
          .ifPresent(this::keep);
    }
  }

  private void keep(LinearFit fit) {
    best = Math.min(best, fit.sse());
  }

  private OptionalDouble best() {
    return best < Double.POSITIVE_INFINITY ? OptionalDouble.of(best) : OptionalDouble.empty();
  }

  private Optional<LinearFit> fit(double[][] columns) {
    try {
      return Optional.of(problem.fit(columns));
    } catch (IllegalArgumentException dependentColumns) {
      return Optional.empty();
    }
  }

  /** All rays and cells between cuts, and where a condition starts or stops to hold. */
  private List<Face> faces(DoublePredicate... conditions) {
    double[] cuts = Arrays.stream(problem.cuts()).sorted().distinct().toArray();
    List<Double> nodes = new ArrayList<>();
    for (int k = 0; k < cuts.length; k++) {
      nodes.add(cuts[k]);
      if (k + 1 < cuts.length) {
        // strict counts change right beside a cut, sums anywhere
        double low = Math.nextUp(cuts[k]);
        double high = Math.nextDown(cuts[k + 1]);
        nodes.add(low);
        nodes.add(high);
        for (DoublePredicate condition : conditions) {
          if (condition.test(low) != condition.test(high)) {
            nodes.add(switchPoint(low, high, condition));
          }
        }
      }
    }
    List<Face> faces = new ArrayList<>();
    double[] ascending = nodes.stream().mapToDouble(x -> x).sorted().distinct().toArray();
    for (int k = 0; k < ascending.length; k++) {
      faces.add(new Face(ascending[k], ascending[k]));
      if (k + 1 < ascending.length && Math.nextUp(ascending[k]) < ascending[k + 1]) {
        faces.add(new Face(ascending[k], ascending[k + 1]));
      }
    }
    return faces;
  }

  /** Bisection; the end on which the condition holds. */
  private static double switchPoint(double one, double other, DoublePredicate allowed) {
    double yes = allowed.test(one) ? one : other;
    double no = allowed.test(one) ? other : one;
    for (int step = 0; step < 60; step++) {
      double middle = (yes + no) / 2;
      if (allowed.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }

  /** The hinge at the low end; inside a cell also its change per unit of break. */
  private static double[][] columns(Face face, DoubleFunction<double[]> hinge) {
    double[] low = hinge.apply(face.low());
    if (face.isRay()) {
      return new double[][] {low};
    }
    double[] high = hinge.apply(face.high());
    double[] step = new double[low.length];
    Arrays.setAll(step, i -> (high[i] - low[i]) / (face.high() - face.low()));
    return new double[][] {low, step};
  }

  /** The break of a solution; NaN when it is not inside its cell. */
  private static double breakOf(Face face, LinearFit fit, int column) {
    if (face.isRay()) {
      return face.low();
    }
    double breakAt = face.low() + fit.coefficient(column + 1) / fit.coefficient(column);
    return breakAt > face.low() && breakAt < face.high() ? breakAt : Double.NaN;
  }

  private static double[][] join(double[][] some, double[][] more) {
    double[][] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
