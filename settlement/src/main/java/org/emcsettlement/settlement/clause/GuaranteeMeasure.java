package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.tariff.PriceBook;
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
    if (terms.unit() == Guarantee.Unit.MONEY) {
      reads.add(Figures.VERIFIED_SAVINGS);
    } else {
      reads.add(Figures.AVOIDED_TOTAL);
      reads.add(Figures.COUNTED_TOTAL);
    }
    if (terms.capFractionOfFee().isPresent()) {
      reads.add(Figures.FEE);
    }
    return reads;
  }

  Findings check(Contract contract) {
    return switch (terms.unit()) {
      case TCE -> Equivalents.check(contract, terms.conversion());
      case QUANTITY ->
          terms.price().isPresent()
              ? Findings.none()
              : Terms.needReferencePrices(
                  contract, terms, List.of(terms.commodity().orElseThrow()));
      case MONEY -> Findings.none();
    };
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

  /** G for the statement: a fraction of its adjusted baseline, or its days' part of the year's. */
  Figure guaranteed(StatementInput input, Outcome.Builder outcome) {
    Calculator calculator = input.calculator();
    if (terms.fraction().isPresent()) {
      Figure fraction = calculator.parameter("guaranteed-fraction", terms.fraction().get(), "");
      Figure baseline = quantity(input, outcome, Figures.COUNTED_TOTAL);
      return calculator.times("guarantee", unit(calculator), baseline, fraction);
    }
    Figure ofYear =
        calculator.parameter("guarantee-of-year", terms.amount().orElseThrow(), unit(calculator));
    return DayShare.of(
        calculator,
        "guarantee",
        ofYear,
        input.period().service(),
        input.resolved().years().year(input.period().contractYear()),
        input.contract().schedule().dayCount());
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
    return new PriceBook(input).reference(commodity());
  }
}
