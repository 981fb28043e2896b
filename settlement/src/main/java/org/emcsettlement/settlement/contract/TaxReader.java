package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.TaxStatus;

/** Reads {@code tax}. */
final class TaxReader {

  private TaxReader() {}

  static Optional<TaxTerms> read(JsonObject json) {
    Optional<TaxTerms.Mode> mode = json.constant("mode", TaxTerms.Mode.class);
    Optional<List<TaxTerms.Rate>> rates =
        json.required("rate").flatMap(element -> rates(json, element));
    Optional<TaxTerms.Level> level =
        json.optional("level").flatMap(element -> element.constant(TaxTerms.Level.class));
    Optional<String> category = json.optional("category").flatMap(JsonElement::text);
    Optional<String> exemption = json.optional("exemption").flatMap(JsonElement::text);
    List<TaxCategory> categories = json.objects("categories", TaxReader::category);
    Map<String, TaxTerms.Treatment> treatments =
        json.entries("treatments", element -> element.constant(TaxTerms.Treatment.class));
    return json.build(
        () ->
            new TaxTerms(
                mode.orElseThrow(),
                rates.orElseThrow(),
                level.orElse(TaxTerms.Level.PER_LINE),
                category,
                exemption,
                categories,
                treatments));
  }

  private static Optional<TaxCategory> category(JsonObject json) {
    Optional<String> id = json.text("id");
    Optional<String> name = json.optional("name").flatMap(JsonElement::text);
    Optional<TaxStatus> status =
        json.optional("status").flatMap(element -> element.constant(TaxStatus.class));
    Optional<List<TaxTerms.Rate>> rates =
        json.optional("rate").flatMap(element -> rates(json, element));
    Optional<String> reason = json.optional("reason").flatMap(JsonElement::text);
    Optional<String> document = json.optional("document").flatMap(JsonElement::text);
    List<Commodity> commodities = ContractReader.commodities(json);
    List<String> clauses = json.list("clauses", JsonElement::text);
    return json.build(
        () ->
            new TaxCategory(
                id.orElseThrow(),
                name,
                status.orElse(TaxStatus.TAXED),
                rates.orElse(List.of()),
                reason,
                document,
                commodities,
                clauses));
  }

  /** One rate for the whole term, or a list of rates with the dates they hold from. */
  private static Optional<List<TaxTerms.Rate>> rates(JsonObject json, JsonElement element) {
    if (!element.node().isArray()) {
      return element.ratio().map(rate -> List.of(new TaxTerms.Rate(LocalDate.of(1, 1, 1), rate)));
    }
    Optional<List<TaxTerms.Rate>> rates = element.list(row -> row.object(TaxReader::rate));
    if (rates.isPresent() && element.node().isEmpty()) {
      json.reject("rate", "至少给出一个税率", "must hold at least one rate");
    }
    Set<LocalDate> dates = new HashSet<>();
    if (!rates.orElse(List.of()).stream().allMatch(rate -> dates.add(rate.from()))) {
      json.reject("rate", "同一生效日只能有一个税率", "must not hold two rates from one date");
    }
    return rates;
  }

  private static Optional<TaxTerms.Rate> rate(JsonObject json) {
    Optional<LocalDate> from = json.date("from");
    Optional<BigDecimal> rate = json.required("rate").flatMap(JsonElement::ratio);
    return json.build(() -> new TaxTerms.Rate(from.orElseThrow(), rate.orElseThrow()));
  }
}
