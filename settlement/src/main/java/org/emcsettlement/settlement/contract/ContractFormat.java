package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of clauses and the presets that contract files may use, and the closing clauses that
 * every settlement ends with. Immutable: an embedding system adds its own to the standard format.
 *
 * @param kinds the readers by kind
 * @param presets the presets by name and version, e.g. {@code hosting-all-in/1}
 * @param closing the clauses that every settlement ends with: billing, tax, net payable
 */
public record ContractFormat(
    Map<String, ClauseReader> kinds, Map<String, Preset> presets, List<Clause> closing) {

  /**
   * A format.
   *
   * @param kinds the readers by kind
   * @param presets the presets by name and version
   * @param closing the clauses that every settlement ends with
   */
  public ContractFormat {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    presets = Collections.unmodifiableMap(new TreeMap<>(presets));
    closing = List.copyOf(closing);
  }

  /**
   * This format with one more kind of clause.
   *
   * @param kind its stable name
   * @param reader reads its parameters
   * @return the larger format
   * @throws IllegalArgumentException if the kind exists
   */
  public ContractFormat with(String kind, ClauseReader reader) {
    Map<String, ClauseReader> more = new TreeMap<>(kinds);
    if (more.put(kind, reader) != null) {
      throw new IllegalArgumentException("clause kind \"" + kind + "\" exists");
    }
    return new ContractFormat(more, presets, closing);
  }

  /**
   * This format with one more preset.
   *
   * @param preset the preset
   * @return the larger format
   * @throws IllegalArgumentException if its name and version exist: a released version never
   *     changes
   */
  public ContractFormat with(Preset preset) {
    Map<String, Preset> more = new TreeMap<>(presets);
    if (more.put(preset.name(), preset) != null) {
      throw new IllegalArgumentException("preset \"" + preset.name() + "\" exists");
    }
    return new ContractFormat(kinds, more, closing);
  }

  /**
   * The clauses of a contract and the closing ones, in the order they are computed.
   *
   * @param contract the contract
   * @return all clauses, sorted by stage, the contract's order kept within one
   */
  public List<Clause> inOrder(Contract contract) {
    List<Clause> clauses = new ArrayList<>(contract.clauses());
    clauses.addAll(closing);
    clauses.sort(Comparator.comparingInt(clause -> clause.stage().order()));
    return List.copyOf(clauses);
  }
}
