package org.emcsettlement.core.finding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An immutable list of findings in the order they were made, without repeats. */
public final class Findings implements Iterable<Finding> {

  private static final Findings NONE = new Findings(List.of());

  private final List<Finding> list;

  private Findings(List<Finding> list) {
    this.list = list;
  }

  /** {@return no findings} */
  public static Findings none() {
    return NONE;
  }

  /**
   * Findings from a list.
   *
   * @param findings in order; repeats are dropped
   * @return the findings
   */
  @JsonCreator
  public static Findings of(Collection<Finding> findings) {
    return findings.isEmpty() ? NONE : new Findings(List.copyOf(new LinkedHashSet<>(findings)));
  }

  /**
   * These findings, then others.
   *
   * @param others the others
   * @return all of them
   */
  public Findings plus(Findings others) {
    if (others.list.isEmpty()) {
      return this;
    }
    List<Finding> all = new ArrayList<>(list);
    all.addAll(others.list);
    return of(all);
  }

  /**
   * Replaces effects by policy.
   *
   * @param effects effect by finding code; codes not named keep theirs
   * @return the findings under that policy
   */
  public Findings under(Map<String, Effect> effects) {
    return of(
        list.stream().map(f -> f.withEffect(effects.getOrDefault(f.code(), f.effect()))).toList());
  }

  /**
   * Whether any finding has an effect.
   *
   * @param effect the effect
   * @return true if at least one has it
   */
  public boolean has(Effect effect) {
    return list.stream().anyMatch(finding -> finding.effect() == effect);
  }

  /** {@return whether nothing was found} */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** {@return the findings in order} */
  @JsonValue
  public List<Finding> list() {
    return list;
  }

  /** {@return the findings in order, as a stream} */
  public Stream<Finding> stream() {
    return list.stream();
  }

  @Override
  public Iterator<Finding> iterator() {
    return list.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Findings that && list.equals(that.list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
