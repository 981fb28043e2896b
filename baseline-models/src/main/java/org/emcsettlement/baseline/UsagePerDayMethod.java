package org.emcsettlement.baseline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.baseline.caltrack.CaltrackFit;
import org.emcsettlement.baseline.caltrack.CaltrackMethod;
import org.emcsettlement.baseline.caltrack.CaltrackSample;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.model.ModelFit;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyTemperature;

/** CalTRACK 2.0 usage per day, of daily data or billing periods. */
final class UsagePerDayMethod implements Method {

  private final CaltrackMethod method;

  UsagePerDayMethod(CaltrackMethod method) {
    this.method = method;
  }

  @Override
  public Checked<ModelFit> fit(Observations observations, BaselineFitter fitter) {
    if (!observations.hasTemperature()) {
      throw new IllegalArgumentException(
          "method " + method.name() + " needs temperatures, the observations have none");
    }
    Place place = Place.NOWHERE.during(observations.period().toString());
    FindingCollector findings = new FindingCollector();
    if (!observations.covariates().isEmpty()) {
      findings.add(
          FitFinding.DRIVERS_LEFT_OUT,
          place,
          "method",
          method.name(),
          "drivers",
          observations.covariates().stream().map(Driver::name).collect(Collectors.joining(", ")));
    }
    Checked<CaltrackFit> fit = CaltrackFit.of(sample(observations), method);
    findings.addAll(
        Findings.of(fit.findings().stream().map(finding -> finding.at(place)).toList()));
    return new Checked<>(fit.value().map(CaltrackFit::toModelFit), findings.findings());
  }

  /** Rows with raw hourly temperatures; with daily means where a station has no hours. */
  private static CaltrackSample sample(Observations observations) {
    List<Observations.Row> rows = observations.rows();
    long[] start = rows.stream().mapToLong(row -> row.from().getEpochSecond()).toArray();
    long[] end = rows.stream().mapToLong(row -> row.until().getEpochSecond()).toArray();
    double[] use = rows.stream().mapToDouble(Observations.Row::use).toArray();
    Optional<HourlyTemperature> hours =
        observations.drivers().temperature().flatMap(DailyTemperature::hours);
    return hours.isPresent()
        ? CaltrackSample.ofHours(start, end, use, hours.get()::celsiusAt)
        : CaltrackSample.ofDays(
            start,
            end,
            use,
            rows.stream().map(Observations.Row::temperatures).toArray(double[][]::new));
  }
}
