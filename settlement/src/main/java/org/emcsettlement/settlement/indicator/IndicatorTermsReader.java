package org.emcsettlement.settlement.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.contract.BoundaryPart;

/** Reads {@code indicators.json}. */
final class IndicatorTermsReader {

  private IndicatorTermsReader() {}

  static Optional<IndicatorTerms> read(TextSource source, FindingCollector findings) {
    return JsonDocument.parse(source, findings)
        .flatMap(
            tree ->
                JsonDocument.read(
                    source,
                    findings,
                    json -> {
                      InputDigest.Builder digest = new InputDigest.Builder(source.name());
                      return terms(json, digest.row(CanonicalJson.text(tree)).build());
                    }));
  }

  private static Optional<IndicatorTerms> terms(JsonObject json, InputDigest digest) {
    IndicatorTerms.Builder builder = IndicatorTerms.builder().digest(digest);
    json.schemaVersion(1);
    factors(json, "standardCoal", kind -> kind != FactorSet.Kind.CARBON_DIOXIDE)
        .ifPresent(builder::standardCoal);
    factors(json, "carbonDioxide", kind -> kind == FactorSet.Kind.CARBON_DIOXIDE)
        .ifPresent(builder::carbonDioxide);
    Set<String> formulas = HeadcountFormula.standard().keySet();
    json.optional("headcount").flatMap(e -> known(e, formulas)).ifPresent(builder::headcount);
    builder.waterHeadcount(json.optional("waterHeadcount").flatMap(e -> known(e, formulas)));
    builder.floorArea(json.optional("floorArea").flatMap(JsonElement::positive));
    builder.heatedArea(json.optional("heatedArea").flatMap(JsonElement::positive));
    json.optional("heatedByElectricity")
        .flatMap(JsonElement::flag)
        .ifPresent(builder::heatedByElectricity);
    builder.heating(json.list("heating", JsonElement::text));
    builder.transport(json.list("transport", JsonElement::text));
    builder.carvedOut(json.objects("carvedOut", BoundaryPart::read));
    builder.generation(json.list("generation", JsonElement::text));
    builder.export(json.list("export", JsonElement::text));
    builder.itLoad(json.list("itLoad", JsonElement::text));
    builder.quotas(json.list("quotas", e -> known(e, Quota.categories())));
    List<ReductionTarget> targets =
        new ArrayList<>(json.objects("targets", IndicatorTermsReader::target));
    targets.addAll(json.objects("plannedTargets", IndicatorTermsReader::planned));
    builder.targets(targets);
    builder.counts(json.objects("counts", IndicatorTermsReader::count));
    builder.quantities(json.objects("quantities", IndicatorTermsReader::quantity));
    builder.greenPower(json.objects("greenPower", IndicatorTermsReader::greenPower));
    return json.build(builder::build);
  }

  private static Optional<String> factors(
      JsonObject json, String key, Predicate<FactorSet.Kind> kind) {
    List<String> known =
        FactorSet.standard().values().stream()
            .filter(set -> kind.test(set.kind()))
            .map(FactorSet::id)
            .toList();
    return json.required(key).flatMap(element -> known(element, known));
  }

  private static Optional<String> known(JsonElement element, Iterable<String> known) {
    return element
        .text()
        .flatMap(
            name -> {
              for (String one : known) {
                if (one.equals(name)) {
                  return Optional.of(name);
                }
              }
              return element.reject("应为 " + known + " 之一", "must be one of " + known);
            });
  }

  private static Optional<ReductionTarget> target(JsonObject json) {
    Optional<Indicator> indicator = json.constant("indicator", Indicator.class);
    Optional<Integer> baseYear = json.required("baseYear").flatMap(JsonElement::integer);
    Optional<BigDecimal> base = json.required("baseValue").flatMap(JsonElement::notNegative);
    Optional<Integer> targetYear = json.required("targetYear").flatMap(JsonElement::integer);
    Optional<BigDecimal> reduction = json.required("reduction").flatMap(JsonElement::ratio);
    Optional<String> source = json.text("source");
    return json.build(
        () ->
            new ReductionTarget(
                indicator.orElseThrow(),
                baseYear.orElseThrow(),
                base.orElseThrow(),
                targetYear.orElseThrow(),
                reduction.orElseThrow(),
                source.orElseThrow(),
                Trust.VERIFIED));
  }

  private static Optional<ReductionTarget> planned(JsonObject json) {
    Optional<String> plan = json.required("plan").flatMap(e -> known(e, ReductionTarget.plans()));
    Optional<Indicator> indicator = json.constant("indicator", Indicator.class);
    Optional<BigDecimal> base = json.required("baseValue").flatMap(JsonElement::notNegative);
    Optional<ReductionTarget.Planned> planned =
        plan.flatMap(name -> indicator.flatMap(i -> ReductionTarget.planned(name, i)));
    if (plan.isPresent() && indicator.isPresent() && planned.isEmpty()) {
      json.reject("indicator", "该规划没有这一指标的目标", "must be an indicator of the plan");
    }
    return json.build(() -> planned.orElseThrow().from(base.orElseThrow()));
  }

  private static Optional<IndicatorTerms.Count> count(JsonObject json) {
    Optional<Integer> year = json.required("year").flatMap(JsonElement::integer);
    Optional<String> name = json.text("name");
    Optional<BigDecimal> value = json.required("value").flatMap(JsonElement::notNegative);
    Optional<String> source = json.text("source");
    return json.build(
        () ->
            new IndicatorTerms.Count(
                year.orElseThrow(), name.orElseThrow(), value.orElseThrow(), source.orElseThrow()));
  }

  private static Optional<IndicatorTerms.Reported> quantity(JsonObject json) {
    Optional<Integer> year = json.required("year").flatMap(JsonElement::integer);
    Optional<Commodity> commodity =
        json.required("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids()));
    Optional<IndicatorTerms.Use> use =
        json.optional("use").flatMap(element -> element.constant(IndicatorTerms.Use.class));
    Optional<BigDecimal> quantity = json.required("quantity").flatMap(JsonElement::notNegative);
    Optional<String> source = json.text("source");
    return json.build(
        () ->
            new IndicatorTerms.Reported(
                year.orElseThrow(),
                commodity.orElseThrow(),
                use.orElse(IndicatorTerms.Use.TOTAL),
                quantity.orElseThrow(),
                source.orElseThrow()));
  }

  private static Optional<IndicatorTerms.GreenPower> greenPower(JsonObject json) {
    Optional<Integer> year = json.required("year").flatMap(JsonElement::integer);
    Optional<BigDecimal> quantity = json.required("quantity").flatMap(JsonElement::notNegative);
    Optional<String> source = json.text("source");
    return json.build(
        () ->
            new IndicatorTerms.GreenPower(
                year.orElseThrow(), quantity.orElseThrow(), source.orElseThrow()));
  }
}
