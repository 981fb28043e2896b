package org.emcsettlement.settlement.packages;

import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;

/**
 * Which meters of a package have a number (表号). Without one nobody can tell whether two members
 * read the same meter; equal readings then give it away.
 */
public final class MeterNumbers {

  private final Map<String, String> firstWithReadings = new TreeMap<>();
  private final FindingCollector findings = new FindingCollector();
  private int meters;
  private int without;

  private MeterNumbers() {}

  /**
   * Looks at the meters that count in a boundary.
   *
   * @param members the members' contracts with their evidence, by member id
   * @return what was seen
   */
  public static MeterNumbers of(Map<String, ResolvedContract> members) {
    MeterNumbers numbers = new MeterNumbers();
    members.forEach(
        (member, resolved) ->
            resolved.contract().meters().stream()
                .filter(meter -> !meter.informative())
                .forEach(meter -> numbers.add(member, meter, resolved)));
    if (numbers.without > 0) {
      numbers.findings.add(
          PackageFinding.METER_UNIDENTIFIED, Place.NOWHERE, "count", numbers.without);
    }
    return numbers;
  }

  private void add(String member, Meter meter, ResolvedContract resolved) {
    meters++;
    if (meter.serial().isPresent()) {
      return;
    }
    without++;
    MeterReadings readings = resolved.evidence().meters().get(meter.id());
    if (readings == null || readings.size() < 2) {
      return;
    }
    String second = member + "/" + meter.id();
    String first =
        firstWithReadings.putIfAbsent(meter.commodity() + readings.digest().sha256(), second);
    if (first != null) {
      findings.add(
          PackageFinding.METER_SAME_READINGS,
          Place.file("members/" + member + "/meters/" + meter.id() + ".csv"),
          "first",
          first,
          "second",
          second);
    }
  }

  /** {@return meters with the same readings, and how many have no number} */
  public Findings findings() {
    return findings.findings();
  }

  /** {@return how many meters count} */
  public int meters() {
    return meters;
  }
}
