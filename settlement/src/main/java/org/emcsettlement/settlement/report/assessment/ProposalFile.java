package org.emcsettlement.settlement.report.assessment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.AssessmentTerms;
import org.emcsettlement.settlement.assessment.Distribution;
import org.emcsettlement.settlement.assessment.FeeBase;
import org.emcsettlement.settlement.assessment.FormOutcome;
import org.emcsettlement.settlement.assessment.HistoryYear;
import org.emcsettlement.settlement.assessment.Outlook;
import org.emcsettlement.settlement.statement.Bilingual;

/** An assessment as {@code proposal.json}; its shape is the published schema. */
public final class ProposalFile {

  private static final int VERSION = 1;

  private ProposalFile() {}

  /**
   * The assessment in canonical form.
   *
   * @param assessment the assessment
   * @return UTF-8 bytes; the same assessment gives the same bytes
   */
  public static byte[] canonical(Assessment assessment) {
    return CanonicalJson.of(tree(assessment));
  }

  /**
   * The assessment as a JSON object. Quantities of the history are exact; what was drawn is rounded
   * as shown.
   *
   * @param assessment the assessment
   * @return the object
   */
  public static ObjectNode tree(Assessment assessment) {
    AssessmentTerms terms = assessment.terms();
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schemaVersion", VERSION)
        .put("id", assessment.frame().id())
        .put("name", assessment.frame().name())
        .put("institution", assessment.frame().parties().institution().name())
        .put("boundary", assessment.frame().boundary().name())
        .put("currency", assessment.frame().currency())
        .put("history", terms.history().toString());
    file.putObject("term")
        .put("start", terms.term().start().toString())
        .put("years", terms.term().years());
    ArrayNode commodities = file.putArray("commodities");
    assessment
        .commodities()
        .forEach(commodity -> commodity(commodities.addObject(), commodity, assessment));
    assessment.feeBase().ifPresent(base -> feeBase(file.putObject("feeBase"), base));
    assessment.feeBaseByYears().ifPresent(base -> feeBase(file.putObject("feeBaseByYears"), base));
    file.put("priority", assessment.isPriority());
    ArrayNode gaps = file.putArray("gaps");
    assessment.gaps().forEach(gap -> gap(gaps.addObject(), gap));
    assessment.outlook().ifPresent(outlook -> outlook(file, terms, outlook));
    ArrayNode limits = file.putArray("termLimits");
    assessment.termLimits().forEach(limit -> limit(limits.addObject(), limit));
    ArrayNode forms = file.putArray("forms");
    assessment.forms().forEach(form -> form(forms.addObject(), form));
    file.set("inputs", Json.tree(CanonicalJson.of(assessment.inputs())));
    file.set("findings", Json.tree(CanonicalJson.of(assessment.findings())));
    return file;
  }

  private static void commodity(
      ObjectNode node, Assessment.CommodityHistory commodity, Assessment assessment) {
    node.put("commodity", commodity.commodity().id())
        .put("unit", commodity.commodity().unit().symbol())
        .put("price", plain(commodity.price()))
        .put("source", commodity.source().name());
    ArrayNode years = node.putArray("years");
    for (HistoryYear year : commodity.years()) {
      years
          .addObject()
          .put("period", year.period().toString())
          .put("use", year.use().toString())
          .put("daysMissing", year.missing());
    }
    commodity
        .decision()
        .ifPresent(
            decision ->
                node.putObject("yearRule")
                    .put("rule", decision.rule().name())
                    .put("falling", decision.trend())
                    .put("mean", decision.mean().toString())
                    .put("deviation", decision.deviation().toString()));
    FrozenBaseline frozen = assessment.baselines().get(commodity.commodity());
    if (frozen != null) {
      ObjectNode baseline =
          node.putObject("baseline")
              .put("id", frozen.id())
              .put("form", frozen.form())
              .put("sha256", frozen.digest());
      both(baseline, "formula", new Bilingual(frozen.formulaZh(), frozen.formulaEn()));
      ObjectNode statistics = baseline.putObject("statistics");
      frozen.statistics().forEach((name, value) -> statistics.put(name, plain(value)));
    }
  }

  private static void feeBase(ObjectNode node, FeeBase base) {
    node.put("amount", base.amount().toPlainString());
    ArrayNode parts = node.putArray("parts");
    for (FeeBase.Part part : base.parts()) {
      parts
          .addObject()
          .put("commodity", part.commodity().id())
          .put("quantity", part.quantity().toString())
          .put("price", part.price().toString())
          .put("amount", part.amount().toPlainString());
    }
  }

  private static void gap(ObjectNode node, Assessment.Gap gap) {
    node.put("category", gap.comparison().quota().category())
        .put("indicator", gap.comparison().quota().indicator().name())
        .put("value", gap.comparison().value().toString())
        .put("level", gap.level().name())
        .put("gap", gap.gap().toString())
        .put("fraction", gap.fraction().toString())
        .put("source", gap.comparison().quota().source())
        .put("trust", gap.comparison().quota().trust().name());
  }

  private static void outlook(ObjectNode file, AssessmentTerms terms, Outlook outlook) {
    file.putObject("simulation")
        .put("seed", terms.seed())
        .put("draws", terms.draws())
        .put("discountRate", plain(terms.discountRate()))
        .put("generator", "sha256-counter/1")
        .put("percentiles", "type-7");
    ObjectNode node = file.putObject("outlook");
    ArrayNode commodities = node.putArray("commodities");
    for (Outlook.OfCommodity commodity : outlook.commodities()) {
      ObjectNode row =
          commodities
              .addObject()
              .put("commodity", commodity.commodity().id())
              .put("unit", commodity.commodity().unit().symbol())
              .put("likelyFraction", plain(commodity.likely()));
      distribution(row.putObject("fraction"), commodity.fraction());
      distribution(row.putObject("saved"), commodity.saved());
      commodity.measured().ifPresent(shown -> distribution(row.putObject("measured"), shown));
    }
    distribution(node.putObject("money"), outlook.money());
    outlook
        .energyReduction()
        .ifPresent(
            reduction -> distribution(node.putObject("energyReduction"), reduction.distribution()));
    node.put("standardCoal", outlook.standardCoal().id());
  }

  private static void limit(ObjectNode node, Assessment.TermLimit limit) {
    node.put("rule", limit.rule().rule()).put("reading", limit.reading().name());
    both(node, "place", limit.rule().place());
    both(node, "metric", limit.rule().metric());
    ArrayNode terms = node.putArray("terms");
    for (Assessment.Needed needed : limit.terms()) {
      terms
          .addObject()
          .put("years", needed.years())
          .put("required", needed.required().toString())
          .put("reached", plain(needed.reached()));
    }
    node.put("longestAtMedian", limit.longest())
        .put("longestAtP5", limit.cautious())
        .put("source", limit.rule().source())
        .put("trust", limit.rule().trust().name());
  }

  private static void form(ObjectNode node, FormOutcome form) {
    node.put("id", form.form().id()).put("preset", form.form().preset());
    both(node, "label", form.label());
    node.set("parameters", form.form().parameters());
    node.put("utilities", form.form().utilities().name())
        .put("investor", form.form().investor().name())
        .put("contractSha256", form.contract());
    form.form().chosen().ifPresent(why -> both(node, "chosen", why));
    party(node.putObject("institution"), form.institution());
    party(node.putObject("serviceProvider"), form.serviceProvider());
    ArrayNode paid = node.putArray("paid");
    form.paid().forEach(year -> distribution(paid.addObject(), year));
  }

  private static void party(ObjectNode node, FormOutcome.PartyOutcome party) {
    ArrayNode years = node.putArray("years");
    party.years().forEach(year -> distribution(years.addObject(), year));
    distribution(node.putObject("presentValue"), party.presentValue());
    node.put("loss", plain(party.loss())).put("neverPaidBack", plain(party.neverPaidBack()));
    party.payback().ifPresent(back -> distribution(node.putObject("payback"), back));
  }

  private static void distribution(ObjectNode node, Distribution values) {
    node.put("mean", values.mean().toPlainString())
        .put("p5", values.p5().toPlainString())
        .put("p25", values.p25().toPlainString())
        .put("p50", values.p50().toPlainString())
        .put("p75", values.p75().toPlainString())
        .put("p95", values.p95().toPlainString());
  }

  private static void both(ObjectNode node, String key, Bilingual text) {
    node.putObject(key).put("zh", text.zh()).put("en", text.en());
  }

  private static String plain(BigDecimal value) {
    return Rational.of(value).toString();
  }
}
