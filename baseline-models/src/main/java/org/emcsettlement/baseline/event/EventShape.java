package org.emcsettlement.baseline.event;

import java.util.Arrays;

/**
 * The course of an event over the rows of a series: its share of the full effect on each day.
 *
 * @param kind LEVEL_SHIFT, TEMPORARY or DRIFT
 * @param from its first row
 * @param to the row after its last one; a drift stays at its full effect from there on
 * @param end the row after the last one of its baseline or reporting period
 */
record EventShape(DetectedEvent.Kind kind, int from, int to, int end) {

  /** Writes the share of every row from {@link #from} on; rows before stay as they are. */
  void write(long[] day, double[] column) {
    Arrays.fill(column, from, to, 1);
    Arrays.fill(column, to, column.length, 0);
    if (kind == DetectedEvent.Kind.DRIFT) {
      double length = (double) (day[to - 1] + 1 - day[from]);
      for (int i = from; i < to; i++) {
        column[i] = (double) (day[i] + 1 - day[from]) / length;
      }
      Arrays.fill(column, to, end, 1);
    }
  }

  /** Whether the bounds inside the period lie so many rows from those of another course. */
  boolean isApart(EventShape other, int rows) {
    return isApart(from, other, rows) && (to == end || isApart(to, other, rows));
  }

  private static boolean isApart(int bound, EventShape other, int rows) {
    boolean ends = other.to == other.end;
    return Math.abs(bound - other.from) >= rows && (ends || Math.abs(bound - other.to) >= rows);
  }

  /** The share of every row. */
  double[] column(long[] day) {
    double[] column = new double[day.length];
    write(day, column);
    return column;
  }
}
