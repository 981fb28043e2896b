package org.emcsettlement.baseline.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Observed and expected use by day, ascending, with gaps: what a fitted baseline left over in its
 * own period and in the reporting period after it. Immutable.
 */
public final class ResidualSeries {

  private final LocalDate[] dates;
  private final double[] observed;
  private final double[] expected;
  private final Optional<LocalDate> reportingStart;

  private ResidualSeries(
      LocalDate[] dates, double[] observed, double[] expected, Optional<LocalDate> reportingStart) {
    this.dates = dates;
    this.observed = observed;
    this.expected = expected;
    this.reportingStart = reportingStart;
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the number of days} */
  public int size() {
    return dates.length;
  }

  /**
   * {@return a day}
   *
   * @param i its index, from 0
   */
  public LocalDate date(int i) {
    return dates[i];
  }

  /** {@return the observed use [canonical unit/d]} */
  public double[] observed() {
    return observed.clone();
  }

  /** {@return the use that the baseline expects [canonical unit/d]} */
  public double[] expected() {
    return expected.clone();
  }

  /** {@return the first day of the reporting period, absent in a series of the baseline only} */
  public Optional<LocalDate> reportingStart() {
    return reportingStart;
  }

  /** The first row on or after a date. */
  int rowOf(LocalDate date) {
    int row = Arrays.binarySearch(dates, date);
    return row < 0 ? -row - 1 : row;
  }

  /** The days as days since 1970. */
  long[] epochDays() {
    return Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray();
  }

  /** Observed less expected use. */
  double[] residuals() {
    double[] residuals = new double[dates.length];
    Arrays.setAll(residuals, i -> observed[i] - expected[i]);
    return residuals;
  }

  double meanExpected() {
    return Arrays.stream(expected).sum() / dates.length;
  }

  /** Takes the days in order. Not thread-safe. */
  public static final class Builder {

    private final List<LocalDate> dates = new ArrayList<>();
    private double[] observed = new double[64];
    private double[] expected = new double[64];
    private Optional<LocalDate> reportingStart = Optional.empty();

    private Builder() {}

    /**
     * Sets where the reporting period begins; days before it belong to the baseline.
     *
     * @param start its first day
     * @return this builder
     */
    public Builder reportingStart(LocalDate start) {
      reportingStart = Optional.of(start);
      return this;
    }

    /**
     * Adds a day.
     *
     * @param date the local date, after the one added before
     * @param use the observed use [canonical unit/d]
     * @param fitted the use that the baseline expects [canonical unit/d]
     * @return this builder
     * @throws IllegalArgumentException if the date does not follow, or a value is not finite
     */
    public Builder day(LocalDate date, double use, double fitted) {
      int n = dates.size();
      if (n > 0 && !date.isAfter(dates.get(n - 1))) {
        throw new IllegalArgumentException(
            "date " + date + " must lie after " + dates.get(n - 1) + ", the one before");
      }
      if (!Double.isFinite(use) || !Double.isFinite(fitted)) {
        throw new IllegalArgumentException(
            "use " + use + " and fitted " + fitted + " of " + date + " must be finite");
      }
      if (n == observed.length) {
        observed = Arrays.copyOf(observed, 2 * n);
        expected = Arrays.copyOf(expected, 2 * n);
      }
      observed[n] = use;
      expected[n] = fitted;
      dates.add(date);
      return this;
    }

    /** {@return the series} */
    public ResidualSeries build() {
      int n = dates.size();
      return new ResidualSeries(
          dates.toArray(LocalDate[]::new),
          Arrays.copyOf(observed, n),
          Arrays.copyOf(expected, n),
          reportingStart);
    }
  }
}
