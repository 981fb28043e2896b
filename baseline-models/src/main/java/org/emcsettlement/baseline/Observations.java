package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.series.BilledUse;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyUse;
import org.emcsettlement.core.series.Resolution;

/**
 * Use and what drives it, row by row in time order: one row a day, or one row a billing period with
 * the temperature of each of its days. Rows that lack a driver are left out, with a finding.
 *
 * <p>Immutable; arrays are handed out as copies only inside the package.
 */
public final class Observations {

  private final Commodity commodity;
  private final Resolution resolution;
  private final Period period;
  private final DailyDrivers drivers;
  private final List<Driver> covariates;
  private final List<Row> rows;
  private final List<InputDigest> inputs;
  private final Findings findings;

  /**
   * One row.
   *
   * @param period its days
   * @param usePerDay mean use per day [canonical unit/d]
   * @param temperatures daily mean temperatures [°C]; empty without a station
   * @param covariates mean daily values of the drivers
   */
  record Row(Period period, double usePerDay, double[] temperatures, double[] covariates) {}

  private Observations(
      Commodity commodity,
      Resolution resolution,
      Period period,
      DailyDrivers drivers,
      List<Driver> covariates,
      List<Row> rows,
      List<InputDigest> inputs,
      Findings findings) {
    this.commodity = commodity;
    this.resolution = resolution;
    this.period = period;
    this.drivers = drivers;
    this.covariates = covariates;
    this.rows = rows;
    this.inputs = inputs;
    this.findings = findings;
  }

  /**
   * Daily observations.
   *
   * @param use use by day; days without use are left out
   * @param drivers temperature, occupancy and calendar
   * @param covariates the linear drivers
   * @param period the baseline period
   * @param inputs the identity of the data
   * @return the observations
   */
  public static Observations daily(
      DailyUse use,
      DailyDrivers drivers,
      List<Driver> covariates,
      Period period,
      List<InputDigest> inputs) {
    Gatherer gatherer = new Gatherer(drivers, covariates);
    for (LocalDate date : use.countedDays(period)) {
      gatherer.add(Period.of(date, date.plusDays(1)), use.on(date).orElseThrow());
    }
    return gatherer.observations(use.commodity(), Resolution.DAILY, drivers, period, inputs);
  }

  /**
   * Observations of billing periods that lie wholly inside the baseline period.
   *
   * @param commodity what is billed
   * @param bills the bills; missing ones are left out
   * @param drivers temperature, occupancy and calendar
   * @param covariates the linear drivers
   * @param period the baseline period
   * @param inputs the identity of the data
   * @return the observations
   */
  public static Observations billing(
      Commodity commodity,
      List<BilledUse.Bill> bills,
      DailyDrivers drivers,
      List<Driver> covariates,
      Period period,
      List<InputDigest> inputs) {
    Gatherer gatherer = new Gatherer(drivers, covariates);
    for (BilledUse.Bill bill : bills) {
      if (!bill.isMissing() && period.encloses(bill.period())) {
        gatherer.add(bill.period(), bill.quantity());
      }
    }
    return gatherer.observations(commodity, Resolution.BILLING, drivers, period, inputs);
  }

  /** Aligns drivers with use and remembers what is missing. */
  private static final class Gatherer {

    private final DailyDrivers drivers;
    private final List<Driver> covariates;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<LocalDate>> missing = new LinkedHashMap<>();

    Gatherer(DailyDrivers drivers, List<Driver> covariates) {
      this.drivers = drivers;
      this.covariates = covariates;
    }

    void add(Period days, Rational use) {
      double[] temperatures = new double[drivers.temperature().isPresent() ? days.days() : 0];
      double[] means = new double[covariates.size()];
      boolean complete = temperatures(days, temperatures);
      for (int j = 0; j < means.length; j++) {
        Optional<Rational> mean = mean(covariates.get(j).name(), days);
        complete &= mean.isPresent();
        means[j] = mean.map(Rational::toDouble).orElse(Double.NaN);
      }
      if (complete) {
        double perDay = use.dividedBy(Rational.of(days.days())).toDouble();
        rows.add(new Row(days, perDay, temperatures, means));
      }
    }

    private boolean temperatures(Period days, double[] temperatures) {
      boolean complete = true;
      for (int i = 0; i < temperatures.length; i++) {
        LocalDate date = days.start().plusDays(i);
        OptionalInt hundredths = drivers.temperatureOn(date);
        if (hundredths.isPresent()) {
          temperatures[i] = hundredths.getAsInt() / 100.0;
        } else {
          complete = false;
          miss("TEMPERATURE", date);
        }
      }
      return complete;
    }

    private Optional<Rational> mean(String driver, Period days) {
      BigDecimal sum = BigDecimal.ZERO;
      boolean complete = true;
      for (LocalDate date : days.dates().toList()) {
        Optional<BigDecimal> value = drivers.on(driver, date);
        if (value.isPresent()) {
          sum = sum.add(value.get());
        } else {
          complete = false;
          miss(driver, date);
        }
      }
      return complete
          ? Optional.of(Rational.of(sum).dividedBy(Rational.of(days.days())))
          : Optional.empty();
    }

    private void miss(String driver, LocalDate date) {
      missing.computeIfAbsent(driver, key -> new ArrayList<>()).add(date);
    }

    Observations observations(
        Commodity commodity,
        Resolution resolution,
        DailyDrivers given,
        Period period,
        List<InputDigest> inputs) {
      return new Observations(
          commodity,
          resolution,
          period,
          given,
          List.copyOf(covariates),
          List.copyOf(rows),
          List.copyOf(inputs),
          findings(period));
    }

    private Findings findings(Period period) {
      FindingCollector findings = new FindingCollector();
      Place place = Place.NOWHERE.during(period.toString());
      missing.forEach(
          (driver, dates) -> {
            LocalDate first = dates.get(0);
            LocalDate last = dates.get(dates.size() - 1);
            if (driver.equals("TEMPERATURE")) {
              findings.add(
                  EvidenceFinding.WEATHER_GAP,
                  place,
                  "count",
                  dates.size(),
                  "first",
                  first,
                  "last",
                  last);
            } else {
              findings.add(
                  EvidenceFinding.OCCUPANCY_GAP,
                  place,
                  "count",
                  dates.size(),
                  "driver",
                  driver,
                  "first",
                  first,
                  "last",
                  last);
            }
          });
      drivers
          .calendar()
          .unknownYears(period)
          .forEach(
              year -> {
                if (covariates.stream().anyMatch(d -> d.name().equals(DailyDrivers.WORKDAY))) {
                  findings.add(EvidenceFinding.CALENDAR_UNKNOWN_YEAR, place, "year", year);
                }
              });
      return findings.findings();
    }
  }

  /** {@return what is used} */
  public Commodity commodity() {
    return commodity;
  }

  /** {@return daily or billing} */
  public Resolution resolution() {
    return resolution;
  }

  /** {@return the baseline period} */
  public Period period() {
    return period;
  }

  /** {@return the linear drivers} */
  public List<Driver> covariates() {
    return covariates;
  }

  /** {@return the number of rows} */
  public int size() {
    return rows.size();
  }

  /** {@return the days that the rows cover together [d]} */
  public int days() {
    return rows.stream().mapToInt(row -> row.period().days()).sum();
  }

  /** {@return whether temperatures are known} */
  public boolean hasTemperature() {
    return drivers.temperature().isPresent();
  }

  /** {@return what drives use} */
  public DailyDrivers drivers() {
    return drivers;
  }

  /** {@return the identity of the data} */
  public List<InputDigest> inputs() {
    return inputs;
  }

  /** {@return what was left out while aligning} */
  public Findings findings() {
    return findings;
  }

  List<Row> rows() {
    return rows;
  }

  /** The same observations with fewer drivers. */
  Observations without(int covariate) {
    List<Driver> fewer = new ArrayList<>(covariates);
    fewer.remove(covariate);
    List<Row> shorter =
        rows.stream()
            .map(
                row -> {
                  double[] kept = new double[fewer.size()];
                  for (int j = 0, k = 0; j < row.covariates().length; j++) {
                    if (j != covariate) {
                      kept[k++] = row.covariates()[j];
                    }
                  }
                  return new Row(row.period(), row.usePerDay(), row.temperatures(), kept);
                })
            .toList();
    return new Observations(
        commodity, resolution, period, drivers, fewer, shorter, inputs, findings);
  }
}
