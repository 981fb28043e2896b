package org.emcsettlement.settlement.packages;

import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.contract.Term;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;

/** Checks that the joint terms of a package go together. */
final class PackageCheck {

  private final PackageContract terms;
  private final String file;
  private final FindingCollector findings;

  PackageCheck(PackageContract terms, String file, FindingCollector findings) {
    this.terms = terms;
    this.file = file;
    this.findings = findings;
  }

  void run() {
    for (Clause clause : terms.contract().clauses()) {
      checkStage(clause);
      checkAllocation(clause);
      checkYears(clause);
    }
    for (AllocationTerms allocation : terms.allocations()) {
      for (String named : allocation.clauses()) {
        if (terms.contract().clauses().stream().noneMatch(clause -> clause.id().equals(named))) {
          add(PackageFinding.ALLOCATION_UNKNOWN, "/allocations", "clause", named);
        }
      }
    }
  }

  private void add(FindingCode code, String pointer, Object... arguments) {
    findings.add(code, Place.pointer(file, pointer), arguments);
  }

  private void checkStage(Clause clause) {
    int order = clause.stage().order();
    if (order <= Stage.VERIFICATION.order() || order >= Stage.PACKAGE.order()) {
      add(PackageFinding.CLAUSE_STAGE, "/clauses", "clause", clause.id());
    }
    boolean shares = clause.writes().contains(Figures.SHAREABLE_SAVINGS);
    if (shares && terms.pooling() != Pooling.POOLED_ALL) {
      add(
          PackageFinding.POOLING,
          "/pooling",
          "pooling",
          terms.pooling().name(),
          "clause",
          clause.id());
    }
  }

  private void checkAllocation(Clause clause) {
    long named =
        terms.allocations().stream().filter(a -> a.clauses().contains(clause.id())).count();
    long others = terms.allocations().stream().filter(a -> a.clauses().isEmpty()).count();
    long count = named > 0 ? named : others;
    if (count != 1) {
      add(PackageFinding.ALLOCATION, "/allocations", "clause", clause.id(), "count", count);
    }
  }

  /** Ratios by contract year need the savings of each year; the members give those of a period. */
  private void checkYears(Clause clause) {
    boolean byYear = clause.reads(terms.contract(), Series.REGULAR).contains(Figures.SAVINGS_VALUE);
    if (!byYear) {
      return;
    }
    Term term = terms.contract().term();
    for (StatementPeriod period :
        StatementCalendar.of(term, terms.contract().schedule(), terms.contract().tax()).periods()) {
      if (term.years().numberOf(period.service().start()) != period.contractYear()) {
        add(PackageFinding.YEAR_CROSSED, "/schedule", "period", period.key());
      }
    }
  }
}
