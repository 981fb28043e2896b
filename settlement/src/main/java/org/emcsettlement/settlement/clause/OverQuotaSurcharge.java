package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.tariff.QuotaBands;
import org.immutables.value.Value;

/**
 * The over-quota surcharge on water that the savings avoid (超定额累进加价, settlement-methods 5.4):
 * surcharge of the adjusted baseline less surcharge of the actual use. Bands are bounds of the
 * excess relative to the quota; each band of the excess pays a multiple of the base price, each
 * line is rounded.
 */
@LibraryStyle
@Value.Immutable
public interface OverQuotaSurcharge extends Clause {

  /** The kind that contract files store. */
  String KIND = "over-quota-surcharge";

  /** {@return the commodity with a quota} */
  @Value.Default
  default Commodity commodity() {
    return Commodity.WATER;
  }

  /** {@return the quota of a contract year [canonical unit]} */
  Optional<BigDecimal> quota();

  /** {@return the quota per person of a contract year, instead [canonical unit per person]} */
  Optional<BigDecimal> quotaPerHead();

  /** {@return the price that the multiples apply to [currency per canonical unit]} */
  BigDecimal basePrice();

  /** {@return the bands of the excess} */
  List<QuotaBands.Band> bands();

  /** {@return what the multiples of the bands are} */
  @Value.Default
  default QuotaBands.Multiple multiple() {
    return QuotaBands.Multiple.ADDITIONAL;
  }

  /** {@return whether the avoided surcharge is part of the savings that are shared} */
  boolean shared();

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.PRICING;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.COUNTED_TOTAL, Figures.ACTUAL_TOTAL);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return shared() ? Set.of(Figures.SAVINGS_VALUE) : Set.of();
  }

  /** The surcharge avoided in one band. */
  LineKind AVOIDED_SURCHARGE =
      LineKind.of("AVOIDED_SURCHARGE", "避免的超定额加价", "avoided surcharge", Account.SAVINGS_SHARE);

  /** Checks that the quota is given once. */
  @Value.Check
  default void check() {
    if (quota().isPresent() == quotaPerHead().isPresent()) {
      throw new RuleException(
          id() + " 需要且只能给出 quota 与 quotaPerHead 之一",
          "over-quota-surcharge " + id() + " needs either quota or quotaPerHead");
    }
  }

  @Override
  default Findings check(Contract contract) {
    return Bands.check(this, bands().stream().map(QuotaBands.Band::upTo).toList());
  }

  @Override
  default Findings missing(StatementInput input) {
    return quotaPerHead().isPresent()
        ? new DriverValue(input.resolved(), "HEADCOUNT", Optional.empty())
            .missing(input.period().service())
        : Findings.none();
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new SurchargeCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<OverQuotaSurcharge> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.optional("commodity").flatMap(Terms::commodity).ifPresent(builder::commodity);
    builder.quota(json.optional("quota").flatMap(JsonElement::notNegative));
    builder.quotaPerHead(json.optional("quotaPerHead").flatMap(JsonElement::notNegative));
    json.required("basePrice").flatMap(JsonElement::notNegative).ifPresent(builder::basePrice);
    builder.bands(json.objects("bands", QuotaBands.Band::read));
    json.optional("multiple")
        .flatMap(element -> element.constant(QuotaBands.Multiple.class))
        .ifPresent(builder::multiple);
    json.required("shared").flatMap(JsonElement::flag).ifPresent(builder::shared);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OverQuotaSurcharge}. */
  final class Builder extends ImmutableOverQuotaSurcharge.Builder {
    Builder() {}
  }
}
