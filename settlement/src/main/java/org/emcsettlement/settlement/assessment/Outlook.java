package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;

/**
 * What the measures are expected to save in the first contract year.
 *
 * @param commodities by commodity
 * @param money what everything together saves [currency]
 * @param energyReduction the fraction of energy saved on the basis of the factor set, commodities
 *     without a factor and, where it is billed by area, heat left out; absent if nothing is left
 * @param standardCoal the factor set
 */
public record Outlook(
    List<OfCommodity> commodities,
    Distribution money,
    Optional<EnergyReduction> energyReduction,
    FactorSet standardCoal) {

  private static final int FRACTION_DECIMALS = 4;
  private static final int QUANTITY_DECIMALS = 1;

  /**
   * A commodity.
   *
   * @param commodity the commodity
   * @param likely the fraction saved when every measure saves what is most likely
   * @param fraction the fraction saved
   * @param saved the quantity really saved [canonical unit]
   * @param measured the avoided quantity that the statement of the first form shows, with the error
   *     of the baseline in it [canonical unit]; absent if no form could be settled
   */
  public record OfCommodity(
      Commodity commodity,
      BigDecimal likely,
      Distribution fraction,
      Distribution saved,
      Optional<Distribution> measured) {}

  /**
   * The reduction of energy.
   *
   * @param drawn the reduction of every draw as a fraction, in the order of draws
   * @param distribution how they are spread
   */
  public record EnergyReduction(List<BigDecimal> drawn, Distribution distribution) {

    /**
     * How often a reduction is reached.
     *
     * @param required the reduction as a fraction
     * @return the part of the draws that reach it
     */
    public BigDecimal reaching(Rational required) {
      long count =
          drawn.stream().filter(value -> Rational.of(value).compareTo(required) >= 0).count();
      return FormOutcome.part(count, drawn.size());
    }
  }

  static Outlook of(
      History history,
      AssessmentTerms terms,
      List<Future.Year> first,
      List<Map<Commodity, BigDecimal>> measured,
      FactorSet set) {
    List<OfCommodity> commodities =
        history.commodities().stream()
            .map(commodity -> ofCommodity(commodity, terms, uses(first, commodity), measured))
            .toList();
    Distribution money =
        Distribution.of(
            first.stream().map(year -> year.costWithout().subtract(year.costWith())).toList(),
            Future.MONEY);
    return new Outlook(commodities, money, reduction(history, terms, first, set), set);
  }

  private static List<Future.Use> uses(List<Future.Year> years, Commodity commodity) {
    return years.stream().map(year -> year.use(commodity)).toList();
  }

  private static OfCommodity ofCommodity(
      Commodity commodity,
      AssessmentTerms terms,
      List<Future.Use> uses,
      List<Map<Commodity, BigDecimal>> measured) {
    List<BigDecimal> shown =
        measured.stream()
            .flatMap(drawn -> Optional.ofNullable(drawn.get(commodity)).stream())
            .toList();
    return new OfCommodity(
        commodity,
        likely(terms, commodity),
        Distribution.of(
            uses.stream().map(use -> fraction(use.saved(), use.without())).toList(),
            FRACTION_DECIMALS),
        Distribution.of(uses.stream().map(Future.Use::saved).toList(), QUANTITY_DECIMALS),
        shown.isEmpty()
            ? Optional.empty()
            : Optional.of(Distribution.of(shown, QUANTITY_DECIMALS)));
  }

  /** The fraction of a commodity that all measures together most likely save. */
  static BigDecimal likely(AssessmentTerms terms, Commodity commodity) {
    BigDecimal left = BigDecimal.ONE;
    for (Measure measure : terms.measures(commodity)) {
      left = left.multiply(BigDecimal.ONE.subtract(measure.saving().likely()));
    }
    return BigDecimal.ONE.subtract(left);
  }

  private static Optional<EnergyReduction> reduction(
      History history, AssessmentTerms terms, List<Future.Year> years, FactorSet set) {
    LocalDate start = terms.term().start();
    List<BigDecimal> drawn = new ArrayList<>();
    for (Future.Year year : years) {
      BigDecimal without = BigDecimal.ZERO;
      BigDecimal saved = BigDecimal.ZERO;
      for (Commodity commodity : history.commodities()) {
        boolean counted = commodity != Commodity.HEAT || !terms.heatBilledByArea();
        Optional<Factor> factor = set.factor(commodity, start);
        if (counted && factor.isPresent()) {
          Future.Use use = year.use(commodity);
          without = without.add(use.without().multiply(factor.get().value()));
          saved = saved.add(use.saved().multiply(factor.get().value()));
        }
      }
      if (without.signum() > 0) {
        drawn.add(fraction(saved, without));
      }
    }
    return drawn.size() < years.size()
        ? Optional.empty()
        : Optional.of(
            new EnergyReduction(List.copyOf(drawn), Distribution.of(drawn, FRACTION_DECIMALS)));
  }

  private static BigDecimal fraction(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : Rational.of(part)
            .dividedBy(Rational.of(whole))
            .round(2 * FRACTION_DECIMALS, RoundingMode.HALF_UP);
  }
}
