package org.emcsettlement.settlement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.period.Period;
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
 * invoiced, and the annual one owes the year's entitlement less that, one line per tax category and
 * rate (settlement-methods, 5.11). Deductions that the tax terms took out of the tax base are owed
 * as they stand, less what the regular statements owed of them.
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
      if (RatePeriods.carries(input, category)
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

  /** What the year entitles to in one category. */
  private static PostedAmount component(
      StatementInput input, TaxCategory category, Outcome.Builder outcome) {
    TaxTerms tax = input.contract().tax();
    Predicate<PlacedLine> own = line -> isTaxed(tax, category, line);
    RatePeriods rates = new RatePeriods(input, category);
    if (input.period().series() == Series.REGULAR) {
      PostedAmount entitled = Entitlements.total(input, own);
      if (!entitled.money().isZero()) {
        outcome.move(rates.current(), Movement.Kind.ADDITION, entitled);
      }
      return entitled;
    }
    if (rates.periods().size() == 1) {
      Period year = rates.periods().get(0);
      PostedAmount entitled = Entitlements.total(input, own);
      trueUp(input, draft -> draft, category, entitled, rates.invoiced(year, outcome), outcome);
      return entitled;
    }
    List<PostedAmount> all = new ArrayList<>();
    rates
        .entitled(own, outcome)
        .forEach(
            (period, part) -> {
              all.add(part.entitled());
              trueUp(
                  input,
                  draft -> draft.period(period),
                  category,
                  part.entitled(),
                  part.invoiced(),
                  outcome);
            });
    return input.calculator().total("entitlement-of-year", all);
  }

  private static void trueUp(
      StatementInput input,
      UnaryOperator<LineDraft.Builder> days,
      TaxCategory category,
      PostedAmount entitled,
      PostedAmount invoiced,
      Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    outcome
        .line(days.apply(draft(category, "entitled", ENTITLED)).amount(entitled).build())
        .line(
            days.apply(draft(category, "invoiced", INVOICED))
                .amount(calculator.opposite("invoiced-so-far", invoiced))
                .build())
        .line(
            days.apply(draft(category, "", TRUE_UP))
                .use(LineDraft.Use.PAYABLE)
                .amount(calculator.complement("annual-true-up", entitled, invoiced))
                .build());
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
