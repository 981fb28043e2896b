package org.emcsettlement.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.packages.JointShares;
import org.emcsettlement.settlement.packages.JointStatement;
import org.emcsettlement.settlement.packages.MeasuredMember;
import org.emcsettlement.settlement.packages.PackageMember;

/**
 * Folds a package over its periods. In each, every member is settled up to what it earns itself;
 * then the joint clauses work on all of them; then every member is settled to the end with what was
 * allocated to it. Lives for one settlement.
 */
final class PackageRun {

  private final PackageParts parts;
  private final Map<String, Carried> carried = new LinkedHashMap<>();
  private final Map<String, Findings> blocked = new LinkedHashMap<>();
  private Carried joint = Carried.NOTHING;

  /**
   * What one period came to.
   *
   * @param joint the joint statement, absent if nothing is settled jointly
   * @param members the members' statements by id
   * @param findings what was found about the package
   */
  record Step(Optional<Settled> joint, Map<String, Settled> members, Findings findings) {}

  /** A member whose own part is done. */
  private record Earned(PackageMember member, StatementPeriod period, StatementRun run) {}

  PackageRun(PackageParts parts) {
    this.parts = parts;
    parts
        .members()
        .forEach(
            (id, resolved) -> {
              if (resolved.value().isEmpty()) {
                blocked.put(id, resolved.findings());
              }
            });
  }

  /** The members that could not be settled so far, and why. */
  Map<String, Findings> blocked() {
    return blocked;
  }

  /** Settles one period; those before it have been. */
  Checked<Step> settle(StatementPeriod period, Optional<LocalDate> issued) {
    while (true) {
      int before = blocked.size();
      Checked<Step> step = attempt(period, issued);
      if (step.value().isPresent()
          && blocked.size() > before
          && step.value().get().joint().isPresent()) {
        // a member fell out after joint amounts were allocated to it: allocate again without it
        continue;
      }
      step.value().ifPresent(done -> carry(period, done));
      return step;
    }
  }

  private Checked<Step> attempt(StatementPeriod period, Optional<LocalDate> issued) {
    List<Earned> earned = earn(period, issued);
    Findings findings = findings(period, earned);
    if (findings.has(Effect.BLOCK)) {
      return Checked.failed(findings);
    }
    if (!parts.terms().hasJointClauses()) {
      return Checked.of(
          new Step(Optional.empty(), invoice(earned, Optional.empty()), findings), findings);
    }
    Checked<ResolvedContract> resolved =
        JointStatement.resolve(
            parts.terms(),
            parts.weights(),
            earned.stream().map(PackageRun::measured).toList(),
            findings,
            parts.format());
    if (resolved.value().isEmpty()) {
      return Checked.failed(resolved.findings());
    }
    StatementRun run = new StatementRun(resolved.value().get(), period, joint.at(period), issued);
    Checked<Settled> settled = run.run();
    if (settled.value().isEmpty()) {
      return Checked.failed(settled.findings());
    }
    Settled together =
        new Settled(
            JointStatement.titled(settled.value().get().statement()),
            settled.value().get().trail());
    JointShares shares = JointShares.of(together.statement(), run.lines);
    return Checked.of(
        new Step(Optional.of(together), invoice(earned, Optional.of(shares)), settled.findings()),
        settled.findings());
  }

  /** Every member of the period up to what it earns itself; those that cannot are set aside. */
  private List<Earned> earn(StatementPeriod period, Optional<LocalDate> issued) {
    List<Earned> earned = new ArrayList<>();
    for (PackageMember member : parts.terms().members()) {
      Optional<StatementPeriod> own = parts.period(member.id(), period);
      if (blocked.containsKey(member.id()) || own.isEmpty()) {
        continue;
      }
      StatementRun run =
          new StatementRun(
              parts.resolved(member.id()),
              own.get(),
              carried.getOrDefault(member.id(), Carried.NOTHING).at(own.get()),
              issued);
      if (run.earn()) {
        earned.add(new Earned(member, own.get(), run));
      } else {
        blocked.put(member.id(), run.refused().findings());
      }
    }
    return earned;
  }

  private static MeasuredMember measured(Earned earned) {
    return new MeasuredMember(
        earned.member(), earned.run().contract(), earned.period().service(), earned.run().figures);
  }

  private Findings findings(StatementPeriod period, List<Earned> earned) {
    FindingCollector findings = new FindingCollector();
    blocked.forEach(
        (member, why) -> {
          if (parts.mayHaveDaysIn(member, period)) {
            findings.add(
                PackageFinding.MEMBER_UNSETTLED,
                Place.file("members/" + member).during(period.key()),
                "member",
                member,
                "reason",
                why.stream()
                    .filter(finding -> finding.effect() == Effect.BLOCK)
                    .map(Finding::code)
                    .distinct()
                    .collect(Collectors.joining(", ")));
          }
        });
    for (Earned member : earned) {
      if (member.run().has(Effect.PROVISIONAL)) {
        findings.add(
            PackageFinding.MEMBER_PROVISIONAL,
            Place.file("members/" + member.member().id()).during(period.key()),
            "member",
            member.member().id());
      }
    }
    return findings.findings().under(parts.terms().contract().policies().findings());
  }

  private Map<String, Settled> invoice(List<Earned> earned, Optional<JointShares> shares) {
    Map<String, Settled> settled = new LinkedHashMap<>();
    for (Earned member : earned) {
      String id = member.member().id();
      List<Clause> clauses = shares.map(joint -> joint.clauses(id)).orElse(List.of());
      Checked<Settled> statement = member.run().invoice(clauses);
      statement.value().ifPresent(done -> settled.put(id, done));
      if (statement.value().isEmpty()) {
        blocked.put(id, statement.findings());
      }
    }
    return settled;
  }

  private void carry(StatementPeriod period, Step step) {
    step.joint().ifPresent(done -> joint = joint.at(period).after(done.statement()));
    step.members()
        .forEach(
            (id, settled) ->
                parts
                    .period(id, period)
                    .ifPresent(
                        own ->
                            carried.put(
                                id,
                                carried
                                    .getOrDefault(id, Carried.NOTHING)
                                    .at(own)
                                    .after(settled.statement()))));
  }

  /** Opens the members by what their issued statements close with. */
  void open(StatementPeriod period) {
    for (PackageMember member : parts.terms().members()) {
      String id = member.id();
      Optional<StatementPeriod> own = parts.period(id, period);
      if (blocked.containsKey(id) || own.isEmpty()) {
        continue;
      }
      List<StatementPeriod> periods = parts.resolved(id).statements().periods();
      int index = periods.indexOf(own.get());
      if (index > 0) {
        Checked<Carried> opened =
            Settlement.of(parts.resolved(id))
                .opened(carried.getOrDefault(id, Carried.NOTHING), periods.get(index - 1));
        opened.value().ifPresent(balances -> carried.put(id, balances));
        if (opened.value().isEmpty()) {
          blocked.put(id, opened.findings());
        }
      }
    }
  }
}
