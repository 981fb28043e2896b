package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Rational;

/**
 * What a contract year brings to both parties, in the contract's currency to the fen. Year 0 is the
 * time before service starts, when measures are paid for.
 *
 * <p>The institution's flow is what it would have paid for utilities without the contract, less
 * what it pays with it. Together the parties get what the measures save at the prices in force,
 * less investment, operation and value added tax: nothing is lost between them.
 *
 * @param year the contract year, 0 before the first
 * @param institution what the institution gains
 * @param serviceProvider what the service provider gains
 * @param paid what the statement has the institution pay, tax included
 * @param tax the value added tax that the service provider hands on: that of the statement, less
 *     the input tax in the utility bills that it pays itself
 */
public record CashFlow(
    int year, BigDecimal institution, BigDecimal serviceProvider, BigDecimal paid, BigDecimal tax) {

  /**
   * The present value of a party's flows, those of a contract year at its end.
   *
   * @param flows the flows from year 0 on
   * @param party which flow of a year
   * @param rate the yearly discount rate
   * @return Σ flow ÷ (1 + rate)^year, rounded once HALF_UP to the fen
   */
  public static BigDecimal presentValue(
      List<CashFlow> flows, Function<CashFlow, BigDecimal> party, BigDecimal rate) {
    Rational growth = Rational.ONE.plus(Rational.of(rate));
    Rational sum = Rational.ZERO;
    for (CashFlow flow : flows) {
      sum = sum.plus(Rational.of(party.apply(flow)).dividedBy(growth.power(flow.year())));
    }
    return sum.round(Future.MONEY, RoundingMode.HALF_UP);
  }

  /**
   * The contract year in which a party has its money back, without discounting.
   *
   * @param flows the flows from year 0 on
   * @param party which flow of a year
   * @return the first year at whose end no flows so far add up to less than zero; −1 if none does
   */
  public static int payback(List<CashFlow> flows, Function<CashFlow, BigDecimal> party) {
    BigDecimal sum = BigDecimal.ZERO;
    for (CashFlow flow : flows) {
      sum = sum.add(party.apply(flow));
      if (sum.signum() >= 0) {
        return flow.year();
      }
    }
    return -1;
  }
}
