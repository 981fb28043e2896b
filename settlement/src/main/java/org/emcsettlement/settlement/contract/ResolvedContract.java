package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Event;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.PriceTable;

/**
 * A contract brought together with its evidence: everything that a settlement needs and nothing
 * that has still to be looked up. Only this can be settled. Immutable.
 */
public final class ResolvedContract {

  private final Contract contract;
  private final Evidence evidence;
  private final List<Clause> clauses;
  private final StatementCalendar statements;
  private final WorkCalendar calendar;
  private final Map<Commodity, BoundaryUse> uses;
  private final Map<Commodity, FrozenBaseline> baselines;
  private final Findings findings;

  private ResolvedContract(
      Contract contract,
      Evidence evidence,
      List<Clause> clauses,
      WorkCalendar calendar,
      Map<Commodity, BoundaryUse> uses,
      Map<Commodity, FrozenBaseline> baselines,
      Findings findings) {
    this.contract = contract;
    this.evidence = evidence;
    this.clauses = clauses;
    this.statements = StatementCalendar.of(contract.term(), contract.schedule(), contract.tax());
    this.calendar = calendar;
    this.uses = uses;
    this.baselines = baselines;
    this.findings = findings;
  }

  /**
   * Resolves a contract.
   *
   * @param contract the contract
   * @param evidence its evidence
   * @param format the format it was read with
   * @return the resolved contract, absent if evidence is missing or does not fit
   */
  public static Checked<ResolvedContract> of(
      Contract contract, Evidence evidence, ContractFormat format) {
    FindingCollector findings = new FindingCollector();
    findings.addAll(evidence.findings());
    Map<Commodity, BoundaryUse> uses = uses(contract, evidence, findings);
    checkPrices(contract, evidence, findings);
    checkEvents(contract, evidence, findings);
    checkReceipts(contract, evidence, findings);
    checkRecords(contract, evidence, findings);
    Map<Commodity, FrozenBaseline> baselines =
        new ResolvedBaselines(contract, evidence, uses, findings).all();
    if (findings.blocking() > 0) {
      return Checked.failed(findings.findings());
    }
    return Checked.of(
        new ResolvedContract(
            contract,
            evidence,
            format.inOrder(contract),
            WorkCalendar.of(contract.schedule().workCalendar()),
            uses,
            baselines,
            findings.findings()),
        findings.findings());
  }

  private static Map<Commodity, BoundaryUse> uses(
      Contract contract, Evidence evidence, FindingCollector findings) {
    Map<Commodity, List<BoundaryUse.SignedMeter>> meters = new EnumMap<>(Commodity.class);
    for (Meter meter : contract.meters()) {
      MeterReadings readings = evidence.meters().get(meter.id());
      if (readings == null) {
        missing(findings, "meters/" + meter.id() + ".csv", meter.commodity());
      } else if (!meter.informative()) {
        meters
            .computeIfAbsent(meter.commodity(), key -> new ArrayList<>())
            .add(new BoundaryUse.SignedMeter(meter.id(), readings, meter.sign()));
      }
    }
    Map<Commodity, BoundaryUse> uses = new EnumMap<>(Commodity.class);
    meters.forEach((commodity, signed) -> uses.put(commodity, BoundaryUse.of(signed)));
    return uses;
  }

  private static void checkPrices(Contract contract, Evidence evidence, FindingCollector findings) {
    for (PriceTerms terms : contract.prices()) {
      for (String file : priceFiles(terms)) {
        if (!evidence.prices().containsKey(file)) {
          missing(findings, "prices/" + file + ".csv", terms.commodity());
        }
      }
    }
  }

  /** The tables that a commodity's prices need. */
  static List<String> priceFiles(PriceTerms terms) {
    List<String> files = new ArrayList<>();
    terms.file().ifPresent(files::add);
    terms.indexFile().ifPresent(files::add);
    return files;
  }

  private static void missing(FindingCollector findings, String file, Object needed) {
    findings.add(
        EvidenceFileFinding.FILE_MISSING, Place.file(file), "file", file, "needed", needed);
  }

  private static void checkEvents(Contract contract, Evidence evidence, FindingCollector findings) {
    Set<Commodity> known = new HashSet<>();
    contract.commodities().forEach(terms -> known.add(terms.id()));
    for (Event event : evidence.events().events()) {
      Place place = Place.file("events.json").during(event.start().toString());
      if (event.in(contract.term().period()).isEmpty()) {
        findings.add(
            ContractFinding.EVENT_OUT_OF_TERM,
            place,
            "id",
            event.id(),
            "from",
            event.start(),
            "term",
            contract.term().period());
      }
      event
          .commodity()
          .filter(commodity -> !known.contains(commodity))
          .ifPresent(
              commodity ->
                  findings.add(
                      ContractFinding.EVENT_COMMODITY,
                      place,
                      "id",
                      event.id(),
                      "commodity",
                      commodity));
    }
  }

  private static void checkReceipts(
      Contract contract, Evidence evidence, FindingCollector findings) {
    Set<String> ids = new HashSet<>();
    contract.clauses().forEach(clause -> ids.add(clause.id()));
    for (DatedRecords.Entry receipt : evidence.receipts().entries()) {
      if (!ids.contains(receipt.item()) || !contract.term().period().contains(receipt.date())) {
        findings.add(
            ContractFinding.RECEIPT_UNUSED,
            Place.file(DatedRecords.Use.RECEIPT.file()).during(receipt.date().toString()),
            "revenue",
            receipt.item(),
            "date",
            receipt.date());
      }
    }
  }

  /** Records that no clause settles. */
  private static void checkRecords(
      Contract contract, Evidence evidence, FindingCollector findings) {
    Set<String> settled = new HashSet<>();
    contract.clauses().forEach(clause -> settled.addAll(clause.records()));
    for (String file : evidence.records()) {
      if (!settled.contains(file)) {
        findings.add(EvidenceFileFinding.FILE_UNUSED, Place.file(file), "file", file);
      }
    }
  }

  /** {@return the contract} */
  public Contract contract() {
    return contract;
  }

  /** {@return the evidence} */
  public Evidence evidence() {
    return evidence;
  }

  /** {@return the clauses in the order they are computed} */
  public List<Clause> clauses() {
    return clauses;
  }

  /** {@return the statements of the schedule} */
  public StatementCalendar statements() {
    return statements;
  }

  /** {@return the contract years} */
  public ContractYears years() {
    return contract.term().years();
  }

  /** {@return the work calendar} */
  public WorkCalendar calendar() {
    return calendar;
  }

  /** {@return what was found while resolving} */
  public Findings findings() {
    return findings;
  }

  /** {@return the frozen baselines by commodity} */
  public Map<Commodity, FrozenBaseline> baselines() {
    return new LinkedHashMap<>(baselines);
  }

  /**
   * The frozen baseline of a commodity.
   *
   * @param commodity the commodity
   * @return the baseline, absent if it was agreed without a fit
   */
  public Optional<FrozenBaseline> baseline(Commodity commodity) {
    return Optional.ofNullable(baselines.get(commodity));
  }

  /**
   * The use of a commodity inside the boundary.
   *
   * @param commodity a commodity of the contract
   * @return its use
   */
  public BoundaryUse use(Commodity commodity) {
    BoundaryUse use = uses.get(commodity);
    if (use == null) {
      throw new IllegalArgumentException(commodity.id() + " has no meter in " + contract.id());
    }
    return use;
  }

  /**
   * What drives use.
   *
   * @param station the weather station, if temperatures are needed
   * @return temperature, occupancy and calendar by day
   */
  public DailyDrivers drivers(Optional<String> station) {
    Optional<DailyTemperature> temperature =
        station.flatMap(id -> Optional.ofNullable(evidence.weather().get(id)));
    return new DailyDrivers(temperature, evidence.occupancy(), calendar);
  }

  /**
   * Splits a period wherever a term changes: at every month, contract-year anniversary, price,
   * tariff and tax rate date, event bound, change of a driver that a ratio follows, and date that a
   * clause names.
   *
   * @param period the period
   * @return its segments in order
   */
  public List<Segment> segments(Period period) {
    Set<LocalDate> dates = new TreeSet<>();
    period.months().forEach(month -> dates.add(month.start()));
    for (int year = years().numberOf(period.start());
        years().year(year).start().isBefore(period.end());
        year++) {
      dates.add(years().year(year).start());
    }
    evidence.prices().values().stream()
        .map(PriceTable::prices)
        .forEach(prices -> dates.addAll(prices.changesIn(period)));
    evidence.tariffs().values().forEach(tariff -> dates.addAll(tariff.changesIn(period)));
    dates.addAll(contract.tax().changesIn(period));
    for (Event event : evidence.events().events()) {
      dates.add(event.start());
      event.end().ifPresent(dates::add);
    }
    contract.clauses().forEach(clause -> dates.addAll(clause.changesIn(period)));
    for (BaselineTerms terms : contract.baselines()) {
      if (terms instanceof BaselineTerms.DriverRatio ratios) {
        ratios
            .ratios()
            .forEach(r -> dates.addAll(evidence.occupancy().changesIn(r.driver(), period)));
      }
    }
    return period.splitAt(dates).stream()
        .map(part -> new Segment(part, years().numberOf(part.start())))
        .toList();
  }

  /**
   * Whether every meter covers a statement period wholly.
   *
   * @param period the period
   * @return true if all its days lie within the readings
   */
  public boolean covers(StatementPeriod period) {
    return uses.values().stream().allMatch(use -> use.coverage().encloses(period.service()));
  }

  /**
   * The last statement period that every meter covers wholly.
   *
   * @return the period, absent if none is covered
   */
  public Optional<StatementPeriod> lastCovered() {
    Optional<StatementPeriod> last = Optional.empty();
    for (StatementPeriod period : statements.periods()) {
      if (covers(period)) {
        last = Optional.of(period);
      }
    }
    return last;
  }
}
