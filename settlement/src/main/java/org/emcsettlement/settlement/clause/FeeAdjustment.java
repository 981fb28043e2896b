package org.emcsettlement.settlement.clause;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.savings.DayShare;
import org.emcsettlement.settlement.savings.DriverValue;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineKind;
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
