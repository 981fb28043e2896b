package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * The hosting fee (能源费用托管, settlement-methods 5.1): fee base {@code F = round(k·Σ round(Qb·Pref)) +
 * O}, or an agreed amount. On basis FEE the fee is the base and adjustments are clauses of their
 * own; on basis QUANTITY it is {@code round(k·Σ adjusted cost) + O}. A statement gets its days'
 * part by the spread; in a contract with an annual statement the regular ones get instalments of
 * the base.
 */
@LibraryStyle
@Value.Immutable
public interface HostingFee extends Clause {

  /** The kind that contract files store. */
  String KIND = "hosting-fee";

  /** {@return what adjustments change} */
  Basis basis();

  /** {@return k, the hosting coefficient} */
  @Value.Default
  default BigDecimal coefficient() {
    return BigDecimal.ONE;
  }

  /** {@return O, the fixed operation part of a contract year} */
  @Value.Default
  default BigDecimal operationPart() {
    return BigDecimal.ZERO.setScale(2);
  }

  /** {@return the fee base of a contract year if agreed as an amount} */
  Optional<BigDecimal> agreedBase();

  /** {@return how the base is spread over the statements of a contract year} */
  @Value.Default
  default FeeSpread spread() {
    return FeeSpread.byDays();
  }

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
    return Stage.MECHANIC;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    if (agreedBase().isPresent()) {
      return Set.of();
    }
    return basis() == Basis.QUANTITY && !isInstalment(contract, series)
        ? Set.of(Figures.BASELINE_YEAR, Figures.ADJUSTED_COST)
        : Set.of(Figures.BASELINE_YEAR);
  }

  /**
   * Whether a statement invoices a part of the fee base: a regular one before an annual statement.
   *
   * @param contract the contract
   * @param series the series of the statement
   * @return true if it does
   */
  static boolean isInstalment(Contract contract, Series series) {
    return contract.schedule().annualStatement() && series == Series.REGULAR;
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return agreedBase().isPresent()
        ? Set.of(Figures.FEE_BASE, Figures.FEE)
        : Set.of(Figures.FEE_BASE, Figures.ENERGY_PART, Figures.FEE);
  }

  /** The fee base of the contract year. */
  LineKind FEE_BASE =
      LineKind.of("FEE_BASE", "托管费基数（合同年）", "fee base of the year", Account.SERVICE_REVENUE);

  /** The hosting fee earned. */
  LineKind FEE = LineKind.of("HOSTING_FEE", "能源托管费", "hosting fee", Account.SERVICE_REVENUE);

  @Override
  default Findings check(Contract contract) {
    return (agreedBase().isPresent()
            ? Findings.none()
            : Terms.needReferencePrices(contract, this, List.of()))
        .plus(spread().check(contract, this));
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new HostingFeeCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<HostingFee> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("basis", Basis.class).ifPresent(builder::basis);
    json.optional("coefficient").flatMap(JsonElement::notNegative).ifPresent(builder::coefficient);
    json.optional("operationPart")
        .flatMap(JsonElement::notNegative)
        .ifPresent(builder::operationPart);
    builder.agreedBase(json.optional("agreedBase").flatMap(JsonElement::notNegative));
    json.optional("spread")
        .flatMap(element -> element.object(FeeSpread::read))
        .ifPresent(builder::spread);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link HostingFee}. */
  final class Builder extends ImmutableHostingFee.Builder {
    Builder() {}
  }
}
