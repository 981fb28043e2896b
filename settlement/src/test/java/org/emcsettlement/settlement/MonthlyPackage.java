package org.emcsettlement.settlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.packages.PackageContract;
import org.emcsettlement.settlement.packages.PackageReader;
import org.emcsettlement.settlement.packages.WeightTable;

/** A package of small contracts for tests of laws, without files. */
public final class MonthlyPackage {

  /** What a member measures: baseline cost and verified savings at a price of 1. */
  public static final String MEASURED =
      "{\"id\": \"costs\", \"kind\": \"costs\"},"
          + "{\"id\": \"value\", \"kind\": \"savings-value\"},"
          + "{\"id\": \"verified\", \"kind\": \"verified-savings\"}";

  private final String pooling;
  private final Map<String, Checked<ResolvedContract>> members = new LinkedHashMap<>();
  private final Map<String, Integer> ranks = new LinkedHashMap<>();
  private String clauses = "";
  private String allocations = "";
  private String weights = "";
  private String schedule = "{\"frequency\": \"MONTHLY\"}";
  private String policies = "{}";
  private String tax = "{\"mode\": \"INCLUSIVE\", \"rate\": \"0.06\"}";

  public MonthlyPackage(String pooling) {
    this.pooling = pooling;
  }

  /** A member that measures its savings; ranks are the order in which members are added. */
  public MonthlyPackage member(String id, MonthlyContract contract) {
    return resolved(id, contract.schedule(schedule).resolve());
  }

  public MonthlyPackage resolved(String id, Checked<ResolvedContract> contract) {
    members.put(id, contract);
    ranks.put(id, ranks.size() + 1);
    return this;
  }

  /** A declared rank instead of the place. */
  public MonthlyPackage rank(String id, int rank) {
    ranks.put(id, rank);
    return this;
  }

  /** Joint clauses, as JSON objects separated by commas. */
  public MonthlyPackage clauses(String json) {
    clauses = json;
    return this;
  }

  /** Allocation terms, as JSON objects separated by commas. */
  public MonthlyPackage allocations(String json) {
    allocations = json;
    return this;
  }

  /** Rows of weights.csv, without header. */
  public MonthlyPackage weights(String csv) {
    weights = csv;
    return this;
  }

  /** The schedule of package and members; before the members. */
  public MonthlyPackage schedule(String json) {
    schedule = json;
    return this;
  }

  public MonthlyPackage policies(String json) {
    policies = json;
    return this;
  }

  public MonthlyPackage tax(String json) {
    tax = json;
    return this;
  }

  private String json() {
    return """
        {"schemaVersion": 1, "id": "law-package", "name": "law",
         "parties": {"institution": {"name": "lead"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "2025-01-01", "end": "2027-01-01"},
         "boundary": {"name": "all"}, "pooling": "%s",
         "members": [%s], "clauses": [%s], "allocations": [%s], "policies": %s,
         "schedule": %s, "tax": %s}
        """
        .formatted(
            pooling,
            members.keySet().stream()
                .map(id -> "{\"id\": \"%s\", \"rank\": %d}".formatted(id, ranks.get(id)))
                .collect(Collectors.joining(", ")),
            clauses,
            allocations,
            policies,
            schedule,
            tax);
  }

  public TextSource source() {
    return TextSource.of("package.json", json());
  }

  /** What is found while the terms are read. */
  public Findings findings() {
    FindingCollector findings = new FindingCollector();
    new PackageReader(MonthlyContract.FORMAT).read(TextSource.of("package.json", json()), findings);
    return findings.findings();
  }

  public PackageSettlement settlement() {
    FindingCollector findings = new FindingCollector();
    PackageContract terms =
        new PackageReader(MonthlyContract.FORMAT)
            .read(TextSource.of("package.json", json()), findings)
            .orElseThrow(() -> new FindingsException(findings.findings()));
    WeightTable table =
        weights.isEmpty()
            ? WeightTable.none()
            : WeightTable.read(
                    TextSource.of("weights.csv", "from,member,key,value\n" + weights), findings)
                .orElseThrow(() -> new FindingsException(findings.findings()));
    return PackageSettlement.of(new PackageFolder(terms, table, members, MonthlyContract.FORMAT));
  }

  public Checked<SettledPackage> checked(String period) {
    PackageSettlement settlement = settlement();
    return settlement.settle(settlement.statements().find(period), Optional.empty());
  }

  public SettledPackage settle(String period) {
    return checked(period).orThrow();
  }
}
