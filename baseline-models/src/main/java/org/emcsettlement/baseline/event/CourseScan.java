package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Looks through many courses of one period for those that explain most, under each of some noises.
 */
final class CourseScan {

  /** Of a course, what is left of its squares beside columns that hold it already. */
  private static final double HELD = 1e-9;

  private final List<ResidualNoise> noises;
  private final List<EventShape> shapes;
  private final List<CourseSums.Course> courses = new ArrayList<>();
  private final CourseSums sums;
  private final List<double[]> squares = new ArrayList<>();

  /**
   * A course that explains more than others.
   *
   * @param shape the course
   * @param noise the noise under which it is most likely
   * @param deviance of the model with it
   */
  record Best(EventShape shape, ResidualNoise noise, double deviance) {}

  /**
   * Prepares a search.
   *
   * @param noises the noises, one of which holds
   * @param day the days, ascending
   * @param span the period
   * @param shapes courses within it
   */
  CourseScan(List<ResidualNoise> noises, long[] day, EventSpan span, List<EventShape> shapes) {
    this.noises = noises;
    this.shapes = shapes;
    int[] bounds =
        shapes.stream()
            .flatMapToInt(shape -> IntStream.of(shape.from(), shape.to()))
            .filter(row -> row < span.to())
            .sorted()
            .distinct()
            .toArray();
    sums = new CourseSums(day, span, bounds);
    shapes.forEach(shape -> courses.add(sums.course(shape)));
    for (ResidualNoise noise : noises) {
      double[][] starts = sums.squares(noise);
      squares.add(courses.stream().mapToDouble(course -> course.square(starts)).toArray());
    }
  }

  /**
   * The courses that explain most, of every kind and under any of the noises, each with the noise
   * under which it is most likely.
   *
   * @param value the residuals
   * @param columns the model beside which they stand
   * @param admitted which courses to look at
   * @param least the smallest effect that counts
   */
  Collection<Best> best(
      double[] value, double[][] columns, Predicate<EventShape> admitted, double least) {
    List<Integer> looked =
        IntStream.range(0, shapes.size())
            .filter(s -> admitted.test(shapes.get(s)))
            .boxed()
            .toList();
    Map<EventShape, Best> best = new LinkedHashMap<>();
    for (int g = 0; g < noises.size(); g++) {
      ResidualNoise noise = noises.get(g);
      WhitenedModel model = noise.around(value, columns);
      for (Explaining most : explaining(model, squares.get(g), looked, least)) {
        best.merge(
            most.shape(),
            new Best(most.shape(), noise, model.devianceWithout(most.squares())),
            (one, other) -> other.deviance() < one.deviance() ? other : one);
      }
    }
    return best.values();
  }

  /** A course and the squares that it explains. */
  private record Explaining(EventShape shape, double squares) {}

  /** The courses of every kind that explain most of what a model leaves over. */
  private Collection<Explaining> explaining(
      WhitenedModel model, double[] own, List<Integer> looked, double least) {
    double[] rest = sums.products(model.rest());
    List<double[]> directions = model.directions().stream().map(sums::products).toList();
    Map<DetectedEvent.Kind, Explaining> most = new EnumMap<>(DetectedEvent.Kind.class);
    for (int s : looked) {
      CourseSums.Course course = courses.get(s);
      double left = own[s];
      for (double[] direction : directions) {
        double share = course.product(direction);
        left -= share * share;
      }
      double product = course.product(rest);
      if (left > HELD * own[s] && Math.abs(product) >= least * left) {
        EventShape shape = shapes.get(s);
        Explaining before = most.get(shape.kind());
        double explained = product * product / left;
        if (before == null || explained > before.squares()) {
          most.put(shape.kind(), new Explaining(shape, explained));
        }
      }
    }
    return most.values();
  }
}
