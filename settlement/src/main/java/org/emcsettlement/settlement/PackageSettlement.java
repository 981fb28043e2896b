package org.emcsettlement.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDifference;
import org.emcsettlement.settlement.contract.BoundaryCheck;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Party;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementCalendar;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.packages.Consolidation;
import org.emcsettlement.settlement.packages.MemberState;
import org.emcsettlement.settlement.packages.MeterNumbers;
import org.emcsettlement.settlement.packages.PackageMember;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.statement.StatementParty;

/**
 * Settles a packaged contract (打包托管): every member gets its own statement, the lead party the
 * consolidated one. Members are ordinary contracts; what is pooled is settled once on all of them
 * and allocated. Immutable.
 */
public final class PackageSettlement {

  private final PackageParts parts;
  private final StatementCalendar statements;
  private final MeterNumbers meters;
  private final Findings counted;

  private PackageSettlement(PackageParts parts) {
    this.parts = parts;
    Contract joint = parts.terms().contract();
    this.statements = StatementCalendar.of(joint.term(), joint.schedule(), joint.tax());
    this.meters = MeterNumbers.of(parts.resolved());
    this.counted = counted().under(joint.policies().findings());
  }

  /**
   * The settlement of a package.
   *
   * @param folder the package and its members
   * @return its settlement
   */
  public static PackageSettlement of(PackageFolder folder) {
    return new PackageSettlement(
        new PackageParts(folder.terms(), folder.weights(), folder.members(), folder.format()));
  }

  /** {@return the statements that the package's schedule produces} */
  public StatementCalendar statements() {
    return statements;
  }

  /**
   * The last period that the readings of every member cover wholly; members that cannot be read do
   * not count.
   *
   * @return the period
   * @throws IllegalArgumentException if readings cover none
   */
  public StatementPeriod lastCovered() {
    Optional<StatementPeriod> last = Optional.empty();
    for (StatementPeriod period : statements.periods()) {
      boolean covered = true;
      for (Map.Entry<String, ResolvedContract> member : parts.resolved().entrySet()) {
        Optional<StatementPeriod> own = parts.period(member.getKey(), period);
        covered &= own.isEmpty() || member.getValue().covers(own.get());
      }
      last = covered ? Optional.of(period) : last;
    }
    return last.orElseThrow(
        () ->
            new IllegalArgumentException(
                "no statement period of "
                    + parts.terms().contract().id()
                    + " is wholly covered by readings; complete them or name a period"));
  }

  /**
   * Settles a period.
   *
   * @param period a period of the package's schedule
   * @param issued the issue date; without it the statements are drafts
   * @return the statements, absent if policy refuses them; all findings either way
   */
  public Checked<SettledPackage> settle(StatementPeriod period, Optional<LocalDate> issued) {
    int index = statements.periods().indexOf(period);
    if (index < 0) {
      throw new IllegalArgumentException(
          "period "
              + period.key()
              + " is not one of the schedule of "
              + parts.terms().contract().id());
    }
    if (counted.has(Effect.BLOCK)) {
      return Checked.failed(counted);
    }
    PackageRun run = new PackageRun(parts);
    for (StatementPeriod before : statements.periods().subList(0, index)) {
      Checked<PackageRun.Step> step = run.settle(before, Optional.empty());
      if (step.value().isEmpty()) {
        return Checked.failed(step.findings());
      }
    }
    run.open(period);
    Checked<PackageRun.Step> step = run.settle(period, issued);
    if (step.value().isEmpty()) {
      return Checked.failed(step.findings());
    }
    Findings findings = counted.plus(step.findings());
    Map<String, Findings> unsettled = new LinkedHashMap<>();
    run.blocked()
        .forEach(
            (member, why) -> {
              if (parts.mayHaveDaysIn(member, period)) {
                unsettled.put(member, why);
              }
            });
    return Checked.of(settled(period, issued, step.value().get(), unsettled, findings), findings);
  }

  private SettledPackage settled(
      StatementPeriod period,
      Optional<LocalDate> issued,
      PackageRun.Step step,
      Map<String, Findings> unsettled,
      Findings findings) {
    Contract joint = parts.terms().contract();
    Map<String, Statement> own = new LinkedHashMap<>();
    step.members().forEach((id, settled) -> own.put(id, settled.statement()));
    boolean provisional =
        findings.has(Effect.PROVISIONAL)
            || own.values().stream().anyMatch(s -> s.key().runType() == RunType.PROVISIONAL);
    List<InputDigest> inputs =
        parts.weights().members().isEmpty() ? List.of() : List.of(parts.weights().digest());
    ConsolidatedStatement consolidated =
        ConsolidatedStatement.builder()
            .ruleVersion(Settlement.RULE_VERSION)
            .key(
                StatementKey.builder()
                    .contract(joint.id())
                    .series(period.series())
                    .period(period.key())
                    .runType(provisional ? RunType.PROVISIONAL : RunType.INITIAL)
                    .build())
            .issued(issued)
            .currency(joint.currency())
            .packageName(joint.name())
            .lead(party(joint.parties().institution()))
            .serviceProvider(party(joint.parties().serviceProvider()))
            .servicePeriod(period.service())
            .contractYear(period.contractYear())
            .pooling(parts.terms().pooling())
            .packageDigest(parts.terms().digest())
            .inputs(inputs)
            .jointDigest(step.joint().map(settled -> settled.statement().digest()))
            .members(members(own, unsettled))
            .rows(Consolidation.rows(own))
            .allocations(
                step.joint()
                    .map(s -> Consolidation.allocations(parts.terms(), s.statement()))
                    .orElse(List.of()))
            .totals(Consolidation.totals(own.values(), joint.currencyUnit()))
            .metersCounted(meters.meters())
            .findings(findings)
            .build();
    return new SettledPackage(consolidated, step.joint(), step.members(), unsettled);
  }

  /** Quantities that two members count, and meters that nobody can tell apart. */
  private Findings counted() {
    Map<String, Contract> contracts = new LinkedHashMap<>();
    parts.resolved().forEach((member, resolved) -> contracts.put(member, resolved.contract()));
    return BoundaryCheck.between(contracts, Place.pointer(PackageFolder.NAME, "/members"))
        .plus(meters.findings());
  }

  private List<ConsolidatedStatement.Member> members(
      Map<String, Statement> own, Map<String, Findings> unsettled) {
    List<ConsolidatedStatement.Member> members = new ArrayList<>();
    for (PackageMember member : parts.terms().members()) {
      String id = member.id();
      Optional<Statement> statement = Optional.ofNullable(own.get(id));
      MemberState without = unsettled.containsKey(id) ? MemberState.BLOCKED : MemberState.OUTSIDE;
      members.add(
          new ConsolidatedStatement.Member(
              id,
              name(id),
              statement.isPresent() ? MemberState.SETTLED : without,
              statement.map(Statement::servicePeriod),
              statement.map(s -> s.key().runType()),
              statement.map(Statement::digest),
              statement.map(Statement::totals)));
    }
    return members;
  }

  private String name(String member) {
    return Optional.ofNullable(parts.resolved().get(member))
        .map(resolved -> resolved.contract().parties().institution().name())
        .orElse(member);
  }

  private static StatementParty party(Party party) {
    return StatementParty.builder().name(party.name()).creditCode(party.creditCode()).build();
  }

  /**
   * Settles an issued period again and compares. The consolidated statement holds the digests of
   * all others, so the same bytes of it are the same bytes of every statement and trail.
   *
   * @param issued the consolidated statement
   * @return the first member of it that differs, the issued value first; absent if the bytes are
   *     the same. Without a value the period cannot be settled again
   * @throws IllegalArgumentException if the statement is not one of this package
   */
  public Checked<Optional<JsonDifference>> verify(ConsolidatedStatement issued) {
    StatementPeriod period =
        statements.periods().stream()
            .filter(candidate -> candidate.key().equals(issued.key().period()))
            .filter(candidate -> candidate.series() == issued.key().series())
            .filter(candidate -> issued.key().contract().equals(parts.terms().contract().id()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "statement "
                            + issued.key().contract()
                            + " "
                            + issued.key().period()
                            + " is not one of "
                            + parts.terms().contract().id()));
    Checked<SettledPackage> again = settle(period, issued.issued());
    if (again.value().isEmpty()) {
      return Checked.failed(again.findings());
    }
    byte[] consolidated = again.value().get().consolidated().canonical();
    return Checked.of(JsonDifference.between(issued.canonical(), consolidated), again.findings());
  }
}
