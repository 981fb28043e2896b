package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Series;

/**
 * One mechanic of a contract with its parameters. It declares its stage and the figures it reads
 * and writes, and computes its outcome from them; it knows no other clause. Immutable.
 *
 * <p>A new clause is one file that implements this interface, a reader registered under its kind in
 * a {@link ContractFormat}, and its part of the contract schema.
 */
public interface Clause {

  /** {@return the id, unique in the contract; line ids begin with it} */
  String id();

  /** {@return the kind, the stable name that contract files store} */
  String kind();

  /** {@return in which statements it works} */
  SeriesScope series();

  /** {@return the number of the clause in the signed text, if stated} */
  Optional<String> reference();

  /** {@return when it is computed} */
  Stage stage();

  /**
   * The figures it cannot do without: the ones that it may {@link StatementInput#get get}.
   *
   * @param contract the contract it stands in
   * @param series the series of the statement
   * @return their keys
   */
  Set<FigureKey<?>> reads(Contract contract, Series series);

  /** {@return the figures it may write; the engine refuses others} */
  Set<FigureKey<?>> writes();

  /**
   * The records that it settles, among those that nothing but clauses reads.
   *
   * @return the names of their files, such as {@code incidents.csv}
   */
  default Set<String> records() {
    return Set.of();
  }

  /**
   * The dates inside a period on which a term of this clause changes.
   *
   * @param period the period
   * @return the dates; a segment begins on each
   */
  default Collection<LocalDate> changesIn(Period period) {
    return List.of();
  }

  /**
   * What is wrong with this clause in its contract, beyond its own shape.
   *
   * @param contract the contract
   * @return the findings, empty if it fits
   */
  default Findings check(Contract contract) {
    return Findings.none();
  }

  /**
   * What the clause misses in the evidence of a statement period. Asked of every clause before any
   * is computed, so that all gaps come at once.
   *
   * @param input the statement period and the evidence; no figures yet
   * @return the findings, empty if nothing is missing
   */
  default Findings missing(StatementInput input) {
    return Findings.none();
  }

  /**
   * Computes the clause.
   *
   * @param input the statement period, the figures so far, evidence and a calculator
   * @return figures, lines, movements and findings
   */
  Outcome apply(StatementInput input);
}
