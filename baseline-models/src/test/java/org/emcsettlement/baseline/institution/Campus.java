package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;

/**
 * A building written down day by day: 1 m³ on days of rest, 10 m³ more on working days, none of it
 * in vacations, each day with noise in proportion to it; and what is planted on top.
 */
final class Campus {

  static final WorkCalendar CALENDAR = WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY);
  static final double REST = 1;
  static final double WORK = 10;

  final List<LocalDate> dates;
  final double[] use;

  /** Days without noise. */
  static Campus exact(Period period) {
    return new Campus(period, new Random(0), 0);
  }

  /** Days with a relative noise, of a seed. */
  static Campus noisy(Period period, long seed, double noise) {
    return new Campus(period, new Random(seed), noise);
  }

  private Campus(Period period, Random random, double noise) {
    dates = new ArrayList<>(period.dates().toList());
    use = new double[dates.size()];
    for (int i = 0; i < use.length; i++) {
      double level = REST + (CALENDAR.isWorkingDay(dates.get(i)) ? WORK : 0);
      use[i] = level * Math.max(0, 1 + noise * random.nextGaussian());
    }
  }

  /** On days of a period the building is closed: working days use what days of rest do. */
  Campus closed(String period) {
    return each(period, value -> Math.min(value, REST));
  }

  Campus leak(String period, double rate) {
    return each(period, value -> value + rate);
  }

  Campus reads(String period, double reading) {
    return each(period, value -> reading);
  }

  Campus each(String period, java.util.function.DoubleUnaryOperator change) {
    for (int i = 0; i < use.length; i++) {
      if (Period.parse(period).contains(dates.get(i))) {
        use[i] = change.applyAsDouble(use[i]);
      }
    }
    return this;
  }

  WaterDays days() {
    boolean[] working = new boolean[use.length];
    for (int i = 0; i < use.length; i++) {
      working[i] = CALENDAR.isWorkingDay(dates.get(i));
    }
    return new WaterDays(dates, use.clone(), working, new double[0][]);
  }

  /** The days without those of a period. */
  WaterDays without(String period) {
    WaterDays all = days();
    return all.only(
        java.util.stream.IntStream.range(0, use.length)
            .filter(i -> !Period.parse(period).contains(dates.get(i)))
            .toArray());
  }
}
