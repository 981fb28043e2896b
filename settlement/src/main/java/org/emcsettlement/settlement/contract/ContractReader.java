package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.quantity.Commodity;
import org.joda.money.CurrencyUnit;

/**
 * Reads {@code contract.json}: expands its preset, reads every part, and checks that the parts fit
 * together. All faults come at once, each with the JSON pointer at which the author wrote the
 * value.
 */
public final class ContractReader {

  private final ContractFormat format;

  /**
   * A reader.
   *
   * @param format the kinds of clauses and the presets that may be used
   */
  public ContractReader(ContractFormat format) {
    this.format = format;
  }

  /**
   * Reads a contract.
   *
   * @param source the text
   * @param findings takes everything that is wrong
   * @return the contract, absent if something blocks
   */
  public Optional<Contract> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Contract> contract =
        JsonDocument.parse(source, findings).flatMap(tree -> read(source.name(), tree, findings));
    return findings.blocking() > before ? Optional.empty() : contract;
  }

  private Optional<Contract> read(String name, JsonNode tree, FindingCollector findings) {
    Map<String, String> origins = new LinkedHashMap<>();
    JsonNode expanded = tree.isObject() ? expand(name, tree.deepCopy(), origins, findings) : tree;
    UnaryOperator<String> origin = origin(origins);
    Optional<Contract> contract =
        new JsonDocument(name, findings, origin).root(expanded, this::contract);
    contract.ifPresent(read -> new ContractCheck(read, format, name, origin, findings).run());
    return contract;
  }

  /** Puts the preset's clauses before the contract's own, and remembers where each came from. */
  private JsonNode expand(
      String name, ObjectNode tree, Map<String, String> origins, FindingCollector findings) {
    JsonNode written = tree.remove("preset");
    if (written == null || written.isNull()) {
      return tree;
    }
    Optional<PresetUse> use = use(name, written, findings);
    JsonNode own = tree.path("clauses");
    if (use.isEmpty() || !(own.isMissingNode() || own.isArray())) {
      return tree;
    }
    String preset = use.get().name();
    Preset known = format.presets().get(preset);
    if (known == null) {
      findings.add(
          ContractFinding.UNKNOWN_PRESET,
          Place.pointer(name, "/preset"),
          "preset",
          preset,
          "known",
          String.join(", ", format.presets().keySet()));
      return tree;
    }
    JsonNode given = use.get().parameters();
    checkParameters(name, known, given, findings);
    Preset.Expansion expansion = known.expand(given);
    ArrayNode clauses = expansion.clauses();
    int first = clauses.size();
    own.forEach(clauses::add);
    tree.set("clauses", clauses);
    for (int i = 0; i < clauses.size(); i++) {
      origins.put("/clauses/" + i, i < first ? "/preset" : "/clauses/" + (i - first));
    }
    expansion
        .origins()
        .forEach((pointer, parameter) -> origins.put(pointer, "/preset/parameters/" + parameter));
    return tree;
  }

  /** The preset that a contract names, with the terms it gives. */
  private record PresetUse(String name, JsonNode parameters) {}

  private static Optional<PresetUse> use(String name, JsonNode node, FindingCollector findings) {
    JsonNode none = JsonNodeFactory.instance.objectNode();
    JsonDocument document = new JsonDocument(name, findings, pointer -> "/preset" + pointer);
    if (node.isTextual()) {
      return Optional.of(new PresetUse(node.asText(), none));
    }
    return document.root(
        node,
        json -> {
          Optional<String> preset = json.text("name");
          Optional<JsonNode> parameters = json.optional("parameters").map(JsonElement::node);
          if (parameters.isPresent() && !parameters.get().isObject()) {
            json.reject("parameters", "应为对象", "must be an object");
          }
          return json.build(() -> new PresetUse(preset.orElseThrow(), parameters.orElse(none)));
        });
  }

  private static void checkParameters(
      String name, Preset preset, JsonNode given, FindingCollector findings) {
    preset
        .parameters()
        .forEach(
            (parameter, declared) -> {
              if (declared.required() && !given.hasNonNull(parameter)) {
                findings.add(
                    ContractFinding.MISSING_PARAMETER,
                    Place.pointer(name, "/preset/parameters"),
                    "preset",
                    preset.name(),
                    "parameter",
                    parameter,
                    "labelZh",
                    declared.label().zh(),
                    "label",
                    declared.label().en());
              }
            });
    given
        .fieldNames()
        .forEachRemaining(
            parameter -> {
              if (!preset.parameters().containsKey(parameter)) {
                findings.add(
                    ContractFinding.UNKNOWN_PARAMETER,
                    Place.pointer(name, "/preset/parameters/" + parameter),
                    "preset",
                    preset.name(),
                    "parameter",
                    parameter,
                    "known",
                    String.join(", ", preset.parameters().keySet()));
              }
            });
  }

  /** The longest expanded pointer that is a prefix decides where a value was written. */
  private static UnaryOperator<String> origin(Map<String, String> origins) {
    return pointer ->
        origins.keySet().stream()
            .filter(prefix -> pointer.equals(prefix) || pointer.startsWith(prefix + "/"))
            .max(Comparator.comparingInt(String::length))
            .map(prefix -> written(origins.getOrDefault(prefix, ""), pointer, prefix))
            .orElse(pointer);
  }

  private static String written(String origin, String pointer, String prefix) {
    return origin.equals("/preset") ? origin : origin + pointer.substring(prefix.length());
  }

  private Optional<Contract> contract(JsonObject json) {
    Contract.Builder builder = Contract.builder();
    json.has("preset"); // already expanded
    json.schemaVersion(1);
    json.text("id").ifPresent(builder::id);
    json.text("name").ifPresent(builder::name);
    json.object("parties", ContractPartsReader::parties).ifPresent(builder::parties);
    json.object("term", ContractReader::term).ifPresent(builder::term);
    json.optional("timezone")
        .flatMap(
            element ->
                element.parsed(
                    ContractReader::zone,
                    "应为时区名，如 Asia/Shanghai",
                    "must be a time zone such as Asia/Shanghai"))
        .ifPresent(builder::timezone);
    json.optional("currency")
        .flatMap(
            element ->
                element.parsed(
                    ContractReader::currency,
                    "应为有两位小数的币种代码，如 CNY",
                    "must be the code of a currency with two decimals, such as CNY"))
        .ifPresent(builder::currency);
    json.object("boundary", ContractPartsReader::boundary).ifPresent(builder::boundary);
    builder.commodities(json.objects("commodities", ContractPartsReader::commodity));
    builder.meters(json.objects("meters", ContractPartsReader::meter));
    builder.baselines(json.objects("baselines", BaselineTermsReader::read));
    builder.prices(json.objects("prices", ContractPartsReader::price));
    builder.risks(json.entries("risks", ContractPartsReader::risk));
    builder.clauses(json.objects("clauses", this::clause));
    json.object("schedule", ContractPartsReader::schedule).ifPresent(builder::schedule);
    json.object("tax", TaxReader::read).ifPresent(builder::tax);
    json.optional("rounding").flatMap(ContractReader::rounding).ifPresent(builder::rounding);
    json.optional("policies")
        .flatMap(element -> element.object(ContractPartsReader::policies))
        .ifPresent(builder::policies);
    builder.attachments(json.objects("attachments", ContractPartsReader::attachment));
    return json.build(builder::build);
  }

  private static String currency(String code) {
    CurrencyUnit currency = CurrencyUnit.of(code);
    if (currency.getDecimalPlaces() != 2) {
      throw new IllegalArgumentException(code);
    }
    return currency.getCode();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(unknown);
    }
  }

  private static Optional<Term> term(JsonObject json) {
    Optional<LocalDate> start = json.date("start");
    Optional<LocalDate> end = json.date("end");
    Optional<LocalDate> anchor = json.optional("anchor").flatMap(JsonElement::date);
    return json.build(
        () ->
            new Term(start.orElseThrow(), end.orElseThrow(), anchor.orElseGet(start::orElseThrow)));
  }

  private static Optional<RoundingProfile> rounding(JsonElement element) {
    return element.parsed(
        RoundingProfile::of,
        "应为 HALF_UP 或 HALF_EVEN（其他方式不对称，冲销会差一分）",
        "must be HALF_UP or HALF_EVEN (others are not symmetric, reversals would miss a fen)");
  }

  private Optional<Clause> clause(JsonObject json) {
    Optional<String> kind = json.text("kind");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    ClauseReader reader = format.kinds().get(kind.get());
    if (reader == null) {
      json.keys().forEach(json::has);
      json.report(
          "kind",
          ContractFinding.UNKNOWN_CLAUSE,
          "kind",
          kind.get(),
          "known",
          String.join(", ", format.kinds().keySet()));
      return Optional.empty();
    }
    return reader.read(json).map(clause -> clause);
  }

  /**
   * Writes a contract with its presets expanded.
   *
   * @param contract the contract
   * @return JSON text, indented, members sorted; reading it gives the same contract
   */
  public static String write(Contract contract) {
    return Json.pretty(contract);
  }

  /** Reads a commodity's id. */
  static Optional<Commodity> commodity(JsonElement element) {
    return element.parsed(
        Commodity::of, "应为 " + Commodity.ids() + " 之一", "must be one of " + Commodity.ids());
  }

  /** Reads commodities; none means all of the contract. */
  static List<Commodity> commodities(JsonObject json) {
    return json.list("commodities", ContractReader::commodity);
  }
}
