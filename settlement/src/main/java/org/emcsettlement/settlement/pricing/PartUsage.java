package org.emcsettlement.settlement.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.RegisterTable;
import org.emcsettlement.settlement.tariff.BandCalendar;
import org.emcsettlement.settlement.tariff.Tariff;
import org.emcsettlement.settlement.tariff.TariffFinding;
import org.emcsettlement.settlement.tariff.TariffVersion;
import org.emcsettlement.settlement.tariff.Usage;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;

/**
 * What the bills of a part of a statement are made for: by readings, and by the agreed baseline.
 */
public final class PartUsage {

  private final StatementInput input;
  private final Commodity commodity;
  private final String clause;
  private final String tariff;
  private final BaselineUsage terms;
  private final BandShares shares;

  /**
   * The usages of a commodity under a tariff.
   *
   * @param input the statement
   * @param commodity the commodity
   * @param clause the id of the clause that bills it, for findings
   * @param tariff the id of the tariff, for findings
   * @param terms what is agreed of the baseline
   */
  public PartUsage(
      StatementInput input,
      Commodity commodity,
      String clause,
      String tariff,
      BaselineUsage terms) {
    this.input = input;
    this.commodity = commodity;
    this.clause = clause;
    this.tariff = tariff;
    this.terms = terms;
    this.shares = new BandShares(input, commodity, terms);
  }

  /**
   * The tariff, if every day of the statement has a version.
   *
   * @param findings takes what is missing
   * @return the tariff
   */
  public Optional<Tariff> resolved(FindingCollector findings) {
    Tariff found = input.evidence().tariffs().get(tariff);
    if (found == null || found.commodity() != commodity) {
      findings.add(
          TariffFinding.UNKNOWN,
          Place.NOWHERE,
          "clause",
          clause,
          "tariff",
          tariff,
          "commodity",
          commodity);
      return Optional.empty();
    }
    for (LocalDate date : input.period().service().dates().toList()) {
      if (found.at(date).isEmpty()) {
        findings.add(
            TariffFinding.GAP,
            Place.file("tariffs/" + tariff + ".json").during(date.toString()),
            "tariff",
            tariff,
            "date",
            date);
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /**
   * What a tariff lacks that takes the contract's own price of the commodity.
   *
   * @param found the tariff
   * @return the findings, empty if it names its prices or the contract has one for every day
   */
  public Findings missingOfPrice(Tariff found) {
    boolean asked =
        input.segments().stream()
            .map(segment -> found.at(segment.period().start()).orElseThrow())
            .anyMatch(TariffVersion::needsContractPrice);
    if (!asked) {
      return Findings.none();
    }
    return input.contract().price(commodity).isPresent()
        ? PriceBook.gaps(input, commodity)
        : Findings.of(
            List.of(
                Finding.of(
                    ContractFinding.NO_PRICE,
                    Place.pointer("contract.json", "/prices"),
                    "commodity",
                    commodity,
                    "clause",
                    clause)));
  }

  /**
   * What the bill of actual use lacks.
   *
   * @param part the part
   * @return the findings, empty if nothing is missing
   */
  public Findings missingOfActual(BillingPart part) {
    FindingCollector findings = new FindingCollector();
    TariffVersion version = part.version();
    Period days = part.period();
    BoundaryUse use = input.resolved().use(commodity);
    if (use.in(days).split() && !use.in(part.interval()).split()) {
      findings.add(
          TariffFinding.SPLIT,
          Place.NOWHERE.during(days.toString()),
          "reading",
          "meter readings",
          "readingZh",
          "表计读数",
          "commodity",
          commodity,
          "period",
          days);
    }
    if (version.needsBands()) {
      BandCalendar calendar = version.calendar().orElseThrow();
      findings.addAll(new MeteredBands(input, commodity).review(days, calendar));
      if (shares.actual(days, calendar).isEmpty()) {
        lacks(findings, String.join(", ", calendar.bands()), days);
      }
    }
    if (version.needsDemand() && highest(RegisterTable.DEMAND, part.interval()).isEmpty()) {
      lacks(findings, RegisterTable.DEMAND, part.interval());
    }
    if (version.needsPowerFactor() && powerFactor(part.interval()).isEmpty()) {
      lacks(findings, RegisterTable.POWER_FACTOR, part.interval());
    }
    for (Period month : lookedBack(part)) {
      if (highest(RegisterTable.DEMAND, month).isEmpty()) {
        findings.add(
            TariffFinding.LOOK_BACK_MISSING,
            Place.file("registers/" + commodity.id() + ".csv").during(month.toString()),
            "commodity",
            commodity.id(),
            "month",
            month.start().toString().substring(0, 7));
      }
    }
    // of a year that was running when service began nobody knows what was used before
    LocalDate term = input.contract().term().start();
    boolean running = input.resolved().years().yearOf(days.start()).start().isBefore(term);
    LocalDate anchor = running ? term : input.contract().term().anchor();
    if (version.needsYearBefore() && anchor.getDayOfYear() != 1) {
      findings.add(
          TariffFinding.YEAR_START,
          Place.file("tariffs/" + tariff + ".json"),
          "tariff",
          tariff,
          "start",
          "01-01",
          "anchor",
          anchor);
    }
    return findings.findings();
  }

  private void lacks(FindingCollector findings, String reading, Period period) {
    findings.add(
        TariffFinding.READING_MISSING,
        Place.file("registers/" + commodity.id() + ".csv").during(period.toString()),
        "tariff",
        tariff,
        "reading",
        reading,
        "commodity",
        commodity,
        "commodityId",
        commodity.id(),
        "period",
        period);
  }

  /**
   * What the bill of the adjusted baseline lacks.
   *
   * @param part the part
   * @return the findings, empty if nothing is missing
   */
  public Findings missingOfBaseline(BillingPart part) {
    FindingCollector findings = new FindingCollector();
    TariffVersion version = part.version();
    Period days = part.period();
    if (version.needsBands() && shares.baseline(days, version.calendar().orElseThrow()).isEmpty()) {
      findings.add(
          TariffFinding.PROFILE_MISSING,
          Place.NOWHERE.during(days.toString()),
          "clause",
          clause,
          "period",
          days);
    }
    if (version.needsDemand() && terms.demand().isEmpty()) {
      findings.add(
          TariffFinding.BASELINE_TERM,
          Place.NOWHERE.during(days.toString()),
          "tariff",
          tariff,
          "clause",
          clause,
          "term",
          "baselineUsage.demand");
    }
    return findings.findings();
  }

  /**
   * The usage that was read.
   *
   * @param at records it
   * @param part the part
   * @param quantity the quantity of its days
   * @param before the quantity of the year before them, if the tariff needs it
   * @return the usage
   */
  public Usage actual(Calculator at, BillingPart part, Figure quantity, Optional<Figure> before) {
    Usage.Builder usage = usage(part, quantity, before);
    TariffVersion version = part.version();
    if (version.needsBands()) {
      BandCalendar calendar = version.calendar().orElseThrow();
      usage.bands(
          BandShares.split(at, quantity, shares.actual(part.period(), calendar).orElseThrow()));
    }
    if (version.needsDemand()) {
      usage.demand(demand(at, "measured-demand", part.interval()).orElseThrow());
    }
    for (Period month : lookedBack(part)) {
      demand(at, "earlier-demand", month).ifPresent(usage::addEarlierDemand);
    }
    if (version.needsPowerFactor()) {
      usage.powerFactor(readPowerFactor(at, part));
    }
    return usage.build();
  }

  /**
   * The usage that would have been: the adjusted baseline.
   *
   * @param at records it
   * @param part the part
   * @param quantity the adjusted baseline of its days
   * @param before that of the year before them, if the tariff needs it
   * @return the usage
   */
  public Usage baseline(Calculator at, BillingPart part, Figure quantity, Optional<Figure> before) {
    Usage.Builder usage = usage(part, quantity, before);
    TariffVersion version = part.version();
    if (version.needsBands()) {
      BandCalendar calendar = version.calendar().orElseThrow();
      usage.bands(
          BandShares.split(at, quantity, shares.baseline(part.period(), calendar).orElseThrow()));
    }
    if (version.needsDemand()) {
      usage.demand(agreedDemand(at, "agreed-demand", part.interval()));
    }
    for (Period month : lookedBack(part)) {
      usage.addEarlierDemand(agreedDemand(at, "earlier-demand", month));
    }
    if (version.needsPowerFactor()) {
      usage.powerFactor(
          terms
              .powerFactor()
              .map(agreed -> at.parameter("power-factor", agreed, ""))
              .orElseGet(() -> readPowerFactor(at, part)));
    }
    return usage.build();
  }

  private static Usage.Builder usage(BillingPart part, Figure quantity, Optional<Figure> before) {
    return Usage.builder()
        .part(part.period())
        .interval(part.interval())
        .total(quantity)
        .yearBefore(before)
        .contractPrice(part.contractPrice());
  }

  private Figure agreedDemand(Calculator at, String name, Period month) {
    BigDecimal demand = terms.demand().get(month.start().getMonthValue() - 1);
    return at.parameter(name, demand, "kW");
  }

  /** The months before a part that a ratchet looks at, the latest first. */
  private static List<Period> lookedBack(BillingPart part) {
    LocalDate first = Period.monthOf(part.interval().start()).start();
    return IntStream.rangeClosed(1, part.version().lookBack())
        .mapToObj(back -> Period.monthOf(first.minusMonths(back)))
        .toList();
  }

  private Optional<Figure> demand(Calculator at, String name, Period period) {
    return highest(RegisterTable.DEMAND, period)
        .map(
            row ->
                at.fact(
                    name,
                    Objects.requireNonNull(row.values().get(RegisterTable.DEMAND)),
                    "kW",
                    source(row)));
  }

  private Figure readPowerFactor(Calculator at, BillingPart part) {
    RegisterTable.Row row = powerFactor(part.interval()).orElseThrow();
    return at.fact(
        "power-factor",
        Objects.requireNonNull(row.values().get(RegisterTable.POWER_FACTOR)),
        "",
        source(row));
  }

  private Optional<RegisterTable.Row> highest(String register, Period period) {
    return table().flatMap(table -> table.highest(register, period));
  }

  /** The latest power factor of an interval. */
  private Optional<RegisterTable.Row> powerFactor(Period interval) {
    return table()
        .flatMap(
            table ->
                table.in(interval).stream()
                    .filter(row -> row.values().containsKey(RegisterTable.POWER_FACTOR))
                    .reduce((earlier, later) -> later));
  }

  private Optional<RegisterTable> table() {
    return Optional.ofNullable(input.evidence().registers().get(commodity.id()));
  }

  private String source(RegisterTable.Row row) {
    return "registers/" + commodity.id() + ".csv#" + row.period();
  }
}
