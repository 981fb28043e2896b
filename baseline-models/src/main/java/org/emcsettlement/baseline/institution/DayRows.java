package org.emcsettlement.baseline.institution;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.emcsettlement.baseline.model.DailySample;
import org.emcsettlement.baseline.model.Lag;

/**
 * The days of a sample on which the weighted temperature T* is known, in time order.
 *
 * @param index the row of each day in the sample
 * @param dates the days
 * @param use use per day [canonical unit/d]
 * @param celsius T* of each day [hundredths of °C]; zeros without a station
 * @param working whether each day is worked
 * @param lag the weight of the day before in T*
 * @param sample where they come from
 */
record DayRows(
    int[] index,
    List<LocalDate> dates,
    double[] use,
    int[] celsius,
    boolean[] working,
    Lag lag,
    DailySample sample) {

  static final double HUNDREDTHS = 100;

  static DayRows of(DailySample sample, Lag lag) {
    boolean both = sample.hasTemperature() && !lag.isNone();
    int[] index =
        IntStream.range(0, sample.size())
            .filter(i -> !both || !Double.isNaN(sample.previousTemperature()[i]))
            .toArray();
    int n = index.length;
    double[] use = new double[n];
    boolean[] working = new boolean[n];
    for (int i = 0; i < n; i++) {
      use[i] = sample.use()[index[i]];
      working[i] = sample.working()[index[i]];
    }
    List<LocalDate> dates = IntStream.of(index).mapToObj(sample::date).toList();
    int[] celsius = sample.hasTemperature() ? weighted(sample, index, lag) : new int[n];
    return new DayRows(index, dates, use, celsius, working, lag, sample);
  }

  /** The same days with another weight, none where the day before is unknown on one of them. */
  DayRows with(Lag other) {
    return new DayRows(index, dates, use, weighted(sample, index, other), working, other, sample);
  }

  private static int[] weighted(DailySample sample, int[] index, Lag lag) {
    int[] celsius = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      int today = hundredths(sample.temperature()[index[i]]);
      celsius[i] =
          lag.isNone()
              ? today
              : lag.hundredths(today, hundredths(sample.previousTemperature()[index[i]]));
    }
    return celsius;
  }

  private static int hundredths(double celsius) {
    return (int) Math.rint(celsius * HUNDREDTHS);
  }

  int size() {
    return use.length;
  }

  LocalDate date(int i) {
    return dates.get(i);
  }

  DayOfWeek weekday(int i) {
    return dates.get(i).getDayOfWeek();
  }

  double[] temperature() {
    double[] temperature = new double[size()];
    for (int i = 0; i < temperature.length; i++) {
      temperature[i] = celsius[i] / HUNDREDTHS;
    }
    return temperature;
  }

  /** The values of a linear driver on these days. */
  double[] driver(int j) {
    return IntStream.of(index).mapToDouble(i -> sample.covariates()[j][i]).toArray();
  }
}
