package org.emcsettlement.core.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * How a part of a period is measured as a fraction of it; the name is what contracts store
 * (settlement-methods, section 1).
 */
public enum DayCount {
  /** Days of the part over the true days of the full period. The default. */
  ACT_ACTUAL_IN_PERIOD("ACT/ACTUAL-IN-PERIOD") {
    @Override
    DayFraction of(Period part, Period full) {
      return new DayFraction(part.days(), full.days());
    }
  },
  /** Days of the part over 365, whatever the year. */
  ACT_365F("ACT/365F") {
    @Override
    DayFraction of(Period part, Period full) {
      return new DayFraction(part.days(), 365);
    }
  },
  /**
   * Every month has 30 days and the year 360; a date on the 31st counts as the 30th (30/360 bond
   * basis: the end moves from 31 to 30 only if the start lies on 30 or 31).
   */
  THIRTY_360("30/360") {
    @Override
    DayFraction of(Period part, Period full) {
      return new DayFraction(days360(part), 360);
    }
  },
  /** Every month is one twelfth of the year; inside a month by its own days. */
  MONTH_EQUAL("MONTH_EQUAL") {
    @Override
    DayFraction of(Period part, Period full) {
      long numerator = 0;
      for (Period month : part.months()) {
        numerator += (long) month.days() * (MONTH_UNIT / Period.monthOf(month.start()).days());
      }
      return new DayFraction(numerator, 12 * MONTH_UNIT);
    }
  };

  /** The least common multiple of 28, 29, 30 and 31: one month in its smallest common part. */
  private static final long MONTH_UNIT = 377_580;

  private final String code;

  DayCount(String code) {
    this.code = code;
  }

  /** {@return the stable name} */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * Looks a day count up.
   *
   * @param code its stable name
   * @return the day count
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DayCount of(String code) {
    return Arrays.stream(values())
        .filter(dayCount -> dayCount.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "day count \"" + code + "\" is unknown; known: " + Arrays.toString(values())));
  }

  /**
   * A part as a fraction.
   *
   * @param part the part, inside the full period
   * @param full the period that amounts are stated for: any for ACT/ACTUAL-IN-PERIOD, a year for
   *     the others
   * @return the fraction
   * @throws IllegalArgumentException if the part leaves the full period
   */
  public DayFraction fraction(Period part, Period full) {
    if (!part.isEmpty() && !full.encloses(part)) {
      throw new IllegalArgumentException("part " + part + " is not inside " + full);
    }
    return part.isEmpty() ? new DayFraction(0, 1) : of(part, full);
  }

  abstract DayFraction of(Period part, Period full);

  private static long days360(Period part) {
    LocalDate start = part.start();
    LocalDate end = part.end();
    int startDay = Math.min(start.getDayOfMonth(), 30);
    int endDay = startDay == 30 ? Math.min(end.getDayOfMonth(), 30) : end.getDayOfMonth();
    return 360L * (end.getYear() - start.getYear())
        + 30L * (end.getMonthValue() - start.getMonthValue())
        + (endDay - startDay);
  }

  @Override
  public String toString() {
    return code;
  }
}
