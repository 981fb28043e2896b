package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;

/** Proves that no metered quantity is counted in two boundaries, or says which one is. */
public final class BoundaryCheck {

  private record Bounded(String name, Map<String, Integer> signs) {}

  private final List<Meter> meters;
  private final MeteredFlows flows;
  private final Place place;
  private final FindingCollector findings = new FindingCollector();

  private BoundaryCheck(List<Meter> meters, Place place) {
    this.meters = meters;
    this.flows = new MeteredFlows(meters);
    this.place = place;
  }

  /**
   * Parts that lie outside the project boundary.
   *
   * @param contract the contract
   * @param place where its boundary stands
   * @return what is wrong; nothing proves that all quantities are disjoint
   */
  public static Findings outside(Contract contract, Place place) {
    BoundaryCheck check = new BoundaryCheck(contract.meters(), place);
    List<BoundaryPart> parts = contract.boundary().parts();
    if (check.isPlaced(parts)) {
      Bounded project = new Bounded(contract.boundary().name(), check.flows.ofProject());
      check.states(parts, project);
      check.disjoint(check.named(Optional.of(project), parts));
    }
    return check.findings.findings();
  }

  /**
   * Parts that are carved out of the project boundary.
   *
   * @param contract the contract
   * @param parts the parts, each inside the project boundary
   * @param place where the parts stand
   * @return what is wrong; nothing proves that each quantity is taken out once
   */
  public static Findings inside(Contract contract, List<BoundaryPart> parts, Place place) {
    BoundaryCheck check = new BoundaryCheck(contract.meters(), place);
    if (check.isPlaced(parts)) {
      Map<String, Integer> project = check.flows.ofProject();
      check.disjoint(check.named(Optional.empty(), parts));
      for (BoundaryPart part : parts) {
        Map<String, Integer> signs = MeteredFlows.of(part);
        for (Meter meter : contract.meters()) {
          if (check.flows.times(meter, signs) > 0 && check.flows.times(meter, project) == 0) {
            check.add(
                ContractFinding.PART_NOT_INSIDE,
                "part",
                part.name(),
                "meter",
                meter.id(),
                "project",
                contract.boundary().name());
          }
        }
      }
    }
    return check.findings.findings();
  }

  private void add(ContractFinding code, Object... arguments) {
    findings.add(code, place, arguments);
  }

  private List<Bounded> named(Optional<Bounded> project, List<BoundaryPart> parts) {
    List<Bounded> boundaries = new ArrayList<>();
    project.ifPresent(boundaries::add);
    parts.forEach(part -> boundaries.add(new Bounded(part.name(), MeteredFlows.of(part))));
    return boundaries;
  }

  /** Every meter is known and stands at a possible place. */
  private boolean isPlaced(List<BoundaryPart> parts) {
    Set<String> ids = new HashSet<>();
    for (BoundaryPart part : parts) {
      if (!ids.add(part.id())) {
        add(ContractFinding.ID_TWICE, "id", part.id());
      }
      for (BoundaryPart.PartMeter listed : part.meters()) {
        if (flows.meter(listed.meter()).isEmpty()) {
          add(ContractFinding.PART_METER, "part", part.name(), "meter", listed.meter());
        }
      }
    }
    for (Meter meter : meters) {
      if (flows.isMisplaced(meter)) {
        add(
            ContractFinding.UPSTREAM,
            "meter",
            meter.id(),
            "upstream",
            meter.upstream().orElseThrow());
      }
    }
    return findings.blocking() == 0;
  }

  /** Where a meter of a part stands has to be said, else nothing could be proved. */
  private void states(List<BoundaryPart> parts, Bounded project) {
    for (BoundaryPart part : parts) {
      for (BoundaryPart.PartMeter listed : part.meters()) {
        Meter meter = flows.meter(listed.meter()).orElseThrow();
        boolean takenOut = project.signs().getOrDefault(meter.id(), 0) < 0;
        if (meter.upstream().isEmpty() && !takenOut) {
          add(ContractFinding.UPSTREAM_MISSING, "part", part.name(), "meter", meter.id());
        }
      }
    }
  }

  private void disjoint(List<Bounded> boundaries) {
    for (Meter meter : meters) {
      Optional<Bounded> first = Optional.empty();
      for (Bounded boundary : boundaries) {
        int times = flows.times(meter, boundary.signs());
        if (times != 0 && times != 1) {
          add(
              ContractFinding.COUNTED_TIMES,
              "meter",
              meter.id(),
              "boundary",
              boundary.name(),
              "times",
              times);
        } else if (times == 1 && first.isPresent()) {
          add(
              ContractFinding.COUNTED_TWICE,
              "meter",
              meter.id(),
              "first",
              first.get().name(),
              "second",
              boundary.name());
        } else if (times == 1) {
          first = Optional.of(boundary);
        }
      }
    }
  }
}
