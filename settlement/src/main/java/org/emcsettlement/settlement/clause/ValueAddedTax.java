package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxTerms;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * Value added tax of the payable lines (settlement-methods, 5.10). EXCLUSIVE: {@code tax =
 * round(net·t)}; INCLUSIVE: {@code net = round(gross ÷ (1 + t))}, the tax is the complement.
 * PER_GROUP rounds running totals over the lines, so that the lines add up to the tax of the group
 * whatever their signs. The rate is that of the last service day; regular statement periods are
 * split where the rate changes.
 */
final class ValueAddedTax extends ClosingClause {

  static final LineKind ANNUAL_NET =
      LineKind.of("ANNUAL_NET", "全年不含税额", "year without tax", Account.SERVICE_REVENUE);
  static final LineKind ANNUAL_TAX =
      LineKind.of("ANNUAL_TAX", "全年税额（一次计算）", "tax on the year at once", Account.VAT);

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
    Figure rate = rate(input);
    List<PostedAmount> net = new ArrayList<>();
    List<PostedAmount> tax = new ArrayList<>();
    List<PostedAmount> gross = new ArrayList<>();
    Running running = new Running(input.contract().tax(), calculator, rate);
    for (PlacedLine line : Entitlements.payable(input)) {
      if (line.draft().taxable()) {
        LineDraft.Tax taxed = running.tax(line.draft().amount().orElseThrow());
        outcome.tax(line.id(), taxed);
        net.add(taxed.net());
        tax.add(taxed.tax());
        gross.add(taxed.gross());
      }
    }
    PostedAmount taxTotal = total(calculator, "tax", tax);
    outcome.put(Figures.NET_TOTAL, total(calculator, "net-of-tax", net));
    outcome.put(Figures.TAX_TOTAL, taxTotal);
    outcome.put(Figures.GROSS_TOTAL, total(calculator, "with-tax", gross));
    disclose(input, rate, taxTotal, outcome);
    return outcome.build();
  }

  private static Figure rate(StatementInput input) {
    LocalDate taxPoint = input.period().service().end().minusDays(1);
    BigDecimal rate = input.contract().tax().schedule().at(taxPoint).orElse(BigDecimal.ZERO);
    boolean exempt = input.contract().tax().exemption().isPresent();
    return input.calculator().parameter("tax-rate", exempt ? BigDecimal.ZERO : rate, "");
  }

  private static PostedAmount total(
      Calculator calculator, String name, List<PostedAmount> amounts) {
    return amounts.isEmpty() ? calculator.zero(name) : calculator.total(name, amounts);
  }

  /** Taxes lines one after the other, alone or by running totals. */
  private static final class Running {

    private final TaxTerms terms;
    private final Calculator calculator;
    private final Figure rate;
    private Optional<PostedAmount> sum = Optional.empty();
    private Optional<PostedAmount> taxed = Optional.empty();

    Running(TaxTerms terms, Calculator calculator, Figure rate) {
      this.terms = terms;
      this.calculator = calculator;
      this.rate = rate;
    }

    LineDraft.Tax tax(PostedAmount amount) {
      PostedAmount other =
          terms.level() == TaxTerms.Level.PER_LINE ? other(amount) : otherOfGroup(amount);
      if (terms.mode() == TaxTerms.Mode.INCLUSIVE) {
        return new LineDraft.Tax(rate, other, calculator.complement("tax", amount, other), amount);
      }
      return new LineDraft.Tax(
          rate, amount, other, calculator.total("with-tax", List.of(amount, other)));
    }

    /** The net of a gross amount, or the tax of a net amount. */
    private PostedAmount other(PostedAmount amount) {
      if (terms.mode() == TaxTerms.Mode.INCLUSIVE) {
        Figure one = calculator.parameter("one", BigDecimal.ONE, "");
        Figure divisor = calculator.plus("one-plus-rate", one, rate);
        return calculator.post(
            "net-of-tax",
            calculator.over("net-of-tax", calculator.currencyCode(), amount.figure(), divisor));
      }
      return calculator.post(
          "tax", calculator.times("tax", calculator.currencyCode(), amount.figure(), rate));
    }

    private PostedAmount otherOfGroup(PostedAmount amount) {
      PostedAmount before = taxed.orElseGet(() -> calculator.zero("nothing"));
      PostedAmount running =
          sum.map(s -> calculator.total("running-total", List.of(s, amount))).orElse(amount);
      PostedAmount until = other(running);
      sum = Optional.of(running);
      taxed = Optional.of(until);
      return calculator.complement("part-of-group", until, before);
    }
  }

  /** The year's documents against one calculation on the year: shown, never booked. */
  private static void disclose(
      StatementInput input, Figure rate, PostedAmount tax, Outcome.Builder outcome) {
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
    LineDraft.Tax annual =
        new Running(input.contract().tax(), calculator, rate)
            .tax(input.get(Figures.ANNUAL_ENTITLEMENT));
    outcome.line(
        LineDraft.builder().item("annual-net").kind(ANNUAL_NET).amount(annual.net()).build());
    outcome.line(
        LineDraft.builder().item("annual-tax").kind(ANNUAL_TAX).amount(annual.tax()).build());
    PostedAmount documents = calculator.total("tax-of-documents", List.of(invoiced, tax));
    PostedAmount drift = calculator.complement("tax-drift", documents, annual.tax());
    if (!drift.money().isZero()) {
      outcome.finding(
          ContractFinding.TAX_DRIFT,
          Place.NOWHERE.during(input.period().key()),
          "drift",
          drift.money().getAmount().toPlainString());
    }
  }
}
