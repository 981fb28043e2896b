package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Evidence;

/**
 * A contract over several years for tests of guarantees: a million kWh of electricity a year as
 * baseline, given savings, settled by year from 2025 on, a fee of 800,000.00 a year.
 */
public final class YearlyContract {

  private static final ContractFormat FORMAT = StandardClauses.format();
  private static final BigDecimal BASELINE = BigDecimal.valueOf(1_000_000);

  private final List<BigDecimal> savings;
  private final String clauses;
  private String tax = "{\"mode\": \"EXCLUSIVE\", \"rate\": \"0\"}";

  /** Savings in kWh year by year; clauses after use and fee as JSON objects separated by commas. */
  public YearlyContract(List<BigDecimal> savings, String clauses) {
    this.savings = savings;
    this.clauses = clauses;
  }

  public YearlyContract tax(String json) {
    tax = json;
    return this;
  }

  /** A guarantee of 100,000 kWh a year at 0.50 with further terms, each begun by a comma. */
  public static String guarantee(String terms) {
    return """
        {"id": "guarantee", "kind": "guarantee", "unit": "QUANTITY", "commodity": "electricity",
         "amount": "100000"%s}
        """
        .formatted(terms);
  }

  private String json() {
    return """
        {"schemaVersion": 1, "id": "years", "name": "years",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "2025-01-01", "end": "%d-01-01"},
         "boundary": {"name": "x"},
         "commodities": [{"id": "electricity"}],
         "meters": [{"id": "m", "commodity": "electricity"}],
         "baselines": [{"id": "b", "commodity": "electricity", "source": "TABLE",
                        "period": "2024-01-01/2025-01-01", "annual": "%s"}],
         "prices": [{"commodity": "electricity", "basis": "FIXED", "reference": "0.50"}],
         "risks": {},
         "clauses": [{"id": "baseline", "kind": "baseline"},
                     {"id": "use", "kind": "avoided-quantity"},
                     {"id": "costs", "kind": "costs"},
                     {"id": "fee", "kind": "service-fee", "amount": "800000.00", "per": "STATEMENT"},
                     %s],
         "schedule": {"frequency": "ANNUAL"}, "tax": %s}
        """
        .formatted(2025 + savings.size(), BASELINE.toPlainString(), clauses, tax);
  }

  private String meter() {
    StringBuilder csv = new StringBuilder("start,end,value_kwh\n");
    for (int i = 0; i < savings.size(); i++) {
      LocalDate start = LocalDate.of(2025 + i, 1, 1);
      csv.append(start)
          .append(',')
          .append(start.plusYears(1))
          .append(',')
          .append(BASELINE.subtract(savings.get(i)).toPlainString())
          .append('\n');
    }
    return csv.toString();
  }

  /** What is found while the contract is read. */
  public Findings findings() {
    FindingCollector findings = new FindingCollector();
    new ContractReader(FORMAT).read(TextSource.of("contract.json", json()), findings);
    return findings.findings();
  }

  /** Settles a contract year, 1 for the first. */
  public Settled settle(int year) {
    FindingCollector findings = new FindingCollector();
    Contract contract =
        new ContractReader(FORMAT)
            .read(TextSource.of("contract.json", json()), findings)
            .orElseThrow(() -> new FindingsException(findings.findings()));
    MeterFormat format =
        MeterFormat.builder().commodity(Commodity.ELECTRICITY).zone(contract.timezone()).build();
    Evidence evidence =
        Evidence.builder()
            .meters(
                Map.of(
                    "m",
                    MeterFile.read(TextSource.of("meters/m.csv", meter()), format, findings)
                        .orElseThrow()))
            .build();
    Settlement settlement =
        Settlement.of(ResolvedContract.of(contract, evidence, FORMAT).orThrow());
    return settlement.settle(settlement.period("Y" + year)).orThrow();
  }
}
