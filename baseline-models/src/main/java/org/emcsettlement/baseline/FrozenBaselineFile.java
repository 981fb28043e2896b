package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.uncertainty.ErrorStructure;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;

/** Reads and writes {@code baselines/<id>.json}; the published schema is {@code baseline}. */
public final class FrozenBaselineFile {

  private FrozenBaselineFile() {}

  /**
   * Writes a frozen baseline.
   *
   * @param baseline the baseline
   * @return its JSON text, indented, members sorted
   */
  public static String write(FrozenBaseline baseline) {
    return Json.pretty(baseline);
  }

  /**
   * Reads a frozen baseline.
   *
   * @param source the text
   * @param findings takes everything that is wrong, each with its pointer
   * @return the baseline, absent if something blocks
   */
  public static Optional<FrozenBaseline> read(TextSource source, FindingCollector findings) {
    return JsonDocument.read(source, findings, FrozenBaselineFile::baseline);
  }

  private static Optional<FrozenBaseline> baseline(JsonObject json) {
    FrozenBaseline.Builder builder = FrozenBaseline.builder();
    json.schemaVersion(1);
    json.text("id").ifPresent(builder::id);
    json.required("commodity")
        .flatMap(
            element ->
                element.parsed(
                    Commodity::of,
                    "应为 " + Commodity.ids() + " 之一",
                    "must be one of " + Commodity.ids()))
        .ifPresent(builder::commodity);
    json.text("form").ifPresent(builder::form);
    json.constant("resolution", Resolution.class).ifPresent(builder::resolution);
    json.period("period").ifPresent(builder::period);
    builder.station(json.optional("station").flatMap(JsonElement::text));
    builder.workCalendar(
        json.optional("workCalendar")
            .flatMap(JsonElement::text)
            .orElse(WorkCalendar.MAINLAND_CHINA));
    builder.coefficients(json.objects("coefficients", FrozenBaselineFile::coefficient));
    builder.validity(json.objects("validity", FrozenBaselineFile::validity));
    builder.conditions(json.objects("conditions", FrozenBaselineFile::conditions));
    builder.errors(
        json.optional("errors").flatMap(element -> element.object(FrozenBaselineFile::errors)));
    builder.statistics(json.entries("statistics", JsonElement::decimal));
    json.text("formulaZh").ifPresent(builder::formulaZh);
    json.text("formulaEn").ifPresent(builder::formulaEn);
    builder.inputs(json.objects("inputs", FrozenBaselineFile::input));
    return json.build(builder::build);
  }

  private static Optional<Coefficient> coefficient(JsonObject json) {
    Optional<Regressor> regressor =
        json.required("regressor")
            .flatMap(
                element ->
                    element.parsed(
                        Regressor::parse,
                        "应为 DAYS、DEGREES_BELOW(15.50)、HEADCOUNT_DAYS 等",
                        "must be DAYS, DEGREES_BELOW(15.50), HEADCOUNT_DAYS or the like"));
    Optional<BigDecimal> value = json.decimal("value");
    Optional<String> unit = json.text("unit");
    return json.build(
        () -> new Coefficient(regressor.orElseThrow(), value.orElseThrow(), unit.orElseThrow()));
  }

  private static Optional<ValidityRange> validity(JsonObject json) {
    Optional<String> driver = json.text("driver");
    Optional<BigDecimal> least = json.decimal("least");
    Optional<BigDecimal> greatest = json.decimal("greatest");
    return json.build(
        () -> new ValidityRange(driver.orElseThrow(), least.orElseThrow(), greatest.orElseThrow()));
  }

  private static Optional<MonthConditions> conditions(JsonObject json) {
    Optional<Integer> month = json.required("month").flatMap(JsonElement::integer);
    Optional<Integer> days = json.required("days").flatMap(JsonElement::integer);
    List<BigDecimal> sums = json.list("sums", JsonElement::decimal);
    return json.build(() -> new MonthConditions(month.orElseThrow(), days.orElseThrow(), sums));
  }

  private static Optional<ErrorStructure> errors(JsonObject json) {
    ErrorStructure.Builder builder = ErrorStructure.builder();
    json.decimal("residualVariance").ifPresent(builder::residualVariance);
    json.required("inverseGram")
        .flatMap(rows -> rows.list(row -> row.list(JsonElement::decimal)))
        .ifPresent(builder::inverseGram);
    json.required("observations").flatMap(JsonElement::integer).ifPresent(builder::observations);
    json.required("parameters").flatMap(JsonElement::integer).ifPresent(builder::parameters);
    json.decimal("autocorrelation").ifPresent(builder::autocorrelation);
    json.decimal("effectiveObservations").ifPresent(builder::effectiveObservations);
    json.decimal("cvRmse").ifPresent(builder::cvRmse);
    json.decimal("confidence").ifPresent(builder::confidence);
    json.decimal("quantile").ifPresent(builder::quantile);
    json.decimal("daysPerObservation").ifPresent(builder::daysPerObservation);
    return json.build(builder::build);
  }

  private static Optional<InputDigest> input(JsonObject json) {
    Optional<String> name = json.text("name");
    Optional<Integer> rows = json.required("rows").flatMap(JsonElement::integer);
    Optional<String> sha256 = json.text("sha256");
    return json.build(
        () -> new InputDigest(name.orElseThrow(), rows.orElseThrow(), sha256.orElseThrow()));
  }
}
