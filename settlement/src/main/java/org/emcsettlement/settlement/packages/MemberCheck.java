package org.emcsettlement.settlement.packages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.clause.Guarantee;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Series;

/** Checks that a member's contract goes with the package. */
public final class MemberCheck {

  private static final Set<FigureKey<?>> SAVINGS =
      Set.of(Figures.VERIFIED_SAVINGS, Figures.SHAREABLE_SAVINGS, Figures.AVOIDED_TOTAL);

  private final PackageContract terms;
  private final String member;
  private final Contract own;
  private final FindingCollector findings = new FindingCollector();

  private MemberCheck(PackageContract terms, String member, Contract own) {
    this.terms = terms;
    this.member = member;
    this.own = own;
  }

  /**
   * Checks a member.
   *
   * @param terms the package
   * @param member the member's id
   * @param own its contract
   * @return what does not go together, empty if all does
   */
  public static Findings of(PackageContract terms, String member, Contract own) {
    MemberCheck check = new MemberCheck(terms, member, own);
    check.run();
    return check.findings.findings();
  }

  private void run() {
    Contract joint = terms.contract();
    same("currency", own.currency(), joint.currency());
    same("timezone", own.timezone(), joint.timezone());
    same("rounding", own.rounding(), joint.rounding());
    same("tax.mode", own.tax().mode(), joint.tax().mode());
    same("tax.rate.from", rateDates(own), rateDates(joint));
    same("term.anchor", own.term().anchor(), joint.term().anchor());
    same("schedule.frequency", own.schedule().frequency(), joint.schedule().frequency());
    same("schedule.alignment", own.schedule().alignment(), joint.schedule().alignment());
    same(
        "schedule.annualStatement",
        own.schedule().annualStatement(),
        joint.schedule().annualStatement());
    same(
        "serviceProvider",
        own.parties().serviceProvider().name(),
        joint.parties().serviceProvider().name());
    if (terms.pooling() != Pooling.NONE) {
      need(Figures.VERIFIED_SAVINGS, "pooling");
    }
    for (AllocationTerms allocation : terms.allocations()) {
      List<AllocationKey> keys = new ArrayList<>(List.of(allocation.key()));
      allocation.second().ifPresent(keys::add);
      keys.forEach(key -> key.figures().forEach(figure -> need(figure, key.by().name())));
    }
    own.clauses().forEach(this::checkOnce);
    for (Clause clause : joint.clauses()) {
      if (clause instanceof Guarantee guarantee && guarantee.ofMembers()) {
        checkGuarantee(guarantee);
      }
    }
  }

  /** What is added up must be in one unit. */
  private void checkGuarantee(Guarantee joint) {
    need(Figures.GUARANTEE, "ofMembers");
    for (Clause clause : own.clauses()) {
      if (clause instanceof Guarantee guarantee && guarantee.pooled()) {
        same("guarantee.unit", guarantee.unit(), joint.unit());
        same("guarantee.commodity", guarantee.commodity(), joint.commodity());
        same("guarantee.conversion", guarantee.conversion(), joint.conversion());
      }
    }
  }

  private void same(String term, Object ofMember, Object ofPackage) {
    if (!Objects.equals(ofMember, ofPackage)) {
      findings.add(
          PackageFinding.TERMS_DIFFER,
          place(),
          "member",
          member,
          "term",
          term,
          "own",
          ofMember,
          "joint",
          ofPackage);
    }
  }

  private Place place() {
    return Place.file("members/" + member + "/contract.json");
  }

  /** The dates on which statement periods are split for a change of any category's tax rate. */
  private List<LocalDate> rateDates(Contract contract) {
    return List.copyOf(contract.tax().changesIn(own.term().period()));
  }

  private void need(FigureKey<?> figure, String need) {
    boolean written = own.clauses().stream().anyMatch(clause -> clause.writes().contains(figure));
    if (!written) {
      findings.add(
          PackageFinding.FIGURE_MISSING, place(), "member", member, "figure", figure, "need", need);
    }
  }

  /** What is pooled the member must not settle again. */
  private void checkOnce(Clause clause) {
    boolean shares =
        terms.pooling() == Pooling.POOLED_ALL
            && clause.writes().contains(Figures.SHAREABLE_SAVINGS);
    boolean again =
        terms.pooling() != Pooling.NONE
            && terms.contract().clauses().stream().map(Clause::kind).anyMatch(clause.kind()::equals)
            && readsSavings(clause)
            && !(clause instanceof Guarantee guarantee && guarantee.pooled());
    if (shares || again) {
      findings.add(PackageFinding.SETTLED_TWICE, place(), "member", member, "clause", clause.id());
    }
  }

  private boolean readsSavings(Clause clause) {
    return clause.reads(own, Series.REGULAR).stream().anyMatch(SAVINGS::contains);
  }
}
