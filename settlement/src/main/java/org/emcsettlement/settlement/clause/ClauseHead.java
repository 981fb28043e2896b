package org.emcsettlement.settlement.clause;

import java.util.Optional;
import java.util.function.Consumer;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.SeriesScope;

/** Reads what every clause has: {@code id}, {@code kind}, {@code series}, {@code reference}. */
final class ClauseHead {

  private ClauseHead() {}

  static void read(
      JsonObject json,
      Consumer<String> id,
      Consumer<SeriesScope> series,
      Consumer<Optional<String>> reference) {
    json.has("kind");
    json.text("id").ifPresent(id);
    json.optional("series")
        .flatMap(element -> element.constant(SeriesScope.class))
        .ifPresent(series);
    reference.accept(json.optional("reference").flatMap(JsonElement::text));
  }
}
