package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.contract.BaselineTerms.DriverRatio;
import org.emcsettlement.settlement.contract.BaselineTerms.DriverTerm;
import org.emcsettlement.settlement.contract.BaselineTerms.Fitted;
import org.emcsettlement.settlement.contract.BaselineTerms.Ratio;
import org.emcsettlement.settlement.contract.BaselineTerms.Source;
import org.emcsettlement.settlement.contract.BaselineTerms.Table;
import org.emcsettlement.settlement.contract.BaselineTerms.YearUse;
import org.emcsettlement.settlement.contract.BaselineTerms.Years;

/** Reads how the baseline of a commodity was agreed. */
final class BaselineTermsReader {

  private static final int MONTHS = 12;

  private BaselineTermsReader() {}

  /** What all sources have. */
  private record Head(
      Optional<String> id, Optional<Commodity> commodity, Optional<Period> period) {}

  static Optional<BaselineTerms> read(JsonObject json) {
    Optional<Source> source = json.constant("source", Source.class);
    Head head =
        new Head(
            json.text("id"),
            json.required("commodity").flatMap(ContractReader::commodity),
            json.period("period"));
    if (source.isEmpty()) {
      json.keys().forEach(json::has);
      return Optional.empty();
    }
    return switch (source.get()) {
      case TABLE -> table(json, head).map(terms -> terms);
      case YEAR_POLICY -> years(json, head).map(terms -> terms);
      case DRIVER_RATIO -> driverRatio(json, head).map(terms -> terms);
      case FITTED -> fitted(json, head).map(terms -> terms);
    };
  }

  private static Optional<Table> table(JsonObject json, Head head) {
    Optional<BigDecimal> annual = json.optional("annual").flatMap(JsonElement::decimal);
    List<BigDecimal> monthly = json.list("monthly", JsonElement::decimal);
    if (monthly.size() != (annual.isPresent() ? 0 : MONTHS)) {
      json.reject(
          "monthly",
          "annual 与 monthly（十二个数）必须且只能给出一个",
          "give either annual or monthly with twelve quantities");
    }
    return json.build(
        () ->
            new Table(
                head.id().orElseThrow(),
                head.commodity().orElseThrow(),
                head.period().orElseThrow(),
                annual,
                monthly));
  }

  private static Optional<Years> years(JsonObject json, Head head) {
    List<YearUse> years = json.objects("years", BaselineTermsReader::yearUse);
    Optional<YearPolicy> policy =
        json.has("policy")
            ? json.object("policy", BaselineTermsReader::policy)
            : Optional.of(YearPolicy.builder().build());
    List<BigDecimal> profile = json.list("profile", JsonElement::ratio);
    BigDecimal sum = profile.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!profile.isEmpty() && (profile.size() != MONTHS || sum.compareTo(BigDecimal.ONE) != 0)) {
      json.reject("profile", "应为十二个比例，合计为 1", "must be twelve shares that add up to 1");
    }
    for (int i = 1; i < years.size(); i++) {
      if (years.get(i).year() != years.get(i - 1).year() + 1) {
        json.reject("years", "年份应连续并从早到晚排列", "must be consecutive years, oldest first");
      }
    }
    return json.build(
        () ->
            new Years(
                head.id().orElseThrow(),
                head.commodity().orElseThrow(),
                head.period().orElseThrow(),
                years,
                policy.orElseThrow(),
                profile));
  }

  private static Optional<YearUse> yearUse(JsonObject json) {
    Optional<Integer> year = json.required("year").flatMap(JsonElement::integer);
    Optional<BigDecimal> quantity = json.decimal("quantity");
    return json.build(() -> new YearUse(year.orElseThrow(), quantity.orElseThrow()));
  }

  private static Optional<YearPolicy> policy(JsonObject json) {
    YearPolicy.Builder builder = YearPolicy.builder();
    json.optional("trend")
        .flatMap(element -> element.constant(YearPolicy.Trend.class))
        .ifPresent(builder::trend);
    json.optional("tolerance").flatMap(JsonElement::ratio).ifPresent(builder::tolerance);
    json.optional("toleranceBasis")
        .flatMap(element -> element.constant(YearPolicy.ToleranceBasis.class))
        .ifPresent(builder::toleranceBasis);
    json.optional("outside")
        .flatMap(element -> element.constant(YearPolicy.Outside.class))
        .ifPresent(builder::outside);
    json.optional("order")
        .flatMap(element -> element.constant(YearPolicy.Order.class))
        .ifPresent(builder::order);
    return json.build(builder::build);
  }

  private static Optional<DriverRatio> driverRatio(JsonObject json, Head head) {
    Optional<BigDecimal> annual = json.decimal("annual");
    List<Ratio> ratios = json.objects("ratios", BaselineTermsReader::ratio);
    return json.build(
        () ->
            new DriverRatio(
                head.id().orElseThrow(),
                head.commodity().orElseThrow(),
                head.period().orElseThrow(),
                annual.orElseThrow(),
                ratios));
  }

  private static Optional<Ratio> ratio(JsonObject json) {
    Optional<String> driver = json.text("driver");
    Optional<BigDecimal> weight = json.required("weight").flatMap(JsonElement::ratio);
    Optional<BigDecimal> reference = json.required("reference").flatMap(JsonElement::notNegative);
    return json.build(
        () -> new Ratio(driver.orElseThrow(), weight.orElseThrow(), reference.orElseThrow()));
  }

  private static Optional<Fitted> fitted(JsonObject json, Head head) {
    List<DriverTerm> drivers = json.list("drivers", BaselineTermsReader::driver);
    Optional<String> station = json.optional("station").flatMap(JsonElement::text);
    Optional<String> method = json.optional("method").flatMap(JsonElement::text);
    Optional<Resolution> resolution =
        json.optional("resolution").flatMap(element -> element.constant(Resolution.class));
    Optional<String> digest = json.optional("digest").flatMap(JsonElement::text);
    return json.build(
        () ->
            new Fitted(
                head.id().orElseThrow(),
                head.commodity().orElseThrow(),
                head.period().orElseThrow(),
                drivers,
                station,
                method.orElse("auto"),
                resolution,
                digest));
  }

  /** A driver's name, or its name with the sign its coefficient must have. */
  private static Optional<DriverTerm> driver(JsonElement element) {
    if (element.node().isTextual()) {
      return element.text().map(name -> new DriverTerm(name, Optional.empty()));
    }
    return element.object(
        json -> {
          Optional<String> name = json.text("name");
          Optional<Integer> sign = json.optional("sign").flatMap(JsonElement::integer);
          if (sign.isPresent() && Math.abs(sign.get()) != 1) {
            json.reject("sign", "应为 1 或 -1", "must be 1 or -1");
          }
          return json.build(() -> new DriverTerm(name.orElseThrow(), sign));
        });
  }
}
