package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which boundary counts which flow. A meter counts its own flow and those of the meters behind it,
 * so a boundary, the signed sum of meters, counts the flow of a meter as often as the signs of this
 * meter and of those upstream add up to. Quantities are disjoint if and only if every boundary
 * counts every flow once or not at all, and no two count the same one.
 */
public final class MeteredFlows {

  /** The word for a meter that is fed from outside, behind no other meter. */
  public static final String SUPPLY = "supply";

  private final Map<String, Meter> meters = new LinkedHashMap<>();

  /**
   * The flows that meters count.
   *
   * @param meters all meters
   */
  public MeteredFlows(List<Meter> meters) {
    meters.forEach(meter -> this.meters.put(meter.id(), meter));
  }

  /**
   * A meter.
   *
   * @param id its id
   * @return the meter, absent if there is none of that id
   */
  public Optional<Meter> meter(String id) {
    return Optional.ofNullable(meters.get(id));
  }

  /**
   * Whether a meter's place is wrong: behind an unknown meter, one of another commodity, or behind
   * itself.
   *
   * @param meter the meter
   * @return whether it is
   */
  public boolean isMisplaced(Meter meter) {
    Optional<String> upstream = meter.upstream().filter(id -> !id.equals(SUPPLY));
    if (upstream.isEmpty()) {
      return false;
    }
    Meter next = meters.get(upstream.get());
    return next == null || next.commodity() != meter.commodity() || isInCircle(meter);
  }

  private boolean isInCircle(Meter meter) {
    Set<String> seen = new HashSet<>();
    Optional<Meter> at = Optional.of(meter);
    while (at.isPresent()) {
      if (!seen.add(at.get().id())) {
        return true;
      }
      at = at.get().upstream().flatMap(this::meter);
    }
    return false;
  }

  /** The meter and those upstream of it, itself first; every place is right. */
  private List<Meter> chain(Meter meter) {
    List<Meter> chain = new ArrayList<>();
    Optional<Meter> at = Optional.of(meter);
    while (at.isPresent()) {
      chain.add(at.get());
      at = at.get().upstream().flatMap(this::meter);
    }
    return chain;
  }

  /**
   * How often a boundary counts the flow of a meter. What is taken out without being said to lie
   * behind another meter lies behind one of the boundary.
   *
   * @param flow the meter
   * @param signs the boundary's meters with the sum of their signs, by id
   * @return the number of times; 0 or 1 if the boundary is sound
   */
  public int times(Meter flow, Map<String, Integer> signs) {
    int times = 0;
    for (Meter meter : chain(flow)) {
      int sign = signs.getOrDefault(meter.id(), 0);
      times += sign < 0 && meter.upstream().isEmpty() ? 0 : sign;
    }
    return times;
  }

  /**
   * The signs of the project boundary.
   *
   * @return the sign by meter id, without meters that are only shown
   */
  public Map<String, Integer> ofProject() {
    Map<String, Integer> signs = new LinkedHashMap<>();
    meters.values().stream()
        .filter(meter -> !meter.informative())
        .forEach(meter -> signs.put(meter.id(), meter.sign()));
    return signs;
  }

  /**
   * The signs of a part.
   *
   * @param part the part
   * @return the sum of signs by meter id
   */
  public static Map<String, Integer> of(BoundaryPart part) {
    Map<String, Integer> signs = new LinkedHashMap<>();
    part.meters().forEach(listed -> signs.merge(listed.meter(), listed.sign(), Integer::sum));
    return signs;
  }
}
