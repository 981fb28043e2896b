package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxCategory;
import org.emcsettlement.settlement.contract.TaxTerms;
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
 * invoiced, and the annual one owes the year's entitlement less that, one line per tax category
 * (settlement-methods, 5.11). Deductions that the tax terms took out of the tax base are owed as
 * they stand, less what the regular statements owed of them.
 */
final class AnnualTrueUp extends ClosingClause {

  static final LineKind ENTITLED =
      LineKind.of(
          "ANNUAL_ENTITLEMENT", "全年应结算额", "entitlement of the year", Account.SERVICE_REVENUE);
  static final LineKind INVOICED =
      LineKind.of("INVOICED", "减：已结算额", "less invoiced so far", Account.SERVICE_REVENUE);
  static final LineKind TRUE_UP =
      LineKind.of("TRUE_UP", "年度清算额", "annual true-up", Account.SERVICE_REVENUE);
  static final LineKind SETTLED_OUTSIDE =
      LineKind.of(
          "SETTLED_OUTSIDE", "减：已结算的不计税项目", "less settled outside tax", Account.COMPENSATION);

  AnnualTrueUp() {
    super("annual-true-up", Stage.BILLING, Set.of(), Set.of(Figures.ANNUAL_ENTITLEMENT));
  }

  @Override
  public Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    if (!input.contract().schedule().annualStatement()) {
      return outcome.build();
    }
    TaxTerms tax = input.contract().tax();
    List<PostedAmount> entitled = new ArrayList<>();
    entitled.add(component(input, tax.standard(), outcome));
    for (TaxCategory category : tax.categories()) {
      if (input.carries(invoiced(category))
          || Entitlements.has(input, line -> isTaxed(tax, category, line))) {
        entitled.add(component(input, category, outcome));
      }
    }
    outside(input, outcome);
    return outcome
        .put(
            Figures.ANNUAL_ENTITLEMENT,
            entitled.size() == 1
                ? entitled.get(0)
                : input.calculator().total("entitlement-of-year", entitled))
        .build();
  }

  private static boolean isTaxed(TaxTerms tax, TaxCategory category, PlacedLine line) {
    return line.draft().taxable() && tax.of(line).id().equals(category.id());
  }

  private static String invoiced(TaxCategory category) {
    return category.id().isEmpty()
        ? BalanceNames.INVOICED
        : BalanceNames.INVOICED_CATEGORY + category.id();
  }

  /** What the year entitles to in one category. */
  private static PostedAmount component(
      StatementInput input, TaxCategory category, Outcome.Builder outcome) {
    TaxTerms tax = input.contract().tax();
    Calculator calculator = input.calculator();
    PostedAmount entitled = Entitlements.total(input, line -> isTaxed(tax, category, line));
    if (input.period().series() == Series.REGULAR) {
      if (!entitled.money().isZero()) {
        outcome.move(invoiced(category), Movement.Kind.ADDITION, entitled);
      }
      return entitled;
    }
    PostedAmount invoiced = input.opening(invoiced(category));
    if (!invoiced.money().isZero()) {
      outcome.move(invoiced(category), Movement.Kind.USE, invoiced);
    }
    outcome
        .line(draft(category, "entitled", ENTITLED).amount(entitled).build())
        .line(
            draft(category, "invoiced", INVOICED)
                .amount(calculator.opposite("invoiced-so-far", invoiced))
                .build())
        .line(
            draft(category, "", TRUE_UP)
                .use(LineDraft.Use.PAYABLE)
                .amount(calculator.complement("annual-true-up", entitled, invoiced))
                .build());
    return entitled;
  }

  private static LineDraft.Builder draft(TaxCategory category, String item, LineKind kind) {
    LineDraft.Builder draft = LineDraft.builder().kind(kind);
    if (category.id().isEmpty()) {
      return draft.item(item);
    }
    return draft
        .item(item.isEmpty() ? category.id() : item + "-" + category.id())
        .taxCategory(category.id());
  }

  private static void outside(StatementInput input, Outcome.Builder outcome) {
    Predicate<PlacedLine> untaxed = line -> line.draft().treatment().isPresent();
    if (input.period().series() == Series.REGULAR) {
      if (Entitlements.has(input, untaxed)) {
        PostedAmount settled = Entitlements.total(input, untaxed);
        if (!settled.money().isZero()) {
          outcome.move(BalanceNames.SETTLED_OUTSIDE, Movement.Kind.ADDITION, settled);
        }
      }
    } else if (input.carries(BalanceNames.SETTLED_OUTSIDE)) {
      PostedAmount settled = input.opening(BalanceNames.SETTLED_OUTSIDE);
      outcome
          .move(BalanceNames.SETTLED_OUTSIDE, Movement.Kind.USE, settled)
          .line(
              LineDraft.builder()
                  .item("settled-outside")
                  .kind(SETTLED_OUTSIDE)
                  .use(LineDraft.Use.PAYABLE)
                  .taxable(false)
                  .amount(input.calculator().opposite("settled-outside-tax", settled))
                  .build());
    }
  }
}
