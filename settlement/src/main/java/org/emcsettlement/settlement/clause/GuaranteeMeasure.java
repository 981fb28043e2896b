package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.pricing.PriceBook;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/** What a guarantee is measured in: a quantity of one commodity, standard coal, or money. */
final class GuaranteeMeasure {

  private final Guarantee terms;

  GuaranteeMeasure(Guarantee terms) {
    this.terms = terms;
  }

  Set<FigureKey<?>> reads() {
    Set<FigureKey<?>> reads = new LinkedHashSet<>();
    if (terms.ofMembers()) {
      reads.add(Figures.GUARANTEE);
      reads.add(Figures.GUARANTEE_VERIFIED);
    } else if (terms.unit() == Guarantee.Unit.MONEY) {
      reads.add(Figures.VERIFIED_SAVINGS);
    } else {
      reads.add(Figures.AVOIDED_TOTAL);
      reads.add(Figures.COUNTED_TOTAL);
    }
    if (averaged()) {
      reads.add(Figures.ACTUAL);
    }
    if (terms.capFractionOfFee().isPresent()) {
      reads.add(Figures.FEE);
    }
    return reads;
  }

  private boolean averaged() {
    return terms.priceBasis().equals(Optional.of(Guarantee.PriceBasis.YEAR_AVERAGE));
  }

  Findings check(Contract contract) {
    return switch (terms.unit()) {
      case TCE -> Equivalents.check(contract, terms.conversion());
      case QUANTITY -> {
        if (terms.price().isPresent()) {
          yield Findings.none();
        }
        yield averaged()
            ? Terms.needPrices(contract, terms, List.of(commodity()))
            : Terms.needReferencePrices(contract, terms, List.of(commodity()));
      }
      case MONEY -> Findings.none();
    };
  }

  Findings missing(StatementInput input) {
    Findings prices = averaged() ? Terms.priceGaps(input, List.of(commodity())) : Findings.none();
    return terms.perPerson().isPresent()
        ? prices.plus(persons(input).missing(input.period().service()))
        : prices;
  }

  private DriverValue persons(StatementInput input) {
    return new DriverValue(
        input.resolved(), terms.persons().orElse(Occupancy.HEADCOUNT), Optional.empty());
  }

  /** The unit that the guarantee is written in. */
  String unit(Calculator calculator) {
    return switch (terms.unit()) {
      case QUANTITY -> commodity().unit().symbol();
      case TCE -> "tce";
      case MONEY -> calculator.currencyCode();
    };
  }

  private Commodity commodity() {
    return terms.commodity().orElseThrow();
  }

  /** The verified quantity, rounded if the guarantee says so. */
  Figure verified(StatementInput input, Outcome.Builder outcome) {
    if (terms.ofMembers()) {
      return input.get(Figures.GUARANTEE_VERIFIED);
    }
    Figure exact =
        terms.unit() == Guarantee.Unit.MONEY
            ? input.get(Figures.VERIFIED_SAVINGS).figure()
            : quantity(input, outcome, Figures.AVOIDED_TOTAL);
    return terms
        .quantityScale()
        .map(scale -> input.calculator().roundTo("verified-quantity", exact, scale))
        .orElse(exact);
  }

  private Figure quantity(StatementInput input, Outcome.Builder outcome, FigureKey<Figure> key) {
    return terms.unit() == Guarantee.Unit.TCE
        ? new Equivalents(input, FactorSet.of(terms.conversion().orElseThrow()))
            .total(outcome, key, "tce")
        : input.find(key, commodity()).orElseThrow();
  }

  /** G for the statement: a fraction of its adjusted baseline, or its part of the year's. */
  Figure guaranteed(StatementInput input, Outcome.Builder outcome) {
    if (terms.ofMembers()) {
      return input.get(Figures.GUARANTEE);
    }
    Calculator calculator = input.calculator();
    if (terms.fraction().isPresent()) {
      Figure fraction = calculator.parameter("guaranteed-fraction", terms.fraction().get(), "");
      Figure baseline = quantity(input, outcome, Figures.COUNTED_TOTAL);
      return calculator.times("guarantee", unit(calculator), baseline, fraction);
    }
    Period service = input.period().service();
    Period year = input.resolved().years().year(input.period().contractYear());
    return terms.monthly().isEmpty() || service.equals(year)
        ? DayShare.of(
            calculator,
            "guarantee",
            ofYear(input),
            service,
            year,
            input.contract().schedule().dayCount())
        : byMonth(calculator, service, input.contract().schedule().dayCount());
  }

  private Figure ofYear(StatementInput input) {
    Calculator calculator = input.calculator();
    if (terms.amount().isPresent()) {
      return calculator.parameter("guarantee-of-year", terms.amount().get(), unit(calculator));
    }
    Figure perPerson =
        calculator.parameter(
            "guarantee-per-person",
            terms.perPerson().orElseThrow(),
            unit(calculator) + "/(person·a)");
    return calculator.times(
        "guarantee-of-year",
        unit(calculator),
        perPerson,
        persons(input).over(calculator, input.period().service()));
  }

  /** The months' parts; of a month that is not whole, the part of its days. */
  private Figure byMonth(Calculator calculator, Period service, DayCount dayCount) {
    List<Figure> parts = new ArrayList<>();
    for (Period days : service.months()) {
      Period month =
          Period.of(days.start().withDayOfMonth(1), days.start().withDayOfMonth(1).plusMonths(1));
      BigDecimal ofMonth = terms.monthly().get(days.start().getMonthValue() - 1);
      parts.add(
          DayShare.of(
              calculator,
              "guarantee-of-days",
              calculator.parameter("guarantee-of-month", ofMonth, unit(calculator)),
              days,
              month,
              dayCount));
    }
    return calculator.sum("guarantee", parts);
  }

  /** The value of one unit. */
  Figure price(StatementInput input) {
    Calculator calculator = input.calculator();
    if (terms.unit() == Guarantee.Unit.MONEY) {
      return calculator.parameter("value-of-one", BigDecimal.ONE, "");
    }
    if (terms.price().isPresent()) {
      String unit = calculator.currencyCode() + "/" + unit(calculator);
      return calculator.parameter("compensation-price", terms.price().get(), unit);
    }
    return averaged() ? averagePrice(input) : new PriceBook(input).reference(commodity());
  }

  /** Σ price in force × actual use ÷ Σ actual use; by days where nothing was used. */
  private Figure averagePrice(StatementInput input) {
    Calculator calculator = input.calculator();
    List<Figure> used = new ArrayList<>();
    List<Figure> days = new ArrayList<>();
    List<Figure> prices = new ArrayList<>();
    for (Segment segment : input.segments()) {
      Calculator at = calculator.in(commodity().id() + "/" + segment.period().start());
      used.add(input.find(Figures.ACTUAL, commodity(), segment).orElseThrow());
      days.add(at.days("days", segment.period()));
      prices.add(new PriceBook(input, at).inForce(commodity(), segment));
    }
    Figure total = calculator.sum("actual-use", used);
    boolean weighted = total.signum() != 0;
    Figure cost =
        calculator.dot(
            "price-times-weight", calculator.currencyCode(), prices, weighted ? used : days);
    Figure weight = weighted ? total : calculator.sum("days", days);
    return calculator.over("average-price", prices.get(0).unit(), cost, weight);
  }
}
