package org.emcsettlement.settlement.packages;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;

/**
 * How the amounts of some joint clauses are allocated to the members.
 *
 * @param clauses the clauses it is for; none means all that no other terms name
 * @param key the weights
 * @param second the weights instead, where those of the key are all zero
 * @param negative what becomes of a negative weight
 */
public record AllocationTerms(
    List<String> clauses, AllocationKey key, Optional<AllocationKey> second, Negative negative) {

  /** What becomes of a negative weight: of a member that saved less than nothing. */
  public enum Negative {
    /** It counts as zero. */
    ZERO_WEIGHT,
    /** Nothing is allocated until it is mended. */
    REJECT
  }

  static Optional<AllocationTerms> read(JsonObject json) {
    List<String> clauses = json.list("clauses", JsonElement::text);
    Optional<AllocationKey> key = json.object("key", AllocationKey::read);
    Optional<AllocationKey> second =
        json.optional("second").flatMap(element -> element.object(AllocationKey::read));
    Optional<Negative> negative =
        json.optional("negative").flatMap(element -> element.constant(Negative.class));
    return json.build(
        () ->
            new AllocationTerms(
                clauses, key.orElseThrow(), second, negative.orElse(Negative.ZERO_WEIGHT)));
  }
}
