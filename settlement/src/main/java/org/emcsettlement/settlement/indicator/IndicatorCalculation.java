package org.emcsettlement.settlement.indicator;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Factor;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.contract.BoundaryCheck;
import org.emcsettlement.settlement.contract.BoundaryPart;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.indicator.IndicatorReport.Used;

/** Computes the indicators of a year. Exact; nothing is estimated. */
public final class IndicatorCalculation {

  private final Contract contract;
  private final Evidence evidence;
  private final IndicatorTerms terms;
  private final int year;
  private final Period period;
  private final YearUse use;
  private final FindingCollector findings = new FindingCollector();

  private IndicatorCalculation(
      Contract contract, Evidence evidence, IndicatorTerms terms, int year) {
    this.contract = contract;
    this.evidence = evidence;
    this.terms = terms;
    this.year = year;
    this.period = Period.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    this.use = new YearUse(contract, evidence, terms, year, period);
  }

  /**
   * Computes the indicators of a year.
   *
   * @param contract the contract
   * @param evidence its evidence
   * @param terms the standing of the institution
   * @param year the calendar year
   * @return the report, absent if the terms do not fit the contract; all findings either way
   */
  public static Checked<IndicatorReport> of(
      Contract contract, Evidence evidence, IndicatorTerms terms, int year) {
    IndicatorCalculation calculation = new IndicatorCalculation(contract, evidence, terms, year);
    calculation.check();
    if (calculation.findings.blocking() > 0) {
      return Checked.failed(calculation.findings.findings());
    }
    IndicatorReport report = calculation.report();
    return Checked.of(report, report.findings());
  }

  private void check() {
    check("heating", terms.heating());
    check("transport", terms.transport());
    check("generation", terms.generation());
    check("export", terms.export());
    check("itLoad", terms.itLoad());
    findings.addAll(
        BoundaryCheck.inside(
            contract, terms.carvedOut(), Place.pointer(IndicatorTerms.FILE, "/carvedOut")));
  }

  private void check(String key, List<String> meters) {
    List<String> known = contract.meters().stream().map(Meter::id).toList();
    for (String meter : meters) {
      if (!known.contains(meter)) {
        findings.add(
            IndicatorFinding.METER_UNKNOWN,
            Place.pointer(IndicatorTerms.FILE, "/" + key),
            "key",
            key,
            "meter",
            meter);
      }
    }
  }

  private IndicatorReport report() {
    use.reportMissing(findings);
    List<Used> used = used();
    List<IndicatorReport.CarvedOut> carvedOut = carvedOut();
    YearDivisors divisors =
        new YearDivisors(
            contract,
            terms,
            carvedOut,
            new YearCounts(terms, evidence.occupancy(), year, period, findings),
            findings);
    Optional<IndicatorReport.SiteGeneration> generated = use.generated();
    Optional<Rational> greenPower = greenPower();
    YearIndicators indicators = new YearIndicators(used, divisors);
    indicators.energy(isComplete(Set.of(Commodity.WATER, Commodity.RECLAIMED_WATER)));
    indicators.water();
    indicators.greenPower(greenOffset(used, generated, greenPower));
    indicators.dataCentre(carvedOut, use.sum(Commodity.ELECTRICITY, terms.itLoad()));
    AnnualReview review = new AnnualReview(contract, evidence, terms, year);
    used.forEach(row -> findings.addAll(review.of(row.commodity(), use)));
    findings.addAll(review.plausible(indicators.values()));
    generated.ifPresent(
        own ->
            findings.add(
                IndicatorFinding.GENERATION_CONVENTION,
                Place.NOWHERE,
                "quantity",
                shown(own.used())));
    Comparisons comparisons = new Comparisons(terms, year, indicators.values(), findings);
    return IndicatorReport.builder()
        .contract(contract.id())
        .boundary(contract.boundary().name())
        .institution(contract.parties().institution().name())
        .year(year)
        .standardCoal(FactorSet.of(terms.standardCoal()))
        .carbonDioxide(FactorSet.of(terms.carbonDioxide()))
        .used(used)
        .carvedOut(carvedOut)
        .generated(generated)
        .greenPower(greenPower)
        .divisors(divisors.all())
        .values(indicators.values())
        .quotas(comparisons.quotas())
        .targets(comparisons.targets())
        .inputs(inputs())
        .findings(findings.findings())
        .build();
  }

  private List<InputDigest> inputs() {
    return Stream.concat(
            evidence.inputs().stream()
                .filter(
                    input ->
                        input.name().startsWith("meters/") || input.name().equals("occupancy.csv")),
            Stream.of(terms.digest()))
        .toList();
  }

  static String shown(Rational quantity) {
    return quantity.round(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private Set<Commodity> commodities() {
    Set<Commodity> commodities = EnumSet.noneOf(Commodity.class);
    contract.commodities().forEach(listed -> commodities.add(listed.id()));
    terms.quantities().stream()
        .filter(entry -> entry.year() == year)
        .forEach(entry -> commodities.add(entry.commodity()));
    return commodities;
  }

  /** Whether every commodity but some has a quantity; a sum without one would be no total. */
  private boolean isComplete(Set<Commodity> except) {
    return commodities().stream()
        .filter(commodity -> !except.contains(commodity))
        .allMatch(commodity -> use.scope(commodity).isPresent());
  }

  private List<Used> used() {
    List<Used> rows = new ArrayList<>();
    for (Commodity commodity : commodities()) {
      Optional<Rational> quantity = use.scope(commodity);
      if (quantity.isPresent()) {
        rows.add(used(commodity, quantity.get()));
      } else {
        findings.add(
            IndicatorFinding.QUANTITY_MISSING,
            Place.NOWHERE.during(String.valueOf(year)),
            "year",
            year,
            "commodity",
            commodity);
      }
    }
    return rows;
  }

  private Used used(Commodity commodity, Rational quantity) {
    boolean heat = commodity == Commodity.HEAT;
    Rational ownGeneration =
        commodity == Commodity.ELECTRICITY
            ? use.generated().map(IndicatorReport.SiteGeneration::used).orElse(Rational.ZERO)
            : Rational.ZERO;
    Rational emitting = quantity.minus(ownGeneration);
    Optional<Factor> coal = factor(terms.standardCoal(), commodity);
    Optional<Factor> carbon = factor(terms.carbonDioxide(), commodity);
    return new Used(
        commodity,
        quantity,
        heat ? quantity : use.partOf(commodity, terms.heating(), IndicatorTerms.Use.HEATING),
        heat
            ? Rational.ZERO
            : use.partOf(commodity, terms.transport(), IndicatorTerms.Use.TRANSPORT),
        coal,
        coal.map(factor -> quantity.times(Rational.of(factor.value()))),
        carbon,
        carbon.map(factor -> emitting.times(Rational.of(factor.value()))));
  }

  private Optional<Factor> factor(String set, Commodity commodity) {
    Optional<Factor> factor = FactorSet.of(set).factor(commodity, period.start());
    if (factor.isEmpty() && !commodity.isWater()) {
      findings.add(ContractFinding.NO_FACTOR, Place.NOWHERE, "set", set, "commodity", commodity);
    }
    factor
        .filter(found -> found.trust() == Trust.UNVERIFIED)
        .ifPresent(
            found ->
                findings.add(
                    ContractFinding.FACTOR_UNVERIFIED,
                    Place.NOWHERE,
                    "commodity",
                    commodity,
                    "value",
                    found.value().toPlainString(),
                    "source",
                    found.source()));
    return factor;
  }

  private List<IndicatorReport.CarvedOut> carvedOut() {
    List<IndicatorReport.CarvedOut> rows = new ArrayList<>();
    for (BoundaryPart part : contract.boundary().parts()) {
      rows.add(new IndicatorReport.CarvedOut(part, false, use.of(part)));
    }
    for (BoundaryPart part : terms.carvedOut()) {
      Map<Commodity, Rational> quantities = use.of(part);
      rows.add(new IndicatorReport.CarvedOut(part, true, quantities));
    }
    return rows;
  }

  private Optional<Rational> greenPower() {
    List<Rational> certified =
        terms.greenPower().stream()
            .filter(entry -> entry.year() == year)
            .map(entry -> Rational.of(entry.quantity()))
            .toList();
    return certified.stream().reduce(Rational::plus);
  }

  /** The CO2 of what green power replaces, at most that of all electricity bought. */
  private Optional<Rational> greenOffset(
      List<Used> used,
      Optional<IndicatorReport.SiteGeneration> generated,
      Optional<Rational> greenPower) {
    Optional<Used> electricity =
        used.stream().filter(row -> row.commodity() == Commodity.ELECTRICITY).findFirst();
    if (greenPower.isEmpty() || electricity.isEmpty()) {
      return Optional.empty();
    }
    Rational certified = greenPower.get();
    Rational own = generated.map(IndicatorReport.SiteGeneration::used).orElse(Rational.ZERO);
    Rational bought = electricity.get().quantity().minus(own);
    if (certified.compareTo(bought) > 0) {
      findings.add(
          IndicatorFinding.GREEN_POWER_EXCEEDS,
          Place.pointer(IndicatorTerms.FILE, "/greenPower"),
          "quantity",
          shown(certified),
          "bought",
          shown(bought));
    }
    findings.add(
        IndicatorFinding.GREEN_POWER_CONVENTION, Place.NOWHERE, "quantity", shown(certified));
    return electricity
        .get()
        .carbonFactor()
        .map(factor -> certified.min(bought).times(Rational.of(factor.value())));
  }
}
