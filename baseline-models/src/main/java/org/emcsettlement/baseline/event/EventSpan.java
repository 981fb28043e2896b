package org.emcsettlement.baseline.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the baseline or of the reporting period. Each has a level of its own: a constant
 * difference between them is what savings look like and no event.
 *
 * @param within which of them it is
 * @param from its first row
 * @param to the row after its last one
 */
record EventSpan(DetectedEvent.Within within, int from, int to) {

  /** The spans of a series that have rows. */
  static List<EventSpan> of(ResidualSeries series) {
    int n = series.size();
    int border = 0;
    while (border < n
        && series.reportingStart().filter(series.date(border)::isBefore).isPresent()) {
      border++;
    }
    if (series.reportingStart().isEmpty()) {
      border = n;
    }
    List<EventSpan> spans = new ArrayList<>();
    if (border > 0) {
      spans.add(new EventSpan(DetectedEvent.Within.BASELINE, 0, border));
    }
    if (border < n) {
      spans.add(new EventSpan(DetectedEvent.Within.REPORTING, border, n));
    }
    return spans;
  }

  int rows() {
    return to - from;
  }

  double[] level(int size) {
    return new EventShape(DetectedEvent.Kind.LEVEL_SHIFT, from, to, to).column(new long[size]);
  }

  /**
   * Every course that is looked for: bounds every {@code step} rows, {@code shortest} rows at least
   * on either side of a bound, drifts of {@code slow} rows at least.
   */
  List<EventShape> shapes(int shortest, int slow, int step) {
    List<Integer> bounds = new ArrayList<>();
    for (int row = from + shortest; row <= to - shortest; row += step) {
      bounds.add(row);
    }
    List<EventShape> shapes = new ArrayList<>();
    for (int first : bounds) {
      shapes.add(new EventShape(DetectedEvent.Kind.LEVEL_SHIFT, first, to, to));
      for (int last : bounds) {
        if (last - first >= shortest) {
          shapes.add(new EventShape(DetectedEvent.Kind.TEMPORARY, first, last, to));
        }
      }
    }
    bounds.add(0, from);
    bounds.add(to);
    for (int first : bounds) {
      for (int last : bounds) {
        if (last - first >= slow) {
          shapes.add(new EventShape(DetectedEvent.Kind.DRIFT, first, last, to));
        }
      }
    }
    return shapes;
  }

  /**
   * The courses of the same kind with bounds moved by less than a step, {@code margin} rows at
   * least from the ends of the period.
   */
  List<EventShape> around(EventShape shape, int margin, int shortest, int step) {
    List<EventShape> shapes = new ArrayList<>();
    for (int first = shape.from() - step + 1; first < shape.from() + step; first++) {
      for (int last = shape.to() - step + 1; last < shape.to() + step; last++) {
        boolean ends = shape.kind() == DetectedEvent.Kind.LEVEL_SHIFT;
        boolean inside = first >= from + margin && (ends ? last == to : last <= to - margin);
        if (inside && last - first >= shortest) {
          shapes.add(new EventShape(shape.kind(), first, last, to));
        }
      }
    }
    return shapes;
  }
}
