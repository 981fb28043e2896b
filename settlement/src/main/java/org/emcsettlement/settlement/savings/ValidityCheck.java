package org.emcsettlement.settlement.savings;

import java.time.LocalDate;
import java.util.List;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.ValidityRange;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.settlement.contract.ContractFinding;

/** Says on which days a driver lies outside what the baseline has seen. */
final class ValidityCheck {

  private final FrozenBaseline frozen;
  private final DailyDrivers drivers;

  ValidityCheck(FrozenBaseline frozen, DailyDrivers drivers) {
    this.frozen = frozen;
    this.drivers = drivers;
  }

  Findings over(Period period) {
    FindingCollector findings = new FindingCollector();
    for (ValidityRange range : frozen.validity()) {
      List<LocalDate> outside = range.beyond(drivers, period.dates().toList());
      if (!outside.isEmpty()) {
        LocalDate first = outside.get(0);
        findings.add(
            ContractFinding.BASELINE_OUT_OF_RANGE,
            Place.file("baselines/" + frozen.id() + ".json").during(period.toString()),
            "count",
            outside.size(),
            "driver",
            range.driver(),
            "baseline",
            frozen.id(),
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
    return findings.findings();
  }
}
