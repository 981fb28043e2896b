package org.emcsettlement.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.baseline.event.StaticFactorFile;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.PriceTerms;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.EventFile;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.evidence.PriceTable;
import org.emcsettlement.settlement.evidence.RegisterTable;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.tariff.Tariff;

/**
 * A folder with one contract and its evidence.
 *
 * <pre>
 * contract.json             the contract
 * baselines/&lt;id&gt;.json       frozen baselines, once agreed
 * meters/&lt;meter-id&gt;.csv     readings; .csv.gz is accepted wherever .csv is
 * weather/&lt;station&gt;.csv     temperatures, hourly or daily
 * occupancy.csv             headcount, visitors, operating hours, own variables
 * tariffs/&lt;id&gt;.json         utility tariffs
 * registers/&lt;commodity&gt;.csv demand, power factor and time bands beside the meter
 * prices/&lt;name&gt;.csv         prices and indices
 * events.json               non-routine events and scope changes
 * static-factors.json       floor area, headcount band, hours, equipment, set-points
 * scorecard.csv             service-quality assessment
 * incidents.csv             incidents that cost a deduction
 * claims.csv                claims against retention
 * milestones.csv            milestones that release retention
 * payments.csv              claims with their due dates, and payments
 * receipts.csv              subsidies and other revenue received
 * statements/…/statement.json   issued statements of this contract
 * </pre>
 *
 * @param contract the contract
 * @param evidence its evidence
 */
public record EvidenceFolder(Contract contract, Evidence evidence) {

  /**
   * Reads a folder.
   *
   * @param folder the folder
   * @param format the kinds of clauses and presets that its contract may use
   * @return contract and evidence, absent if anything blocks; all findings either way
   */
  public static Checked<EvidenceFolder> read(Path folder, ContractFormat format) {
    return read(folder, format, SharedEvidence.NONE);
  }

  /** Reads a folder that lacks what it has in common with others. */
  static Checked<EvidenceFolder> read(Path folder, ContractFormat format, SharedEvidence shared) {
    FindingCollector findings = new FindingCollector();
    Optional<Contract> contract =
        new ContractReader(format)
            .read(TextSource.of(folder, folder.resolve("contract.json")), findings);
    if (contract.isEmpty()) {
      return Checked.failed(findings.findings());
    }
    Optional<EvidenceFolder> read =
        new Reader(folder, contract.get(), shared, findings)
            .evidence()
            .map(evidence -> new EvidenceFolder(contract.get(), evidence));
    return findings.blocking() > 0 || read.isEmpty()
        ? Checked.failed(findings.findings())
        : Checked.of(read.get(), findings.findings());
  }

  /**
   * Reads what lies beside a contract that is at hand otherwise, as before one is signed.
   *
   * @param folder the folder
   * @param contract the contract
   * @return the evidence, absent if anything blocks; all findings either way
   */
  public static Checked<Evidence> evidence(Path folder, Contract contract) {
    FindingCollector findings = new FindingCollector();
    Optional<Evidence> read =
        new Reader(folder, contract, SharedEvidence.NONE, findings).evidence();
    return new Checked<>(read, findings.findings());
  }

  /**
   * Resolves the contract with its evidence.
   *
   * @param format the format it was read with
   * @return the resolved contract, absent if evidence is missing or does not fit
   */
  public Checked<ResolvedContract> resolve(ContractFormat format) {
    return ResolvedContract.of(contract, evidence, format);
  }

  /** Reads everything beside the contract. */
  private static final class Reader {

    /** What a run writes beside {@code statement.json}. */
    private static final Set<String> WRITTEN_WITH =
        Set.of("trail.json", "lines.csv", "statement.html");

    private final Path folder;
    private final Contract contract;
    private final SharedEvidence shared;
    private final FindingCollector findings;
    private final Evidence.Builder evidence = Evidence.builder();
    private final Map<String, InputDigest> inputs = new TreeMap<>();
    private final Set<Path> used = new HashSet<>();

    Reader(Path folder, Contract contract, SharedEvidence shared, FindingCollector findings) {
      this.folder = folder;
      this.contract = contract;
      this.shared = shared;
      this.findings = findings;
    }

    Optional<Evidence> evidence() {
      int before = findings.blocking();
      meters();
      files("weather", this::weather);
      shared.weather().forEach(this::sharedWeather);
      file("occupancy.csv")
          .flatMap(source -> Occupancy.read(source, findings))
          .ifPresent(
              occupancy -> {
                evidence.occupancy(occupancy);
                input(occupancy.digest());
              });
      prices();
      file("events.json")
          .flatMap(source -> EventFile.read(source, findings))
          .ifPresent(
              events -> {
                evidence.events(events);
                input(events.digest());
              });
      file(StaticFactorFile.NAME)
          .flatMap(source -> StaticFactorFile.read(source, findings))
          .ifPresent(
              factors -> {
                evidence.staticFactors(factors);
                input(factors.digest());
              });
      file(Scorecard.NAME)
          .flatMap(source -> Scorecard.read(source, findings))
          .ifPresent(
              scorecard -> {
                evidence.scorecard(scorecard);
                input(scorecard.digest());
              });
      records(DatedRecords.Use.INCIDENT).ifPresent(evidence::incidents);
      records(DatedRecords.Use.CLAIM).ifPresent(evidence::claims);
      records(DatedRecords.Use.MILESTONE).ifPresent(evidence::milestones);
      file(Payments.NAME)
          .flatMap(source -> Payments.read(source, findings))
          .ifPresent(
              payments -> {
                evidence.payments(payments);
                input(payments.digest());
              });
      files("tariffs", this::tariff);
      files("registers", this::registers);
      records(DatedRecords.Use.RECEIPT).ifPresent(evidence::receipts);
      files("baselines", this::baseline);
      reportUnused();
      // notes about statements/ stay outside: it fills up after a statement was issued, which must
      // still come out the same when it is verified
      evidence.findings(findings.findings());
      statements();
      return findings.blocking() > before
          ? Optional.empty()
          : Optional.of(evidence.inputs(inputs.values()).build());
    }

    private Optional<DatedRecords> records(DatedRecords.Use use) {
      Optional<DatedRecords> records =
          file(use.file()).flatMap(source -> DatedRecords.read(source, use, findings));
      records.ifPresent(read -> input(read.digest()));
      return records;
    }

    private void input(InputDigest digest) {
      inputs.put(digest.name(), digest);
    }

    /** A file by name, packed or not. */
    private Optional<TextSource> file(String name) {
      for (String candidate : List.of(name, name + ".gz")) {
        Path path = folder.resolve(candidate);
        if (Files.isRegularFile(path)) {
          used.add(path);
          // the name without .gz, so that packing a file changes no digest and no finding
          TextSource source = TextSource.of(folder, path);
          return Optional.of(new TextSource(name, source.bytes()));
        }
        if (Files.isDirectory(path)) {
          findings.add(EvidenceFileFinding.NOT_A_FILE, Place.file(name), "file", name);
        }
      }
      return Optional.empty();
    }

    private void meters() {
      for (Meter meter : contract.meters()) {
        MeterFormat format =
            MeterFormat.builder()
                .commodity(meter.commodity())
                .zone(contract.timezone())
                .unit(meter.unit())
                .kind(meter.kind())
                .multiplier(meter.multiplier())
                .registerRange(meter.registerRange())
                .build();
        String name = "meters/" + meter.id() + ".csv";
        Optional<TextSource> source = file(name);
        if (source.isEmpty()) {
          missing(name, meter.commodity());
        }
        source
            .flatMap(text -> MeterFile.read(text, format, findings))
            .ifPresent(
                readings -> {
                  evidence.putMeters(meter.id(), readings);
                  input(readings.digest());
                });
      }
    }

    private void missing(String name, Object needed) {
      findings.add(
          EvidenceFileFinding.FILE_MISSING, Place.file(name), "file", name, "needed", needed);
    }

    private void prices() {
      for (PriceTerms terms : contract.prices()) {
        terms.file().ifPresent(table -> prices(table, PriceTable.Use.PRICE, terms));
        terms.indexFile().ifPresent(table -> prices(table, PriceTable.Use.INDEX, terms));
      }
    }

    private void prices(String table, PriceTable.Use use, PriceTerms terms) {
      String name = "prices/" + table + ".csv";
      Optional<TextSource> source = file(name).or(() -> shared.file(name));
      if (source.isEmpty()) {
        missing(name, terms.commodity());
      }
      source
          .flatMap(
              text -> PriceTable.read(text, use, terms.commodity(), contract.currency(), findings))
          .ifPresent(
              prices -> {
                evidence.putPrices(table, prices);
                input(prices.digest());
              });
    }

    private void weather(String station, TextSource source) {
      DailyTemperature.read(source, contract.timezone(), findings)
          .ifPresent(temperature -> weather(station, temperature));
    }

    private void weather(String station, DailyTemperature temperature) {
      evidence.putWeather(station, temperature);
      input(temperature.digest());
    }

    private void sharedWeather(String station, DailyTemperature temperature) {
      if (!inputs.containsKey(temperature.digest().name())) {
        weather(station, temperature);
      }
    }

    private void baseline(String id, TextSource source) {
      FrozenBaselineFile.read(source, findings)
          .ifPresent(frozen -> evidence.putBaselines(id, frozen));
    }

    private void tariff(String id, TextSource source) {
      Tariff.read(source, contract.currency(), findings)
          .ifPresent(
              tariff -> {
                evidence.putTariffs(id, tariff);
                input(tariff.digest());
              });
    }

    private void registers(String commodity, TextSource source) {
      Optional<Commodity> known = Commodity.find(commodity);
      if (known.isEmpty()) {
        findings.add(
            EvidenceFileFinding.FILE_UNUSED, Place.file(source.name()), "file", source.name());
        return;
      }
      RegisterTable.read(source, known.get(), findings)
          .ifPresent(
              table -> {
                evidence.putRegisters(commodity, table);
                input(table.digest());
              });
    }

    /** Every file of a sub-folder by its bare name, in name order. */
    private void files(String name, BiConsumer<String, TextSource> reader) {
      for (Path path : list(folder.resolve(name), 1)) {
        String file = path.getFileName().toString();
        if (file.endsWith(".csv") || file.endsWith(".csv.gz") || file.endsWith(".json")) {
          String plain = file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
          String bare = plain.substring(0, plain.lastIndexOf('.'));
          file(name + "/" + plain).ifPresent(source -> reader.accept(bare, source));
        }
      }
    }

    private void statements() {
      for (Path path : list(folder.resolve("statements"), 4)) {
        TextSource source = TextSource.of(folder, path);
        Place place = Place.file(source.name());
        String name = path.getFileName().toString();
        if (name.equals("statement.json")) {
          StatementFile.read(source, findings).ifPresent(statement -> statement(statement, place));
        } else if (!WRITTEN_WITH.contains(name) && !source.name().contains("/baselines/")) {
          findings.add(EvidenceFileFinding.STATEMENT_UNUSED, place, "file", source.name());
        }
      }
    }

    private void statement(Statement statement, Place place) {
      String file = place.file().orElseThrow();
      String of = statement.key().contract();
      if (!of.equals(contract.id())) {
        findings.add(EvidenceFileFinding.STATEMENT_FOREIGN, place, "file", file, "contract", of);
      } else if (statement.draft()) {
        findings.add(EvidenceFileFinding.STATEMENT_DRAFT, place, "file", file);
      } else {
        evidence.addStatements(statement);
      }
    }

    private static List<Path> list(Path directory, int depth) {
      if (!Files.isDirectory(directory)) {
        return List.of();
      }
      try (Stream<Path> paths = Files.walk(directory, depth)) {
        return paths.filter(Files::isRegularFile).sorted().toList();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private void reportUnused() {
      for (String directory :
          List.of("meters", "weather", "prices", "tariffs", "registers", "baselines")) {
        for (Path path : list(folder.resolve(directory), 1)) {
          if (!used.contains(path)) {
            String name = directory + "/" + path.getFileName();
            findings.add(EvidenceFileFinding.FILE_UNUSED, Place.file(name), "file", name);
          }
        }
      }
    }
  }
}
