package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.RiskKinds;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.AdjustmentRule;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Adjusts for a changed energy or water price against the reference price, commodity by commodity.
 * On basis QUANTITY it sets the price that values quantities to {@code Pref·(1 + w·a(x))}; on basis
 * FEE it adds {@code k·Qb·Pref·w·a(x)·days ÷ days of the year} to the fee (settlement-methods,
 * 5.1). Where the parties rebase, another reference price holds from an agreed date, and what the
 * rule made of the step to it stays in.
 */
@LibraryStyle
@Value.Immutable
public interface PriceAdjustment extends Clause {

  /** The kind that contract files store. */
  String KIND = "price-adjustment";

  /** {@return what is adjusted} */
  Basis basis();

  /** {@return the commodities it applies to; none means all} */
  List<Commodity> commodities();

  /** {@return w, the part of the change that is passed on} */
  @Value.Default
  default BigDecimal passThrough() {
    return BigDecimal.ONE;
  }

  /** {@return the reference prices that replaced the first, dates rising for each commodity} */
  List<Rebase> rebased();

  /** {@return how it works together with other adjustments of the fee} */
  @Value.Default
  default Combination combination() {
    return Combination.ADDITIVE;
  }

  /** {@return how the change becomes an adjustment} */
  AdjustmentRule rule();

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
    return basis() == Basis.QUANTITY ? Stage.ROUTINE : Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return basis() == Basis.QUANTITY ? Set.of() : Set.of(Figures.ENERGY_PART);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    if (basis() == Basis.QUANTITY) {
      return Set.of(Figures.APPLIED_PRICE);
    }
    return combination() == Combination.ADDITIVE ? Set.of() : Set.of(Figures.FEE_FACTOR);
  }

  /**
   * A reference price that replaces the one before.
   *
   * @param from the first day it holds for
   * @param commodity the commodity
   * @param price the price that changes are measured from [currency per canonical unit]
   */
  record Rebase(LocalDate from, Commodity commodity, BigDecimal price) {}

  @Override
  default Collection<LocalDate> changesIn(Period period) {
    return rebased().stream().map(Rebase::from).filter(period::contains).toList();
  }

  /** Checks that only amounts of the fee are combined. */
  @Value.Check
  default void check() {
    FeeAdjustment.checkCombination(id(), basis(), combination());
  }

  @Override
  default Findings check(Contract contract) {
    Findings findings =
        Admission.check(contract, this, RiskKinds.ENERGY_PRICE)
            .plus(Terms.needReferencePrices(contract, this, commodities()))
            .plus(FeeAdjustment.check(contract, this, combination()));
    for (Commodity commodity : Terms.selected(contract, commodities())) {
      findings = findings.plus(Terms.needPositiveReference(contract, commodity));
      findings =
          findings.plus(
              FeeAdjustment.rising(
                  this,
                  rebased().stream()
                      .filter(rebase -> rebase.commodity() == commodity)
                      .map(Rebase::from)
                      .toList()));
    }
    return findings;
  }

  @Override
  default Findings missing(StatementInput input) {
    return Terms.priceGaps(input, commodities());
  }

  @Override
  default Outcome apply(StatementInput input) {
    PriceChange change = new PriceChange(input, this);
    if (basis() == Basis.QUANTITY) {
      return change.prices();
    }
    return combination() == Combination.ADDITIVE ? change.fee() : change.factors();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<PriceAdjustment> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("basis", Basis.class).ifPresent(builder::basis);
    builder.commodities(Terms.commodities(json));
    json.optional("passThrough").flatMap(JsonElement::ratio).ifPresent(builder::passThrough);
    builder.rebased(json.objects("rebased", PriceAdjustment::rebase));
    json.optional("combination")
        .flatMap(element -> element.constant(Combination.class))
        .ifPresent(builder::combination);
    json.object("rule", AdjustmentRule::read).ifPresent(builder::rule);
    return json.build(builder::build);
  }

  private static Optional<Rebase> rebase(JsonObject json) {
    Optional<LocalDate> from = json.date("from");
    Optional<Commodity> commodity = json.required("commodity").flatMap(Terms::commodity);
    Optional<BigDecimal> price = json.required("price").flatMap(JsonElement::positive);
    return json.build(
        () -> new Rebase(from.orElseThrow(), commodity.orElseThrow(), price.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PriceAdjustment}. */
  final class Builder extends ImmutablePriceAdjustment.Builder {
    Builder() {}
  }
}
