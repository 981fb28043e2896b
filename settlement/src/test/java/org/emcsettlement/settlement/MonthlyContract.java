package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.PriceTable;
import org.emcsettlement.settlement.evidence.RegisterTable;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.tariff.Tariff;

/**
 * A small contract for tests of laws: electricity with a monthly table as baseline and monthly
 * bills as actual use, priced at one fixed price, from January 2025 on.
 */
public final class MonthlyContract {

  public static final ContractFormat FORMAT = StandardClauses.format();

  private static final BigDecimal WATER_USE = BigDecimal.valueOf(10_000_000);

  private final List<BigDecimal> baseline;
  private final List<BigDecimal> actual;
  private String price = "1";
  private String decimals = "";
  private String clauses = "";
  private String schedule = "{\"frequency\": \"MONTHLY\"}";
  private String tax = "{\"mode\": \"INCLUSIVE\", \"rate\": \"0.06\"}";
  private String terms = "";
  private String occupancy = "";
  private String tariff = "";
  private String registers = "";
  private String prices = "";
  private final Map<String, String> priceTables = new TreeMap<>();
  private String unit = "kwh";
  private String meter = "{\"id\": \"m\", \"commodity\": \"electricity\"}";
  private String term = "{\"start\": \"2025-01-01\", \"end\": \"2027-01-01\"}";
  private final List<BigDecimal> water = new ArrayList<>();
  private Scorecard scorecard = Scorecard.none();
  private final Map<String, FrozenBaseline> frozen = new LinkedHashMap<>();
  private String risks = "{\"occupancy\": \"INSTITUTION\"}";
  private UnaryOperator<Evidence.Builder> evidence = UnaryOperator.identity();

  public MonthlyContract(List<BigDecimal> baseline, List<BigDecimal> actual) {
    this.baseline = twelve(baseline);
    this.actual = twelve(actual);
  }

  /** One month counts, the others are zero on both sides. */
  public static MonthlyContract ofJanuary(BigDecimal baseline, BigDecimal actual) {
    return new MonthlyContract(List.of(baseline), List.of(actual));
  }

  private static List<BigDecimal> twelve(List<BigDecimal> months) {
    List<BigDecimal> all = new ArrayList<>(months);
    while (all.size() < 12) {
      all.add(BigDecimal.ZERO);
    }
    return all;
  }

  /** The decimals that quantities of electricity are rounded to. */
  public MonthlyContract quantityScale(int newDecimals) {
    decimals = Integer.toString(newDecimals);
    return this;
  }

  public MonthlyContract price(String newPrice) {
    price = newPrice;
    return this;
  }

  /** Clauses after baseline and use, as JSON objects separated by commas. */
  public MonthlyContract clauses(String json) {
    clauses = json;
    return this;
  }

  public MonthlyContract schedule(String json) {
    schedule = json;
    return this;
  }

  public MonthlyContract tax(String json) {
    tax = json;
    return this;
  }

  /** Baseline terms instead of the monthly table, as a JSON object. */
  public MonthlyContract baselineTerms(String json) {
    terms = json;
    return this;
  }

  public MonthlyContract term(String json) {
    term = json;
    return this;
  }

  /** A term whose contract years begin with 2025. */
  public MonthlyContract term(String start, String end) {
    return term(
        "{\"start\": \"%s\", \"end\": \"%s\", \"anchor\": \"2025-01-01\"}".formatted(start, end));
  }

  /** Electricity meters instead of m, as JSON objects; all have the same readings. */
  public MonthlyContract meter(String json) {
    meter = json;
    return this;
  }

  /** Water avoided in January at 1 per m³ beside electricity; negative means more was used. */
  public MonthlyContract water(BigDecimal avoided) {
    water.add(WATER_USE.add(avoided));
    return this;
  }

  /** A frozen model as the baseline of electricity instead of the monthly table. */
  public MonthlyContract frozen(FrozenBaseline model) {
    frozen.put(model.id(), model);
    return baselineTerms(
        "{\"id\": \""
            + model.id()
            + "\", \"commodity\": \"electricity\", \"source\": \"FITTED\", \"period\":"
            + " \"2024-01-01/2025-01-01\"}");
  }

  public MonthlyContract occupancy(String csv) {
    occupancy = csv;
    return this;
  }

  /** The tariff {@code t}, as versions of a JSON file in a unit. */
  public MonthlyContract tariff(String inUnit, String versions) {
    tariff =
        "{\"schemaVersion\": 1, \"name\": \"t\", \"commodity\": \"electricity\", \"currency\": \"CNY\","
            + " \"unit\": \""
            + inUnit
            + "\", \"versions\": ["
            + versions
            + "]}";
    return this;
  }

  public MonthlyContract registers(String csv) {
    registers = csv;
    return this;
  }

  /** Price terms instead of the fixed price, as a JSON object. */
  public MonthlyContract priceTerms(String json) {
    prices = json;
    return this;
  }

  public MonthlyContract priceTable(String name, String csv) {
    priceTables.put(name, csv);
    return this;
  }

  /** The unit that the meter counts in. */
  public MonthlyContract meteredIn(String newUnit) {
    unit = newUnit;
    return this;
  }

  private String json() {
    String priced =
        prices.isEmpty()
            ? "{\"commodity\": \"electricity\", \"basis\": \"FIXED\", \"reference\": \""
                + price
                + "\"}"
            : prices;
    String table =
        terms.isEmpty()
            ? "{\"id\": \"b\", \"commodity\": \"electricity\", \"source\": \"TABLE\", \"period\":"
                + " \"2024-01-01/2025-01-01\", \"monthly\": "
                + quoted(baseline)
                + "}"
            : terms;
    return """
        {"schemaVersion": 1, "id": "law", "name": "law",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": %s,
         "boundary": {"name": "x"},
         "commodities": [{"id": "electricity"%s}%s],
         "meters": [%s%s],
         "baselines": [%s%s],
         "prices": [%s%s],
         "risks": %s,
         "clauses": [{"id": "baseline", "kind": "baseline"},
                     {"id": "use", "kind": "avoided-quantity"}%s],
         "schedule": %s, "tax": %s}
        """
        .formatted(
            term,
            decimals.isEmpty() ? "" : ", \"quantityScale\": " + decimals,
            ofWater("{\"id\": \"water\"}"),
            meter,
            ofWater("{\"id\": \"w\", \"commodity\": \"water\"}"),
            table,
            ofWater(
                "{\"id\": \"w\", \"commodity\": \"water\", \"source\": \"TABLE\", \"period\":"
                    + " \"2024-01-01/2025-01-01\", \"monthly\": "
                    + quoted(twelve(water))
                    + "}"),
            priced,
            ofWater("{\"commodity\": \"water\", \"basis\": \"FIXED\", \"reference\": \"1\"}"),
            risks,
            clauses.isEmpty() ? "" : ", " + clauses,
            schedule,
            tax);
  }

  private String ofWater(String json) {
    return water.isEmpty() ? "" : ", " + json;
  }

  private static String quoted(List<BigDecimal> values) {
    return values.stream().map(value -> '"' + value.toPlainString() + '"').toList().toString();
  }

  private static String meter(String unit, List<BigDecimal> actual) {
    StringBuilder csv = new StringBuilder("start,end,value_" + unit + "\n");
    for (int i = 0; i < 24; i++) {
      LocalDate start = LocalDate.of(2025, 1, 1).plusMonths(i);
      csv.append(start)
          .append(',')
          .append(start.plusMonths(1))
          .append(',')
          .append(actual.get(i % 12).toPlainString())
          .append('\n');
    }
    return csv.toString();
  }

  public MonthlyContract scorecard(Scorecard newScorecard) {
    scorecard = newScorecard;
    return this;
  }

  /** The responsibility matrix, as a JSON object. */
  public MonthlyContract risks(String json) {
    risks = json;
    return this;
  }

  /** Evidence beside meter, scorecard and occupancy. */
  public MonthlyContract evidence(UnaryOperator<Evidence.Builder> more) {
    evidence = more;
    return this;
  }

  /** What is found while the contract is read. */
  public Findings findings() {
    FindingCollector findings = new FindingCollector();
    new ContractReader(FORMAT).read(TextSource.of("contract.json", json()), findings);
    return findings.findings();
  }

  public Checked<ResolvedContract> resolve() {
    FindingCollector findings = new FindingCollector();
    Contract contract =
        new ContractReader(FORMAT)
            .read(TextSource.of("contract.json", json()), findings)
            .orElseThrow(() -> new FindingsException(findings.findings()));
    Map<String, MeterReadings> meters = new LinkedHashMap<>();
    for (Meter declared : contract.meters()) {
      if (declared.commodity() == Commodity.ELECTRICITY) {
        String csv = meter(unit, actual);
        meters.put(declared.id(), readings(contract, Commodity.ELECTRICITY, csv, findings));
      }
    }
    if (!water.isEmpty()) {
      String csv = meter("m3", twelve(List.of(WATER_USE)));
      meters.put("w", readings(contract, Commodity.WATER, csv, findings));
    }
    Evidence.Builder read =
        Evidence.builder().scorecard(scorecard).meters(meters).baselines(frozen);
    if (!occupancy.isEmpty()) {
      read.occupancy(
          Occupancy.read(TextSource.of("occupancy.csv", occupancy), findings).orElseThrow());
    }
    if (!tariff.isEmpty()) {
      Tariff.read(TextSource.of("tariffs/t.json", tariff), "CNY", findings)
          .ifPresentOrElse(
              found -> read.putTariffs("t", found),
              () -> {
                throw new FindingsException(findings.findings());
              });
    }
    if (!registers.isEmpty()) {
      read.putRegisters(
          "electricity",
          RegisterTable.read(
                  TextSource.of("registers/electricity.csv", registers),
                  Commodity.ELECTRICITY,
                  findings)
              .orElseThrow(() -> new FindingsException(findings.findings())));
    }
    priceTables.forEach(
        (name, csv) ->
            read.putPrices(
                name,
                PriceTable.read(
                        TextSource.of("prices/" + name + ".csv", csv),
                        PriceTable.Use.INDEX,
                        Commodity.ELECTRICITY,
                        "CNY",
                        findings)
                    .orElseThrow()));
    return ResolvedContract.of(contract, evidence.apply(read).build(), FORMAT);
  }

  private static MeterReadings readings(
      Contract contract, Commodity commodity, String csv, FindingCollector findings) {
    MeterFormat format =
        MeterFormat.builder().commodity(commodity).zone(contract.timezone()).build();
    return MeterFile.read(TextSource.of("meters/" + commodity.id() + ".csv", csv), format, findings)
        .orElseThrow();
  }

  public Settled settle(String period) {
    Settlement settlement = Settlement.of(resolve().orThrow());
    return settlement.settle(settlement.period(period)).orThrow();
  }
}
