package org.emcsettlement.examples.emc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.Methods;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.savings.MeasuredUse;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.MeterReview;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.evidence.BoundaryUse;

/** One meter with what drives it, fitted over any of its periods in one way. */
final class Study {

  private final MeterReadings readings;
  private final BoundaryUse use;
  private final DailyDrivers drivers;
  private final List<Driver> covariates;
  private final Resolution resolution;
  private final String method;
  private final Optional<String> station;

  Study(
      MeterReadings readings,
      DailyDrivers drivers,
      List<Driver> covariates,
      Optional<String> resolution,
      String method,
      Optional<String> station) {
    this.readings = readings;
    this.use = BoundaryUse.of(List.of(new BoundaryUse.SignedMeter("meter", readings, 1)));
    this.drivers = drivers;
    this.covariates = covariates;
    this.method = method;
    this.station = drivers.temperature().flatMap(known -> station);
    this.resolution = resolution.map(this::asked).orElseGet(this::usual);
  }

  /** Use by hour, absent unless the meter is read by the hour or oftener. */
  Optional<HourlyUse> hourly() {
    return use instanceof BoundaryUse.Daily daily ? daily.hourly() : Optional.empty();
  }

  private Resolution usual() {
    Resolution metered = use instanceof BoundaryUse.Daily ? Resolution.DAILY : Resolution.BILLING;
    Resolution usual = Methods.resolution(method, metered);
    return usual.compareTo(metered) < 0 && hourly().isEmpty() ? metered : usual;
  }

  private Resolution asked(String name) {
    return switch (name) {
      case "hourly" -> {
        if (hourly().isEmpty()) {
          throw new InvalidInputException(
              "--resolution hourly: the meter is not read by the hour 表计不是逐时读数");
        }
        yield Resolution.HOURLY;
      }
      case "daily" -> {
        if (use instanceof BoundaryUse.Billed) {
          throw new InvalidInputException(
              "--resolution daily: the meter is read by billing period; bills are never spread over"
                  + " days 账期读数不能拆成逐日");
        }
        yield Resolution.DAILY;
      }
      case "monthly" -> Resolution.BILLING;
      default ->
          throw new InvalidInputException(
              "--resolution: \""
                  + name
                  + "\" must be monthly, daily or hourly 应为 monthly、daily 或 hourly");
    };
  }

  Commodity commodity() {
    return readings.commodity();
  }

  Resolution resolution() {
    return resolution;
  }

  /** The days from the first to the last reading. */
  Period coverage() {
    return readings.coverage();
  }

  DailyDrivers drivers() {
    return drivers;
  }

  /** The station of the temperatures, absent without them. */
  Optional<String> station() {
    return station;
  }

  /** What the meter counted in a period, by day or by bill. */
  MeasuredUse measured(Period period) {
    return use instanceof BoundaryUse.Daily daily
        ? daily.measured()
        : MeasuredUse.of(commodity(), use.bills(period));
  }

  /** What the meter counted in a period by bill, or by complete calendar month. */
  MeasuredUse billed(Period period) {
    return MeasuredUse.of(commodity(), use.bills(period));
  }

  /** What is wrong with the readings of a period. */
  Findings review(Period period) {
    return MeterReview.of(readings, period);
  }

  /** Reviews and fits a period; the builder has whatever else is asked for. */
  Checked<Baseline> fit(Period period, BaselineFitter.Builder fitter) {
    FindingCollector findings = new FindingCollector();
    findings.addAll(review(period));
    if (resolution == Resolution.HOURLY
        && drivers.temperature().flatMap(DailyTemperature::hours).isEmpty()) {
      findings.add(FitFinding.NO_HOURLY_TEMPERATURE, Place.file(station.orElse("--temperature")));
    }
    if (findings.blocking() > 0) {
      return Checked.failed(findings.findings());
    }
    try {
      Checked<Baseline> fit =
          fitter.resolution(resolution).method(method).build().fit(observations(period));
      return new Checked<>(fit.value(), findings.findings().plus(fit.findings()));
    } catch (IllegalArgumentException refused) {
      throw InvalidInputException.of("--method", "方法不存在或不适用于这些数据", refused);
    }
  }

  /** The rows of a period as they are fitted. */
  Observations observations(Period period) {
    return switch (resolution) {
      case HOURLY ->
          Observations.hourly(hourly().orElseThrow(), drivers, covariates, period, inputs(period));
      case DAILY -> {
        Observations days =
            Observations.daily(
                ((BoundaryUse.Daily) use).use(), drivers, covariates, period, inputs(period));
        yield hourly().map(days::withHours).orElse(days);
      }
      case BILLING ->
          Observations.billing(
              commodity(), use.bills(period), drivers, covariates, period, inputs(period));
    };
  }

  private List<InputDigest> inputs(Period period) {
    List<InputDigest> inputs = new ArrayList<>();
    inputs.add(readings.digest(period));
    drivers.temperature().ifPresent(outdoors -> inputs.add(outdoors.digest(period)));
    if (!drivers.occupancy().drivers().isEmpty()) {
      inputs.add(drivers.occupancy().digest(period));
    }
    return inputs;
  }
}
