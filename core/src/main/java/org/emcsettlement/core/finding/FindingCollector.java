package org.emcsettlement.core.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers findings while a document is read, so that all of them come at once. Not thread-safe;
 * lives for one reading.
 */
public final class FindingCollector {

  private final List<Finding> found = new ArrayList<>();

  /** An empty collector. */
  public FindingCollector() {}

  /**
   * Adds a finding with its default effect.
   *
   * @param code the kind
   * @param place where
   * @param arguments name, value, name, value … for every argument of the text
   */
  public void add(FindingCode code, Place place, Object... arguments) {
    found.add(Finding.of(code, place, arguments));
  }

  /**
   * Adds findings made elsewhere.
   *
   * @param findings the findings
   */
  public void addAll(Findings findings) {
    found.addAll(findings.list());
  }

  /** {@return how many of the findings gathered so far block} */
  public int blocking() {
    return (int) found.stream().filter(finding -> finding.effect() == Effect.BLOCK).count();
  }

  /** {@return what was gathered so far} */
  public Findings findings() {
    return Findings.of(found);
  }
}
