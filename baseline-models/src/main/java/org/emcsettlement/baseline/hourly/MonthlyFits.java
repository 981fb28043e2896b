package org.emcsettlement.baseline.hourly;

import java.util.Arrays;
import java.util.Optional;
import org.emcsettlement.baseline.model.Fahrenheit;
import org.emcsettlement.baseline.model.HourlySample;
import org.jspecify.annotations.Nullable;

/**
 * CalTRACK hourly as eemeter 3 computes it: a fit of time of week and temperature per calendar
 * month, on the hours of that month with weight one and those of the months before and after it
 * with one half, in whichever years they lie.
 *
 * <p>Fits are in °F: the bin endpoints are, and where data leave a slope open the smallest solution
 * depends on the scale.
 */
final class MonthlyFits {

  /** Months of a year. */
  static final int MONTHS = 12;

  /** Endpoints of temperature bins to begin with (CalTRACK 3.9) [°F]. */
  private static final double[] ENDPOINTS = {30, 45, 55, 65, 75, 90};

  /** Least number of hours in a bin. */
  private static final int LEAST_HOURS = 20;

  /** The plain model behind occupancy heats below this (CalTRACK 3.8) [°F]. */
  private static final double HEATING_BELOW = 50;

  /** It cools above this [°F]. */
  private static final double COOLING_ABOVE = 65;

  private static final double NEIGHBOUR = 0.5;

  private final @Nullable TimeOfWeekFit[] fits;

  private MonthlyFits(@Nullable TimeOfWeekFit[] fits) {
    this.fits = fits;
  }

  /**
   * Fits the twelve months on temperatures as measured.
   *
   * @param sample the hours
   * @return the fits
   */
  static MonthlyFits of(HourlySample sample) {
    double[] fahrenheit = new double[sample.size()];
    for (int i = 0; i < fahrenheit.length; i++) {
      fahrenheit[i] = Fahrenheit.of(sample.celsius()[i]);
    }
    HourRows hours = hours(sample, fahrenheit);
    @Nullable TimeOfWeekFit[] fits = new TimeOfWeekFit[MONTHS];
    for (int month = 1; month <= MONTHS; month++) {
      HourRows rows = hours.weighted(weights(month, sample.month()));
      if (rows.size() > 0) {
        fits[month - 1] = fit(rows);
      }
    }
    return new MonthlyFits(fits);
  }

  private static TimeOfWeekFit fit(HourRows rows) {
    boolean[] occupied = OccupiedHours.of(rows, HEATING_BELOW, COOLING_ABOVE);
    double[] at = rows.where(occupied).temperature();
    double[] off = rows.where(TimeOfWeekFit.opposite(occupied)).temperature();
    return new TimeOfWeekFit(
        rows,
        occupied,
        TemperatureBins.filled(ENDPOINTS, at, LEAST_HOURS),
        TemperatureBins.filled(ENDPOINTS, off, LEAST_HOURS));
  }

  /**
   * The same occupancy and bins fitted again on temperatures and endpoints in hundredths of a
   * degree Celsius, on which a frozen baseline is evaluated.
   *
   * @param sample the same hours
   * @return the fits to freeze
   */
  MonthlyFits inHundredths(HourlySample sample) {
    double[] fahrenheit = new double[sample.size()];
    for (int i = 0; i < fahrenheit.length; i++) {
      fahrenheit[i] = Fahrenheit.of(Hundredths.round(sample.celsius()[i]));
    }
    HourRows hours = hours(sample, fahrenheit);
    @Nullable TimeOfWeekFit[] again = new TimeOfWeekFit[MONTHS];
    for (int month = 1; month <= MONTHS; month++) {
      TimeOfWeekFit measured = fits[month - 1];
      if (measured != null) {
        again[month - 1] =
            new TimeOfWeekFit(
                hours.weighted(weights(month, sample.month())),
                measured.occupied(),
                inHundredths(measured.mode(true).bins()),
                inHundredths(measured.mode(false).bins()));
      }
    }
    return new MonthlyFits(again);
  }

  private static TemperatureBins inHundredths(TemperatureBins bins) {
    return new TemperatureBins(
        Arrays.stream(bins.knots())
            .map(knot -> Fahrenheit.of(Hundredths.round(Fahrenheit.celsius(knot))))
            .toArray());
  }

  private static HourRows hours(HourlySample sample, double[] temperature) {
    return new HourRows(sample.hourOfWeek(), sample.use(), temperature, new double[sample.size()]);
  }

  private static double[] weights(int segment, int[] months) {
    double[] weights = new double[months.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          switch (Math.floorMod(months[i] - segment, MONTHS)) {
            case 0 -> 1;
            case 1, MONTHS - 1 -> NEIGHBOUR;
            default -> 0;
          };
    }
    return weights;
  }

  /**
   * {@return the fit that predicts a month, absent if neither it nor its neighbours have an hour}
   *
   * @param month calendar month, from 1
   */
  Optional<TimeOfWeekFit> month(int month) {
    return Optional.ofNullable(fits[month - 1]);
  }

  /** {@return the predicted use of an hour, not a number where no fit says anything} */
  double predict(int month, int hourOfWeek, double celsius) {
    TimeOfWeekFit fit = fits[month - 1];
    return fit == null ? Double.NaN : fit.predict(hourOfWeek, Fahrenheit.of(celsius));
  }
}
