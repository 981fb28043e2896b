package org.emcsettlement.core.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.jspecify.annotations.Nullable;

/**
 * Daily mean outdoor temperatures of one station, in whole hundredths of a degree Celsius: the
 * exact mean of the day's readings rounded HALF_UP to 0.01 °C. This value is both fitted and
 * evaluated.
 *
 * <p>A day has a mean when at most one of its hours is missing.
 */
public final class DailyTemperature {

  private static final int NONE = Integer.MIN_VALUE;
  private static final String CELSIUS = "celsius";
  private static final String FAHRENHEIT = "fahrenheit";
  private static final BigDecimal FREEZING_FAHRENHEIT = BigDecimal.valueOf(32);
  private static final BigDecimal FAHRENHEIT_PER_CELSIUS = new BigDecimal("1.8");
  private static final int CONVERTED_DECIMALS = 6;
  private static final BigDecimal LIMIT = BigDecimal.valueOf(60);

  /** One impossible value in so many is still a sensor's fault. */
  private static final int MOST_FAULTS = 10;

  private final Period coverage;
  private final int[] hundredths;
  private final IntervalSeries series;

  // computed when first asked for; immutable, so that it does not matter who computes it
  private @Nullable HourlyTemperature hours;
  private @Nullable InputDigest digest;

  private DailyTemperature(IntervalSeries series, Period coverage, int[] hundredths) {
    this.coverage = coverage;
    this.hundredths = hundredths;
    this.series = series;
  }

  /**
   * Reads a station's file: hourly or daily temperatures.
   *
   * <pre>
   * time,celsius
   * 2025-07-01T00:00:00+08:00,26.4
   * </pre>
   *
   * <p>Time columns are those of {@link MeterFile}, also {@code time_local} and {@code time_utc};
   * the value column is {@code celsius} or {@code value_celsius}. Degrees Fahrenheit in {@code
   * fahrenheit} or {@code value_fahrenheit} are converted, HALF_UP to a millionth of a degree.
   *
   * @param source the file
   * @param zone the zone in which local days are formed
   * @param findings takes what is wrong with the file
   * @return the daily means, absent if something blocks
   */
  public static Optional<DailyTemperature> read(
      TextSource source, ZoneId zone, FindingCollector findings) {
    int before = findings.blocking();
    Optional<DailyTemperature> temperature =
        CsvTable.read(source, findings)
            .flatMap(
                table ->
                    column(table, findings)
                        .flatMap(columns -> series(table, columns, zone, findings))
                        .map(DailyTemperature::of));
    return findings.blocking() > before ? Optional.empty() : temperature;
  }

  private static Optional<ValueColumn> column(CsvTable table, FindingCollector findings) {
    String plain = table.has(CELSIUS) ? CELSIUS : table.has(FAHRENHEIT) ? FAHRENHEIT : "value";
    Optional<ValueColumn> columns = ValueColumn.find(table, findings, plain);
    if (columns.isPresent()
        && plain.equals("value")
        && columns.get().unit().filter(DailyTemperature::isKnown).isEmpty()) {
      Place place = Place.builder().file(table.name()).column(columns.get().value()).build();
      findings.add(EvidenceFinding.UNIT_MISSING, place);
      return Optional.empty();
    }
    return columns;
  }

  private static boolean isKnown(String unit) {
    return unit.equals(CELSIUS) || unit.equals(FAHRENHEIT);
  }

  private static Optional<IntervalSeries> series(
      CsvTable table, ValueColumn columns, ZoneId zone, FindingCollector findings) {
    List<SeriesRow> read = SeriesRows.read(table, columns, zone, findings);
    boolean fahrenheit = columns.value().endsWith(FAHRENHEIT);
    List<SeriesRow> rows =
        plausible(
            fahrenheit
                ? read.stream().map(row -> row.mapValue(DailyTemperature::celsius)).toList()
                : read,
            findings);
    return new IntervalSeriesBuilder(table.name(), zone, BigDecimal.ONE, findings)
        .fromRows(rows, columns.end().isPresent());
  }

  private static BigDecimal celsius(BigDecimal fahrenheit) {
    return fahrenheit
        .subtract(FREEZING_FAHRENHEIT)
        .divide(FAHRENHEIT_PER_CELSIUS, CONVERTED_DECIMALS, RoundingMode.HALF_UP);
  }

  /** A few impossible values are a sensor's fault and count as missing; many are another unit. */
  private static List<SeriesRow> plausible(List<SeriesRow> rows, FindingCollector findings) {
    List<SeriesRow> impossible = rows.stream().filter(DailyTemperature::isImpossible).toList();
    if (impossible.isEmpty()) {
      return rows;
    }
    boolean few = impossible.size() * MOST_FAULTS < rows.size();
    SeriesRow first = impossible.get(0);
    findings.add(
        few ? EvidenceFinding.WEATHER_FAULTY : EvidenceFinding.WEATHER_IMPLAUSIBLE,
        first.place(),
        "count",
        impossible.size(),
        "value",
        first.value().map(BigDecimal::toPlainString).orElse(""));
    return rows.stream().map(row -> isImpossible(row) ? row.withoutValue() : row).toList();
  }

  private static boolean isImpossible(SeriesRow row) {
    return row.value().filter(value -> value.abs().compareTo(LIMIT) > 0).isPresent();
  }

  private static DailyTemperature of(IntervalSeries series) {
    DayTotals totals = new DayTotals(series);
    int[] hundredths = new int[totals.coverage().days()];
    for (int day = 0; day < hundredths.length; day++) {
      hundredths[day] =
          totals.counts(day)
              ? totals.mean(day).round(2, RoundingMode.HALF_UP).unscaledValue().intValueExact()
              : NONE;
    }
    return new DailyTemperature(series, totals.coverage(), hundredths);
  }

  /** {@return the days from the first to the last reading} */
  public Period coverage() {
    return coverage;
  }

  /** {@return the temperatures by hour, absent if the station was read by day} */
  public Optional<HourlyTemperature> hours() {
    if (series.resolution() != Resolution.HOURLY) {
      return Optional.empty();
    }
    HourlyTemperature known = hours;
    if (known == null) {
      known = HourlyTemperature.of(series);
      hours = known;
    }
    return Optional.of(known);
  }

  /** {@return the identity of the readings} */
  public InputDigest digest() {
    InputDigest known = digest;
    if (known == null) {
      known = series.digest();
      digest = known;
    }
    return known;
  }

  /**
   * The identity of the daily means of a period, which later readings do not change.
   *
   * @param period the period
   * @return the digest of the means of its days
   */
  public InputDigest digest(Period period) {
    InputDigest.Builder builder = new InputDigest.Builder(series.name() + "#" + period);
    for (LocalDate date : period.dates().toList()) {
      hundredthsOn(date).ifPresent(value -> builder.row(date + "," + value));
    }
    return builder.build();
  }

  /**
   * The mean temperature of a day.
   *
   * @param date the local date
   * @return hundredths of a degree Celsius, absent if the day has too few readings
   */
  public OptionalInt hundredthsOn(LocalDate date) {
    if (!coverage.contains(date)) {
      return OptionalInt.empty();
    }
    int value = hundredths[Math.toIntExact(date.toEpochDay() - coverage.start().toEpochDay())];
    return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
