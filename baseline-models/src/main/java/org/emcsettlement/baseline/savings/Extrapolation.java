package org.emcsettlement.baseline.savings;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.ValidityRange;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.DailyDrivers;

/** Days on which a driver lies beyond what a model has seen by more than a tenth of its range. */
final class Extrapolation {

  private final FrozenBaseline model;
  private final FindingCollector findings;

  Extrapolation(FrozenBaseline model, FindingCollector findings) {
    this.model = model;
    this.findings = findings;
  }

  /** Reports on all drivers of the model. */
  void report(DailyDrivers drivers, List<LocalDate> days, Place place) {
    model.validity().forEach(range -> report(range, drivers, days, place));
  }

  /** Reports on outdoor temperature only, or on all drivers but that. */
  void report(boolean temperature, DailyDrivers drivers, List<LocalDate> days, Place place) {
    model.validity().stream()
        .filter(range -> isTemperature(range) == temperature)
        .forEach(range -> report(range, drivers, days, place));
  }

  private void report(
      ValidityRange range, DailyDrivers drivers, List<LocalDate> days, Place place) {
    List<LocalDate> outside = range.beyond(drivers, days);
    if (!outside.isEmpty()) {
      LocalDate first = outside.get(0);
      findings.add(
          SavingsFinding.OUT_OF_RANGE,
          place,
          "count",
          outside.size(),
          "driver",
          range.driver(),
          "model",
          model.id(),
          "least",
          range.least().toPlainString(),
          "greatest",
          range.greatest().toPlainString(),
          "first",
          first,
          "value",
          range.on(drivers, first).orElseThrow().toPlainString());
    }
  }

  private static boolean isTemperature(ValidityRange range) {
    return range.driver().equals(Regressor.TEMPERATURE);
  }
}
