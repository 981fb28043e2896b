package org.emcsettlement.baseline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;

/**
 * The data of a baseline period as a sufficiency set sees them: rows of use, daily or billing, and
 * which hours have an outdoor temperature. Immutable.
 */
public final class DataCoverage {

  private static final int HOUR = 3600;

  private final Commodity commodity;
  private final Resolution resolution;
  private final ZoneId zone;
  private final List<UseRow> rows;
  private final LongPredicate hasTemperature;
  private final List<Hours> hoursOfRows;

  /**
   * Hours of a row or a day.
   *
   * @param all all hours begun
   * @param known those with a temperature
   */
  record Hours(int all, int known) {

    double share() {
      return (double) known / all;
    }
  }

  /** A local day and its hours. */
  record Day(LocalDate date, Hours hours) {}

  private DataCoverage(
      Commodity commodity,
      Resolution resolution,
      ZoneId zone,
      List<UseRow> rows,
      LongPredicate hasTemperature) {
    this.commodity = commodity;
    this.resolution = resolution;
    this.zone = zone;
    this.rows = List.copyOf(rows);
    this.hasTemperature = hasTemperature;
    this.hoursOfRows = this.rows.stream().map(row -> hours(row.start(), row.end())).toList();
  }

  /**
   * Data of a baseline period.
   *
   * @param commodity what is used
   * @param resolution daily or billing
   * @param zone the zone of local days
   * @param rows rows of use in time order; a day or bill without a value has its row too
   * @param hasTemperature whether the hour that begins at an instant [epoch s] has a temperature;
   *     must not change afterwards
   * @return the data
   * @throws IllegalArgumentException if rows overlap or are out of order
   */
  public static DataCoverage of(
      Commodity commodity,
      Resolution resolution,
      ZoneId zone,
      List<UseRow> rows,
      LongPredicate hasTemperature) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).start() < rows.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " starts at "
                + rows.get(i).start()
                + ", must not start before the end "
                + rows.get(i - 1).end()
                + " of the row before");
      }
    }
    return new DataCoverage(commodity, resolution, zone, rows, hasTemperature);
  }

  /** The same data with other rows. */
  DataCoverage withRows(List<UseRow> others) {
    return new DataCoverage(commodity, resolution, zone, others, hasTemperature);
  }

  private Hours hours(long start, long end) {
    int all = 0;
    int known = 0;
    for (long hour = start; hour < end; hour += HOUR) {
      all++;
      known += hasTemperature.test(hour) ? 1 : 0;
    }
    return new Hours(all, known);
  }

  /** {@return what is used} */
  public Commodity commodity() {
    return commodity;
  }

  /** {@return daily or billing} */
  public Resolution resolution() {
    return resolution;
  }

  /** {@return the rows of use in time order} */
  public List<UseRow> rows() {
    return rows;
  }

  /** {@return the local dates from the first row to the last} */
  public Period period() {
    return rows.isEmpty()
        ? Period.of(LocalDate.EPOCH, LocalDate.EPOCH)
        : period(rows.get(0), rows.get(rows.size() - 1));
  }

  /** The local dates from one row to another. */
  Period period(UseRow first, UseRow last) {
    LocalDate begin = date(first);
    LocalDate end = Instant.ofEpochSecond(last.end()).atZone(zone).toLocalDate();
    return Period.of(begin, end.isBefore(begin) ? begin : end);
  }

  /** The local date on which a row begins. */
  LocalDate date(UseRow row) {
    return Instant.ofEpochSecond(row.start()).atZone(zone).toLocalDate();
  }

  Hours hours(int row) {
    return hoursOfRows.get(row);
  }

  /** Every local day of the period with its hours. */
  List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (LocalDate date : period().dates().toList()) {
      long start = date.atStartOfDay(zone).toEpochSecond();
      long end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
      days.add(new Day(date, hours(start, end)));
    }
    return days;
  }
}
