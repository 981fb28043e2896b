package org.emcsettlement.settlement.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.jspecify.annotations.Nullable;

/**
 * Proves that nothing is counted twice in a package. What flows through a meter is counted by every
 * boundary that holds the meter or one above it, each time with the sign it has there; the sum must
 * be 0 or 1 for every meter. So a meter may stand in two boundaries only if one of them takes it
 * out, and a boundary behind another must be taken out there.
 */
public final class MeterCount {

  /** A meter with a number: in which boundaries it counts, and what lies above it. */
  private static final class Numbered {
    private int count;
    private int takenOut;
    private @Nullable String behind;
    private final List<String> places = new ArrayList<>();
  }

  private final Map<String, Numbered> numbered = new TreeMap<>();
  private final Map<String, String> firstWithReadings = new TreeMap<>();
  private final FindingCollector findings = new FindingCollector();
  private int meters;
  private int unidentified;

  private MeterCount() {}

  /**
   * Counts the meters of the members.
   *
   * @param members the members' contracts with their evidence, by member id
   * @return the count
   */
  public static MeterCount of(Map<String, ResolvedContract> members) {
    MeterCount count = new MeterCount();
    members.forEach(
        (member, resolved) -> {
          for (Meter meter : resolved.contract().meters()) {
            if (!meter.informative()) {
              count.add(member, meter, resolved.evidence().meters().get(meter.id()));
            }
          }
        });
    count.prove();
    return count;
  }

  private void add(String member, Meter meter, @Nullable MeterReadings readings) {
    meters++;
    String place = member + "/" + meter.id();
    if (meter.serial().isPresent()) {
      Numbered known = numbered.computeIfAbsent(meter.serial().get(), key -> new Numbered());
      known.count += meter.sign();
      known.takenOut += meter.sign() < 0 ? 1 : 0;
      known.places.add(place + " " + (meter.sign() > 0 ? "+1" : "−1"));
      meter.behind().ifPresent(above -> known.behind = above);
      return;
    }
    unidentified++;
    if (readings == null || readings.size() < 2) {
      return;
    }
    String first =
        firstWithReadings.putIfAbsent(meter.commodity() + readings.digest().sha256(), place);
    if (first != null) {
      findings.add(
          PackageFinding.METER_SAME_READINGS,
          Place.file("members/" + member + "/meters/" + meter.id() + ".csv"),
          "first",
          first,
          "second",
          place);
    }
  }

  private void prove() {
    for (Map.Entry<String, Numbered> entry : numbered.entrySet()) {
      count(entry.getKey(), entry.getValue());
    }
    if (unidentified > 0) {
      findings.add(PackageFinding.METER_UNIDENTIFIED, Place.NOWHERE, "count", unidentified);
    }
  }

  private void count(String serial, Numbered meter) {
    // what is taken out of a boundary has passed a meter of it, named or not
    boolean known = meter.behind != null && numbered.containsKey(meter.behind);
    int count = meter.count + (known ? 0 : meter.takenOut);
    List<String> places = new ArrayList<>(meter.places);
    Set<String> passed = new HashSet<>(Set.of(serial));
    String above = meter.behind;
    while (above != null) {
      if (!passed.add(above)) {
        findings.add(PackageFinding.METER_CIRCLE, Place.NOWHERE, "serial", serial);
        return;
      }
      Numbered upper = numbered.get(above);
      if (upper == null) {
        break;
      }
      count += upper.count;
      places.addAll(upper.places);
      above = upper.behind;
    }
    if (count < 0 || count > 1) {
      findings.add(
          PackageFinding.METER_COUNTED,
          Place.NOWHERE,
          "serial",
          serial,
          "count",
          count,
          "where",
          String.join(", ", places));
    }
  }

  /** {@return what is wrong, and how many meters have no number} */
  public Findings findings() {
    return findings.findings();
  }

  /** {@return how many meters count} */
  public int meters() {
    return meters;
  }

  /** {@return how many of them have no number} */
  public int unidentified() {
    return unidentified;
  }
}
