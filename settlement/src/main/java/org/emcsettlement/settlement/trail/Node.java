package org.emcsettlement.settlement.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;

/**
 * One step of a calculation.
 *
 * @param id its place in the trail, from 0; inputs come before what uses them
 * @param kind what it is
 * @param name what it means: a key of the glossary
 * @param operation how it is computed; absent for facts and parameters
 * @param inputs the ids of its inputs, in order
 * @param value its exact value
 * @param text the value as written: the source text of facts and parameters, else the canonical
 *     form
 * @param unit its unit, empty for a pure number
 * @param clause the clause that recorded it
 * @param scope what it is about: commodity, segment, meter; empty for the whole statement
 * @param source where a fact comes from, {@code <file>#<start>}; empty for others
 * @param attributes what else the operation needs
 */
public record Node(
    int id,
    NodeKind kind,
    String name,
    Optional<Operation> operation,
    List<Integer> inputs,
    Rational value,
    String text,
    String unit,
    String clause,
    String scope,
    String source,
    Map<String, String> attributes) {

  /** {@return the id as files write it} */
  public String label() {
    return "n" + id;
  }
}
