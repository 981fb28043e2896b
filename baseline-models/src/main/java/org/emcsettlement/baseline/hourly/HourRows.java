package org.emcsettlement.baseline.hourly;

import org.emcsettlement.baseline.model.HourSet;

/**
 * Hours side by side: what a fit of time of week and temperature rests on.
 *
 * @param hourOfWeek local hour of the week, 0 is Monday 00:00–01:00
 * @param use use in the hour
 * @param temperature mean outdoor temperature of the hour, in the unit of the fit
 * @param weight weight of the hour
 */
record HourRows(int[] hourOfWeek, double[] use, double[] temperature, double[] weight) {

  /** The hours of a week. */
  static final int WEEK = HourSet.HOURS;

  private static HourRows ofSize(int size) {
    return new HourRows(new int[size], new double[size], new double[size], new double[size]);
  }

  /** {@return the number of hours} */
  int size() {
    return use.length;
  }

  /** {@return the hours whose hour of week is chosen, in the same order} */
  HourRows where(boolean[] chosen) {
    double[] chosenWeight = new double[size()];
    for (int i = 0; i < chosenWeight.length; i++) {
      chosenWeight[i] = chosen[hourOfWeek[i]] ? weight[i] : 0;
    }
    return weighted(chosenWeight);
  }

  /**
   * {@return the hours with other weights, in the same order; those without weight are left out}
   */
  HourRows weighted(double[] weights) {
    int count = 0;
    for (double w : weights) {
      count += w > 0 ? 1 : 0;
    }
    HourRows part = ofSize(count);
    int to = 0;
    for (int i = 0; i < size(); i++) {
      if (weights[i] > 0) {
        part.hourOfWeek[to] = hourOfWeek[i];
        part.use[to] = use[i];
        part.temperature[to] = temperature[i];
        part.weight[to++] = weights[i];
      }
    }
    return part;
  }
}
