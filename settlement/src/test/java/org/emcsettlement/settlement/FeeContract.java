package org.emcsettlement.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.evidence.Payments;
import org.emcsettlement.settlement.evidence.Scorecard;
import org.emcsettlement.settlement.statement.Statement;

/** A contract without meters for tests of laws: only fees and what follows from them. */
public final class FeeContract {

  private static final ContractFormat FORMAT = StandardClauses.format();

  private LocalDate start = LocalDate.of(2025, 1, 1);
  private LocalDate end = LocalDate.of(2027, 1, 1);
  private String anchor = "";
  private String clauses = "";
  private String schedule = "{\"frequency\": \"MONTHLY\"}";
  private String tax = "{\"mode\": \"EXCLUSIVE\", \"rate\": \"0\"}";
  private String attachments = "";
  private String payments = "";
  private String scores = "";
  private String incidents = "";

  public FeeContract term(LocalDate newStart, LocalDate newEnd) {
    start = newStart;
    end = newEnd;
    return this;
  }

  /** The date that contract years are counted from, if not the start. */
  public FeeContract anchor(LocalDate date) {
    anchor = ", \"anchor\": \"" + date + "\"";
    return this;
  }

  /** Clauses as JSON objects separated by commas. */
  public FeeContract clauses(String json) {
    clauses = json;
    return this;
  }

  public FeeContract schedule(String json) {
    schedule = json;
    return this;
  }

  public FeeContract tax(String json) {
    tax = json;
    return this;
  }

  /** Attachments as JSON objects separated by commas. */
  public FeeContract attachments(String json) {
    attachments = json;
    return this;
  }

  /** Rows of payments.csv below the header. */
  public FeeContract payments(String rows) {
    payments = "entry,date,amount,reference\n" + rows;
    return this;
  }

  /** Rows of scorecard.csv below the header. */
  public FeeContract scores(String rows) {
    scores = "start,end,item,weight,score,evidence\n" + rows;
    return this;
  }

  /** Rows of scorecard.csv below the header, each with the day it was recorded. */
  public FeeContract recordedScores(String rows) {
    scores = "start,end,item,weight,score,evidence,recorded\n" + rows;
    return this;
  }

  /** Rows of incidents.csv below the header. */
  public FeeContract incidents(String rows) {
    incidents = "date,item,count,evidence\n" + rows;
    return this;
  }

  private String json() {
    return """
        {"schemaVersion": 1, "id": "law", "name": "law",
         "parties": {"institution": {"name": "a"}, "serviceProvider": {"name": "b"}},
         "term": {"start": "%s", "end": "%s"%s}, "boundary": {"name": "x"},
         "commodities": [], "meters": [], "baselines": [], "prices": [], "risks": {},
         "clauses": [%s], "schedule": %s, "tax": %s, "attachments": [%s]}
        """
        .formatted(start, end, anchor, clauses, schedule, tax, attachments);
  }

  /** What is found while the contract is read. */
  public Findings findings() {
    FindingCollector findings = new FindingCollector();
    new ContractReader(FORMAT).read(TextSource.of("contract.json", json()), findings);
    return findings.findings();
  }

  public Settlement settlement() {
    FindingCollector findings = new FindingCollector();
    Contract contract =
        new ContractReader(FORMAT)
            .read(TextSource.of("contract.json", json()), findings)
            .orElseThrow(() -> new FindingsException(findings.findings()));
    Evidence.Builder evidence = Evidence.builder();
    if (!payments.isEmpty()) {
      evidence.payments(
          Payments.read(TextSource.of("payments.csv", payments), findings).orElseThrow());
    }
    if (!scores.isEmpty()) {
      evidence.scorecard(
          Scorecard.read(TextSource.of("scorecard.csv", scores), findings).orElseThrow());
    }
    if (!incidents.isEmpty()) {
      evidence.incidents(
          DatedRecords.read(
                  TextSource.of("incidents.csv", incidents), DatedRecords.Use.INCIDENT, findings)
              .orElseThrow());
    }
    return Settlement.of(ResolvedContract.of(contract, evidence.build(), FORMAT).orThrow());
  }

  public Statement settle(String period) {
    Settlement settlement = settlement();
    return settlement.settle(settlement.period(period)).orThrow().statement();
  }

  /** Every statement in order. */
  public List<Statement> all() {
    Settlement settlement = settlement();
    List<Statement> statements = new ArrayList<>();
    for (StatementPeriod period : settlement.resolved().statements().periods()) {
      statements.add(settlement.settle(period).orThrow().statement());
    }
    return statements;
  }

  /** The last statement. */
  public Statement last() {
    Settlement settlement = settlement();
    List<StatementPeriod> periods = settlement.resolved().statements().periods();
    return settlement.settle(periods.get(periods.size() - 1)).orThrow().statement();
  }
}
