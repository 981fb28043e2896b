package org.emcsettlement.settlement.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.baseline.Methods;
import org.emcsettlement.baseline.Observations;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.HourlyUse;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.MeterReview;
import org.emcsettlement.core.series.Resolution;
import org.emcsettlement.settlement.evidence.BoundaryUse;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;

/** Gathers what a contract's baseline is fitted on from the evidence. */
public final class BaselineData {

  private final Contract contract;
  private final Evidence evidence;
  private final BaselineTerms.Fitted terms;
  private final BoundaryUse use;

  /**
   * The data of a fitted baseline.
   *
   * @param contract the contract
   * @param evidence its evidence
   * @param terms the baseline's terms
   * @param use the use of its commodity inside the boundary
   */
  public BaselineData(
      Contract contract, Evidence evidence, BaselineTerms.Fitted terms, BoundaryUse use) {
    this.contract = contract;
    this.evidence = evidence;
    this.terms = terms;
    this.use = use;
  }

  /** {@return the fitter that the contract asks for} */
  public BaselineFitter fitter() {
    BaselineFitter.Builder fitter =
        BaselineFitter.builder()
            .resolution(resolution())
            .method(terms.method())
            .confidence(contract.policies().confidence());
    fitter.criteria(contract.policies().acceptance());
    return fitter.build();
  }

  /** As the contract asks, as far as the meters were read so often; else that of the method. */
  private Resolution resolution() {
    Resolution metered = use instanceof BoundaryUse.Daily ? Resolution.DAILY : Resolution.BILLING;
    Resolution asked =
        terms.resolution().orElseGet(() -> Methods.resolution(terms.method(), metered));
    return asked.compareTo(metered) < 0 && hourly().isEmpty() ? metered : asked;
  }

  private Optional<HourlyUse> hourly() {
    return use instanceof BoundaryUse.Daily daily ? daily.hourly() : Optional.empty();
  }

  /**
   * The observations of the baseline period.
   *
   * @param findings takes what is missing or doubtful
   * @return the observations, absent if a file or a driver is missing
   */
  public Optional<Observations> observations(FindingCollector findings) {
    int before = findings.blocking();
    Optional<DailyTemperature> temperature = temperature(findings);
    List<Driver> drivers = drivers(findings);
    DailyDrivers daily =
        new DailyDrivers(
            temperature, evidence.occupancy(), WorkCalendar.of(contract.schedule().workCalendar()));
    for (Meter meter : contract.meters()) {
      MeterReadings readings = evidence.meters().get(meter.id());
      if (readings != null && meter.commodity() == terms.commodity() && !meter.informative()) {
        findings.addAll(MeterReview.of(readings, terms.period()));
      }
    }
    if (findings.blocking() > before) {
      return Optional.empty();
    }
    if (resolution() == Resolution.HOURLY) {
      if (temperature.flatMap(DailyTemperature::hours).isEmpty()) {
        findings.add(
            FitFinding.NO_HOURLY_TEMPERATURE,
            Place.file("weather/" + terms.station().orElse("") + ".csv"));
        return Optional.empty();
      }
      return Optional.of(
          Observations.hourly(hourly().orElseThrow(), daily, drivers, terms.period(), inputs()));
    }
    if (resolution() == Resolution.DAILY) {
      Observations days =
          Observations.daily(
              ((BoundaryUse.Daily) use).use(), daily, drivers, terms.period(), inputs());
      return Optional.of(hourly().map(days::withHours).orElse(days));
    }
    return Optional.of(
        Observations.billing(
            terms.commodity(),
            use.bills(terms.period()),
            daily,
            drivers,
            terms.period(),
            inputs()));
  }

  private Optional<DailyTemperature> temperature(FindingCollector findings) {
    if (terms.station().isEmpty()) {
      return Optional.empty();
    }
    String station = terms.station().get();
    DailyTemperature temperature = evidence.weather().get(station);
    if (temperature == null) {
      String file = "weather/" + station + ".csv";
      findings.add(
          EvidenceFileFinding.FILE_MISSING,
          Place.file(file),
          "file",
          file,
          "needed",
          terms.commodity());
    }
    return Optional.ofNullable(temperature);
  }

  private List<Driver> drivers(FindingCollector findings) {
    List<Driver> drivers = new ArrayList<>();
    Set<String> known = new TreeSet<>(evidence.occupancy().drivers());
    known.add(DailyDrivers.WORKDAY);
    for (BaselineTerms.DriverTerm term : terms.drivers()) {
      if (!known.contains(term.name())) {
        findings.add(
            FitFinding.UNKNOWN_DRIVER,
            Place.file("occupancy.csv"),
            "driver",
            term.name(),
            "known",
            String.join(", ", known));
      }
      drivers.add(new Driver(term.name(), term.sign()));
    }
    return drivers;
  }

  private List<InputDigest> inputs() {
    List<InputDigest> inputs = new ArrayList<>();
    for (Meter meter : contract.meters()) {
      MeterReadings readings = evidence.meters().get(meter.id());
      if (readings != null && meter.commodity() == terms.commodity() && !meter.informative()) {
        inputs.add(readings.digest(terms.period()));
      }
    }
    terms
        .station()
        .map(evidence.weather()::get)
        .ifPresent(temperature -> inputs.add(temperature.digest(terms.period())));
    boolean occupied =
        terms.drivers().stream().anyMatch(term -> !term.name().equals(DailyDrivers.WORKDAY));
    if (occupied) {
      inputs.add(evidence.occupancy().digest(terms.period()));
    }
    return inputs;
  }
}
