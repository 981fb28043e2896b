package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Trail;

/**
 * Settles a resolved contract: a fold over its statements from the service start, each of them a
 * fold of clauses by stage. The same contract and evidence give the same bytes on any machine.
 * Immutable.
 */
public final class Settlement {

  /** The version of the rules; a change that alters money gets a new one. */
  public static final String RULE_VERSION = "1";

  private final ResolvedContract resolved;

  private Settlement(ResolvedContract resolved) {
    this.resolved = resolved;
  }

  /**
   * The settlement of a contract.
   *
   * @param resolved the resolved contract
   * @return its settlement
   */
  public static Settlement of(ResolvedContract resolved) {
    return new Settlement(resolved);
  }

  /**
   * Settles a period as a draft.
   *
   * @param period a period of the contract's schedule
   * @return statement and trail, absent if policy refuses it; all findings either way
   */
  public Checked<Settled> settle(StatementPeriod period) {
    return settle(period, Optional.empty());
  }

  /**
   * Settles a period.
   *
   * @param period a period of the contract's schedule
   * @param issued the issue date; without it the statement is a draft
   * @return statement and trail, absent if policy refuses it; all findings either way
   */
  public Checked<Settled> settle(StatementPeriod period, Optional<LocalDate> issued) {
    List<StatementPeriod> periods = resolved.statements().periods();
    int index = periods.indexOf(period);
    if (index < 0) {
      throw new IllegalArgumentException(
          "period " + period.key() + " is not one of the schedule of " + resolved.contract().id());
    }
    Optional<Statement> predecessor =
        index == 0 ? Optional.empty() : issuedStatement(periods.get(index - 1));
    Checked<Carried> before = fold(periods.subList(0, index));
    if (before.value().isEmpty() && (predecessor.isEmpty() || period.series() == Series.ANNUAL)) {
      return Checked.failed(before.findings());
    }
    Carried carried = before.value().orElse(Carried.NOTHING);
    if (predecessor.isPresent() && before.value().isPresent()) {
      Findings differences = differences(predecessor.get(), carried);
      if (differences.under(effects()).has(Effect.BLOCK)) {
        return Checked.failed(differences);
      }
      carried = carried.openedBy(predecessor.get());
    } else if (predecessor.isPresent()) {
      // what came before cannot be settled again: all that is known is the issued statement
      carried = Carried.NOTHING.after(predecessor.get());
    }
    return new StatementRun(resolved, period, carried.at(period), issued).run();
  }

  /**
   * What every period of the schedule comes to, each opened by the one before, whatever was issued.
   * Trails are not kept and their digests are empty: these statements are for looking ahead, never
   * for issue.
   *
   * @return all statements in the order of the schedule, absent if policy refuses one of them
   */
  public Checked<List<Statement>> forecast() {
    List<Statement> statements = new ArrayList<>();
    Checked<Carried> folded = fold(resolved.statements().periods(), statements);
    return new Checked<>(folded.value().map(last -> List.copyOf(statements)), folded.findings());
  }

  /**
   * Settles an issued statement again and compares.
   *
   * @param issued the statement
   * @param trail its trail, if at hand, to name the first step that differs
   * @return what came out
   */
  public Verification verify(Statement issued, Optional<Trail> trail) {
    Optional<StatementPeriod> period =
        resolved.statements().periods().stream()
            .filter(candidate -> candidate.key().equals(issued.key().period()))
            .filter(candidate -> candidate.series() == issued.key().series())
            .findFirst();
    if (period.isEmpty() || !issued.key().contract().equals(resolved.contract().id())) {
      FindingCollector findings = new FindingCollector();
      findings.add(
          ContractFinding.NOT_OF_CONTRACT,
          Place.NOWHERE,
          "statement",
          issued.key().contract() + " " + issued.key().period(),
          "contract",
          resolved.contract().id());
      return Verification.incomplete(findings.findings());
    }
    return Verification.of(issued, trail, settle(period.get(), issued.issued()));
  }

  /** Recomputed balances, opened by the issued statement of the period before if there is one. */
  Checked<Carried> opened(Carried recomputed, StatementPeriod before) {
    Optional<Statement> issued = issuedStatement(before);
    if (issued.isEmpty()) {
      return Checked.of(recomputed, Findings.none());
    }
    Findings differences = differences(issued.get(), recomputed);
    return differences.under(effects()).has(Effect.BLOCK)
        ? Checked.failed(differences)
        : Checked.of(recomputed.openedBy(issued.get()), differences);
  }

  private Map<String, Effect> effects() {
    return resolved.contract().policies().findings();
  }

  private Optional<Statement> issuedStatement(StatementPeriod period) {
    return resolved.evidence().statements().stream()
        .filter(statement -> statement.key().period().equals(period.key()))
        .filter(statement -> statement.key().series() == period.series())
        .max(Comparator.comparingInt(Statement::version));
  }

  /** Settles the periods in order, each opened by the one before. */
  private Checked<Carried> fold(List<StatementPeriod> periods) {
    return fold(periods, new ArrayList<>());
  }

  private Checked<Carried> fold(List<StatementPeriod> periods, List<Statement> statements) {
    Carried carried = Carried.NOTHING;
    for (StatementPeriod period : periods) {
      Checked<Settled> settled =
          new StatementRun(resolved, period, carried.at(period), Optional.empty()).untraced().run();
      if (settled.value().isEmpty()) {
        return Checked.failed(settled.findings());
      }
      statements.add(settled.value().get().statement());
      carried = carried.at(period).after(settled.value().get().statement());
    }
    return Checked.of(carried, Findings.none());
  }

  /** An issued predecessor must close where recomputing closes. */
  private static Findings differences(Statement issued, Carried recomputed) {
    FindingCollector findings = new FindingCollector();
    Map<String, StatementInput.Opening> closing = Carried.closings(issued);
    TreeSet<String> names = new TreeSet<>(closing.keySet());
    names.addAll(recomputed.balances().keySet());
    for (String name : names) {
      BigDecimal stated = amount(closing, name);
      BigDecimal computed = amount(recomputed.balances(), name);
      if (stated.compareTo(computed) != 0) {
        findings.addAll(differs(issued, name, stated.toPlainString(), computed.toPlainString()));
      }
    }
    Carried.totals(issued)
        .forEach(
            (line, total) -> {
              StatementInput.RunningTotal computed = recomputed.totals().get(line);
              if (computed == null || !computed.quantity().equals(total.quantity())) {
                String found = computed == null ? "–" : computed.quantity().toString();
                findings.addAll(differs(issued, line, total.quantity().toString(), found));
              }
            });
    return findings.findings();
  }

  private static Findings differs(
      Statement issued, String balance, String stated, String computed) {
    return Findings.of(
        List.of(
            Finding.of(
                ContractFinding.OPENING_DIFFERS,
                Place.file("statements").during(issued.key().period()),
                "balance",
                balance,
                "issued",
                stated,
                "computed",
                computed)));
  }

  private static BigDecimal amount(Map<String, StatementInput.Opening> balances, String name) {
    StatementInput.Opening opening = balances.get(name);
    return opening == null ? BigDecimal.ZERO : opening.amount();
  }

  /**
   * The period that is settled when none is asked for: the last one that readings cover wholly.
   *
   * @return the period
   * @throws IllegalArgumentException if readings cover none
   */
  public StatementPeriod lastCovered() {
    return resolved
        .lastCovered()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no statement period of "
                        + resolved.contract().id()
                        + " is wholly covered by readings; complete them or name a period"));
  }

  /**
   * The period of a key.
   *
   * @param key a period key of the contract's schedule
   * @return the period
   * @throws IllegalArgumentException if the schedule produces none, naming the nearest ones
   */
  public StatementPeriod period(String key) {
    return resolved.statements().find(key);
  }

  /** {@return the resolved contract} */
  public ResolvedContract resolved() {
    return resolved;
  }

  /**
   * Findings under the contract's policy.
   *
   * @param findings the findings
   * @return the same with the effects that the contract gives them
   */
  public Findings underPolicy(Iterable<Finding> findings) {
    List<Finding> list = new ArrayList<>();
    findings.forEach(list::add);
    return Findings.of(list).under(effects());
  }
}
