package org.emcsettlement.settlement.clause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxCategory;
import org.emcsettlement.settlement.contract.TaxTerms;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * Value added tax of the payable lines (settlement-methods, 5.10). EXCLUSIVE: {@code tax =
 * round(net·t)}; INCLUSIVE: {@code net = round(gross ÷ (1 + t))}, the tax is the complement. Each
 * category has its own rate, that of the tax point of each line: regular statement periods are
 * split where a rate changes, and a line about other days has the rate of those.
 */
final class ValueAddedTax extends ClosingClause {

  static final LineKind ANNUAL_NET =
      LineKind.of("ANNUAL_NET", "全年不含税额", "year without tax", Account.SERVICE_REVENUE);
  static final LineKind ANNUAL_TAX =
      LineKind.of("ANNUAL_TAX", "全年税额（一次计算）", "tax on the year at once", Account.VAT);
  static final LineKind TAX_DRIFT =
      LineKind.of("TAX_DRIFT", "税额尾差（仅披露）", "tax drift, disclosed only", Account.VAT);
  static final LineKind SUPPLY_TAX =
      LineKind.of("SUPPLY_TAX", "对方另行开票的税额", "tax that the other party invoices", Account.VAT);

  /** What lines are taxed together by: their category, and its rate at their tax point. */
  private record Rate(String category, Rational rate) {}

  ValueAddedTax() {
    super(
        "value-added-tax",
        Stage.TAX,
        Set.of(),
        Set.of(Figures.NET_TOTAL, Figures.TAX_TOTAL, Figures.GROSS_TOTAL));
  }

  @Override
  public Outcome apply(StatementInput input) {
    Outcome.Builder outcome = Outcome.builder();
    Calculator calculator = input.calculator();
    TaxTerms terms = input.contract().tax();
    Map<Rate, TaxGroup> groups = new LinkedHashMap<>();
    group(groups, input, terms.standard(), input.period().service().end().minusDays(1));
    for (PlacedLine line : Entitlements.payable(input)) {
      if (line.draft().taxable()) {
        group(groups, input, line).add(line);
      } else if (isSupplyOfOther(terms, line)) {
        supplyTax(group(groups, input, line), line, outcome);
      }
    }
    List<PostedAmount> net = new ArrayList<>();
    List<PostedAmount> tax = new ArrayList<>();
    List<PostedAmount> gross = new ArrayList<>();
    for (TaxGroup group : groups.values()) {
      group
          .taxes()
          .forEach(
              (line, taxed) -> {
                outcome.tax(line, taxed);
                net.add(taxed.net());
                tax.add(taxed.tax());
                gross.add(taxed.gross());
              });
    }
    PostedAmount taxTotal = total(calculator, "tax", tax);
    outcome.put(Figures.NET_TOTAL, total(calculator, "net-of-tax", net));
    outcome.put(Figures.TAX_TOTAL, taxTotal);
    outcome.put(Figures.GROSS_TOTAL, total(calculator, "with-tax", gross));
    disclose(input, groups, taxTotal, outcome);
    return outcome.build();
  }

  private static TaxGroup group(Map<Rate, TaxGroup> groups, StatementInput input, PlacedLine line) {
    TaxCategory category = input.contract().tax().of(line);
    return group(groups, input, category, TaxGroup.taxPoint(input, line));
  }

  private static TaxGroup group(
      Map<Rate, TaxGroup> groups, StatementInput input, TaxCategory category, LocalDate taxPoint) {
    Rate rate = new Rate(category.id(), Rational.of(category.rateOn(taxPoint)));
    return groups.computeIfAbsent(rate, key -> new TaxGroup(input, category, taxPoint));
  }

  private static PostedAmount total(
      Calculator calculator, String name, List<PostedAmount> amounts) {
    return amounts.isEmpty() ? calculator.zero(name) : calculator.total(name, amounts);
  }

  /** Amounts without tax that the other party invoices: its tax is owed with them. */
  private static boolean isSupplyOfOther(TaxTerms terms, PlacedLine line) {
    return terms.mode() == TaxTerms.Mode.EXCLUSIVE
        && line.draft()
            .treatment()
            .filter(treatment -> treatment == TaxTerms.Treatment.SEPARATE_SUPPLY)
            .isPresent();
  }

  private static void supplyTax(TaxGroup group, PlacedLine line, Outcome.Builder outcome) {
    PostedAmount tax = group.alone(line.draft().amount().orElseThrow()).tax();
    outcome.line(
        LineDraft.builder()
            .item("supply-" + line.id())
            .kind(SUPPLY_TAX)
            .use(LineDraft.Use.PAYABLE)
            .taxable(false)
            .amount(tax)
            .remark(
                new Bilingual(
                    line.draft().kind().label().zh() + "的税额，随对方发票结算",
                    "on " + line.draft().kind().label().en() + ", settled by the other's invoice"))
            .build());
  }

  /** The year's documents against one calculation on the year: shown, never booked. */
  private static void disclose(
      StatementInput input, Map<Rate, TaxGroup> groups, PostedAmount tax, Outcome.Builder outcome) {
    if (!input.contract().schedule().annualStatement()) {
      return;
    }
    if (input.period().series() == Series.REGULAR) {
      if (!tax.money().isZero()) {
        outcome.move(BalanceNames.INVOICED_TAX, Movement.Kind.ADDITION, tax);
      }
      return;
    }
    Calculator calculator = input.calculator();
    PostedAmount invoiced = input.opening(BalanceNames.INVOICED_TAX);
    if (!invoiced.money().isZero()) {
      outcome.move(BalanceNames.INVOICED_TAX, Movement.Kind.USE, invoiced);
    }
    List<PostedAmount> nets = new ArrayList<>();
    List<PostedAmount> taxes = new ArrayList<>();
    for (PlacedLine line : input.lines()) {
      if (line.draft().kind().equals(AnnualTrueUp.ENTITLED)) {
        LineDraft.Tax year = group(groups, input, line).alone(line.draft().amount().orElseThrow());
        nets.add(year.net());
        taxes.add(year.tax());
      }
    }
    PostedAmount annual = taxes.size() == 1 ? taxes.get(0) : calculator.total("annual-tax", taxes);
    outcome.line(
        memo(
            "annual-net",
            ANNUAL_NET,
            nets.size() == 1 ? nets.get(0) : calculator.total("annual-net", nets)));
    outcome.line(memo("annual-tax", ANNUAL_TAX, annual));
    PostedAmount documents = calculator.total("tax-of-documents", List.of(invoiced, tax));
    PostedAmount drift = calculator.complement("tax-drift", documents, annual);
    if (!drift.money().isZero()) {
      outcome.line(
          LineDraft.builder().item("drift").kind(TAX_DRIFT).wholeYear(true).amount(drift).build());
      outcome.finding(
          ContractFinding.TAX_DRIFT,
          Place.NOWHERE.during(input.period().key()),
          "drift",
          drift.money().getAmount().toPlainString());
    }
  }

  private static LineDraft memo(String item, LineKind kind, PostedAmount amount) {
    return LineDraft.builder().item(item).kind(kind).amount(amount).build();
  }
}
