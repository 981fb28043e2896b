package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.RiskKinds;

/**
 * Reads {@code assessment.json}. Keys that a contract has too are read by the contract's own reader
 * from the frame; the others are read here.
 */
final class AssessmentReader {

  /** Keys with the same meaning as in a contract. */
  static final List<String> OF_CONTRACT =
      List.of(
          "id",
          "name",
          "timezone",
          "currency",
          "boundary",
          "commodities",
          "meters",
          "baselines",
          "prices",
          "risks",
          "tax",
          "rounding",
          "policies");

  private static final int MOST_DRAWS = 10_000;

  private AssessmentReader() {}

  static Optional<AssessmentTerms> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<AssessmentTerms> terms =
        JsonDocument.parse(source, findings)
            .flatMap(
                tree ->
                    JsonDocument.read(
                        source,
                        findings,
                        json ->
                            terms(
                                json,
                                tree,
                                new InputDigest.Builder(source.name())
                                    .row(CanonicalJson.text(tree))
                                    .build())));
    return findings.blocking() > before ? Optional.empty() : terms;
  }

  private static Optional<AssessmentTerms> terms(
      JsonObject json, JsonNode tree, InputDigest digest) {
    AssessmentTerms.Builder builder = AssessmentTerms.builder().digest(digest);
    json.schemaVersion(1);
    OF_CONTRACT.forEach(json::has);
    json.required("institution"); // its parts are read with the frame
    Optional<PlannedTerm> term = json.object("term", PlannedTerm::read);
    term.ifPresent(builder::term);
    Optional<Period> history = json.period("history");
    history.ifPresent(builder::history);
    if (history.isPresent() && history.get().days() < 365) {
      json.reject("history", "至少应有一整年", "must hold at least one whole year");
    }
    if (term.isPresent() && history.filter(h -> h.end().isAfter(term.get().start())).isPresent()) {
      json.reject("history", "应在合同期开始之前结束", "must end before the term starts");
    }
    Optional<String> station = json.optional("station").flatMap(JsonElement::text);
    json.optional("heatBilledByArea")
        .flatMap(JsonElement::flag)
        .ifPresent(builder::heatBilledByArea);
    List<Measure> measures = json.objects("measures", Measure::read);
    builder.measures(measures);
    rejectTwice(json, "measures", measures.stream().map(Measure::id).toList());
    List<CandidateForm> forms = json.objects("forms", CandidateForm::read);
    builder.forms(forms);
    rejectTwice(json, "forms", forms.stream().map(CandidateForm::id).toList());
    builder.priceEscalation(json.objects("priceEscalation", Escalation::read));
    for (InputTax tax : json.objects("inputTax", InputTax::read)) {
      builder.putInputTax(tax.commodity(), tax.rate());
    }
    json.optional("discountRate").flatMap(JsonElement::ratio).ifPresent(builder::discountRate);
    json.optional("seed").flatMap(JsonElement::integer).ifPresent(builder::seed);
    Optional<Integer> draws = json.optional("draws").flatMap(JsonElement::integer);
    draws.ifPresent(builder::draws);
    if (draws.isPresent() && (draws.get() < 1 || draws.get() > MOST_DRAWS)) {
      json.reject("draws", "应为 1 至 " + MOST_DRAWS, "must be from 1 to " + MOST_DRAWS);
    }
    return json.build(
        () -> {
          ObjectNode frame = frame(tree, term.orElseThrow(), history.orElseThrow(), station);
          return builder.frame(frame).build();
        });
  }

  /** The value added tax in the bills of a commodity. */
  private record InputTax(Commodity commodity, BigDecimal rate) {

    static Optional<InputTax> read(JsonObject json) {
      Optional<Commodity> commodity = json.required("commodity").flatMap(Escalation::commodity);
      Optional<BigDecimal> rate = json.required("rate").flatMap(JsonElement::ratio);
      return json.build(() -> new InputTax(commodity.orElseThrow(), rate.orElseThrow()));
    }
  }

  private static void rejectTwice(JsonObject json, String key, List<String> ids) {
    Set<String> seen = new HashSet<>();
    if (!ids.stream().allMatch(seen::add)) {
      json.reject(key, "id 不能重复", "must have an id each");
    }
  }

  private static ObjectNode frame(
      JsonNode tree, PlannedTerm term, Period history, Optional<String> station) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode().put("schemaVersion", 1);
    for (String key : OF_CONTRACT) {
      if (tree.hasNonNull(key)) {
        frame.set(key, tree.get(key).deepCopy());
      }
    }
    ObjectNode parties = frame.putObject("parties");
    parties.set("institution", tree.get("institution").deepCopy());
    parties.putObject("serviceProvider").put("name", "待选定 to be chosen");
    frame
        .putObject("term")
        .put("start", term.start().toString())
        .put("end", term.period().end().toString());
    frame.putObject("schedule").put("frequency", "ANNUAL");
    if (!frame.has("risks")) {
      ObjectNode risks = frame.putObject("risks");
      RiskKinds.ALL.forEach(kind -> risks.put(kind, "INSTITUTION"));
    }
    if (!frame.has("baselines")) {
      for (JsonNode commodity : tree.path("commodities")) {
        ObjectNode baseline =
            frame
                .withArray("baselines")
                .addObject()
                .put("id", commodity.path("id").asText())
                .put("commodity", commodity.path("id").asText())
                .put("source", "FITTED")
                .put("period", history.toString());
        station.ifPresent(id -> baseline.put("station", id));
      }
    }
    return frame;
  }
}
