package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.TaxCategory;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * The parts of a contract year that have one rate of a tax category each. An annual statement over
 * a change of the rate corrects the documents of its year, and a correction has the rate of the
 * original tax point (settlement-methods, 5.10).
 *
 * <p>What only the annual statement settles has the rate of the days it names. Everything else has
 * been invoiced in parts, and the year's amount is divided as those invoices are: a year that has
 * nothing to correct then corrects neither side of the change. Where nothing was invoiced, or both
 * signs were, it is divided by days.
 */
final class RatePeriods {

  /**
   * What belongs to one rate.
   *
   * @param entitled what the year entitles to
   * @param invoiced what was invoiced of it
   */
  record Part(PostedAmount entitled, PostedAmount invoiced) {}

  private final StatementInput input;
  private final Calculator calculator;
  private final TaxCategory category;
  private final List<Period> periods;

  RatePeriods(StatementInput input, TaxCategory category) {
    this.input = input;
    this.calculator = input.calculator();
    this.category = category;
    Period year = DecidingStatement.year(input);
    this.periods = year.splitAt(category.schedule().changesIn(year));
  }

  /** Whether something was invoiced in a category since the contract year began. */
  static boolean carries(StatementInput input, TaxCategory category) {
    RatePeriods rates = new RatePeriods(input, category);
    return rates.periods.stream().map(rates::balance).anyMatch(input::carries);
  }

  /** {@return the parts in order} */
  List<Period> periods() {
    return periods;
  }

  /** {@return the balance of what is invoiced at the rate of the statement} */
  String current() {
    return periods.stream()
        .filter(period -> period.encloses(input.period().service()))
        .findFirst()
        .map(this::balance)
        .orElseThrow();
  }

  private String balance(Period period) {
    String name =
        category.id().isEmpty()
            ? BalanceNames.INVOICED
            : BalanceNames.INVOICED_CATEGORY + category.id();
    return period.equals(periods.get(0)) ? name : name + BalanceNames.ORIGIN + period.start();
  }

  /** Takes what was invoiced in a part. */
  PostedAmount invoiced(Period period, Outcome.Builder outcome) {
    PostedAmount invoiced = input.opening(balance(period));
    if (!invoiced.money().isZero()) {
      outcome.move(balance(period), Movement.Kind.USE, invoiced);
    }
    return invoiced;
  }

  /** Divides what the lines of the category entitle to among the parts. */
  Map<Period, Part> entitled(Predicate<PlacedLine> ofCategory, Outcome.Builder outcome) {
    List<PostedAmount> invoiced = new ArrayList<>();
    periods.forEach(period -> invoiced.add(invoiced(period, outcome)));
    PostedAmount divided =
        Entitlements.total(
            input,
            line ->
                ofCategory.test(line) && periods.stream().noneMatch(period -> isOf(period, line)));
    List<PostedAmount> shares =
        calculator.allocate("entitlement-divided", divided, weights(invoiced));
    Map<Period, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      PostedAmount own =
          Entitlements.total(input, line -> ofCategory.test(line) && isOf(period, line));
      PostedAmount entitled = calculator.total("entitlement-at-rate", List.of(own, shares.get(i)));
      parts.put(period, new Part(entitled, invoiced.get(i)));
    }
    return parts;
  }

  /** Whether only the annual statement settles a line, for days inside a part. */
  private static boolean isOf(Period period, PlacedLine line) {
    return line.clause().series() == SeriesScope.ANNUAL
        && line.draft().period().filter(period::encloses).isPresent();
  }

  private List<Figure> weights(List<PostedAmount> invoiced) {
    Figure zero = calculator.parameter("nothing", BigDecimal.ZERO, calculator.currencyCode());
    List<Figure> sizes =
        invoiced.stream()
            .map(amount -> calculator.absolute("invoiced-size", amount.figure()))
            .toList();
    Figure size = calculator.sum("invoiced-size", sizes);
    Figure net =
        calculator.absolute(
            "invoiced-size", calculator.total("invoiced-so-far", invoiced).figure());
    Figure some = calculator.compare("something-invoiced", size, Relation.GREATER, zero);
    Figure oneSign = calculator.compare("invoices-of-one-sign", net, Relation.AT_LEAST, size);
    return some.signum() != 0 && oneSign.signum() != 0
        ? sizes
        : periods.stream().map(period -> calculator.days("days", period)).toList();
  }
}
