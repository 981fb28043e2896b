package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.emcsettlement.baseline.judge.DataCoverage;
import org.emcsettlement.baseline.model.Regressor;
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
import org.emcsettlement.core.series.HourlyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.Resolution;

/** Aligns drivers with use and remembers what is missing. */
final class ObservationGatherer {

  private final DailyDrivers drivers;
  private final List<Driver> covariates;
  private final List<Observations.Row> rows = new ArrayList<>();
  private final Map<String, NavigableSet<LocalDate>> missing = new LinkedHashMap<>();

  ObservationGatherer(DailyDrivers drivers, List<Driver> covariates) {
    this.drivers = drivers;
    this.covariates = covariates;
  }

  void add(BilledUse.Bill bill) {
    Period days = bill.period();
    double[] temperatures = new double[drivers.temperature().isPresent() ? days.days() : 0];
    double[] means = new double[covariates.size()];
    boolean complete = temperatures(days, temperatures);
    for (int j = 0; j < means.length; j++) {
      Optional<Rational> mean = mean(covariates.get(j).name(), days);
      complete &= mean.isPresent();
      means[j] = mean.map(Rational::toDouble).orElse(Double.NaN);
    }
    if (complete) {
      Rational use = bill.quantity();
      rows.add(
          new Observations.Row(
              days,
              bill.from(),
              bill.until(),
              use.toDouble(),
              use.dividedBy(Rational.of(days.days())).toDouble(),
              temperatures,
              means));
    }
  }

  Observations.Hours hours(HourlyUse use, HourlyTemperature outdoors, Period period) {
    double[] quantities = new double[use.size()];
    double[] celsius = new double[use.size()];
    long[] start = new long[use.size()];
    int size = 0;
    LocalDate known = null;
    boolean complete = false;
    for (int hour = 0; hour < use.size(); hour++) {
      long instant = use.start(hour);
      LocalDate date = Instant.ofEpochSecond(instant).atZone(use.zone()).toLocalDate();
      Optional<Rational> quantity = period.contains(date) ? use.at(instant) : Optional.empty();
      if (quantity.isEmpty()) {
        continue;
      }
      if (!date.equals(known)) {
        known = date;
        complete = drivers(date);
      }
      double temperature = outdoors.celsiusAt(instant);
      if (Double.isNaN(temperature)) {
        miss(Regressor.TEMPERATURE, date);
      } else if (complete) {
        quantities[size] = quantity.get().toDouble();
        celsius[size] = temperature;
        start[size++] = instant;
      }
    }
    return new Observations.Hours(
        use.zone(),
        Arrays.copyOf(start, size),
        Arrays.copyOf(quantities, size),
        Arrays.copyOf(celsius, size));
  }

  private boolean drivers(LocalDate date) {
    boolean complete = true;
    for (Driver driver : covariates) {
      if (drivers.on(driver.name(), date).isEmpty()) {
        complete = false;
        miss(driver.name(), date);
      }
    }
    return complete;
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
        miss(Regressor.TEMPERATURE, date);
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
    missing.computeIfAbsent(driver, key -> new TreeSet<>()).add(date);
  }

  Observations observations(
      Commodity commodity,
      Resolution resolution,
      Period period,
      Supplier<DataCoverage> coverage,
      List<InputDigest> inputs) {
    return new Observations(
        commodity,
        resolution,
        period,
        drivers,
        List.copyOf(covariates),
        List.copyOf(rows),
        Optional.empty(),
        Optional.empty(),
        coverage,
        List.copyOf(inputs),
        findings(period));
  }

  Findings findings(Period period) {
    FindingCollector findings = new FindingCollector();
    Place place = Place.NOWHERE.during(period.toString());
    missing.forEach(
        (driver, dates) -> {
          LocalDate first = dates.first();
          LocalDate last = dates.last();
          if (driver.equals(Regressor.TEMPERATURE)) {
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
