package org.emcsettlement.settlement.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.quantity.Commodity;

/**
 * Which boundary counts which flow. A meter counts its own flow and those of the meters behind it,
 * so a boundary, the signed sum of meters, counts the flow of a meter as often as the signs of this
 * meter and of those upstream add up to. Quantities are disjoint if and only if every boundary
 * counts every flow once or not at all, and no two count the same one.
 */
public final class MeteredFlows {

  /** The word for a meter that is fed from outside, behind no other meter. */
  static final String SUPPLY = "supply";

  /**
   * What one meter counts.
   *
   * @param name the meter, as findings call it
   * @param commodity what flows
   * @param upstream the key of the meter it lies behind, {@link #SUPPLY}, absent if not said
   */
  record Flow(String name, Commodity commodity, Optional<String> upstream) {}

  private final Map<String, Flow> flows = new LinkedHashMap<>();

  /**
   * Adds a meter, or what is said about one that is known.
   *
   * @return what was said before about the place of the meter, if it was something else
   */
  Optional<String> add(String key, Flow flow) {
    Flow known = flows.putIfAbsent(key, flow);
    if (known == null || flow.upstream().isEmpty()) {
      return Optional.empty();
    }
    flows.put(key, new Flow(known.name(), known.commodity(), flow.upstream()));
    return known.upstream().filter(before -> !flow.upstream().get().equals(before));
  }

  /** What every meter counts, by key, in the order in which meters were added. */
  Map<String, Flow> flows() {
    return Collections.unmodifiableMap(flows);
  }

  /** Whether a meter lies behind itself, or behind a meter that does. */
  boolean isInCircle(String key) {
    List<String> chain = chain(key);
    return next(chain.get(chain.size() - 1)).isPresent();
  }

  /** The meter and those upstream of it, itself first, none twice. */
  List<String> chain(String key) {
    Set<String> chain = new LinkedHashSet<>();
    Optional<String> at = Optional.of(key);
    while (at.isPresent() && chain.add(at.get())) {
      at = next(at.get());
    }
    return List.copyOf(chain);
  }

  private Optional<String> next(String key) {
    return stated(key).filter(flows::containsKey);
  }

  private Optional<String> stated(String key) {
    return Optional.ofNullable(flows.get(key)).flatMap(Flow::upstream);
  }

  /**
   * How often a boundary counts the flow of a meter. What is taken out without being said to lie
   * behind another meter lies behind one of the boundary.
   *
   * @param key the meter
   * @param signs the boundary's meters with the sum of their signs, by key
   * @return the number of times; 0 or 1 if the boundary is sound
   */
  int times(String key, Map<String, Integer> signs) {
    int times = 0;
    for (String at : chain(key)) {
      int sign = signs.getOrDefault(at, 0);
      times += sign < 0 && stated(at).isEmpty() ? 0 : sign;
    }
    return times;
  }

  /**
   * The signs of the project boundary.
   *
   * @param meters the meters of a contract
   * @return the sign by meter id, without meters that are only shown
   */
  public static Map<String, Integer> ofProject(List<Meter> meters) {
    Map<String, Integer> signs = new LinkedHashMap<>();
    meters.stream()
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
