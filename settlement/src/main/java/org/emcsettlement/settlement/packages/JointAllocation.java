package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Relation;

/**
 * Closes a joint statement: whatever was earned is allocated to the members by largest remainder,
 * line by line, so that nothing remains to be paid jointly. Line ids are {@code
 * allocation.<member>.<joint line>}; the amount has the opposite sign, the quantity is the weight.
 */
final class JointAllocation implements Clause {

  static final String KIND = "joint-allocation";
  static final String ID = "allocation";

  private static final String ALLOCATED = "ALLOCATED_TO_MEMBER";

  private final PackageContract terms;
  private final List<MeasuredMember> members;
  private final WeightTable table;

  /** The members are those that could be settled, by rank. */
  JointAllocation(PackageContract terms, List<MeasuredMember> members, WeightTable table) {
    this.terms = terms;
    this.members = List.copyOf(members);
    this.table = table;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @Override
  public Optional<String> reference() {
    return Optional.empty();
  }

  @Override
  public Stage stage() {
    return Stage.PACKAGE;
  }

  @Override
  public Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of();
  }

  @Override
  public Set<FigureKey<?>> writes() {
    return Set.of(
        Figures.NET_TOTAL,
        Figures.TAX_TOTAL,
        Figures.GROSS_TOTAL,
        Figures.OUTSIDE_TOTAL,
        Figures.NET_PAYABLE);
  }

  @Override
  public Findings missing(StatementInput input) {
    FindingCollector findings = new FindingCollector();
    for (AllocationTerms allocation : terms.allocations()) {
      Weights.missing(allocation.key(), members, table, findings);
      allocation.second().ifPresent(key -> Weights.missing(key, members, table, findings));
    }
    return findings.findings();
  }

  @Override
  public Outcome apply(StatementInput input) {
    Calculator calculator = input.calculator();
    Outcome.Builder outcome = Outcome.builder();
    Weights weights = new Weights(members, table, calculator);
    List<PostedAmount> left = new ArrayList<>();
    for (PlacedLine line : input.lines()) {
      if (isEarned(line)) {
        left.add(line.draft().amount().orElseThrow());
        allocate(line, input, weights, outcome, left);
      }
    }
    PostedAmount nothing = calculator.zero("nothing");
    PostedAmount rest = left.isEmpty() ? nothing : calculator.total("left-to-allocate", left);
    return outcome
        .put(Figures.NET_TOTAL, rest)
        .put(Figures.TAX_TOTAL, nothing)
        .put(Figures.GROSS_TOTAL, rest)
        .put(Figures.OUTSIDE_TOTAL, nothing)
        .put(Figures.NET_PAYABLE, rest)
        .build();
  }

  private static boolean isEarned(PlacedLine line) {
    return line.draft().use() != LineDraft.Use.MEMO && line.draft().amount().isPresent();
  }

  private void allocate(
      PlacedLine line,
      StatementInput input,
      Weights weights,
      Outcome.Builder outcome,
      List<PostedAmount> left) {
    Calculator calculator = input.calculator().in(line.id());
    AllocationTerms allocation = terms.allocation(line.clause().id());
    PostedAmount total = line.draft().amount().orElseThrow();
    Optional<List<Figure>> used = usable(line, allocation, calculator, weights, outcome);
    if (used.isEmpty() && !total.money().isZero()) {
      outcome.finding(
          PackageFinding.WEIGHTS_ZERO,
          Place.NOWHERE.during(input.period().key()),
          "clause",
          line.clause().id());
      return;
    }
    List<PostedAmount> parts =
        used.map(w -> calculator.allocate("allocated-amount", total, w))
            .orElseGet(
                () -> Collections.nCopies(members.size(), calculator.zero("allocated-amount")));
    for (int i = 0; i < members.size(); i++) {
      int member = i;
      PostedAmount taken = calculator.opposite("allocated-away", parts.get(i));
      left.add(taken);
      outcome.line(
          part(line, members.get(i), allocation, used.map(list -> list.get(member)), taken));
    }
  }

  private static LineDraft part(
      PlacedLine line,
      MeasuredMember member,
      AllocationTerms allocation,
      Optional<Figure> weight,
      PostedAmount taken) {
    AllocationKey.By by = allocation.key().by();
    return LineDraft.builder()
        .item(member.id() + "." + line.id())
        .kind(
            LineKind.of(ALLOCATED, "分摊至成员", "allocated to a member", line.draft().kind().account()))
        .use(line.draft().use())
        .taxable(line.draft().taxable())
        .wholeYear(true)
        .quantity(weight)
        .amount(taken)
        .remark(
            new Bilingual(
                member.contract().parties().institution().name() + "，按" + by.zh(),
                member.contract().parties().institution().name() + ", by " + by.en()))
        .build();
  }

  /** The weights of the key, or of the second if those are all zero; absent if none can be used. */
  private Optional<List<Figure>> usable(
      PlacedLine line,
      AllocationTerms allocation,
      Calculator calculator,
      Weights weights,
      Outcome.Builder outcome) {
    Optional<List<Figure>> first =
        positive(calculator, allocation, weights.of(allocation.key()), line, outcome);
    if (first.isPresent() || allocation.second().isEmpty()) {
      return first;
    }
    return positive(calculator, allocation, weights.of(allocation.second().get()), line, outcome);
  }

  /** Negative weights as zero; absent if all are zero. The comparisons are decisions. */
  private Optional<List<Figure>> positive(
      Calculator calculator,
      AllocationTerms allocation,
      List<Figure> raw,
      PlacedLine line,
      Outcome.Builder outcome) {
    List<Figure> weights = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      Figure weight = raw.get(i);
      if (weight.signum() < 0) {
        Calculator at = calculator.in(line.id() + "/" + members.get(i).id());
        weight = at.max("weight", weight, at.parameter("nothing", BigDecimal.ZERO, weight.unit()));
        if (allocation.negative() == AllocationTerms.Negative.REJECT) {
          outcome.finding(
              PackageFinding.WEIGHT_NEGATIVE,
              Place.NOWHERE,
              "member",
              members.get(i).id(),
              "weight",
              raw.get(i).value());
        }
      }
      weights.add(weight);
    }
    if (weights.isEmpty()) {
      return Optional.empty();
    }
    Figure sum = calculator.sum("weights-of-all", weights);
    Figure some =
        calculator.compare(
            "some-weight",
            sum,
            Relation.GREATER,
            calculator.parameter("nothing", BigDecimal.ZERO, sum.unit()));
    return some.signum() > 0 ? Optional.of(weights) : Optional.empty();
  }
}
