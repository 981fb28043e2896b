package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * Nets the utility bills that the institution has paid against the fee (差额结算, NET_OF_UTILITIES):
 * {@code F − U}. U is the metered quantity, which must be complete, at the price in force or by a
 * tariff. A negative result is carried, refunded or dropped (settlement-methods, 5.1).
 */
@LibraryStyle
@Value.Immutable
public interface UtilityBills extends Clause {

  /** The kind that contract files store. */
  String KIND = "utility-bills";

  /**
   * A commodity that is billed by a tariff.
   *
   * @param commodity the commodity
   * @param tariff the id of its tariff in {@code tariffs/}
   */
  record Billed(Commodity commodity, String tariff) {}

  /** {@return the commodities billed by a tariff; the others cost their price in force} */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<Billed> tariffs();

  /** {@return what happens when the bills exceed the fee} */
  @Value.Default
  default NegativeNet negative() {
    return NegativeNet.CARRY;
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

  /** What happens when the bills exceed the fee. */
  enum NegativeNet {
    /** The service provider pays the difference. */
    REFUND,
    /** The difference is carried into later statements. */
    CARRY,
    /** The difference is dropped, by the annual statement too. */
    FLOOR_ZERO
  }

  /** Utility bills paid by the institution. */
  LineKind UTILITIES =
      LineKind.of("UTILITIES", "减：甲方已付能源费用", "less utilities paid", Account.SERVICE_REVENUE);

  /** Negative results brought forward. */
  LineKind BROUGHT_FORWARD =
      LineKind.of("CREDIT_BROUGHT_FORWARD", "上期结转", "brought forward", Account.CARRIED);

  /** Negative results carried or dropped. */
  LineKind CARRIED = LineKind.of("CREDIT_CARRIED", "结转下期", "carried forward", Account.CARRIED);

  /** Negative results of the year that its regular statements have dropped. */
  LineKind DROPPED =
      LineKind.of("DROPPED_NET", "已免计的负差额", "negative results dropped", Account.CARRIED);

  @Override
  default Findings check(Contract contract) {
    List<Commodity> priced = UtilityCost.priced(contract, tariffs());
    Findings findings =
        priced.isEmpty() ? Findings.none() : Terms.needPrices(contract, this, priced);
    for (Billed billed : tariffs()) {
      findings = findings.plus(Terms.knowCommodity(contract, billed.commodity()));
    }
    return findings.plus(Terms.only(contract, this));
  }

  @Override
  default Findings missing(StatementInput input) {
    return new UtilityCost(input, this).missing();
  }

  @Override
  default Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Outcome.Builder outcome = Outcome.builder();
    PostedAmount fee = Entitlements.total(input);
    PostedAmount bills = new UtilityCost(input, this).total(outcome);
    outcome.line(entitlement("", UTILITIES, calculator.opposite("utilities", bills)));
    PostedAmount opening = input.start(BalanceNames.CREDIT);
    if (!opening.money().isZero()) {
      outcome.line(entitlement("brought-forward", BROUGHT_FORWARD, opening));
    }
    List<PostedAmount> parts = new ArrayList<>();
    parts.add(calculator.complement("fee-less-utilities", fee, bills));
    parts.add(opening);
    if (negative() == NegativeNet.FLOOR_ZERO && input.period().series() == Series.ANNUAL) {
      PostedAmount dropped = input.opening(BalanceNames.DROPPED_NET);
      if (!dropped.money().isZero()) {
        PostedAmount back = calculator.opposite("dropped-net", dropped);
        outcome.line(entitlement("dropped", DROPPED, back));
        outcome.move(BalanceNames.DROPPED_NET, Movement.Kind.USE, dropped);
        parts.add(back);
      }
    }
    PostedAmount net = calculator.total("fee-net-of-utilities", parts);
    if (negative() != NegativeNet.REFUND) {
      PostedAmount below = calculator.smaller("negative-net", net, calculator.zero("nothing"));
      if (!below.money().isZero()) {
        outcome.line(entitlement("carried", CARRIED, calculator.opposite("negative-net", below)));
      }
      if (isDroppedForGood(input) && !below.money().isZero()) {
        outcome.move(BalanceNames.DROPPED_NET, Movement.Kind.ADDITION, below);
      }
      PostedAmount closing = negative() == NegativeNet.CARRY ? below : calculator.zero("nothing");
      PostedAmount change =
          calculator.complement("credit-change", closing, input.opening(BalanceNames.CREDIT));
      if (!change.money().isZero()) {
        outcome.move(BalanceNames.CREDIT, Movement.Kind.ADDITION, change);
      }
    }
    return outcome.build();
  }

  /** Whether an annual statement must not bring back what this one drops. */
  private boolean isDroppedForGood(StatementInput input) {
    return negative() == NegativeNet.FLOOR_ZERO
        && input.period().series() == Series.REGULAR
        && input.contract().schedule().annualStatement()
        && series() == SeriesScope.EVERY;
  }

  private static LineDraft entitlement(String item, LineKind kind, PostedAmount amount) {
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
  static Optional<UtilityBills> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.tariffs(json.objects("tariffs", UtilityBills::billed));
    json.optional("negative")
        .flatMap(element -> element.constant(NegativeNet.class))
        .ifPresent(builder::negative);
    return json.build(builder::build);
  }

  private static Optional<Billed> billed(JsonObject json) {
    Optional<Commodity> commodity = json.required("commodity").flatMap(Terms::commodity);
    Optional<String> tariff = json.text("tariff");
    return json.build(() -> new Billed(commodity.orElseThrow(), tariff.orElseThrow()));
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link UtilityBills}. */
  final class Builder extends ImmutableUtilityBills.Builder {
    Builder() {}
  }
}
