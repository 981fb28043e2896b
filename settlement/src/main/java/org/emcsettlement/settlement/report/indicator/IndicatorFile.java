package org.emcsettlement.settlement.report.indicator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.indicator.HeadcountFormula;
import org.emcsettlement.settlement.indicator.IndicatorReport;

/** The indicators of a year as {@code report.json}; its shape is the published schema. */
public final class IndicatorFile {

  private static final int VERSION = 1;
  private static final int SHOWN_DECIMALS = 2;

  private IndicatorFile() {}

  /**
   * The report in canonical form.
   *
   * @param report the report
   * @return UTF-8 bytes; the same report gives the same bytes
   */
  public static byte[] canonical(IndicatorReport report) {
    return CanonicalJson.of(tree(report));
  }

  /**
   * The report as a JSON object; numbers are exact, {@code rounded} beside them is for reading.
   *
   * @param report the report
   * @return the object
   */
  public static ObjectNode tree(IndicatorReport report) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schemaVersion", VERSION)
        .put("contract", report.contract())
        .put("boundary", report.boundary())
        .put("institution", report.institution())
        .put("year", report.year());
    set(file.putObject("standardCoal"), report.standardCoal());
    set(file.putObject("carbonDioxide"), report.carbonDioxide());
    ArrayNode used = file.putArray("used");
    report.used().forEach(row -> used(used.addObject(), row));
    ArrayNode carvedOut = file.putArray("carvedOut");
    report.carvedOut().forEach(row -> carvedOut(carvedOut.addObject(), row));
    report
        .generated()
        .ifPresent(
            own ->
                file.putObject("ownGeneration")
                    .put("generated", own.generated().toString())
                    .put("exported", own.exported().toString())
                    .put("used", own.used().toString())
                    .put("unit", "kWh"));
    report.greenPower().ifPresent(green -> file.put("greenPowerKwh", green.toString()));
    ArrayNode divisors = file.putArray("divisors");
    report.divisors().forEach(row -> divisor(divisors.addObject(), row));
    indicators(file.putArray("indicators"), report);
    quotas(file.putArray("quotas"), report);
    targets(file.putArray("targets"), report);
    file.set("inputs", Json.tree(CanonicalJson.of(report.inputs())));
    file.set("findings", Json.tree(CanonicalJson.of(report.findings())));
    return file;
  }

  private static String rounded(Rational value) {
    return value.round(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(BigDecimal value) {
    return Rational.of(value).toString();
  }

  private static void set(ObjectNode node, FactorSet set) {
    node.put("id", set.id())
        .put("kind", set.kind().name())
        .put("zh", set.nameZh())
        .put("en", set.nameEn());
  }

  private static void used(ObjectNode node, IndicatorReport.Used row) {
    node.put("commodity", row.commodity().id())
        .put("quantity", row.quantity().toString())
        .put("heating", row.heating().toString())
        .put("transport", row.transport().toString())
        .put("unit", row.commodity().unit().symbol());
    factor(node, "standardCoalFactor", row.standardCoal());
    row.energy().ifPresent(energy -> node.put("energyKgce", energy.toString()));
    factor(node, "carbonFactor", row.carbonFactor());
    row.carbon().ifPresent(carbon -> node.put("carbonKg", carbon.toString()));
  }

  private static void factor(ObjectNode node, String key, Optional<Factor> factor) {
    factor.ifPresent(
        found ->
            node.putObject(key)
                .put("value", plain(found.value()))
                .put("unit", found.unit())
                .put("source", found.source())
                .put("trust", found.trust().name()));
  }

  private static void carvedOut(ObjectNode node, IndicatorReport.CarvedOut row) {
    node.put("id", row.part().id())
        .put("name", row.part().name())
        .put("use", row.part().use().name())
        .put("inside", row.inside());
    row.part().floorArea().ifPresent(area -> node.put("floorArea", plain(area)));
    row.part().persons().ifPresent(persons -> node.put("persons", plain(persons)));
    ArrayNode quantities = node.putArray("quantities");
    row.quantities()
        .forEach(
            (commodity, quantity) ->
                quantities
                    .addObject()
                    .put("commodity", commodity.id())
                    .put("quantity", quantity.toString())
                    .put("unit", commodity.unit().symbol()));
  }

  private static void divisor(ObjectNode node, IndicatorReport.Divisor row) {
    node.put("kind", row.kind().name())
        .put("value", row.value().toString())
        .put("takenOff", row.takenOff().toString());
    if (row.formula().isPresent()) {
      HeadcountFormula formula = row.formula().get();
      node.put("formula", formula.id())
          .put("unit", formula.unit())
          .put("source", formula.source())
          .put("trust", formula.trust().name());
    } else {
      node.put("unit", "m2");
    }
  }

  private static void indicators(ArrayNode list, IndicatorReport report) {
    for (IndicatorReport.IndicatorValue value : report.values()) {
      list.addObject()
          .put("indicator", value.indicator().name())
          .put("zh", value.indicator().zh())
          .put("en", value.indicator().en())
          .put("unit", value.indicator().unit())
          .put("numerator", value.numerator().toString())
          .put("denominator", value.denominator().toString())
          .put("value", value.value().toString())
          .put("rounded", rounded(value.value()));
    }
  }

  private static void quotas(ArrayNode list, IndicatorReport report) {
    for (IndicatorReport.QuotaComparison row : report.quotas()) {
      ObjectNode node =
          list.addObject()
              .put("category", row.quota().category())
              .put("zh", row.quota().name().zh())
              .put("en", row.quota().name().en())
              .put("indicator", row.quota().indicator().name())
              .put("value", row.value().toString())
              .put("verdict", row.verdict().name())
              .put("source", row.quota().source())
              .put("trust", row.quota().trust().name());
      row.quota().basis().ifPresent(basis -> node.put("basis", basis));
      ObjectNode levels = node.putObject("levels");
      row.quota().levels().forEach((level, value) -> levels.put(level.name(), plain(value)));
    }
  }

  private static void targets(ArrayNode list, IndicatorReport report) {
    for (IndicatorReport.TargetComparison row : report.targets()) {
      list.addObject()
          .put("indicator", row.target().indicator().name())
          .put("baseYear", row.target().baseYear())
          .put("baseValue", plain(row.target().baseValue()))
          .put("targetYear", row.target().targetYear())
          .put("reduction", plain(row.target().reduction()))
          .put("allowed", row.allowed().toString())
          .put("value", row.value().toString())
          .put("margin", row.margin().toString())
          .put("met", row.isMet())
          .put("source", row.target().source())
          .put("trust", row.target().trust().name());
    }
  }
}
