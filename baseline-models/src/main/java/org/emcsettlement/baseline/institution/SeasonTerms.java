package org.emcsettlement.baseline.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.baseline.model.DaysBefore;
import org.emcsettlement.baseline.model.TenDays;
import org.emcsettlement.baseline.model.YearWave;

/**
 * What comes with the time of the year and with time itself, all of it shrunk, because one year
 * tells little about it.
 *
 * <ul>
 *   <li>Two waves over the year: light, ventilation, habits.
 *   <li>Levels of working days by ten-day period: terms, vacations, closures.
 *   <li>A level that walks: steps every 60 days back from the end of the data. The steps count only
 *       before their date, so the baseline goes on from where the building is, not from where it
 *       was on average.
 * </ul>
 *
 * <p>Precisions are in units of the residual variance: a step of the level has a standard deviation
 * of 0.22, the working days of a ten-day period 0.58, a wave 0.22 of that of a day. Between a
 * quarter and four times these values predictions hardly change.
 */
final class SeasonTerms {

  static final double TEN_DAY_PRECISION = 3;

  private static final double WAVE_PRECISION = 20;
  private static final int WAVES = 2;
  private static final double STEP_PRECISION = 20;
  private static final int STEP_DAYS = 60;

  /** Days that a step must have before it. */
  private static final int LEAST_DAYS = 30;

  private SeasonTerms() {}

  static List<Term> terms(DayRows rows) {
    List<Term> terms = new ArrayList<>();
    for (int k = 1; k <= WAVES; k++) {
      for (YearWave.Phase phase : YearWave.Phase.values()) {
        YearWave wave = new YearWave(phase, k);
        terms.add(new Term(wave, values(rows, wave), Term.Role.SHRUNK, WAVE_PRECISION));
      }
    }
    if (rows.size() > 0) {
      LocalDate step = rows.date(rows.size() - 1).plusDays(1).minusDays(STEP_DAYS);
      for (double[] values = before(rows, step);
          values.length > 0;
          step = step.minusDays(STEP_DAYS), values = before(rows, step)) {
        terms.add(new Term(new DaysBefore(step), values, Term.Role.SHRUNK, STEP_PRECISION));
      }
    }
    return terms;
  }

  private static double[] values(DayRows rows, YearWave wave) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = wave.value(rows.date(i));
    }
    return values;
  }

  /** One on days before a date; empty if there are too few. */
  private static double[] before(DayRows rows, LocalDate date) {
    double[] values = new double[rows.size()];
    int count = 0;
    while (count < values.length && rows.date(count).isBefore(date)) {
      values[count++] = 1;
    }
    return count < LEAST_DAYS ? new double[0] : values;
  }

  /** The ten-day period of each working day, from 0; −1 on days of rest. */
  static int[] tenDayPeriods(DayRows rows) {
    int[] periods = new int[rows.size()];
    for (int i = 0; i < periods.length; i++) {
      periods[i] = rows.working()[i] ? TenDays.numberOf(rows.date(i)) - 1 : -1;
    }
    return periods;
  }
}
