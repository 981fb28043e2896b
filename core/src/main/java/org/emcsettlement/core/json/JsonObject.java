package org.emcsettlement.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.period.Period;

/**
 * An object of a document. A reader asks for every key it knows and then calls {@link #build}; each
 * fault becomes a finding with its pointer, and reading goes on, so that all faults come at once.
 *
 * <p>{@link #text}, {@link #decimal} and their like ask for keys that must be there; {@link
 * #optional} gives a value that may be absent.
 */
public final class JsonObject {

  private final JsonDocument document;
  private final String pointer;
  private final JsonNode node;
  private final Set<String> known = new TreeSet<>();
  private final int blockedBefore;

  JsonObject(JsonDocument document, String pointer, JsonNode node) {
    this.document = document;
    this.pointer = pointer;
    this.node = node;
    this.blockedBefore = document.blockingFindings();
  }

  /** {@return where the object stands} */
  public Place place() {
    return document.place(pointer);
  }

  private String child(String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Whether the object has a key with a value other than null.
   *
   * @param key the key
   * @return true if it has
   */
  public boolean has(String key) {
    known.add(key);
    return node.hasNonNull(key);
  }

  /**
   * A value that may be absent.
   *
   * @param key its key
   * @return the value
   */
  public Optional<JsonElement> optional(String key) {
    return has(key)
        ? Optional.of(new JsonElement(document, child(key), node.get(key)))
        : Optional.empty();
  }

  /**
   * A value that must be there.
   *
   * @param key its key
   * @return the value, absent with a finding
   */
  public Optional<JsonElement> required(String key) {
    Optional<JsonElement> element = optional(key);
    if (element.isEmpty()) {
      document.add(EvidenceFinding.JSON_MISSING_KEY, pointer, "key", key);
    }
    return element;
  }

  /**
   * A text.
   *
   * @param key its key
   * @return the text
   */
  public Optional<String> text(String key) {
    return required(key).flatMap(JsonElement::text);
  }

  /**
   * The version of the file's shape, under {@code schemaVersion}; any other is rejected.
   *
   * @param version the only version this library reads
   */
  public void schemaVersion(int version) {
    required("schemaVersion")
        .flatMap(JsonElement::integer)
        .filter(found -> found != version)
        .ifPresent(found -> reject("schemaVersion", "应为 " + version, "must be " + version));
  }

  /**
   * A decimal.
   *
   * @param key its key
   * @return the decimal with its scale as written
   */
  public Optional<BigDecimal> decimal(String key) {
    return required(key).flatMap(JsonElement::decimal);
  }

  /**
   * A date.
   *
   * @param key its key
   * @return the date
   */
  public Optional<LocalDate> date(String key) {
    return required(key).flatMap(JsonElement::date);
  }

  /**
   * A period {@code start/end}.
   *
   * @param key its key
   * @return the period
   */
  public Optional<Period> period(String key) {
    return required(key).flatMap(JsonElement::period);
  }

  /**
   * One of an enumeration's names.
   *
   * @param <E> the enumeration
   * @param key its key
   * @param type the enumeration
   * @return the constant
   */
  public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    return required(key).flatMap(element -> element.constant(type));
  }

  /**
   * An object.
   *
   * @param <T> what is read
   * @param key its key
   * @param reader reads it
   * @return what was read
   */
  public <T> Optional<T> object(String key, Function<JsonObject, Optional<T>> reader) {
    return required(key).flatMap(element -> element.object(reader));
  }

  /**
   * A list of objects; an absent key is an empty list.
   *
   * @param <T> what is read
   * @param key its key
   * @param reader reads one object
   * @return what was read
   */
  public <T> List<T> objects(String key, Function<JsonObject, Optional<T>> reader) {
    return list(key, element -> element.object(reader));
  }

  /**
   * A list; an absent key is an empty list.
   *
   * @param <T> what is read
   * @param key its key
   * @param reader reads one element
   * @return what was read
   */
  public <T> List<T> list(String key, Function<JsonElement, Optional<T>> reader) {
    return optional(key).flatMap(element -> element.list(reader)).orElseGet(List::of);
  }

  /**
   * An object used as a map; an absent key is an empty map.
   *
   * @param <T> what is read
   * @param key its key
   * @param reader reads one value
   * @return what was read, in file order
   */
  public <T> Map<String, T> entries(String key, Function<JsonElement, Optional<T>> reader) {
    return optional(key)
        .flatMap(element -> element.object(object -> object.all(reader)))
        .orElseGet(Map::of);
  }

  private <T> Optional<Map<String, T>> all(Function<JsonElement, Optional<T>> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (String name : keys()) {
      required(name).flatMap(reader).ifPresent(value -> entries.put(name, value));
    }
    return Optional.of(entries);
  }

  /** {@return the keys in file order} */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /**
   * Reports a finding at a value of this object, or at the object itself if it has no such key.
   *
   * @param key its key
   * @param code the kind
   * @param arguments its arguments
   */
  public void report(String key, FindingCode code, Object... arguments) {
    document.add(code, has(key) ? child(key) : pointer, arguments);
  }

  /**
   * Reports a value of this object as breaking a rule.
   *
   * @param key its key
   * @param ruleZh the rule in Chinese
   * @param rule the rule in English
   */
  public void reject(String key, String ruleZh, String rule) {
    optional(key).orElseGet(() -> new JsonElement(document, pointer, node)).reject(ruleZh, rule);
  }

  /**
   * Builds what the object describes, unless something in it blocks.
   *
   * @param <T> what is built
   * @param builder builds it; an IllegalArgumentException of it becomes a finding
   * @return what was built
   */
  public <T> Optional<T> build(Supplier<T> builder) {
    if (document.blockingFindings() > blockedBefore) {
      return Optional.empty();
    }
    try {
      return Optional.of(builder.get());
    } catch (IllegalArgumentException invalid) {
      String reason = String.valueOf(invalid.getMessage());
      String zh = invalid instanceof RuleException rule ? rule.zh() : reason;
      return new JsonElement(document, pointer, node).reject(zh, reason);
    }
  }

  void reportUnknownKeys() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        document.add(
            EvidenceFinding.JSON_UNKNOWN_KEY,
            child(key),
            "key",
            key,
            "known",
            String.join(", ", known));
      }
    }
  }
}
