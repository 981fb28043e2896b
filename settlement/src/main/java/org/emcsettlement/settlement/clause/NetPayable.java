package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Set;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/** What is to be paid: the taxed lines and those outside the tax base. */
final class NetPayable extends ClosingClause {

  static final LineKind NET_PAYABLE =
      LineKind.of("NET_PAYABLE", "应付净额", "net payable", Account.RECEIVABLE);

  NetPayable() {
    super(
        "net-payable",
        Stage.NET,
        Set.of(Figures.GROSS_TOTAL),
        Set.of(Figures.OUTSIDE_TOTAL, Figures.NET_PAYABLE));
  }

  @Override
  public Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    List<PostedAmount> outside =
        Entitlements.payable(input).stream()
            .filter(line -> !line.draft().taxable())
            .flatMap(line -> line.draft().amount().stream())
            .toList();
    PostedAmount outsideTotal =
        outside.isEmpty()
            ? calculator.zero("outside-tax")
            : calculator.total("outside-tax", outside);
    PostedAmount net =
        calculator.total("net-payable", List.of(input.get(Figures.GROSS_TOTAL), outsideTotal));
    return Outcome.builder()
        .put(Figures.OUTSIDE_TOTAL, outsideTotal)
        .put(Figures.NET_PAYABLE, net)
        .line(LineDraft.builder().kind(NET_PAYABLE).amount(net).build())
        .build();
  }
}
