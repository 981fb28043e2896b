package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;

/**
 * What {@code meta.json} says about a building, where it says it; other publishers' words are read
 * liberally, but nothing is guessed.
 *
 * <pre>
 * {"headcount": 400, "commodity": "water",
 *  "meters": [{"file": "meter.csv.gz", "kind": "district heat", "unit": "GJ"}]}
 * </pre>
 */
final class CaseMeta {

  private static final String FILE = "meta.json";
  private static final String USERS = "users";

  private final JsonNode meta;

  private CaseMeta(JsonNode meta) {
    this.meta = meta;
  }

  /** Reads the file of a folder; without one nothing is known. */
  static CaseMeta of(Path folder, FindingCollector findings) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new CaseMeta(MissingNode.getInstance());
    }
    try {
      JsonNode meta = Json.tree(Files.readAllBytes(file));
      if (meta.isObject()) {
        return new CaseMeta(meta);
      }
    } catch (IOException | UncheckedIOException unreadable) {
      // reported below
    }
    findings.add(CaseFinding.META_UNREADABLE, Place.file(FILE));
    return new CaseMeta(JsonNodeFactory.instance.objectNode());
  }

  /** What the meter of a file counts. */
  Optional<Commodity> commodity(String file) {
    Optional<Commodity> named = text(meta, "commodity").flatMap(Commodity::find);
    return named.or(() -> text(meter(file), "kind").flatMap(CaseMeta::kind));
  }

  private static Optional<Commodity> kind(String text) {
    String kind = text.toLowerCase(Locale.ROOT);
    if (kind.startsWith("electric")) {
      return Optional.of(Commodity.ELECTRICITY);
    }
    if (kind.contains("heat")) {
      return Optional.of(Commodity.HEAT);
    }
    if (kind.contains("water")) {
      return Optional.of(Commodity.WATER);
    }
    return kind.contains("gas") ? Optional.of(Commodity.NATURAL_GAS) : Optional.empty();
  }

  /** The unit of the meter of a file. */
  Optional<MeterUnit> unit(String file) {
    return text(meter(file), "unit").flatMap(MeterUnit::of);
  }

  private JsonNode meter(String file) {
    for (JsonNode meter : meta.path("meters")) {
      if (meter.path("file").asText().equals(file)) {
        return meter;
      }
    }
    return MissingNode.getInstance();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue());
  }

  /** The number of people, if one positive number says it. */
  Optional<BigDecimal> headcount(FindingCollector findings) {
    JsonNode headcount = meta.path("headcount");
    if (headcount.isMissingNode() || headcount.isNull()) {
      return Optional.empty();
    }
    Place place = Place.pointer(FILE, "/headcount");
    if (isCount(headcount)) {
      return Optional.of(headcount.decimalValue());
    }
    if (isCount(headcount.path(USERS))) {
      return Optional.of(headcount.path(USERS).decimalValue());
    }
    List<String> counts = new ArrayList<>();
    headcount.fieldNames().forEachRemaining(counts::add);
    counts.removeIf(key -> !isCount(headcount.path(key)));
    if (counts.size() != 1) {
      findings.add(CaseFinding.HEADCOUNT_UNCLEAR, place);
      return Optional.empty();
    }
    BigDecimal only = headcount.path(counts.get(0)).decimalValue();
    findings.add(
        CaseFinding.HEADCOUNT_CHOSEN, place, "key", counts.get(0), "value", only.toPlainString());
    return Optional.of(only);
  }

  private static boolean isCount(JsonNode node) {
    return node.isNumber() && node.decimalValue().signum() > 0;
  }
}
