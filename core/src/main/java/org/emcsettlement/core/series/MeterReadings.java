package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one meter: intervals in time order without overlap, each with an exact quantity
 * in the commodity's canonical unit and a quality. Immutable.
 */
public final class MeterReadings {

  private final MeterFormat format;
  private final IntervalSeries series;

  // computed when first asked for; immutable, so that it does not matter who computes it
  private @Nullable DailyUse daily;
  private @Nullable BilledUse billed;

  MeterReadings(MeterFormat format, IntervalSeries series) {
    this.format = format;
    this.series = series;
  }

  /** {@return the name of the file they were read from} */
  public String name() {
    return series.name();
  }

  /** {@return what the meter counts} */
  public Commodity commodity() {
    return format.commodity();
  }

  /** {@return how the file was read} */
  public MeterFormat format() {
    return format;
  }

  /** {@return the usual length of the intervals} */
  public Resolution resolution() {
    return series.resolution();
  }

  /** {@return the number of intervals, those without a value included} */
  public int size() {
    return series.size();
  }

  /**
   * The start of an interval.
   *
   * @param i its index in time order
   * @return its first instant
   */
  public Instant start(int i) {
    return Instant.ofEpochSecond(series.starts()[i]);
  }

  /**
   * The end of an interval.
   *
   * @param i its index in time order
   * @return the instant after its last one
   */
  public Instant end(int i) {
    return Instant.ofEpochSecond(series.ends()[i]);
  }

  /**
   * The quality of an interval.
   *
   * @param i its index in time order
   * @return its quality
   */
  public Quality quality(int i) {
    return series.quality(i);
  }

  /**
   * The quantity of an interval.
   *
   * @param i its index in time order
   * @return the exact quantity [canonical unit]; 0 where the quality is MISSING
   */
  public Rational quantity(int i) {
    return Rational.ofScaled(series.unscaled()[i], series.scale());
  }

  /** {@return the local dates from the first interval to the end of the last} */
  public Period coverage() {
    return series.coverage();
  }

  /** {@return the identity of the readings} */
  public InputDigest digest() {
    return series.digest();
  }

  /**
   * The identity of the readings of a period, which later readings do not change.
   *
   * @param period the period
   * @return the digest of the readings that start in it
   */
  public InputDigest digest(Period period) {
    return series.digest(period);
  }

  /**
   * The first interval that starts on a day or later.
   *
   * @param date the local date
   * @return its index in time order; {@link #size()} if there is none
   */
  public int firstFrom(LocalDate date) {
    return series.firstFrom(date.atStartOfDay(series.zone()).toEpochSecond());
  }

  /**
   * The same readings with the quantities of a period multiplied, for what-if studies.
   *
   * @param factor what they are multiplied by
   * @param period the days on which the intervals concerned start
   * @return the readings, rounded HALF_UP to nine decimals where the products have more
   */
  public MeterReadings times(BigDecimal factor, Period period) {
    return new MeterReadings(format, series.times(factor, period));
  }

  /** The same readings with some intervals counted as missing. */
  MeterReadings without(BitSet intervals) {
    return new MeterReadings(format, series.without(intervals));
  }

  IntervalSeries series() {
    return series;
  }

  DailyUse daily() {
    DailyUse use = daily;
    if (use == null) {
      use = new DayTotals(series).use(commodity());
      daily = use;
    }
    return use;
  }

  BilledUse billed() {
    BilledUse use = billed;
    if (use == null) {
      use = BilledUse.from(this);
      billed = use;
    }
    return use;
  }
}
