package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.core.series.MeterKind;

/** Reads the small parts of a contract. */
final class ContractPartsReader {

  private ContractPartsReader() {}

  static Optional<Parties> parties(JsonObject json) {
    Optional<Party> institution = json.object("institution", ContractPartsReader::party);
    Optional<Party> provider = json.object("serviceProvider", ContractPartsReader::party);
    Optional<Party> payer =
        json.optional("payer").flatMap(element -> element.object(ContractPartsReader::party));
    return json.build(() -> new Parties(institution.orElseThrow(), provider.orElseThrow(), payer));
  }

  private static Optional<Party> party(JsonObject json) {
    Optional<String> name = json.text("name");
    Optional<String> creditCode = json.optional("creditCode").flatMap(JsonElement::text);
    Optional<String> address = json.optional("address").flatMap(JsonElement::text);
    return json.build(() -> new Party(name.orElseThrow(), creditCode, address));
  }

  static Optional<Boundary> boundary(JsonObject json) {
    Optional<String> name = json.text("name");
    Optional<BigDecimal> area = json.optional("floorArea").flatMap(JsonElement::notNegative);
    Optional<Integer> posts = json.optional("authorisedPosts").flatMap(JsonElement::integer);
    List<BoundaryPart> parts = json.objects("parts", BoundaryPart::read);
    return json.build(() -> new Boundary(name.orElseThrow(), area, posts, parts));
  }

  static Optional<CommodityTerms> commodity(JsonObject json) {
    Optional<Commodity> id = json.required("id").flatMap(ContractReader::commodity);
    Optional<Integer> scale = json.optional("quantityScale").flatMap(JsonElement::integer);
    return json.build(() -> new CommodityTerms(id.orElseThrow(), scale));
  }

  static Optional<Meter> meter(JsonObject json) {
    Meter.Builder builder = Meter.builder();
    json.text("id").ifPresent(builder::id);
    json.required("commodity").flatMap(ContractReader::commodity).ifPresent(builder::commodity);
    builder.unit(
        json.optional("unit")
            .flatMap(
                element ->
                    element.parsed(
                        symbol -> MeterUnit.of(symbol).orElseThrow(IllegalArgumentException::new),
                        "应为 kWh、MWh、GJ、m3、t 等计量单位",
                        "must be a unit such as kWh, MWh, GJ, m3, t")));
    json.optional("kind")
        .flatMap(element -> element.constant(MeterKind.class))
        .ifPresent(builder::kind);
    json.optional("multiplier").flatMap(JsonElement::positive).ifPresent(builder::multiplier);
    builder.registerRange(json.optional("registerRange").flatMap(JsonElement::positive));
    builder.serial(json.optional("serial").flatMap(JsonElement::text));
    json.optional("sign").flatMap(JsonElement::integer).ifPresent(builder::sign);
    json.optional("informative").flatMap(JsonElement::flag).ifPresent(builder::informative);
    builder.upstream(json.optional("upstream").flatMap(JsonElement::text));
    return json.build(builder::build);
  }

  static Optional<PriceTerms> price(JsonObject json) {
    PriceTerms.Builder builder = PriceTerms.builder();
    json.required("commodity").flatMap(ContractReader::commodity).ifPresent(builder::commodity);
    json.optional("basis")
        .flatMap(element -> element.constant(PriceTerms.Basis.class))
        .ifPresent(builder::basis);
    builder.reference(json.optional("reference").flatMap(JsonElement::notNegative));
    builder.file(json.optional("file").flatMap(JsonElement::text));
    builder.escalation(json.optional("escalation").flatMap(JsonElement::decimal));
    json.optional("compounding").flatMap(JsonElement::flag).ifPresent(builder::compounding);
    builder.indexBase(json.optional("indexBase").flatMap(JsonElement::positive));
    builder.indexFile(json.optional("indexFile").flatMap(JsonElement::text));
    builder.least(json.optional("least").flatMap(JsonElement::notNegative));
    builder.greatest(json.optional("greatest").flatMap(JsonElement::notNegative));
    builder.weight(json.optional("weight").flatMap(JsonElement::ratio));
    builder.scale(json.optional("scale").flatMap(JsonElement::integer));
    return json.build(builder::build);
  }

  static Optional<Risk> risk(JsonElement element) {
    if (element.node().isObject()) {
      return element.object(
          json ->
              json.required("shared")
                  .flatMap(JsonElement::ratio)
                  .flatMap(ratio -> json.build(() -> new Risk(ratio))));
    }
    return element.parsed(
        name ->
            switch (name) {
              case "INSTITUTION" -> Risk.INSTITUTION;
              case "SERVICE_PROVIDER" -> Risk.SERVICE_PROVIDER;
              default -> throw new IllegalArgumentException(name);
            },
        "应为 INSTITUTION、SERVICE_PROVIDER 或 {\"shared\": \"0.5\"}",
        "must be INSTITUTION, SERVICE_PROVIDER or {\"shared\": \"0.5\"}");
  }

  static Optional<ScheduleTerms> schedule(JsonObject json) {
    ScheduleTerms.Builder builder = ScheduleTerms.builder();
    json.constant("frequency", Frequency.class).ifPresent(builder::frequency);
    json.optional("alignment")
        .flatMap(element -> element.constant(ScheduleTerms.Alignment.class))
        .ifPresent(builder::alignment);
    json.optional("annualStatement").flatMap(JsonElement::flag).ifPresent(builder::annualStatement);
    json.optional("workCalendar")
        .flatMap(
            element ->
                element.parsed(
                    name -> WorkCalendar.of(name).name(),
                    "应为 cn-state-council 或 monday-to-friday",
                    "must be cn-state-council or monday-to-friday"))
        .ifPresent(builder::workCalendar);
    json.optional("dayCount")
        .flatMap(
            element ->
                element.parsed(
                    DayCount::of,
                    "应为 ACT/ACTUAL-IN-PERIOD、ACT/365F、30/360 或 MONTH_EQUAL",
                    "must be ACT/ACTUAL-IN-PERIOD, ACT/365F, 30/360 or MONTH_EQUAL"))
        .ifPresent(builder::dayCount);
    json.optional("dueDays").flatMap(JsonElement::integer).ifPresent(builder::dueDays);
    return json.build(builder::build);
  }

  static Optional<Policies> policies(JsonObject json) {
    Policies.Builder builder = Policies.builder();
    Map<String, Effect> effects =
        json.entries("findings", element -> element.constant(Effect.class));
    builder.findings(effects);
    json.optional("confidence").flatMap(JsonElement::ratio).ifPresent(builder::confidence);
    builder.acceptance(json.optional("acceptance").flatMap(ContractPartsReader::criteria));
    return json.build(builder::build);
  }

  /** The name of a packaged criteria set, or a set of the contract's own. */
  private static Optional<CriteriaSet> criteria(JsonElement element) {
    if (element.node().isTextual()) {
      return element.parsed(
          CriteriaSet::of,
          "应为 " + CriteriaSet.standard().keySet() + " 之一，或自定义判据",
          "must be one of " + CriteriaSet.standard().keySet() + ", or criteria of its own");
    }
    return element.object(
        json -> {
          Optional<String> name = json.text("name");
          List<CriteriaSet.Criterion> criteria =
              json.objects("criteria", ContractPartsReader::criterion);
          return json.build(() -> new CriteriaSet(name.orElseThrow(), criteria));
        });
  }

  private static Optional<CriteriaSet.Criterion> criterion(JsonObject json) {
    Optional<String> statistic = json.text("statistic");
    Optional<CriteriaSet.Relation> relation = json.constant("relation", CriteriaSet.Relation.class);
    Optional<BigDecimal> threshold = json.required("threshold").flatMap(JsonElement::notNegative);
    Optional<String> source = json.optional("source").flatMap(JsonElement::text);
    Optional<Trust> trust =
        json.optional("trust").flatMap(element -> element.constant(Trust.class));
    return json.build(
        () ->
            new CriteriaSet.Criterion(
                statistic.orElseThrow(),
                relation.orElseThrow(),
                threshold.orElseThrow(),
                source.orElse("contract"),
                trust.orElse(Trust.VERIFIED)));
  }

  static Optional<Attachment> attachment(JsonObject json) {
    Optional<String> name = json.text("name");
    Optional<String> sha256 = json.optional("sha256").flatMap(JsonElement::text);
    Optional<String> note = json.optional("note").flatMap(JsonElement::text);
    return json.build(() -> new Attachment(name.orElseThrow(), sha256, note));
  }
}
