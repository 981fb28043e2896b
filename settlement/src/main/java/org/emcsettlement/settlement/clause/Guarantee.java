package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Guaranteed savings (节能量保证, settlement-methods 5.3): below the tolerance the service provider
 * compensates the shortfall up to a cap, above the guarantee it gets its part of the excess. The
 * guarantee is in the unit of one commodity, in tonnes of standard coal, or in money.
 */
@LibraryStyle
@Value.Immutable
public interface Guarantee extends Clause {

  /** The kind that contract files store. */
  String KIND = "guarantee";

  /** {@return what is guaranteed} */
  Unit unit();

  /** {@return the commodity of a QUANTITY guarantee} */
  Optional<Commodity> commodity();

  /** {@return the standard-coal set of a TCE guarantee} */
  Optional<String> conversion();

  /** {@return decimals the verified quantity is rounded to before it is compared} */
  Optional<Integer> quantityScale();

  /** {@return G of a contract year} */
  Optional<BigDecimal> amount();

  /** {@return G as a fraction of the adjusted baseline} */
  Optional<BigDecimal> fraction();

  /** {@return τ, the part of G that may be missed} */
  @Value.Default
  default BigDecimal tolerance() {
    return BigDecimal.ZERO;
  }

  /** {@return what is missing when the tolerance is exceeded} */
  @Value.Default
  default Shortfall shortfall() {
    return Shortfall.FULL;
  }

  /** {@return c, the compensation rate} */
  @Value.Default
  default BigDecimal rate() {
    return BigDecimal.ONE;
  }

  /** {@return the value of one unit; the reference price of the commodity if absent} */
  Optional<BigDecimal> price();

  /** {@return C_max as an amount} */
  Optional<BigDecimal> capAmount();

  /** {@return C_max as a fraction of the fee of the statement} */
  Optional<BigDecimal> capFractionOfFee();

  /** {@return what becomes of a shortfall above the cap} */
  @Value.Default
  default Unrecovered unrecovered() {
    return Unrecovered.WAIVED;
  }

  /** {@return e, the part of the value of an excess that belongs to the service provider} */
  @Value.Default
  default BigDecimal excessShare() {
    return BigDecimal.ZERO;
  }

  /** {@return whether compensation is damages, outside the tax base, or a price reduction} */
  @Value.Default
  default boolean damages() {
    return true;
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
    return Stage.COMPENSATION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return new GuaranteeMeasure(this).reads();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What is guaranteed. */
  enum Unit {
    /** A quantity of one commodity. */
    QUANTITY,
    /** Tonnes of standard coal by a named conversion set. */
    TCE,
    /** Verified savings in money. */
    MONEY
  }

  /** What is missing when the tolerance is exceeded. */
  enum Shortfall {
    /** Everything below G. */
    FULL,
    /** What lies below (1 − τ)·G. */
    BEYOND_BAND
  }

  /** What becomes of a shortfall above the cap. */
  enum Unrecovered {
    /** It is waived. */
    WAIVED,
    /** It is recovered first from later excess. */
    CARRIED
  }

  /** The verified quantity against the guarantee. */
  LineKind PROGRESS = LineKind.of("GUARANTEE", "保证量", "guarantee", Account.COMPENSATION);

  /** The verified quantity. */
  LineKind VERIFIED =
      LineKind.of(
          "GUARANTEE_VERIFIED", "核定量", "verified against the guarantee", Account.COMPENSATION);

  /** The shortfall. */
  LineKind MISSED = LineKind.of("SHORTFALL", "未达标量", "shortfall", Account.COMPENSATION);

  /** The compensation. */
  LineKind COMPENSATION = LineKind.of("COMPENSATION", "差额补偿", "compensation", Account.COMPENSATION);

  /** The excess. */
  LineKind EXCESS = LineKind.of("EXCESS", "超额量", "excess", Account.SAVINGS_SHARE);

  /** The service provider's part of the excess. */
  LineKind EXCESS_SHARE =
      LineKind.of("EXCESS_SHARE", "超额分享", "share of the excess", Account.SAVINGS_SHARE);

  /** Recovery of compensation that the cap had left open. */
  LineKind RECOVERED =
      LineKind.of(
          "SHORTFALL_RECOVERED", "追回以前未补偿额", "carried shortfall recovered", Account.COMPENSATION);

  /** Checks that the guarantee is complete. */
  @Value.Check
  default void check() {
    if (amount().isPresent() == fraction().isPresent()) {
      throw new RuleException(
          id() + " 需要且只能给出 amount 与 fraction 之一",
          "guarantee " + id() + " needs either amount or fraction");
    }
    boolean complete =
        switch (unit()) {
          case QUANTITY -> commodity().isPresent();
          case TCE -> conversion().isPresent() && price().isPresent();
          case MONEY -> fraction().isEmpty() && price().isEmpty();
        };
    if (!complete) {
      throw new RuleException(
          id() + "：QUANTITY 需要 commodity；TCE 需要 conversion 与 price；MONEY 只用金额，不带 price",
          "guarantee "
              + id()
              + ": QUANTITY needs commodity; TCE needs conversion and price; MONEY takes an amount"
              + " without price");
    }
  }

  @Override
  default Findings check(Contract contract) {
    Findings findings = new GuaranteeMeasure(this).check(contract);
    return isTested(contract)
        ? findings
        : findings.plus(
            Findings.of(
                List.of(
                    Finding.of(
                        ContractFinding.GUARANTEE_UNTESTED,
                        Place.pointer("contract.json", "/clauses"),
                        "clause",
                        id()))));
  }

  /** Whether some statement covers every contract year, as far as the term goes. */
  private boolean isTested(Contract contract) {
    List<StatementPeriod> statements =
        StatementCalendar.of(contract.term(), contract.schedule(), contract.tax()).periods();
    return statements.stream()
        .map(StatementPeriod::contractYear)
        .distinct()
        .allMatch(
            year -> {
              Optional<Period> days =
                  contract.term().years().year(year).overlap(contract.term().period());
              return statements.stream()
                  .filter(statement -> series().includes(statement.series()))
                  .anyMatch(statement -> days.equals(Optional.of(statement.service())));
            });
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new GuaranteeCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Guarantee> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("unit", Unit.class).ifPresent(builder::unit);
    builder.commodity(
        json.optional("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids())));
    builder.conversion(json.optional("conversion").flatMap(JsonElement::text));
    builder.quantityScale(json.optional("quantityScale").flatMap(JsonElement::integer));
    builder.amount(json.optional("amount").flatMap(JsonElement::notNegative));
    builder.fraction(json.optional("fraction").flatMap(JsonElement::ratio));
    json.optional("tolerance").flatMap(JsonElement::ratio).ifPresent(builder::tolerance);
    json.optional("shortfall")
        .flatMap(element -> element.constant(Shortfall.class))
        .ifPresent(builder::shortfall);
    json.optional("rate").flatMap(JsonElement::notNegative).ifPresent(builder::rate);
    builder.price(json.optional("price").flatMap(JsonElement::notNegative));
    builder.capAmount(json.optional("capAmount").flatMap(JsonElement::notNegative));
    builder.capFractionOfFee(json.optional("capFractionOfFee").flatMap(JsonElement::notNegative));
    json.optional("unrecovered")
        .flatMap(element -> element.constant(Unrecovered.class))
        .ifPresent(builder::unrecovered);
    json.optional("excessShare").flatMap(JsonElement::ratio).ifPresent(builder::excessShare);
    json.optional("damages").flatMap(JsonElement::flag).ifPresent(builder::damages);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Guarantee}. */
  final class Builder extends ImmutableGuarantee.Builder {
    Builder() {}
  }
}
