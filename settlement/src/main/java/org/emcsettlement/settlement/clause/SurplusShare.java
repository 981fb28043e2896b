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
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Shares what the fee leaves over the utility bills, F − U, with the institution. Where the
 * institution pays the bills the fee is a budget (BUDGET_SHARE, settlement-methods 5.1): the
 * service provider earns its share of the surplus. Where the service provider pays them out of the
 * fee it returns the institution's part (surplus clause, china-emc 4).
 *
 * <p>The service provider keeps a ratio of the surplus, a ratio by band, or everything up to an
 * amount; it bears an overrun alone unless the parties agreed on its part. U is the metered
 * quantity at the price in force, which must be complete.
 */
@LibraryStyle
@Value.Immutable
public interface SurplusShare extends Clause {

  /** The kind that contract files store. */
  String KIND = "surplus-share";

  /** {@return who pays the utility bills} */
  Payer utilitiesPaidBy();

  /** {@return the service provider's ratio of the surplus} */
  Optional<BigDecimal> ratio();

  /** {@return the service provider's ratio by band of the surplus, instead of one} */
  List<SharedSavings.Band> bands();

  /** {@return how bands apply} */
  @Value.Default
  default SharedSavings.BandMode bandMode() {
    return SharedSavings.BandMode.MARGINAL;
  }

  /** {@return the surplus of a statement above which everything is returned, instead of a ratio} */
  Optional<BigDecimal> returnAbove();

  /** {@return the part of an overrun that the service provider bears} */
  @Value.Default
  default BigDecimal overrunRatio() {
    return BigDecimal.ONE;
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
    return Stage.LIMIT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.FEE);
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** Who pays the utility bills. */
  enum Payer {
    /** The institution. */
    INSTITUTION,
    /** The service provider, out of the fee. */
    SERVICE_PROVIDER
  }

  /** Utility bills, where the service provider pays them. */
  LineKind UTILITIES =
      LineKind.of(
          "UTILITIES_OF_PROVIDER", "乙方已付能源费用", "utilities paid by provider", Account.RECEIVABLE);

  /** What the fee leaves over the bills. */
  LineKind SURPLUS =
      LineKind.of("SURPLUS", "结余（负为超支）", "surplus, negative if overrun", Account.SERVICE_REVENUE);

  /** The institution's part of it. */
  LineKind INSTITUTION_PART =
      LineKind.of(
          "SURPLUS_RETURNED", "减：甲方应得结余", "less institution's surplus", Account.SERVICE_REVENUE);

  /** Checks that one rule is given. */
  @Value.Check
  default void check() {
    int rules =
        (ratio().isPresent() ? 1 : 0)
            + (bands().isEmpty() ? 0 : 1)
            + (returnAbove().isPresent() ? 1 : 0);
    if (rules != 1) {
      throw new RuleException(
          id() + " 需要且只能给出 ratio、bands、returnAbove 之一",
          "surplus-share " + id() + " needs one of ratio, bands and returnAbove");
    }
  }

  @Override
  default Findings check(Contract contract) {
    Findings prices = Terms.needPrices(contract, this, List.of());
    boolean settledAgain = contract.schedule().annualStatement() && series() == SeriesScope.EVERY;
    if (settledAgain && ratio().isEmpty()) {
      prices =
          prices.plus(
              Findings.of(
                  List.of(
                      Finding.of(
                          ContractFinding.LIMIT_OF_YEAR,
                          Place.pointer("contract.json", "/clauses"),
                          "clause",
                          id()))));
    }
    return bands().isEmpty()
        ? prices
        : prices.plus(Bands.check(this, bands().stream().map(SharedSavings.Band::upTo).toList()));
  }

  @Override
  default Findings missing(StatementInput input) {
    return Terms.priceGaps(input, List.of()).plus(UtilityCost.gaps(input));
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    PostedAmount fee = Entitlements.total(input);
    PostedAmount bills = UtilityCost.atPrices(input);
    PostedAmount surplus = calculator.complement("surplus", fee, bills);
    PostedAmount kept = calculator.post("surplus-kept", kept(calculator, surplus.figure()));
    PostedAmount returned = calculator.complement("surplus-returned", surplus, kept);
    Outcome.Builder outcome = Outcome.builder();
    if (utilitiesPaidBy() == Payer.INSTITUTION) {
      outcome.line(
          setOff("utilities", UtilityBills.UTILITIES, calculator.opposite("utilities", bills)));
    } else {
      outcome.line(LineDraft.builder().item("utilities").kind(UTILITIES).amount(bills).build());
    }
    return outcome
        .line(LineDraft.builder().item("surplus").kind(SURPLUS).amount(surplus).build())
        .line(setOff("", INSTITUTION_PART, calculator.opposite("surplus-returned", returned)))
        .build();
  }

  /** What of a surplus is the service provider's, and what of an overrun, exact. */
  private Figure kept(Calculator calculator, Figure surplus) {
    String currency = calculator.currencyCode();
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, currency);
    Figure gain = calculator.max("surplus-gained", surplus, zero);
    Figure overrun = calculator.min("overrun", surplus, zero);
    Figure borne =
        calculator.times(
            "overrun-borne",
            currency,
            overrun,
            calculator.parameter("overrun-ratio", overrunRatio(), ""));
    return calculator.plus("surplus-kept", ofGain(calculator, gain), borne);
  }

  private Figure ofGain(Calculator calculator, Figure gain) {
    if (returnAbove().isPresent()) {
      Figure most =
          calculator.parameter("return-above", returnAbove().get(), calculator.currencyCode());
      return calculator.min("surplus-up-to", gain, most);
    }
    if (ratio().isPresent()) {
      Figure ratio = calculator.parameter("provider-ratio", ratio().get(), "");
      return calculator.times("provider-share", calculator.currencyCode(), gain, ratio);
    }
    return BandShare.of(calculator, bands(), bandMode(), gain);
  }

  private static LineDraft setOff(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.SET_OFF)
        .amount(amount)
        .build();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<SurplusShare> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.constant("utilitiesPaidBy", Payer.class).ifPresent(builder::utilitiesPaidBy);
    builder.ratio(json.optional("ratio").flatMap(JsonElement::ratio));
    builder.bands(json.objects("bands", SharingCheck::band));
    json.optional("bandMode")
        .flatMap(element -> element.constant(SharedSavings.BandMode.class))
        .ifPresent(builder::bandMode);
    builder.returnAbove(json.optional("returnAbove").flatMap(JsonElement::notNegative));
    json.optional("overrunRatio").flatMap(JsonElement::ratio).ifPresent(builder::overrunRatio);
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SurplusShare}. */
  final class Builder extends ImmutableSurplusShare.Builder {
    Builder() {}
  }
}
