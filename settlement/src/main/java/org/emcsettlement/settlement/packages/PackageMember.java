package org.emcsettlement.settlement.packages;

import java.util.Optional;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;

/**
 * A member of a package. It belongs to the package during the term of its own contract.
 *
 * @param id its id, also the name of its folder in {@code members/}
 * @param rank its declared place when remainders of an allocation tie; lower goes first
 */
public record PackageMember(String id, int rank) {

  /** A member as written; the rank is that of its place where none is declared. */
  record Written(String id, Optional<Integer> rank) {}

  static Optional<Written> read(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<Integer> rank = json.optional("rank").flatMap(JsonElement::integer);
    return json.build(() -> new Written(id.orElseThrow(), rank));
  }
}
