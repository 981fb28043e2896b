package org.emcsettlement.baseline.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.emcsettlement.baseline.Coefficient;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.core.series.Resolution;

/** A site written down day by day, and models written down coefficient by coefficient. */
final class Site {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  final SortedMap<LocalDate, BigDecimal> temperature = new TreeMap<>();
  final SortedMap<LocalDate, BigDecimal> headcount = new TreeMap<>();
  final SortedMap<LocalDate, BigDecimal> use = new TreeMap<>();

  /** A site with whole numbers of a seed on every day of a period. */
  static Site random(long seed, Period period) {
    Site site = new Site();
    Random random = new Random(seed);
    for (LocalDate date : period.dates().toList()) {
      site.temperature.put(date, BigDecimal.valueOf(random.nextInt(-1000, 3500), 2));
      site.headcount.put(date, BigDecimal.valueOf(random.nextInt(500)));
      site.use.put(date, BigDecimal.valueOf(random.nextInt(1_000_000), 2));
    }
    return site;
  }

  DailyDrivers drivers() {
    FindingCollector findings = new FindingCollector();
    StringBuilder weather = new StringBuilder("date,celsius\n");
    temperature.forEach((date, t) -> weather.append(date).append(',').append(t).append('\n'));
    StringBuilder people = new StringBuilder("start,end,headcount\n");
    headcount.forEach(
        (date, n) ->
            people
                .append(date)
                .append(',')
                .append(date.plusDays(1))
                .append(',')
                .append(n)
                .append('\n'));
    return new DailyDrivers(
        temperature.isEmpty()
            ? Optional.empty()
            : DailyTemperature.read(
                TextSource.of("weather.csv", weather.toString()), CHINA, findings),
        headcount.isEmpty()
            ? Occupancy.none()
            : Occupancy.read(TextSource.of("occupancy.csv", people.toString()), findings)
                .orElseThrow(),
        WorkCalendar.of(WorkCalendar.MONDAY_TO_FRIDAY));
  }

  MeasuredUse measured() {
    return measured(Commodity.ELECTRICITY, "kwh", "1", new ArrayList<>(use.keySet()));
  }

  /** The use as a commodity in a unit, with its rows in some order. */
  MeasuredUse measured(
      Commodity commodity, String unit, String unitsPerKilowattHour, List<LocalDate> order) {
    BigDecimal size = new BigDecimal(unitsPerKilowattHour);
    StringBuilder csv = new StringBuilder("date,value_" + unit + "\n");
    for (LocalDate date : order) {
      BigDecimal value = use.getOrDefault(date, BigDecimal.ZERO).multiply(size);
      csv.append(date).append(',').append(value.toPlainString()).append('\n');
    }
    return MeasuredUse.of(DailyUse.of(readings(commodity, csv.toString())));
  }

  /** Bills [kWh] written as {@code start,end,value}; without a value they are missing. */
  static MeasuredUse bills(String... rows) {
    String csv = "start,end,value_kwh\n" + String.join("\n", rows) + "\n";
    return MeasuredUse.of(
        Commodity.ELECTRICITY, BilledUse.of(readings(Commodity.ELECTRICITY, csv)).bills());
  }

  private static MeterReadings readings(Commodity commodity, String csv) {
    MeterFormat format = MeterFormat.builder().commodity(commodity).zone(CHINA).build();
    return MeterFile.read(TextSource.of("meter.csv", csv), format, new FindingCollector())
        .orElseThrow();
  }

  List<LocalDate> shuffledDays(long seed) {
    List<LocalDate> days = new ArrayList<>(use.keySet());
    Collections.shuffle(days, new Random(seed));
    return days;
  }

  /** A model of the year 2020 with coefficients by regressor, and errors if given. */
  static FrozenBaseline model(
      String id, Optional<ErrorStructure> errors, Map<String, String> coefficients) {
    return FrozenBaseline.builder()
        .id(id)
        .commodity(Commodity.ELECTRICITY)
        .form("AGREED")
        .resolution(Resolution.DAILY)
        .period(Period.parse("2020-01-01/2021-01-01"))
        .workCalendar(WorkCalendar.MONDAY_TO_FRIDAY)
        .coefficients(
            coefficients.entrySet().stream()
                .map(
                    entry ->
                        new Coefficient(
                            Regressor.parse(entry.getKey()), new BigDecimal(entry.getValue()), ""))
                .toList())
        .errors(errors)
        .formulaZh("")
        .formulaEn("")
        .build();
  }

  /**
   * Errors with n′ = n = 25, t = 2, CV(RMSE) = 0.1 and a covariance of the given diagonal, so that
   * √(1 + 2/n′) = √1.08.
   */
  static ErrorStructure errors(String residualVariance, String... diagonal) {
    List<List<BigDecimal>> inverse = new ArrayList<>();
    for (int i = 0; i < diagonal.length; i++) {
      List<BigDecimal> row = new ArrayList<>(Collections.nCopies(diagonal.length, BigDecimal.ZERO));
      row.set(i, new BigDecimal(diagonal[i]));
      inverse.add(row);
    }
    return ErrorStructure.builder()
        .residualVariance(new BigDecimal(residualVariance))
        .inverseGram(inverse)
        .observations(25)
        .parameters(3)
        .autocorrelation(BigDecimal.ZERO)
        .effectiveObservations(BigDecimal.valueOf(25))
        .cvRmse(new BigDecimal("0.1"))
        .confidence(new BigDecimal("0.90"))
        .quantile(new BigDecimal("2"))
        .daysPerObservation(BigDecimal.ONE)
        .build();
  }
}
