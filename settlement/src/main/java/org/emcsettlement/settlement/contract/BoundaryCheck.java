package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;

/**
 * Proves that no metered quantity is counted in two boundaries, or says which one is: boundaries of
 * one contract, or of all members of a package.
 */
public final class BoundaryCheck {

  /** A boundary by the meters that count in it, with the sums of their signs, by key. */
  private record Bounded(String name, Map<String, Integer> signs) {}

  /** The reader of the meters of a contract that stands alone. */
  private static final String ALONE = "";

  private final MeteredFlows flows = new MeteredFlows();
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final Place place;
  private final FindingCollector findings = new FindingCollector();

  private BoundaryCheck(Map<String, Contract> contracts, Place place) {
    this.place = place;
    contracts.forEach(
        (reader, contract) -> {
          contract.meters().forEach(meter -> keys.put(at(reader, meter.id()), key(reader, meter)));
          contract.meters().forEach(meter -> place(reader, meter));
        });
    flows.flows().forEach((key, flow) -> checkPlace(key, flow));
  }

  /**
   * Parts that lie outside the project boundary.
   *
   * @param contract the contract
   * @param place where its boundary stands
   * @return what is wrong; nothing proves that all quantities are disjoint
   */
  public static Findings outside(Contract contract, Place place) {
    BoundaryCheck check = new BoundaryCheck(Map.of(ALONE, contract), place);
    List<BoundaryPart> parts = contract.boundary().parts();
    if (check.isSound(parts)) {
      check.states(contract, parts);
      check.disjoint(check.all(ALONE, contract.boundary().name(), contract));
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
    BoundaryCheck check = new BoundaryCheck(Map.of(ALONE, contract), place);
    if (check.isSound(parts)) {
      List<Bounded> carved = parts.stream().map(part -> check.part(ALONE, part)).toList();
      check.disjoint(carved);
      check.contains(check.project(ALONE, contract.boundary().name(), contract), carved);
    }
    return check.findings.findings();
  }

  /**
   * The boundaries of the members of a package, each sound by itself. A meter that several members
   * list is known by its number.
   *
   * @param members the members' contracts by member id
   * @param place where the members stand
   * @return what is wrong; nothing proves that all quantities of meters with a number are disjoint
   */
  public static Findings between(Map<String, Contract> members, Place place) {
    BoundaryCheck check = new BoundaryCheck(members, place);
    if (check.findings.blocking() == 0) {
      List<Bounded> boundaries = new ArrayList<>();
      members.forEach((member, contract) -> boundaries.addAll(check.all(member, member, contract)));
      check.disjoint(boundaries);
    }
    return check.findings.findings();
  }

  private void add(ContractFinding code, Object... arguments) {
    findings.add(code, place, arguments);
  }

  private static String at(String reader, String id) {
    return reader.equals(ALONE) ? id : reader + "/" + id;
  }

  private static String key(String reader, Meter meter) {
    return meter
        .serial()
        .map(number -> meter.commodity().id() + "#" + number)
        .orElse(at(reader, meter.id()));
  }

  private String name(String key) {
    return Optional.ofNullable(flows.flows().get(key)).map(MeteredFlows.Flow::name).orElse(key);
  }

  private void place(String reader, Meter meter) {
    String name = at(reader, meter.id());
    Optional<String> upstream = meter.upstream().map(id -> keys.getOrDefault(at(reader, id), id));
    flows
        .add(key(reader, meter), new MeteredFlows.Flow(name, meter.commodity(), upstream))
        .ifPresent(
            before ->
                add(
                    ContractFinding.UPSTREAM_DIFFERS,
                    "meter",
                    name,
                    "first",
                    name(before),
                    "second",
                    name(upstream.orElse(before))));
  }

  /** The meter that a meter lies behind is known, of its commodity, and not behind it. */
  private void checkPlace(String key, MeteredFlows.Flow flow) {
    Optional<String> upstream = flow.upstream().filter(above -> !above.equals(MeteredFlows.SUPPLY));
    if (upstream.isEmpty()) {
      return;
    }
    MeteredFlows.Flow above = flows.flows().get(upstream.get());
    if (above == null || above.commodity() != flow.commodity() || flows.isInCircle(key)) {
      add(ContractFinding.UPSTREAM, "meter", flow.name(), "upstream", name(upstream.get()));
    }
  }

  private Map<String, Integer> byKey(String reader, Map<String, Integer> signs) {
    Map<String, Integer> byKey = new LinkedHashMap<>();
    signs.forEach(
        (id, sign) -> byKey.merge(keys.getOrDefault(at(reader, id), id), sign, Integer::sum));
    return byKey;
  }

  private Bounded project(String reader, String name, Contract contract) {
    return new Bounded(name, byKey(reader, MeteredFlows.ofProject(contract.meters())));
  }

  private Bounded part(String reader, BoundaryPart part) {
    return new Bounded(at(reader, part.name()), byKey(reader, MeteredFlows.of(part)));
  }

  private List<Bounded> all(String reader, String project, Contract contract) {
    List<Bounded> all = new ArrayList<>();
    all.add(project(reader, project, contract));
    contract.boundary().parts().forEach(part -> all.add(part(reader, part)));
    return all;
  }

  /** Every meter is known and stands at a possible place. */
  private boolean isSound(List<BoundaryPart> parts) {
    Set<String> ids = new HashSet<>();
    for (BoundaryPart part : parts) {
      if (!ids.add(part.id())) {
        add(ContractFinding.ID_TWICE, "id", part.id());
      }
      for (BoundaryPart.PartMeter listed : part.meters()) {
        if (!keys.containsKey(listed.meter())) {
          add(ContractFinding.PART_METER, "part", part.name(), "meter", listed.meter());
        }
      }
    }
    return findings.blocking() == 0;
  }

  /** Where a meter of a part stands has to be said, else nothing could be proved. */
  private void states(Contract contract, List<BoundaryPart> parts) {
    Map<String, Integer> project = MeteredFlows.ofProject(contract.meters());
    Set<String> placed =
        contract.meters().stream()
            .filter(
                meter -> meter.upstream().isPresent() || project.getOrDefault(meter.id(), 0) < 0)
            .map(Meter::id)
            .collect(Collectors.toSet());
    for (BoundaryPart part : parts) {
      for (BoundaryPart.PartMeter listed : part.meters()) {
        if (!placed.contains(listed.meter())) {
          add(ContractFinding.UPSTREAM_MISSING, "part", part.name(), "meter", listed.meter());
        }
      }
    }
  }

  /** No flow counts in a part that the project does not count. */
  private void contains(Bounded project, List<Bounded> parts) {
    for (Bounded part : parts) {
      flows
          .flows()
          .forEach(
              (key, flow) -> {
                if (flows.times(key, part.signs()) > 0 && flows.times(key, project.signs()) == 0) {
                  add(
                      ContractFinding.PART_NOT_INSIDE,
                      "part",
                      part.name(),
                      "meter",
                      flow.name(),
                      "project",
                      project.name());
                }
              });
    }
  }

  private void disjoint(List<Bounded> boundaries) {
    Map<String, List<Integer>> holding = new HashMap<>();
    for (int i = 0; i < boundaries.size(); i++) {
      for (String key : boundaries.get(i).signs().keySet()) {
        holding.computeIfAbsent(key, held -> new ArrayList<>()).add(i);
      }
    }
    flows
        .flows()
        .forEach(
            (key, flow) -> {
              SortedSet<Integer> concerned = new TreeSet<>();
              flows.chain(key).forEach(at -> concerned.addAll(holding.getOrDefault(at, List.of())));
              countedOnce(key, flow.name(), concerned.stream().map(boundaries::get).toList());
            });
  }

  private void countedOnce(String key, String meter, List<Bounded> boundaries) {
    Optional<String> first = Optional.empty();
    for (Bounded boundary : boundaries) {
      String name = boundary.name();
      int times = flows.times(key, boundary.signs());
      if (times != 0 && times != 1) {
        add(ContractFinding.COUNTED_TIMES, "meter", meter, "boundary", name, "times", times);
      } else if (times == 1 && first.isPresent()) {
        add(ContractFinding.COUNTED_TWICE, "meter", meter, "first", first.get(), "second", name);
      } else if (times == 1) {
        first = Optional.of(name);
      }
    }
  }
}
