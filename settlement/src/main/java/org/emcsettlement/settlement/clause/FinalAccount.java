package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/**
 * The final account (settlement-methods, 5.15): the last statement of a contract closes every
 * balance to zero. Retention is released, advances not earned are returned, credits are paid out;
 * counters and what the contract lets lapse expire. Claims of the institution are deducted.
 */
@LibraryStyle
@Value.Immutable
public interface FinalAccount extends Clause {

  /** The kind that contract files store. */
  String KIND = "final-account";

  /**
   * {@return how balances end otherwise than usual, by the balance's name up to its first slash}
   */
  Map<String, Ending> endings();

  /** {@return claims of the institution that were established} */
  List<Claim> claims();

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
    return Stage.FINAL_ACCOUNT;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** How a balance ends. */
  enum Ending {
    /** The institution pays it; of a balance below zero the service provider pays. */
    PAID_TO_PROVIDER,
    /** The service provider pays it. */
    PAID_TO_INSTITUTION,
    /** It lapses and nobody pays. */
    EXPIRES
  }

  /**
   * A claim of the institution.
   *
   * @param amount the amount
   * @param document the evidence
   */
  record Claim(BigDecimal amount, String document) {}

  /** How balances usually end; those not named are counters and expire. */
  Map<String, Ending> USUAL =
      Map.of(
          BalanceNames.RETENTION,
          Ending.PAID_TO_PROVIDER,
          BalanceNames.CREDIT,
          Ending.PAID_TO_PROVIDER,
          BalanceNames.ADVANCE,
          Ending.PAID_TO_INSTITUTION,
          BalanceNames.OVERPAYMENT,
          Ending.PAID_TO_INSTITUTION,
          nameOf(BalanceNames.COMPENSATION_OPEN),
          Ending.PAID_TO_INSTITUTION);

  /** What paying out a balance is called; a balance not named is simply closed. */
  Map<String, LineKind> CLOSED =
      Map.of(
          BalanceNames.RETENTION,
          LineKind.of("RETENTION_RELEASE", "释放质保金", "retention released", Account.RETENTION),
          BalanceNames.CREDIT,
          LineKind.of("CREDIT_CLOSED", "结清结转差额", "carried net closed", Account.CARRIED),
          BalanceNames.ADVANCE,
          LineKind.of("ADVANCE_RETURNED", "退还未抵扣预付款", "advance returned", Account.ADVANCE),
          BalanceNames.OVERPAYMENT,
          LineKind.of("OVERPAYMENT_RETURNED", "退还多付款", "overpayment returned", Account.CARRIED));

  /** Any other balance paid out. */
  LineKind OTHER = LineKind.of("BALANCE_CLOSED", "结清余额", "balance closed", Account.CARRIED);

  /** A claim deducted. */
  LineKind CLAIM = LineKind.of("CLAIM", "甲方索赔", "claim of the institution", Account.COMPENSATION);

  /**
   * Whether a balance is money that one party owes the other when the contract ends.
   *
   * @param balance its name
   * @return false for counters, and for what the contract lets lapse
   */
  static boolean isOwed(String balance) {
    return USUAL.containsKey(nameOf(balance));
  }

  /**
   * Whether a statement is the last one of its contract.
   *
   * @param input the statement
   * @return true if no other follows
   */
  static boolean isLast(StatementInput input) {
    List<StatementPeriod> periods = input.resolved().statements().periods();
    return periods.indexOf(input.period()) == periods.size() - 1;
  }

  @Override
  default Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    if (isLast(input)) {
      for (int i = 0; i < claims().size(); i++) {
        claim(input, i, outcome);
      }
      for (String balance : new ArrayList<>(input.balances())) {
        close(input, balance, outcome);
      }
    }
    return outcome.build();
  }

  private void claim(StatementInput input, int index, Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    Claim claim = claims().get(index);
    PostedAmount amount =
        calculator.given(
            calculator.fact(
                "claim", claim.amount().setScale(2), calculator.currencyCode(), claim.document()));
    outcome.line(
        line("claim-" + (index + 1), CLAIM, calculator.opposite("claim", amount))
            .remark(new Bilingual(claim.document(), claim.document()))
            .build());
  }

  private void close(StatementInput input, String balance, Outcome.Builder outcome) {
    Calculator calculator = input.calculator().in(balance);
    PostedAmount standing = input.standing(balance);
    if (standing.money().isZero()) {
      return;
    }
    Ending ending = ending(balance);
    if (ending == Ending.EXPIRES) {
      outcome.move(balance, Movement.Kind.EXPIRY, standing);
      return;
    }
    outcome
        .move(balance, Movement.Kind.USE, standing)
        .line(
            line(
                    balance,
                    CLOSED.getOrDefault(balance, OTHER),
                    ending == Ending.PAID_TO_PROVIDER
                        ? calculator.total("balance-closed", List.of(standing))
                        : calculator.opposite("balance-closed", standing))
                .build());
  }

  private static String nameOf(String balance) {
    int slash = balance.indexOf('/');
    return slash < 0 ? balance : balance.substring(0, slash);
  }

  private Ending ending(String balance) {
    String name = nameOf(balance);
    Ending usual = USUAL.getOrDefault(name, Ending.EXPIRES);
    return endings().getOrDefault(name, usual);
  }

  private static LineDraft.Builder line(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder()
        .item(item)
        .kind(kind)
        .use(LineDraft.Use.PAYABLE)
        .taxable(false)
        .amount(amount);
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<FinalAccount> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    builder.endings(json.entries("endings", element -> element.constant(Ending.class)));
    builder.claims(
        json.objects(
            "claims",
            claim -> {
              Optional<BigDecimal> amount = claim.required("amount").flatMap(JsonElement::amount);
              Optional<String> document = claim.text("document");
              return claim.build(() -> new Claim(amount.orElseThrow(), document.orElseThrow()));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FinalAccount}. */
  final class Builder extends ImmutableFinalAccount.Builder {
    Builder() {}
  }
}
