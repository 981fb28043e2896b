package org.emcsettlement.settlement.contract;

import java.util.Optional;
import org.emcsettlement.core.json.JsonObject;

/** Reads the parameters of one kind of clause. */
@FunctionalInterface
public interface ClauseReader {

  /**
   * Reads a clause.
   *
   * @param json its object; {@code id}, {@code kind}, {@code series} and {@code reference} among
   *     its keys
   * @return the clause, absent if something in it is wrong
   */
  Optional<? extends Clause> read(JsonObject json);
}
