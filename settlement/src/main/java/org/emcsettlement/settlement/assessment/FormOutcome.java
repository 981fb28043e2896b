package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * What a contract form brings to both parties over all draws.
 *
 * @param form the form
 * @param label what the preset is called
 * @param institution what it brings to the institution
 * @param serviceProvider what it brings to the service provider
 * @param paid what the institution pays by statement, year by year from year 1
 * @param contract SHA-256 of the contract that was settled, presets expanded
 */
public record FormOutcome(
    CandidateForm form,
    Bilingual label,
    PartyOutcome institution,
    PartyOutcome serviceProvider,
    List<Distribution> paid,
    String contract) {

  private static final int PROBABILITY_DECIMALS = 4;

  /**
   * What a form brings to a party.
   *
   * @param years its cash flow by year, from year 0
   * @param presentValue the present value of its flows
   * @param loss the part of the draws in which the present value is below zero
   * @param neverPaidBack the part of the draws in which its flows never add up to zero or more
   * @param payback the year in which it has its money back, over the draws where it does; absent if
   *     there are none
   */
  public record PartyOutcome(
      List<Distribution> years,
      Distribution presentValue,
      BigDecimal loss,
      BigDecimal neverPaidBack,
      Optional<Distribution> payback) {

    static PartyOutcome of(
        List<List<CashFlow>> draws, Function<CashFlow, BigDecimal> party, BigDecimal rate) {
      List<BigDecimal> values =
          draws.stream().map(flows -> CashFlow.presentValue(flows, party, rate)).toList();
      List<BigDecimal> payback =
          draws.stream()
              .map(flows -> CashFlow.payback(flows, party))
              .filter(year -> year >= 0)
              .map(BigDecimal::valueOf)
              .toList();
      long losses = values.stream().filter(value -> value.signum() < 0).count();
      return new PartyOutcome(
          byYear(draws, party, 0),
          Distribution.of(values, Future.MONEY),
          part(losses, draws.size()),
          part(draws.size() - (long) payback.size(), draws.size()),
          payback.isEmpty() ? Optional.empty() : Optional.of(Distribution.of(payback, 1)));
    }
  }

  static FormOutcome of(
      CandidateForm form,
      Bilingual label,
      List<List<CashFlow>> draws,
      BigDecimal rate,
      String contract) {
    return new FormOutcome(
        form,
        label,
        PartyOutcome.of(draws, CashFlow::institution, rate),
        PartyOutcome.of(draws, CashFlow::serviceProvider, rate),
        byYear(draws, CashFlow::paid, 1),
        contract);
  }

  private static List<Distribution> byYear(
      List<List<CashFlow>> draws, Function<CashFlow, BigDecimal> value, int first) {
    List<Distribution> years = new ArrayList<>();
    for (int year = first; year < draws.get(0).size(); year++) {
      int at = year;
      years.add(
          Distribution.of(
              draws.stream().map(flows -> value.apply(flows.get(at))).toList(), Future.MONEY));
    }
    return years;
  }

  /** A part of the draws as a fraction. */
  static BigDecimal part(long count, int of) {
    return Rational.of(count, of).round(PROBABILITY_DECIMALS, RoundingMode.HALF_UP);
  }
}
