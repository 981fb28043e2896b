package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.model.HourDegrees;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.contract.CommodityTerms;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.Price;

/**
 * What is known when a contract is assessed: the years of the history, frozen baselines, today's
 * prices.
 *
 * @param frame the contract so far
 * @param evidence the readings
 * @param years the years of the history that every commodity has, oldest first
 * @param uses what was used in each of its years, by commodity
 * @param baselines the frozen baselines of the commodities whose baseline is a model
 * @param prices the prices in force when the term starts [currency per canonical unit]
 */
record History(
    Contract frame,
    Evidence evidence,
    List<Period> years,
    Map<Commodity, List<HistoryYear>> uses,
    Map<Commodity, FrozenBaseline> baselines,
    Map<Commodity, BigDecimal> prices) {

  /** Nothing is agreed before a contract, so these say nothing. */
  private static final List<String> BEFORE_SIGNING =
      List.of(
          ContractFinding.BASELINE_PROVISIONAL.code(), ContractFinding.BASELINE_NOT_AGREED.code());

  static Optional<History> of(
      AssessmentFolder folder, ContractFormat format, FindingCollector findings) {
    Checked<ResolvedContract> resolving =
        ResolvedContract.of(folder.frame(), folder.evidence(), format);
    findings.addAll(Findings.of(resolving.findings().stream().filter(History::matters).toList()));
    if (resolving.value().isEmpty()) {
      return Optional.empty();
    }
    ResolvedContract resolved = resolving.value().get();
    int before = findings.blocking();
    Map<Commodity, List<HistoryYear>> uses = new EnumMap<>(Commodity.class);
    Map<Commodity, BigDecimal> prices = new EnumMap<>(Commodity.class);
    List<Period> years = new ArrayList<>(HistoryYear.years(folder.terms().history()));
    for (CommodityTerms terms : folder.frame().commodities()) {
      Commodity commodity = terms.id();
      List<HistoryYear> known = new ArrayList<>();
      for (Period year : HistoryYear.years(folder.terms().history())) {
        HistoryYear.of(commodity, resolved.use(commodity), year, findings).ifPresent(known::add);
      }
      years.retainAll(known.stream().map(HistoryYear::period).toList());
      uses.put(commodity, known);
      if (known.isEmpty()) {
        findings.add(
            AssessmentFinding.NO_YEAR,
            Place.NOWHERE,
            "commodity",
            commodity,
            "period",
            folder.terms().history());
      }
      price(folder, commodity, findings).ifPresent(price -> prices.put(commodity, price));
    }
    if (years.isEmpty() && findings.blocking() == before) {
      findings.add(
          AssessmentFinding.NO_COMMON_YEAR, Place.NOWHERE, "period", folder.terms().history());
    }
    resolved.baselines().forEach((commodity, frozen) -> check(commodity, frozen, findings));
    return findings.blocking() > before
        ? Optional.empty()
        : Optional.of(
            new History(
                folder.frame(),
                folder.evidence(),
                List.copyOf(years),
                uses,
                resolved.baselines(),
                prices));
  }

  private static boolean matters(Finding finding) {
    return !BEFORE_SIGNING.contains(finding.code());
  }

  private static void check(Commodity commodity, FrozenBaseline frozen, FindingCollector findings) {
    if (frozen.regressors().stream().anyMatch(HourDegrees.class::isInstance)) {
      findings.add(AssessmentFinding.HOURLY_MODEL, Place.NOWHERE, "commodity", commodity);
    }
  }

  private static Optional<BigDecimal> price(
      AssessmentFolder folder, Commodity commodity, FindingCollector findings) {
    PriceTerms terms = folder.frame().price(commodity).orElseThrow();
    LocalDate start = folder.terms().term().start();
    Optional<BigDecimal> price =
        terms
            .file()
            .flatMap(file -> table(folder.evidence(), file).at(start))
            .map(Price::perCanonicalUnit)
            .or(terms::reference);
    if (price.isEmpty()) {
      findings.add(
          AssessmentFinding.PRICE_NOT_IN_FORCE,
          Place.pointer(AssessmentTerms.FILE, "/prices"),
          "commodity",
          commodity,
          "date",
          start);
    }
    return price;
  }

  /** Whether there are two years or more without a gap, as the rule of years wants them. */
  boolean isConsecutive() {
    boolean consecutive = years.size() > 1;
    for (int i = 1; i < years.size(); i++) {
      consecutive &= years.get(i - 1).end().equals(years.get(i).start());
    }
    return consecutive;
  }

  List<Commodity> commodities() {
    return frame.commodities().stream().map(CommodityTerms::id).toList();
  }

  BigDecimal price(Commodity commodity) {
    return Objects.requireNonNull(prices.get(commodity));
  }

  /** The value that the index of a commodity's price has at its end, absent without an index. */
  Optional<BigDecimal> index(Commodity commodity) {
    return frame
        .price(commodity)
        .flatMap(PriceTerms::indexFile)
        .map(file -> table(evidence, file).steps().lastEntry().getValue().value());
  }

  List<HistoryYear> ofCommodity(Commodity commodity) {
    return Objects.requireNonNull(uses.get(commodity));
  }

  /** Resolving has made sure that every table is there. */
  private static Schedule<Price> table(Evidence evidence, String file) {
    return Objects.requireNonNull(evidence.prices().get(file)).prices();
  }

  Rational use(Commodity commodity, Period year) {
    return ofCommodity(commodity).stream()
        .filter(known -> known.period().equals(year))
        .findFirst()
        .orElseThrow()
        .use();
  }
}
