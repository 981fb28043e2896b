package org.emcsettlement.baseline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.emcsettlement.baseline.event.DetectedEvent.Kind;
import org.junit.jupiter.api.Test;

/** Sums over bounds against whole columns, on days with gaps. */
class CourseScanTest {

  private static final int ROWS = 60;
  private static final EventSpan SPAN =
      new EventSpan(DetectedEvent.Within.REPORTING, 10, ROWS - 10);
  private static final List<EventShape> SHAPES = SPAN.shapes(5, 12, 3);

  private final Random random = new Random(1);
  private final long[] day = days();
  private final ResidualNoise noise = new ResidualNoise(day, 0.9, 0.7);

  private static long[] days() {
    long[] day = new long[ROWS];
    for (int i = 1; i < ROWS; i++) {
      day[i] = day[i - 1] + (i % 7 == 0 ? 4 : 1);
    }
    return day;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void weighingIsTheTransposeOfWhitening() {
    double[] one = random.doubles(ROWS).toArray();
    double[] other = random.doubles(ROWS).toArray();
    assertThat(dot(noise.weighed(one), other))
        .isCloseTo(dot(one, noise.whitened(other)), within(1e-11));
  }

  @Test
  void productsOfCoursesAreThoseOfTheirColumns() {
    int[] bounds =
        SHAPES.stream()
            .flatMap(shape -> List.of(shape.from(), shape.to()).stream())
            .mapToInt(Integer::intValue)
            .filter(row -> row < SPAN.to())
            .sorted()
            .distinct()
            .toArray();
    CourseSums sums = new CourseSums(day, SPAN, bounds);
    double[] weight = random.doubles(ROWS).toArray();
    double[] products = sums.products(weight);
    double[][] squares = sums.squares(noise);
    assertThat(SHAPES).extracting(EventShape::kind).contains(Kind.DRIFT);
    for (EventShape shape : SHAPES) {
      double[] column = shape.column(day);
      double[] white = noise.whitened(column);
      CourseSums.Course course = sums.course(shape);
      assertThat(course.product(products)).isCloseTo(dot(column, weight), within(1e-11));
      assertThat(course.square(squares)).isCloseTo(dot(white, white), within(1e-9));
    }
  }

  @Test
  void theBestCourseIsThatOfTheLeastDeviance() {
    double[] value = random.doubles(ROWS).toArray();
    double[] level = SPAN.level(ROWS);
    double[] trend = random.doubles(ROWS).toArray();
    ResidualNoise white = new ResidualNoise(day, 0, 0);
    CourseScan scan = new CourseScan(List.of(white, noise), day, SPAN, SHAPES);
    Collection<CourseScan.Best> best =
        scan.best(value, new double[][] {level, trend}, shape -> true, 0);
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.UNIT_CHANGE))) {
      List<Double> deviances = new ArrayList<>();
      for (EventShape shape : SHAPES) {
        if (shape.kind() == kind) {
          double[][] columns = {level, trend, shape.column(day)};
          for (ResidualNoise either : List.of(white, noise)) {
            deviances.add(
                ROWS * Math.log(either.fit(value, columns).sse()) + either.logDeterminant());
          }
        }
      }
      assertThat(
              best.stream()
                  .filter(found -> found.shape().kind() == kind)
                  .mapToDouble(CourseScan.Best::deviance)
                  .min()
                  .orElseThrow())
          .isCloseTo(Collections.min(deviances), within(1e-9));
    }
  }
}
