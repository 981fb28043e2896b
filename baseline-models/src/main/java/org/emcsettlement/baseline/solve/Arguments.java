package org.emcsettlement.baseline.solve;

/** Preconditions on arrays; every message names the argument, the value and the rule. */
final class Arguments {

  private Arguments() {}

  static void length(String name, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          name + " has " + actual + " entries, must have " + expected + ", one per row");
    }
  }

  static void finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + ", must be finite");
      }
    }
  }

  static void positive(String name, double[] values) {
    finite(name, values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] <= 0) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + ", must be greater than zero");
      }
    }
  }

  static void columns(String name, double[][] columns, int rows) {
    for (int j = 0; j < columns.length; j++) {
      String column = name + "[" + j + "]";
      length(column, columns[j].length, rows);
      finite(column, columns[j]);
    }
  }

  static void notNegative(String name, Number value) {
    if (!(value.doubleValue() >= 0 && value.doubleValue() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", must be finite and not negative");
    }
  }
}
