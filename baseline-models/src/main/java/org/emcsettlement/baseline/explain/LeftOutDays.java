package org.emcsettlement.baseline.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.period.Period;

/**
 * Days of the baseline period that do not count, for one reason.
 *
 * @param reason what is missing: {@code USE}, {@code TEMPERATURE}, or the name of a driver; or what
 *     a method takes the days for: {@code LEAK}, {@code BURST}, {@code CATCH_UP}, {@code RESET},
 *     {@code DEAD_METER}
 * @param zh the reason in Chinese
 * @param en the reason in English
 * @param runs the days in runs without a break, in order; at least one
 */
public record LeftOutDays(String reason, String zh, String en, List<Period> runs) {

  static final String USE = "USE";

  /** Gathers single days, ascending, into runs. */
  static List<Period> runs(List<LocalDate> days) {
    List<Period> runs = new ArrayList<>();
    for (LocalDate day : days) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).end().equals(day)) {
        runs.set(last, Period.of(runs.get(last).start(), day.plusDays(1)));
      } else {
        runs.add(Period.of(day, day.plusDays(1)));
      }
    }
    return runs;
  }

  /** {@return how many days they are} */
  public int count() {
    return runs.stream().mapToInt(Period::days).sum();
  }

  /** {@return the first of them} */
  public LocalDate first() {
    return runs.get(0).start();
  }

  /** {@return the last of them} */
  public LocalDate last() {
    return runs.get(runs.size() - 1).end().minusDays(1);
  }
}
