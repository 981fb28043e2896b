package org.emcsettlement.settlement.clause;

import java.util.Set;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * What is invoiced now. In a contract with an annual statement the regular ones remember what they
 * invoiced, and the annual one owes the year's entitlement less that (settlement-methods, 5.11).
 */
final class AnnualTrueUp extends ClosingClause {

  static final LineKind ENTITLED =
      LineKind.of(
          "ANNUAL_ENTITLEMENT", "全年应结算额", "entitlement of the year", Account.SERVICE_REVENUE);
  static final LineKind INVOICED =
      LineKind.of("INVOICED", "减：已结算额", "less invoiced so far", Account.SERVICE_REVENUE);
  static final LineKind TRUE_UP =
      LineKind.of("TRUE_UP", "年度清算额", "annual true-up", Account.SERVICE_REVENUE);

  AnnualTrueUp() {
    super("annual-true-up", Stage.BILLING, Set.of(), Set.of(Figures.ANNUAL_ENTITLEMENT));
  }

  @Override
  public Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    if (!input.contract().schedule().annualStatement()) {
      return outcome.build();
    }
    PostedAmount entitled = Entitlements.total(input);
    if (input.period().series() == Series.REGULAR) {
      if (!entitled.money().isZero()) {
        outcome.move(BalanceNames.INVOICED, Movement.Kind.ADDITION, entitled);
      }
      return outcome.build();
    }
    Calculator calculator = input.calculator();
    PostedAmount invoiced = input.opening(BalanceNames.INVOICED);
    if (!invoiced.money().isZero()) {
      outcome.move(BalanceNames.INVOICED, Movement.Kind.USE, invoiced);
    }
    return outcome
        .put(Figures.ANNUAL_ENTITLEMENT, entitled)
        .line(memo("entitled", ENTITLED, entitled))
        .line(memo("invoiced", INVOICED, calculator.opposite("invoiced-so-far", invoiced)))
        .line(
            LineDraft.builder()
                .kind(TRUE_UP)
                .use(LineDraft.Use.PAYABLE)
                .amount(calculator.complement("annual-true-up", entitled, invoiced))
                .build())
        .build();
  }

  private static LineDraft memo(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder().item(item).kind(kind).amount(amount).build();
  }
}
