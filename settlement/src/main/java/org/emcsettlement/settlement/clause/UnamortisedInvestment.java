package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** What of an investment is not yet recovered on a date inside the agreed term. */
final class UnamortisedInvestment {

  private final Calculator calculator;
  private final Amortisation terms;
  private final Period term;
  private final LocalDate date;
  private final Figure residual;
  private final Figure amortised;

  /** The term runs from the start of amortisation to the agreed end. */
  UnamortisedInvestment(Calculator calculator, Amortisation terms, Period term, LocalDate date) {
    this.calculator = calculator;
    this.terms = terms;
    this.term = term;
    this.date = date;
    String currency = calculator.currencyCode();
    Figure investment = calculator.parameter("investment", terms.investment(), currency);
    this.residual = calculator.parameter("residual-value", terms.residual(), currency);
    this.amortised = calculator.minus("amount-to-amortise", investment, residual);
  }

  /** {@return the exact amount, the residual value among it} */
  Figure exact() {
    return switch (terms.method()) {
      case STRAIGHT_LINE_DAYS -> {
        Figure left = calculator.days("days-left", Period.of(date, term.end()));
        yield share(left, calculator.days("days-of-term", term));
      }
      case STRAIGHT_LINE_MONTHS -> {
        Figure whole = months("months-of-term", term);
        Figure elapsed = months("elapsed-months", Period.of(term.start(), date));
        yield share(calculator.minus("months-left", whole, elapsed), whole);
      }
      case ANNUITY -> annuity();
      case TABLE -> table();
      case APPRAISAL -> appraisal();
    };
  }

  /** Multiplied first, divided last, the residual value added back. */
  private Figure share(Figure left, Figure whole) {
    Figure product = calculator.times("amount-times-time", amortised.unit(), amortised, left);
    return addBack(calculator.over("amount-left", amortised.unit(), product, whole));
  }

  private Figure addBack(Figure left) {
    return calculator.plus("unamortised", left, residual);
  }

  /** Whole calendar months, and a part of one by its days. */
  private Figure months(String name, Period period) {
    int whole = 0;
    List<Figure> terms = new ArrayList<>();
    for (Period part : period.months()) {
      Period month = Period.monthOf(part.start());
      if (part.equals(month)) {
        whole++;
      } else {
        terms.add(
            calculator.over(
                "part-of-month",
                "",
                calculator.days("days", part),
                calculator.days("days-of-month", month)));
      }
    }
    terms.add(0, calculator.parameter("whole-months", BigDecimal.valueOf(whole), ""));
    return calculator.sum(name, terms);
  }

  /** {@code (I − R)·((1+i)^n − (1+i)^k) ÷ ((1+i)^n − 1)} after k of n months, days between. */
  private Figure annuity() {
    ContractYears months = new ContractYears(term.start());
    int count = 0;
    while (months.months(0, count).end().isBefore(term.end())) {
      count++;
    }
    int passed = 0;
    while (!months.months(0, passed + 1).end().isAfter(date) && passed < count) {
      passed++;
    }
    Figure growth =
        calculator.plus(
            "one-plus-rate",
            calculator.parameter("one", BigDecimal.ONE, ""),
            calculator.parameter("monthly-rate", terms.monthlyRate().orElseThrow(), ""));
    Figure before = afterMonths(growth, passed, count);
    if (passed == count) {
      return addBack(before);
    }
    Period whole = months.months(passed, 1);
    // a term that ends inside a month pays that month's part by its own end
    Period month = whole.end().isAfter(term.end()) ? Period.of(whole.start(), term.end()) : whole;
    Figure after = afterMonths(growth, passed + 1, count);
    return addBack(between(before, after, Period.of(month.start(), date), month));
  }

  private Figure afterMonths(Figure growth, int passed, int count) {
    Figure whole = calculator.power("growth-of-term", growth, count);
    Figure left =
        calculator.minus("growth-left", whole, calculator.power("growth-so-far", growth, passed));
    Figure all =
        calculator.minus("growth-in-all", whole, calculator.parameter("one", BigDecimal.ONE, ""));
    Figure product = calculator.times("amount-times-growth", amortised.unit(), amortised, left);
    return calculator.over("amount-left", amortised.unit(), product, all);
  }

  private Figure between(Figure before, Figure after, Period passed, Period whole) {
    Figure fall = calculator.minus("fall", before, after);
    Figure product =
        calculator.times("amount-times-days", fall.unit(), fall, calculator.days("days", passed));
    Figure fallen =
        calculator.over(
            "fallen", fall.unit(), product, calculator.days("days-of-full-period", whole));
    return calculator.minus("amount-left", before, fallen);
  }

  /** The table stands between the investment at the start and the residual value at the end. */
  private Figure table() {
    List<Amortisation.Row> rows = new ArrayList<>();
    rows.add(new Amortisation.Row(term.start(), terms.investment()));
    rows.addAll(terms.table());
    rows.add(new Amortisation.Row(term.end(), terms.residual()));
    int next = 1;
    while (next < rows.size() - 1 && !rows.get(next).date().isAfter(date)) {
      next++;
    }
    Amortisation.Row row = rows.get(next - 1);
    Amortisation.Row following = rows.get(next);
    return between(
        amount("table-amount", row),
        amount("table-amount", following),
        Period.of(row.date(), date),
        Period.of(row.date(), following.date()));
  }

  private Figure amount(String name, Amortisation.Row row) {
    return calculator
        .in(row.date().toString())
        .parameter(name, row.unamortised(), calculator.currencyCode());
  }

  private Figure appraisal() {
    Amortisation.Appraisal report = terms.appraisal().orElseThrow();
    return calculator.fact(
        "appraised-value", report.amount(), calculator.currencyCode(), report.document());
  }
}
