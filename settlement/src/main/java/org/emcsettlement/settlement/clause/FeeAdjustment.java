package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * An adjustment of the fee that holds over an interval of a contract year: {@code A = base × ratio
 * × days ÷ days of the year}. A statement gets the part of its own days by cumulative rounding over
 * the interval, so that statements add up to the interval's amount (settlement-methods, 5.1 and
 * 5.14).
 */
final class FeeAdjustment {

  static final LineKind FEE_ADJUSTMENT =
      LineKind.of("FEE_ADJUSTMENT", "托管费调整", "fee adjustment", Account.SERVICE_REVENUE);

  static final LineKind FEE_FACTOR =
      LineKind.of("FEE_FACTOR", "托管费调整系数", "factor of the fee", Account.SERVICE_REVENUE);

  private final StatementInput input;
  private final Calculator calculator;

  FeeAdjustment(StatementInput input, Calculator calculator) {
    this.input = input;
    this.calculator = calculator;
  }

  /**
   * Adds the statement's part of an adjustment.
   *
   * @param outcome takes the line
   * @param line the line, without its amount
   * @param yearly what the adjustment comes to in a full contract year, exact
   * @param ratio the adjustment ratio, shown on the line
   * @param days the days of the statement that it covers
   * @param since the day in the contract year since which it has held
   */
  PostedAmount add(
      Outcome.Builder outcome,
      LineDraft.Builder line,
      Figure yearly,
      Figure ratio,
      Period days,
      Period since) {
    Period year = input.resolved().years().yearOf(days.start());
    Period before = Period.of(since.start(), days.start());
    Period until = Period.of(since.start(), days.end());
    PostedAmount after = share("fee-adjustment-until-end", yearly, until, year);
    PostedAmount amount =
        before.isEmpty()
            ? after
            : calculator.complement(
                "fee-adjustment", after, share("fee-adjustment-until-start", yearly, before, year));
    outcome.line(
        line.kind(FEE_ADJUSTMENT)
            .use(LineDraft.Use.ENTITLEMENT)
            .unitPrice(ratio)
            .exact(yearly)
            .amount(amount)
            .build());
    return amount;
  }

  private PostedAmount share(String name, Figure yearly, Period part, Period year) {
    return calculator.post(
        name,
        DayShare.of(calculator, name, yearly, part, year, input.contract().schedule().dayCount()));
  }

  /** What multiplies is posted by a clause that reads the product. */
  static Findings check(Contract contract, Clause clause, Combination combination) {
    boolean read =
        contract.clauses().stream()
            .anyMatch(other -> other.reads(contract, Series.REGULAR).contains(Figures.FEE_FACTOR));
    return combination == Combination.ADDITIVE || read
        ? Findings.none()
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.FACTOR_UNUSED,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    clause.id())));
  }

  /** References replace each other in the order of their dates. */
  static Findings rising(Clause clause, List<LocalDate> dates) {
    for (int i = 1; i < dates.size(); i++) {
      if (!dates.get(i).isAfter(dates.get(i - 1))) {
        return Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.REBASED_ORDER,
                    Place.pointer("contract.json", "/clauses"),
                    "clause",
                    clause.id(),
                    "from",
                    dates.get(i))));
      }
    }
    return Findings.none();
  }

  /** Quantities multiply anyway. */
  static void checkCombination(String id, Basis basis, Combination combination) {
    if (basis == Basis.QUANTITY && combination == Combination.MULTIPLICATIVE) {
      throw new RuleException(
          id + " 的 combination 只用于 basis FEE；按量调整本来就相乘",
          id
              + " has combination MULTIPLICATIVE, which is for basis FEE; quantities multiply anyway");
    }
  }

  /** {@code Π(1 + a) − 1} of the weighted ratios before and after rebasing. */
  static Figure chained(Calculator calculator, List<Figure> weighted) {
    if (weighted.size() == 1) {
      return weighted.get(0);
    }
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    List<Figure> factors = new ArrayList<>();
    for (Figure change : weighted) {
      factors.add(calculator.plus("adjustment-factor", one, change));
    }
    Figure product = calculator.times("adjustment-factor", "", factors.toArray(new Figure[0]));
    return calculator.minus("weighted-change", product, one);
  }

  /** Multiplies the factor of the fee in some segments by 1 + a and shows it. */
  void multiply(
      Outcome.Builder outcome,
      List<Commodity> commodities,
      List<Segment> segments,
      Figure weighted,
      LineDraft.Builder line) {
    Figure one = calculator.parameter("one", BigDecimal.ONE, "");
    Figure factor = calculator.plus("adjustment-factor", one, weighted);
    for (Commodity commodity : commodities) {
      for (Segment segment : segments) {
        Figure product =
            input
                .find(Figures.FEE_FACTOR, commodity, segment)
                .map(before -> calculator.times("fee-factor", "", before, factor))
                .orElse(factor);
        outcome.put(Figures.FEE_FACTOR, commodity, segment, product);
      }
    }
    outcome.line(line.kind(FEE_FACTOR).quantity(factor).build());
  }

  /** The sum of the energy parts of some commodities. */
  static Figure energyPart(Calculator calculator, List<Figure> parts) {
    return parts.isEmpty()
        ? calculator.parameter("nothing", BigDecimal.ZERO, calculator.currencyCode())
        : calculator.sum("energy-part", parts);
  }

  static Bilingual change(String driver, Figure change) {
    String percent =
        change.value().times(Rational.of(100)).round(2, RoundingMode.HALF_UP).toPlainString();
    Bilingual name = DriverValue.label(driver);
    return new Bilingual(
        name.zh() + "变化 " + percent + " %", name.en() + " changed by " + percent + " %");
  }
}
